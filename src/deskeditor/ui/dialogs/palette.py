"""Everything that can be done, found by a few letters and run by Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QLabel, QListView, QMenu, QVBoxLayout, QWidget

from deskeditor.ui.dialogs.palette_rows import ROW_HEIGHT, Command, CommandDelegate
from deskeditor.ui.dialogs.ranking import ranked
from deskeditor.ui.widgets.keys import TextLine

_WIDTH = 560
_MOST = 9
_NOWHERE = QModelIndex()


def command(action: QAction) -> Command:
    """An action as the palette shows it."""
    menus = [one for one in action.associatedObjects() if isinstance(one, QMenu) and one.title()]
    return Command(
        title=_plain(action.text()),
        menu=_plain(menus[0].title()) if menus else "",
        keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        icon=action.icon(),
        enabled=action.isEnabled(),
    )


class _Commands(QAbstractListModel):
    """The actions that fit what was typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.actions: list[QAction] = []
        self._commands: list[Command] = []

    def show(self, actions: Sequence[QAction]) -> None:
        """Take the actions in the order of their rank."""
        self.beginResetModel()
        self.actions = list(actions)
        self._commands = [command(action) for action in actions]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.actions)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        shown = self._commands[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return shown
        return shown.title if role == Qt.ItemDataRole.DisplayRole else None


class CommandPalette(QFrame):
    """Opens at the top of its window; runs one action, tells its name, and is gone.

    What cannot be done now is shown dimmed and cannot be run: who looks for it learns that it is there.
    """

    ran = Signal(str)

    def __init__(self, actions: Sequence[QAction], recent: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = [one for one in actions if not one.isSeparator() and one.isVisible()]
        self._names = [_sought(one) for one in self._actions]
        by_name = {one.objectName(): _sought(one) for one in self._actions}
        self._recent = [by_name[name] for name in recent if name in by_name]
        self.query = TextLine(self)
        self.rows = QListView(self)
        self._commands = _Commands(self)
        self._none = QLabel("No command has that name.", self)
        self._name_things()
        self._lay_out()
        self.query.textChanged.connect(self._search)
        self.rows.clicked.connect(lambda _: self._run())
        self._search("")

    def open_over(self, window: QWidget) -> None:
        """Show it in the middle of the upper part of a window, with the keyboard in it."""
        self.resize(min(_WIDTH, window.width() - 32), self.sizeHint().height())
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, 72)))
        self.show()
        self.query.setFocus()

    def found(self) -> tuple[str, ...]:
        """The titles that are offered now, best first."""
        return tuple(_plain(one.text()) for one in self._commands.actions)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: keys that the search line has no use for come here."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self._step(1 if key == Qt.Key.Key_Down else _MOST)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp):
            self._step(-1 if key == Qt.Key.Key_Up else -_MOST)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        else:
            super().keyPressEvent(event)

    def _search(self, query: str) -> None:
        fitting = [self._actions[place] for place in ranked(query, self._names, self._recent)]
        self._commands.show(sorted(fitting, key=lambda one: not one.isEnabled()))
        self.rows.setCurrentIndex(self._commands.index(0))
        self._none.setVisible(not fitting)
        self.rows.setVisible(bool(fitting))
        self.rows.setFixedHeight(min(len(fitting), _MOST) * ROW_HEIGHT)
        self.resize(self.width(), self.sizeHint().height())

    def _step(self, by: int) -> None:
        last = self._commands.rowCount() - 1
        place = self.rows.currentIndex().row() + by
        if abs(by) == 1 and last >= 0:
            place %= last + 1
        self.rows.setCurrentIndex(self._commands.index(max(0, min(place, last))))

    def _run(self) -> None:
        index = self.rows.currentIndex()
        if not index.isValid() or not self._commands.actions[index.row()].isEnabled():
            return
        action = self._commands.actions[index.row()]
        self.ran.emit(action.objectName())
        self.close()
        # The palette has to be gone first: what is run may open a dialog or ask who has the keyboard.
        QTimer.singleShot(0, action, action.trigger)

    def _name_things(self) -> None:
        self.setProperty("role", "palette")
        self.setAccessibleName("Command palette")
        self.query.setProperty("role", "palette")
        self.query.setPlaceholderText("What do you want to do?")
        self.query.setAccessibleName("Search commands")
        self.rows.setAccessibleName("Commands")
        self._none.setProperty("role", "muted")
        self._none.setMargin(16)

    def _lay_out(self) -> None:
        self.rows.setModel(self._commands)
        self.rows.setItemDelegate(CommandDelegate(self))
        self.rows.setUniformItemSizes(True)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setMouseTracking(True)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        line = QFrame(self)
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(0)
        for part in (self.query, line, self.rows, self._none):
            column.addWidget(part)


def _plain(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _sought(action: QAction) -> str:
    shown = command(action)
    return f"{shown.title} {shown.menu}"
