"""The page of an export that is done: what was written, what is different, what is still to be looked at."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from deskeditor.publish.findings import Finding
from deskeditor.ui import icons
from deskeditor.ui.dialogs.dialog import plain_label
from deskeditor.ui.dialogs.export_outcome import (
    Outcome,
    Part,
    asks_heading,
    finding_line,
    measure,
    parts,
    summary,
)
from deskeditor.ui.dialogs.site_values import LEFT_TO_RIGHT
from deskeditor.ui.widgets.sign import Sign


class ExportReport(QWidget):
    """Lists that open; Enter on a finding asks to see its place."""

    jump_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = plain_label("", "heading")
        self._measure = plain_label("", "muted")
        self._place = plain_label("", "small")
        self.tree = QTreeWidget(self)
        self._place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._place.setAccessibleName("Where it lies")
        for label in (self._head, self._measure, self._place):
            label.setWordWrap(True)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("What is different, and what is to be looked at")
        self.tree.setProperty("role", "framed")
        self.tree.setUniformRowHeights(True)
        self.tree.itemActivated.connect(self._on_wanted)
        self._lay_out()

    def show_outcome(self, outcome: Outcome) -> None:
        """Show a report."""
        self._head.setText(summary(outcome))
        self._measure.setText(measure(outcome))
        self._place.setText(LEFT_TO_RIGHT.format(outcome.place))
        self.tree.clear()
        for part in parts(outcome):
            self._add_part(part)
        self._add_findings(outcome)
        self.tree.setVisible(self.tree.topLevelItemCount() > 0)
        if self.tree.topLevelItemCount() == 1:
            self.tree.expandAll()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self._head, self._measure, self._place):
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Sign("check", icons.Ink.SUCCESS, self), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(head)
        column.addWidget(self.tree, 1)
        column.addStretch()

    def _add_part(self, part: Part) -> None:
        top = QTreeWidgetItem(self.tree, [part.heading])
        for line in part.lines:
            QTreeWidgetItem(top, [LEFT_TO_RIGHT.format(line)])
        if part.left_out:
            rest = QTreeWidgetItem(top, [f"and {part.left_out:,} more"])
            rest.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add_findings(self, outcome: Outcome) -> None:
        if not outcome.findings:
            return
        top = QTreeWidgetItem(self.tree, [asks_heading(outcome)])
        top.setIcon(0, icons.icon("warning", icons.Ink.WARNING))
        top.setExpanded(True)
        for finding in outcome.findings:
            item = QTreeWidgetItem(top, [finding_line(finding, outcome.headlines)])
            item.setData(0, Qt.ItemDataRole.UserRole, finding)
            item.setToolTip(0, item.text(0))
        if (more := outcome.asks - len(outcome.findings)) > 0:
            QTreeWidgetItem(top, [f"and {more:,} more"]).setFlags(Qt.ItemFlag.NoItemFlags)

    def _on_wanted(self, item: QTreeWidgetItem) -> None:
        finding = item.data(0, Qt.ItemDataRole.UserRole)
        if isinstance(finding, Finding):
            self.jump_requested.emit(finding)
