"""What a check found, what blocks before what only asks."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from deskeditor.publish.findings import Finding, Level
from deskeditor.ui import icons
from deskeditor.ui.dialogs.dialog import plain_label, show_role


def told(findings: Sequence[Finding]) -> tuple[str, str]:
    """The role and the words of the line above the findings."""
    blocks = sum(1 for one in findings if one.level is Level.BLOCK)
    warns = len(findings) - blocks
    if not findings:
        return "success", "Nothing stands in the way."
    asks = f"{warns} to look at" if warns else ""
    if not blocks:
        return "warning", f"Nothing stands in the way, {asks}."
    stops = "1 thing stops this export" if blocks == 1 else f"{blocks} things stop this export"
    return "error", f"{stops}{', ' + asks if asks else ''}."


class FindingsList(QWidget):
    """Enter or a double click asks to see the place that a finding is about."""

    jump_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self.told: QLabel = plain_label("Checking…", "small")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Findings")
        self.list.setProperty("role", "framed")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMaximumHeight(148)
        self.list.hide()
        self.list.itemActivated.connect(
            lambda item: self.jump_requested.emit(item.data(Qt.ItemDataRole.UserRole))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.list)

    @property
    def blocked(self) -> bool:
        """Whether one of them keeps the articles in the building."""
        return any(one.level is Level.BLOCK for one in self.findings)

    def wait(self) -> None:
        """Say that a check is on its way."""
        self.show_findings((), {})
        show_role(self.told, "small", "Checking…")

    def show_findings(self, findings: Sequence[Finding], headlines: Mapping[str, str]) -> None:
        """Take the findings; the headlines tell them apart where they are about several articles."""
        self.findings = tuple(sorted(findings, key=lambda one: one.level is not Level.BLOCK))
        self.list.clear()
        several = len({finding.article for finding in self.findings}) > 1
        for finding in self.findings:
            self._add(finding, headlines.get(finding.article, "") if several else "")
        self.list.setVisible(bool(self.findings))
        show_role(self.told, *told(self.findings))

    def _add(self, finding: Finding, headline: str) -> None:
        text = f"{headline}: {finding.message}" if headline else finding.message
        block = finding.level is Level.BLOCK
        sign = icons.icon("error", icons.Ink.DANGER) if block else icons.icon("warning", icons.Ink.WARNING)
        item = QListWidgetItem(sign, text, self.list)
        item.setData(Qt.ItemDataRole.UserRole, finding)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{'Blocks' if block else 'To look at'}: {text}")
        item.setToolTip("Show the place")
