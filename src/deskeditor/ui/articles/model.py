"""The rows that were handed over so far, and the wish for more of them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from enum import Enum, IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItemModel

from deskeditor.document.model import Status
from deskeditor.library.records import Cursor, Page, Row

Index = QModelIndex | QPersistentModelIndex


class Append(Enum):
    """Whether a page begins the list anew or goes on where the last one ended."""

    FRESH = "fresh"
    MORE = "more"


class Role(IntEnum):
    """What a row gives besides its headline."""

    ROW = Qt.ItemDataRole.UserRole + 1
    CURRENT = Qt.ItemDataRole.UserRole + 2


def status_word(status: Status) -> str:
    """The status as a person reads it."""
    return status.value.capitalize()


class ArticlesModel(QStandardItemModel):
    """A list that grows page by page; asks once for each page and holds no more than it was given.

    Qt: whenever it lays out a list it asks for the number of rows once a row. Asked of Python, that is a stop
    of half a second at 100,000 rows, so that the counting is left to a model that does it in C++. It has no
    items of its own: what a row says comes from here.
    """

    more_requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._next: Cursor | None = None
        self._asked: Cursor | None = None
        self._current = ""
        # The first to hear it, so that everybody else finds the rows as they are now.
        self.rowsRemoved.connect(self._on_removed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Role.ROW:
                return row
            case Role.CURRENT:
                return row.id == self._current
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.headline or "Without headline"
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None and self._next != self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = self._next
            self.more_requested.emit(self._next)

    def show(self, page: Page, append: Append) -> None:
        """Take a page; a row that is there already keeps its first place."""
        if append is Append.FRESH:
            self.setRowCount(0)
            self._places = {}
        self._add(page.rows)
        self._next, self._asked = page.next, None

    def update_row(self, row: Row) -> None:
        """Put a row's newer state in its place; what was found in it stays; unknown rows are left out."""
        place = self._places.get(row.id)
        if place is None:
            return
        old = self._rows[place]
        if row.snippet is None and old.snippet is not None:
            row = replace(row, snippet=old.snippet, hits=old.hits)
        self._rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def remove(self, ids: Collection[str]) -> None:
        """Take rows out at once, before the library answers."""
        gone = sorted(self._places[one] for one in ids if one in self._places)
        for first, last in reversed(runs(gone)):
            self.removeRows(first, last + 1 - first)
        self._places = {row.id: place for place, row in enumerate(self._rows)}

    def set_current(self, article: str) -> None:
        """Mark the one that is open in the editor."""
        before, self._current = self._current, article
        for one in (before, article):
            place = self._places.get(one)
            if place is not None:
                self.dataChanged.emit(self.index(place, 0), self.index(place, 0))

    def place(self, article: str) -> int | None:
        """Where an article stands, or None where it was not handed over."""
        return self._places.get(article)

    def ids(self, places: Iterable[int]) -> tuple[str, ...]:
        """The articles at these places, in the order of the list."""
        return tuple(self._rows[place].id for place in sorted(places))

    def has_more(self) -> bool:
        """Whether the library has rows that were not handed over yet."""
        return self._next is not None

    def has_snippets(self) -> bool:
        """Whether the rows are hits of a search."""
        return bool(self._rows) and self._rows[0].snippet is not None

    def _on_removed(self, parent: QModelIndex, first: int, last: int) -> None:
        del parent
        del self._rows[first : last + 1]

    def _add(self, rows: Sequence[Row]) -> None:
        new = [row for row in rows if row.id not in self._places]
        before = len(self._rows)
        self._places.update((row.id, place) for place, row in enumerate(new, before))
        self._rows.extend(new)
        self.insertRows(before, len(new))


def _spoken(row: Row) -> str:
    parts = (row.headline or "Without headline", status_word(row.status), row.section, f"{row.words:,} words")
    return ", ".join(part for part in parts if part)


def runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbours put together, first and last of each: Qt counts everything anew at every single one."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = (found[-1][0], place)
        else:
            found.append((place, place))
    return found
