"""Which article a read-also card points to, or which headline waits for one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from deskeditor.document.model import ArticleId
from deskeditor.library.records import Row
from deskeditor.ui import icons
from deskeditor.ui.dialogs.dialog import Dialog
from deskeditor.ui.widgets.keys import TextLine
from deskeditor.ui.widgets.two_lines import TwoLines

_HINT = "A card with a headline that the library has not got yet waits, and is linked when the article comes."


@dataclass(frozen=True)
class ReadAlsoChoice:
    """The headline on the card; `article` is None where it waits."""

    headline: str
    article: ArticleId | None


class ReadAlsoDialog(Dialog):
    """Tells what is searched for, is fed with what was found, and tells what was chosen."""

    search_changed = Signal(str)
    chosen = Signal(object)

    def __init__(self, headline: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Read Also", parent)
        self._rows: tuple[Row, ...] = ()
        self.query = _Query(self)
        self.query.setPlaceholderText("Headline")
        self.list = QListWidget(self)
        self.list.setAccessibleName("Articles found")
        self.list.setMinimumHeight(220)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setProperty("role", "framed")
        self.query.list = self.list
        self.add_field("&Find an article, or write a headline", self.query)
        self.body.addWidget(self.list, 1)
        self._hint = self.add_hint(_HINT)
        self._done = self.add_buttons("Add Card")
        self._done.clicked.connect(self._on_done)
        self.list.itemActivated.connect(lambda _: self._on_done())
        self.query.textChanged.connect(self._on_typed)
        self.query.setText(headline)
        self._fill()
        self.query.setFocus()
        self.resize(520, 480)

    def show_results(self, rows: Sequence[Row]) -> None:
        """Take what was found for the words that were typed last."""
        if self.over:
            return
        self._rows = tuple(row for row in rows if row.headline)
        self._fill()

    def choice(self) -> ReadAlsoChoice | None:
        """What would be chosen now."""
        item = self.list.currentItem()
        chosen = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return chosen if isinstance(chosen, ReadAlsoChoice) else None

    def _on_typed(self, text: str) -> None:
        self._fill()
        self.search_changed.emit(text.strip())

    def _fill(self) -> None:
        typed = " ".join(self.query.text().split())
        self.list.clear()
        for row in self._rows:
            where = " · ".join(part for part in (row.section, row.status.value.capitalize()) if part)
            self._add(f"{row.headline}\n{where}", ReadAlsoChoice(row.headline, row.id))
        if typed and all(row.headline.casefold() != typed.casefold() for row in self._rows):
            self._add(f"“{typed}”\nUse as a headline that waits for its article", ReadAlsoChoice(typed, None))
        self.list.setCurrentRow(0)
        self._done.setEnabled(self.list.count() > 0)

    def _add(self, text: str, choice: ReadAlsoChoice) -> None:
        sign = icons.icon("file" if choice.article else "history")
        item = QListWidgetItem(sign, text, self.list)
        item.setData(Qt.ItemDataRole.UserRole, choice)

    def _on_done(self) -> None:
        choice = self.choice()
        if choice is not None:
            self.chosen.emit(choice)
            self.accept()


class _Query(TextLine):
    """Up and Down move in the list while one types."""

    list: QListWidget

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            place = self.list.currentRow() + step
            self.list.setCurrentRow(max(0, min(place, self.list.count() - 1)))
        else:
            super().keyPressEvent(event)
