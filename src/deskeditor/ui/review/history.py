"""The history of an article: pick one version to see what happened since, or two to see what lies between."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from deskeditor.library.records import Revision
from deskeditor.ui.review.version_rows import VersionDelegate
from deskeditor.ui.review.versions import Version, versions

_NO_PARENT = QModelIndex()


def local_now() -> datetime:
    """The time of this machine, in its own zone."""
    return datetime.now().astimezone()


class VersionsModel(QAbstractListModel):
    """The rows of the history."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.versions: tuple[Version, ...] = ()

    def show(self, rows: tuple[Version, ...]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self.versions = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.versions)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.UserRole:
            return self.versions[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.versions[index.row()].told
        return None


class VersionsView(QListView):
    """The list itself; Enter asks for the comparison."""

    entered_row = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)


class HistoryList(QWidget):
    """Tells which two revisions to compare, the older first, and which one to restore."""

    compare_requested = Signal(object)
    restore_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None, clock: Callable[[], datetime] = local_now) -> None:
        super().__init__(parent)
        self._clock = clock
        self._asked: tuple[int, int] | None = None
        self.model = VersionsModel(self)
        self.list = VersionsView(self)
        self.hint = QLabel(self)
        self.restore = QPushButton("Restore this version", self)
        self._lay_out()
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        self.list.entered_row.connect(self.ask)
        self.restore.clicked.connect(self._on_restore)
        self._on_selected()

    def show_history(self, revisions: Sequence[Revision]) -> None:
        """Show revisions, newest first; what was selected stays so, at first the one before the newest."""
        chosen = set(self.selected())
        self._asked = None
        self.model.show(versions(revisions, self._clock()))
        rows = [row for row, version in enumerate(self.model.versions) if version.number in chosen]
        selection = QItemSelection()
        for row in rows or range(min(1, len(revisions) - 1), min(2, len(revisions))):
            selection.select(self.model.index(row), self.model.index(row))
        model = self.list.selectionModel()
        if indexes := selection.indexes():
            model.setCurrentIndex(indexes[0], QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._on_selected()

    def selected(self) -> tuple[int, ...]:
        """The numbers of the selected revisions, the oldest first."""
        rows = sorted((index.row() for index in self.list.selectedIndexes()), reverse=True)
        return tuple(self.model.versions[row].number for row in rows)

    def pair(self) -> tuple[int, int] | None:
        """What to compare: one with the newest, the newest with the one before, of several the outermost."""
        chosen = self.selected()
        all_numbers = [version.number for version in self.model.versions]
        if len(chosen) > 1:
            return chosen[0], chosen[-1]
        if not chosen or len(all_numbers) < 2:
            return None
        return (all_numbers[1], chosen[0]) if chosen[0] == all_numbers[0] else (chosen[0], all_numbers[0])

    def ask(self) -> None:
        """Ask for the comparison of what is selected."""
        self._asked = self.pair()
        if self._asked is not None:
            self.compare_requested.emit(self._asked)

    def _on_selected(self) -> None:
        chosen = self.selected()
        newest = self.model.versions[0].number if self.model.versions else None
        self.restore.setEnabled(len(chosen) == 1 and chosen[0] != newest)
        self.hint.setText(self._hint(len(chosen)))
        if self.pair() != self._asked:
            self.ask()

    def _hint(self, chosen: int) -> str:
        if len(self.model.versions) < 2:
            return "There is only one version so far."
        return "Compared with each other" if chosen > 1 else "Compared with the newest"

    def _on_restore(self) -> None:
        self.restore_requested.emit(self.selected()[0])

    def _lay_out(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(VersionDelegate(self.list))
        self.list.setAccessibleName("Versions, newest first")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hint.setProperty("role", "small")
        self.hint.setWordWrap(True)
        title = QLabel("History", self)
        title.setProperty("role", "heading")
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 8)
        head.setSpacing(2)
        head.addWidget(title)
        head.addWidget(self.hint)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 8, 12, 12)
        foot.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
