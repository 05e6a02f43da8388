"""The list itself: keys, and asking for more before the end is in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QWidget

from deskeditor.ui.articles.model import ArticlesModel, runs

_ALONE = Qt.KeyboardModifier.NoModifier


class ArticlesView(QListView):
    """Rows of articles; a click or Enter opens one."""

    open_requested = Signal(str)
    trash_requested = Signal(object)
    duplicate_requested = Signal(str)
    left_upwards = Signal()

    def __init__(self, model: ArticlesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._articles = model
        self._actions: tuple[QAction, ...] = ()
        self.setModel(model)
        self.setAccessibleName("Articles")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def set_row_actions(self, actions: Sequence[QAction]) -> None:
        """What the context menu offers, in this order; a separator is an action too."""
        self._actions = tuple(actions)

    def selected_ids(self) -> tuple[str, ...]:
        """The selected articles in the order of the list."""
        # By ranges: asked row by row, Qt takes a second for 100,000 of them.
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.count())]
        return self._articles.ids(place for part in ranges for place in range(part.top(), part.bottom() + 1))

    def select(self, ids: Sequence[str], focus: str) -> None:
        """Select those of `ids` that are there and put the keyboard on `focus`, without scrolling."""
        there = sorted(place for one in ids if (place := self._articles.place(one)) is not None)
        selection = QItemSelection()
        for first, last in runs(there):
            selection.select(self._articles.index(first, 0), self._articles.index(last, 0))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        place = self._articles.place(focus)
        if place is not None:
            index = self._articles.index(place, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def focused_id(self) -> str:
        """The article that the keyboard is on, or nothing."""
        index = self.currentIndex()
        return self._articles.ids([index.row()])[0] if index.isValid() else ""

    def enter_from_above(self) -> None:
        """Take the keyboard and stand on a row, the first where none was."""
        self.setFocus(Qt.FocusReason.TabFocusReason)
        # Qt: with the keyboard a view takes a current row, and does not select it.
        if self._articles.rowCount() and not self.selected_ids():
            self.setCurrentIndex(self._articles.index(max(self.currentIndex().row(), 0), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), event.modifiers() in (_ALONE, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focused_id():
            self.open_requested.emit(self.focused_id())
        elif _trashes(event) and self.selected_ids():
            self.trash_requested.emit(self.selected_ids())
        elif plain and key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif (
            event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and key == Qt.Key.Key_D
            and self.focused_id()
        ):
            self.duplicate_requested.emit(self.focused_id())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Qt: letters would jump between rows and read every one of them; the search field is for that."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        alone = event.button() == Qt.MouseButton.LeftButton and event.modifiers() == _ALONE
        if alone and index.isValid() and len(self.selected_ids()) == 1:
            self.open_requested.emit(self._articles.ids([index.row()])[0])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if event.reason() is QContextMenuEvent.Reason.Mouse and index.isValid():
            self._select_under(index)
        if self.selected_ids() and self._actions:
            self.show_menu(self._menu_place(event))

    def show_menu(self, place: QPoint) -> None:
        """Open the context menu at a place of the screen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self._actions))
        menu.popup(place)

    def _select_under(self, index: QModelIndex) -> None:
        if not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)

    def _menu_place(self, event: QContextMenuEvent) -> QPoint:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            return event.globalPos()
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())

    def _on_scrolled(self, value: int) -> None:
        # Qt asks only at the very end, which a person sees as a stop.
        if self.verticalScrollBar().maximum() - value < 3 * self.viewport().height():
            self._articles.fetchMore(QModelIndex())


def _trashes(event: QKeyEvent) -> bool:
    """Delete or Backspace, with Control too, as lists of files have it."""
    known = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers() & ~known
