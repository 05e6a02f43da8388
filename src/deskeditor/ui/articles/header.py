"""What stands above the list: which articles, in which order, and the search."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from deskeditor.document.model import Status
from deskeditor.library.records import ListView, Order
from deskeditor.ui import icons
from deskeditor.ui.articles.model import status_word
from deskeditor.ui.widgets.choice import Choice, Option
from deskeditor.ui.widgets.keys import TextLine

_ALL = "all"
_TRASH = "trash"
_EVERY_SECTION = ""
_ORDERS = (
    Option(Order.UPDATED.value, "Newest first"),
    Option(Order.PUBLISHED.value, "Last published"),
    Option(Order.HEADLINE.value, "Headline A–Z"),
    Option(Order.STATUS.value, "By status"),
    Option(Order.WORDS.value, "Longest first"),
)


def total(counts: Mapping[str, int]) -> int:
    """How many articles there are outside the trash."""
    return sum(count for name, count in counts.items() if name != _TRASH)


class SearchField(TextLine):
    """Searches at every letter; Esc clears it, Down goes on into the list."""

    left_downwards = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setPlaceholderText("Search")
        self.setAccessibleName("Search articles")
        self.addAction(icons.icon("search", icons.Ink.MUTED), QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(icons.icon("clear"), "Clear the search", self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        # Qt: hidden before it was added, an action shows its button all the same.
        self._clear.setVisible(False)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Header(QWidget):
    """Holds the list view that is wished for; every change of it by a person is told once."""

    view_changed = Signal(object)
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ListView()
        self._counts: Mapping[str, int] = {}
        self._selected = 0
        self.shelf = Choice("Show articles", "heading", self)
        self.count = QLabel(self)
        self.new = QToolButton(self)
        self.search = SearchField(self)
        self.section = Choice("Section", "small", self)
        self.order = Choice("Sort", "small", self)
        self.results = QLabel("Search results", self)
        self.scope = QLabel("In all articles", self)
        self._name_things()
        self._lay_out()
        self._show_search("")
        self.order.offer(_ORDERS)
        # The search first: it is where a person begins, and a window gives the keyboard to the first.
        for before, after in pairwise((self.search, self.section, self.order, self.shelf, self.new)):
            self.setTabOrder(before, after)
        self.show_counts({})
        self.show_sections(())
        self.show_view(ListView())
        self.search.textChanged.connect(self._show_search)
        self.shelf.chosen.connect(self._on_shelf)
        self.section.chosen.connect(lambda key: self._change(replace(self.view, section=key or None)))
        self.order.chosen.connect(lambda key: self._change(replace(self.view, order=Order(key))))
        self.new.clicked.connect(self.new_requested)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Take how many articles have each status, by its value, and how many are in the trash."""
        self._counts = dict(counts)
        statuses = [Option(status, status_word(status), self._figure(status), "status") for status in Status]
        trash = Option(_TRASH, "Trash", self._figure(_TRASH), "trash")
        self.shelf.offer((Option(_ALL, "All articles", f"{total(counts):,}", "all"), *statuses, trash))
        self._show_count()

    def show_sections(self, sections: Sequence[str]) -> None:
        """Take the names of the sections there are."""
        every = Option(_EVERY_SECTION, "Every section")
        self.section.offer((every, *(Option(name, name, group="names") for name in sections if name)))

    def show_selected(self, count: int) -> None:
        """Say how many articles are selected, where that is more than one."""
        self._selected = count
        self._show_count()

    def show_view(self, view: ListView) -> None:
        """Show a list view that was chosen elsewhere, such as the one of last time."""
        self.view = view
        self.shelf.show_key(_TRASH if view.trashed else view.status or _ALL)
        self.section.show_key(view.section or _EVERY_SECTION)
        self.order.show_key(view.order)
        self._show_count()

    def _name_things(self) -> None:
        self.results.setProperty("role", "heading")
        self.results.setIndent(12)
        self.scope.setIndent(12)
        for label in (self.count, self.scope):
            label.setProperty("role", "small")
        self.count.setAccessibleName("Number of articles")
        self.new.setIcon(icons.icon("new"))
        self.new.setToolTip("New article")
        self.new.setAccessibleName("New article")
        self.new.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _lay_out(self) -> None:
        first, last, whole = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        first.setSpacing(4)
        first.addWidget(self.shelf)
        first.addWidget(self.results)
        first.addWidget(self.count)
        first.addStretch()
        first.addWidget(self.new)
        last.addWidget(self.section)
        last.addWidget(self.scope)
        last.addStretch()
        last.addWidget(self.order)
        whole.setContentsMargins(8, 12, 8, 4)
        whole.setSpacing(8)
        first.addStrut(32)
        last.addStrut(26)
        whole.addLayout(first)
        whole.addWidget(self.search)
        whole.addLayout(last)

    def _show_search(self, text: str) -> None:
        """A search goes through everything, so that no filter is shown that would not hold."""
        searching = bool(text.strip())
        found: tuple[QWidget, ...] = (self.results, self.scope)
        filters: tuple[QWidget, ...] = (self.shelf, self.count, self.section, self.order)
        for part in found:
            part.setVisible(searching)
        for part in filters:
            part.setVisible(not searching)

    def _figure(self, name: str) -> str:
        return f"{self._counts.get(name, 0):,}"

    def _show_count(self) -> None:
        key = self.shelf.key
        if self._selected > 1:
            self.count.setText(f"{self._selected:,} selected")
            return
        self.count.setText(f"{total(self._counts):,}" if key == _ALL else self._figure(key))

    def _on_shelf(self, key: str) -> None:
        status = None if key in (_ALL, _TRASH) else Status(key)
        self._change(replace(self.view, status=status, trashed=key == _TRASH))

    def _change(self, view: ListView) -> None:
        self.view = view
        self._show_count()
        self.view_changed.emit(view)
