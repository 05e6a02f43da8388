"""Articles that came in: told, and put on the desk only by the writer, unless the desk is empty."""

from PySide6.QtCore import QObject, Signal, Slot

from deskeditor.document.model import ArticleId
from deskeditor.session.desk import Desk
from deskeditor.session.intaking import Intaken, TakenIn, came_in, results
from deskeditor.ui.widgets.notice import Notice

MOST_NOTES = 3


class Arrivals(QObject):
    """Tells what came in and keeps the way to it; `changed`: there is another one to open now, or none.

    An import ends while somebody writes, so that it takes neither desk nor keyboard.
    """

    changed = Signal()
    open_requested = Signal(str)

    def __init__(self, desk: Desk, notice: Notice) -> None:
        super().__init__(notice)
        self._desk = desk
        self._notice = notice
        self._waiting: tuple[TakenIn, ...] = ()

    @property
    def waiting(self) -> int:
        """How many of the newest arrivals were not opened yet."""
        return len(self._waiting)

    @Slot(object)
    def take(self, intaken: Intaken) -> None:
        """Tell of a batch that came in, and of what stayed outside."""
        for refusal in results(intaken):
            self._notice.show_error(refusal)
        if not intaken.articles:
            return
        self._waiting = intaken.articles
        label = "Open"
        if self._desk.is_empty:
            self.open_next()
            label = ""
        self._notice.tell(summary(intaken), label, self.open_next if label else None)
        self.changed.emit()

    def open_next(self) -> None:
        """Put the first of those that wait on the desk."""
        if self._waiting:
            first, *rest = self._waiting
            self._waiting = tuple(rest)
            self.changed.emit()
            self._desk.open(ArticleId(first.article))


def summary(intaken: Intaken) -> str:
    """How many came in, and the first of the notes about them."""
    notes = [note for taken in intaken.articles for note in taken.notes]
    return " ".join([came_in(intaken), *map(_sentence, notes[:MOST_NOTES])])


def _sentence(note: str) -> str:
    return note if note.endswith((".", "!", "?", "…")) else note + "."
