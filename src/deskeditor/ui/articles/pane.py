"""The article list as a whole: values in by methods, wishes out by signals, nothing decided here."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from deskeditor.library.records import ListView, Page, Row
from deskeditor.ui.articles import sayings
from deskeditor.ui.articles.delegate import HIT_HEIGHT, PLAIN_HEIGHT, RowDelegate
from deskeditor.ui.articles.header import Header, total
from deskeditor.ui.articles.model import Append, ArticlesModel
from deskeditor.ui.articles.skeleton import Skeleton
from deskeditor.ui.articles.view import ArticlesView
from deskeditor.ui.hands import release_keyboard
from deskeditor.ui.widgets.message import Message

__all__ = ["Append", "ArticlesPane"]

_MINUTE = 60_000


def local_now() -> datetime:
    """The time of this machine, in its own zone."""
    return datetime.now().astimezone()


class ArticlesPane(QWidget):
    """All articles of a library, however many; what it shows was handed to it."""

    open_requested = Signal(str)
    view_changed = Signal(object)
    search_changed = Signal(str)
    more_requested = Signal(object)
    new_requested = Signal()
    import_requested = Signal()
    trash_requested = Signal(object)
    duplicate_requested = Signal(str)
    dropped = Signal(object)
    selection_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], datetime] = local_now) -> None:
        super().__init__(parent)
        self.header = Header(self)
        self.model = ArticlesModel(self)
        self.list = ArticlesView(self.model, self)
        self._delegate = RowDelegate(clock, self)
        self._skeleton = Skeleton(self)
        self._message = Message(self)
        self._stack = QStackedWidget(self)
        self._counts: Mapping[str, int] = {}
        self._shown: tuple[ListView, str] | None = None
        self._place = 0
        self._lay_out()
        self._connect()
        self._ageing = QTimer(self)
        self._ageing.timeout.connect(self.list.viewport().update)
        self._ageing.start(_MINUTE)
        self.show_loading()

    def show_page(self, page: Page, append: Append = Append.FRESH) -> None:
        """Show rows; where the same list is shown anew, the place in it and the selection stay."""
        if append is Append.FRESH:
            self._begin_anew(page)
        else:
            self.model.show(page, append)
        if self._place or append is Append.FRESH:
            self._go_back()
        self._show_rows_or_reason()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Take how many articles have each status, by its value, and how many are in the `trash`."""
        self._counts = dict(counts)
        self.header.show_counts(counts)
        if self._stack.currentWidget() is self._message:
            self._show_rows_or_reason()

    def show_sections(self, sections: Sequence[str]) -> None:
        """Take the names of the sections there are."""
        self.header.show_sections(sections)

    def show_view(self, view: ListView) -> None:
        """Show the list view that the lead of the program chose, such as the one of last time."""
        self.header.show_view(view)

    def show_error(self, text: str) -> None:
        """Say that the list could not be read; “Try again” asks for the same view once more."""
        self._message.say(sayings.failed(text))
        self._show_message()

    def show_loading(self) -> None:
        """Say that rows are on their way; rows that are there stay until then."""
        if not self.model.rowCount():
            self._stack.setCurrentWidget(self._skeleton)

    def set_current(self, article: str) -> None:
        """Mark the article that is open in the editor, and select it where nothing else is."""
        self.model.set_current(article)
        if len(self.list.selected_ids()) <= 1:
            self.list.select((article,), article)

    def update_row(self, row: Row) -> None:
        """Put the newer state of one article in its place."""
        self.model.update_row(row)

    def remove_rows(self, ids: Collection[str]) -> None:
        """Take articles out of the list at once, before the library answers."""
        self.model.remove(ids)
        self._show_rows_or_reason()

    def selected_ids(self) -> tuple[str, ...]:
        """The selected articles in the order of the list."""
        return self.list.selected_ids()

    def focus_search(self) -> None:
        """Put the keyboard into the search field, its text selected."""
        self.header.search.setFocus()
        self.header.search.selectAll()

    def has_keyboard(self) -> bool:
        """Whether the keyboard is in the list or its search."""
        return self.list.hasFocus() or self.header.search.hasFocus()

    def focus_list(self) -> None:
        """Put the keyboard on a row."""
        self.list.enter_from_above()

    def set_row_actions(self, actions: Sequence[QAction]) -> None:
        """What the context menu of a row offers."""
        self.list.set_row_actions(actions)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            self._mark_drop("true")
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if _files(event):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop("false")
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop("false")
        paths = _files(event)
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths)

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.list.setItemDelegate(self._delegate)
        self.list.setProperty("role", "sidebar")
        for part in (self.list, self._skeleton, self._message):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self.setTabOrder(self.header.order, self.list)
        self.setTabOrder(self.list, self.header.shelf)
        self.setMinimumWidth(224)

    def _connect(self) -> None:
        header, rows = self.header, self.list
        header.view_changed.connect(self.view_changed)
        header.new_requested.connect(self.new_requested)
        header.search.textChanged.connect(self.search_changed)
        header.search.left_downwards.connect(rows.enter_from_above)
        header.search.entered.connect(self._on_search_entered)
        self.model.more_requested.connect(self.more_requested)
        rows.open_requested.connect(self.open_requested)
        rows.trash_requested.connect(self._on_trash)
        rows.duplicate_requested.connect(self.duplicate_requested)
        rows.left_upwards.connect(self.focus_search)
        rows.selectionModel().selectionChanged.connect(self._on_selection)
        self._message.chosen.connect(self._on_offer)

    def _mark_drop(self, state: str) -> None:
        self._stack.setProperty("drop", state)
        self._stack.style().polish(self._stack)

    def _begin_anew(self, page: Page) -> None:
        asked = (self.header.view, self.header.search.text())
        selected, focus = self.list.selected_ids(), self.list.focused_id()
        place = max(self.list.verticalScrollBar().value(), self._place)
        self.model.show(page, Append.FRESH)
        self._delegate.show_hits(HIT_HEIGHT if self.model.has_snippets() else PLAIN_HEIGHT)
        self.list.select(selected, focus)
        self._place = place if asked == self._shown else 0
        self._shown = asked

    def _go_back(self) -> None:
        """Scroll to where one was, asking for pages until that is reached."""
        self.list.scheduleDelayedItemsLayout()
        self.list.executeDelayedItemsLayout()
        bar = self.list.verticalScrollBar()
        bar.setValue(self._place)
        if bar.maximum() < self._place and self.model.has_more():
            self.model.fetchMore(QModelIndex())
        else:
            self._place = 0

    def _show_rows_or_reason(self) -> None:
        if self.model.rowCount():
            release_keyboard(self._message, self)
            self._stack.setCurrentWidget(self.list)
            return
        search, articles = self.header.search.text(), total(self._counts)
        self._message.say(sayings.nothing_to_show(self.header.view, search, articles))
        self._show_message()

    def _show_message(self) -> None:
        release_keyboard(self.list, self)
        self._stack.setCurrentWidget(self._message)

    def _on_selection(self) -> None:
        selected = self.list.selected_ids()
        self.header.show_selected(len(selected))
        self.selection_changed.emit(selected)

    def _on_search_entered(self) -> None:
        if self.model.rowCount():
            self.open_requested.emit(self.list.focused_id() or self.model.ids([0])[0])

    def _on_trash(self, ids: tuple[str, ...]) -> None:
        if not self.header.view.trashed:
            self.trash_requested.emit(ids)

    def _on_offer(self, key: str) -> None:
        if key == sayings.NEW:
            self.new_requested.emit()
        elif key == sayings.IMPORT:
            self.import_requested.emit()
        elif key == sayings.CLEAR:
            self.header.search.clear()
        else:
            self._ask_again(
                ListView(order=self.header.view.order) if key == sayings.EVERYTHING else self.header.view
            )

    def _ask_again(self, view: ListView) -> None:
        self.header.show_view(view)
        self.show_loading()
        self.view_changed.emit(view)


def _files(event: QDropEvent) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
