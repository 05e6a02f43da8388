"""What a check found, what blocks before what only asks."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from deskeditor.publish.findings import Finding, Level
from deskeditor.ui import icons
from deskeditor.ui.dialogs.dialog import plain_label, show_role

_HEADLINE = 44
_LEAST, _FRAME = 64, 16
CHECKING = "Checking…"


def told(blocks: int, asks: int) -> tuple[str, str]:
    """The role and the words of the line above the findings."""
    if not blocks and not asks:
        return "success", "Nothing stands in the way."
    look = f"{asks:,} to look at" if asks else ""
    if not blocks:
        return "warning", f"Nothing stands in the way, {look}."
    stops = "1 thing stops this export" if blocks == 1 else f"{blocks:,} things stop this export"
    return "error", f"{stops}{', ' + look if look else ''}."


class _Fitting(QListWidget):
    """A list whose frame is as high as what is in it, as far as there is room."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Grow or shrink with the lines, which break differently at every width."""
        self.doItemsLayout()
        self.setMaximumHeight(max(_LEAST, self.contentsSize().height() + _FRAME))


class FindingsList(QWidget):
    """Enter or a click asks to see the place that a finding is about."""

    jump_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self.blocked = False
        self.told: QLabel = plain_label(CHECKING, "small")
        self.told.setWordWrap(True)
        self.list = _Fitting(self)
        self.list.setAccessibleName("Findings")
        self.list.setProperty("role", "framed")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(_LEAST)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.hide()
        self.list.itemActivated.connect(self._on_wanted)
        self.list.itemClicked.connect(self._on_wanted)
        self._rest = plain_label("", "small")
        self._rest.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        column.addWidget(self._rest)
        column.addStretch()

    def wait(self, text: str = CHECKING) -> None:
        """Say that a check is on its way."""
        self.findings, self.blocked = (), False
        self.list.clear()
        self.list.hide()
        self._rest.hide()
        show_role(self.told, "small", text)

    def show_findings(
        self, findings: Sequence[Finding], headlines: Mapping[str, str], blocks: int, asks: int
    ) -> None:
        """Take the findings, or the gravest of so many; the headlines tell whose they are."""
        self.findings = tuple(sorted(findings, key=lambda one: one.level is not Level.BLOCK))
        self.blocked = blocks > 0
        self.list.clear()
        several = len({finding.article for finding in self.findings}) > 1
        for finding in self.findings:
            self._add(finding, headlines.get(finding.article, "") if several else "")
        self.list.setVisible(bool(self.findings))
        self.list.fit()
        more = blocks + asks - len(self.findings)
        show_role(self._rest, "small", f"and {more:,} more" if more > 0 else "")
        show_role(self.told, *told(blocks, asks))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.told.text()))

    def _add(self, finding: Finding, headline: str) -> None:
        whose = shorten(headline, _HEADLINE, placeholder="…")
        text = f"{whose}: {finding.message}" if whose else finding.message
        block = finding.level is Level.BLOCK
        sign = icons.icon("error", icons.Ink.DANGER) if block else icons.icon("warning", icons.Ink.WARNING)
        item = QListWidgetItem(sign, text, self.list)
        item.setData(Qt.ItemDataRole.UserRole, finding)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{'Blocks' if block else 'To look at'}: {text}")
        item.setToolTip("Show the place")

    def _on_wanted(self, item: QListWidgetItem) -> None:
        self.jump_requested.emit(item.data(Qt.ItemDataRole.UserRole))
