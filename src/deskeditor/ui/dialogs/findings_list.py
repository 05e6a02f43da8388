"""What a check found, what blocks before what only asks."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from deskeditor.publish.findings import Finding, Level
from deskeditor.ui import icons
from deskeditor.ui.dialogs.dialog import plain_label, show_role
from deskeditor.ui.dialogs.site_values import EITHER_WAY

_LEAST, _FRAME, _PADDING = 64, 16, 36
CHECKING = "Checking…"
Telling = Callable[[int, int], tuple[str, str]]
"""Role and words of the line above the findings, by how many block and how many ask."""


def told(blocks: int, asks: int) -> tuple[str, str]:
    """The role and the words of the line above the findings."""
    if not blocks and not asks:
        return "success", "Nothing stands in the way."
    look = f"{asks:,} to look at" if asks else ""
    if not blocks:
        return "warning", f"Nothing stands in the way, {look}."
    stops = "1 thing stops this export" if blocks == 1 else f"{blocks:,} things stop this export"
    return "error", f"{stops}{', ' + look if look else ''}."


class _Whole(QStyledItemDelegate):
    """Asks for all the lines that a sentence needs."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: the padding of the style sheet is drawn, but lines are broken as if there were none."""
        narrower = QStyleOptionViewItem(option)
        narrower.rect.setWidth(option.rect.width() - _PADDING)
        return super().sizeHint(narrower, index)


def told_inside(blocks: int, asks: int) -> tuple[str, str]:
    """The same for what stays in the house: nothing stops it."""
    if not blocks:
        return told(blocks, asks)
    stops = "1 thing stops the story" if blocks == 1 else f"{blocks:,} things stop the story"
    return "warning", f"{stops} from leaving; a proof can be made."


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
        self._counts: tuple[int, int] | None = None
        self._telling: Telling = told
        self.told: QLabel = plain_label(CHECKING, "small")
        self.told.setWordWrap(True)
        self.list = _Fitting(self)
        self.list.setAccessibleName("Findings")
        self.list.setProperty("role", "framed")
        self.list.setWordWrap(True)
        self.list.setItemDelegate(_Whole(self.list))
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
        self.findings, self.blocked, self._counts = (), False, None
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
        self._counts = blocks, asks
        self.list.clear()
        stories = list(dict.fromkeys(finding.article for finding in self.findings))
        for story in stories:
            headline = headlines.get(story, "") if len(stories) > 1 else ""
            if headline:
                self._head(headline)
            for finding in self.findings:
                if finding.article == story:
                    self._add(finding, headline)
        self.list.setVisible(bool(self.findings))
        self.list.fit()
        more = blocks + asks - len(self.findings)
        show_role(self._rest, "small", f"and {more:,} more" if more > 0 else "")
        show_role(self.told, *self._telling(blocks, asks))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.told.text()))

    def take_keyboard(self) -> None:
        """Put the keyboard on the first finding."""
        rows = (self.list.item(row) for row in range(self.list.count()))
        first = next((item for item in rows if _finding(item)), None)
        if first is not None:
            self.list.setCurrentItem(first)
            self.list.setFocus()

    def _head(self, headline: str) -> None:
        """The story that the findings below it are about; a line to read, not to choose."""
        item = QListWidgetItem(EITHER_WAY.format(headline), self.list)
        font = item.font()
        font.setWeight(QFont.Weight.DemiBold)
        item.setFont(font)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def tell_by(self, telling: Telling) -> None:
        """Put what was found in these words from now on."""
        if telling is not self._telling:
            self._telling = telling
            if self._counts is not None:
                show_role(self.told, *telling(*self._counts))

    def _add(self, finding: Finding, headline: str) -> None:
        block = finding.level is Level.BLOCK
        sign = icons.icon("error", icons.Ink.DANGER) if block else icons.icon("warning", icons.Ink.WARNING)
        item = QListWidgetItem(sign, finding.message, self.list)
        item.setData(Qt.ItemDataRole.UserRole, finding)
        said = f"{headline}: {finding.message}" if headline else finding.message
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{'Blocks' if block else 'To look at'}: {said}")
        item.setToolTip("Show the place")

    def _on_wanted(self, item: QListWidgetItem) -> None:
        finding = _finding(item)
        if finding is not None:
            self.jump_requested.emit(finding)


def _finding(item: QListWidgetItem) -> Finding | None:
    kept = item.data(Qt.ItemDataRole.UserRole)
    return kept if isinstance(kept, Finding) else None
