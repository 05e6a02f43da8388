"""Taking in files, one after the other: each is read by a process beside the window and stored at once.

A file that is refused, hangs or breaks its reader stops none of the others; the notes say what was taken out
and what is missing.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from deskeditor.document.model import ArticleId
from deskeditor.files import shown
from deskeditor.library.errors import LibraryError
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.session.desk import Desk
from deskeditor.session.jobs import Lane

if TYPE_CHECKING:
    from deskeditor.intake import Intake
    from deskeditor.intake.arrival import Arrival

PATIENCE_MS = 800
"""How long a batch is under way before anybody is told how far it is."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """One article that came in, with the notes of the intake."""

    article: ArticleId
    headline: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Intaken:
    """What a batch of files became; `refused` holds one sentence for each that stayed outside.

    `left`: files that were not read any more, since somebody cancelled.
    """

    articles: tuple[TakenIn, ...]
    refused: tuple[str, ...]
    left: int = 0


@dataclass(frozen=True, slots=True)
class Underway:
    """Which file of a batch is being read: `done` came before it."""

    name: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class _Wanted:
    path: Path
    keep_status: bool


@dataclass(slots=True)
class _Batch:
    waiting: list[_Wanted]
    of: int
    arrivals: "list[Arrival]" = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    done: int = 0
    cancelled: bool = False


class _Desk:
    """What reads, on the lane's thread: a process, and the library to look headlines up in."""

    def __init__(self, path: Path) -> None:
        from deskeditor.intake.reader import Reader

        self.reader: Reader = Reader()
        self.library = Library.open(path, Mode.READ)

    def read(self, wanted: _Wanted) -> "tuple[Intake, ...] | str | None":
        """The articles in a file, a sentence where there are none, None where somebody cancelled."""
        from deskeditor.intake.arrival import import_options
        from deskeditor.intake.errors import Refused
        from deskeditor.intake.reader import Stopped

        try:
            options = import_options(self.library, keep_status=wanted.keep_status)
            return self.reader.file(wanted.path, self.library.find_headline, options)
        except Refused as refusal:
            return str(refusal)
        except Stopped:
            return None

    def close(self) -> None:
        self.reader.close()
        self.library.close()


class Intaking(QObject):
    """Brings files into the library; `taken` carries what a batch became, Intaken.

    `progressed` carries Underway while a batch takes long, and None once it has ended.
    """

    taken = Signal(object)
    progressed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._batch: _Batch | None = None
        self._now: Underway | None = None
        self._desks: list[_Desk] = []
        self._lane: Lane[list[_Desk]] | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._tell)

    def take(self, paths: tuple[Path, ...], *, keep_status: bool = False) -> None:
        """Take files in, behind those that are under way; published ones as such only with `keep_status`."""
        if self._batch is None:
            self._batch = _Batch([], 0)
            self._patience.start()
        self._batch.waiting += [_Wanted(path, keep_status) for path in paths]
        self._batch.of += len(paths)
        if self._now is None:
            self._next(self._batch)

    def cancel(self) -> None:
        """Read no more; what came in stays."""
        if self._batch is not None:
            self._batch.cancelled = True
            for desk in self._desks:
                desk.reader.stop()

    def close(self) -> None:
        """End what is under way; what came in stays, and nothing is told any more."""
        self.cancel()
        self._batch = None
        self._patience.stop()
        if self._lane is not None:
            self._lane.close(_let_go)
            self._lane = None

    def _next(self, batch: _Batch) -> None:
        if batch.cancelled or not batch.waiting:
            self._link_up(batch)
            return
        wanted = batch.waiting.pop(0)
        path = wanted.path
        self._now = Underway(shown(path), batch.of - len(batch.waiting) - 1, batch.of)
        if not self._patience.isActive():
            self._tell()
        place = self._desk.path

        def read(desks: list[_Desk]) -> "tuple[Intake, ...] | str | None":
            if not desks:
                desks.append(_Desk(place))
            return desks[0].read(wanted)

        self._reading().run(read, self._on_read, lambda error: self._on_read(_not_read(path, error)))

    def _reading(self) -> Lane[list[_Desk]]:
        if self._lane is None:
            self._lane = Lane("intake", lambda: self._desks, (LibraryError, OSError))
        return self._lane

    def _on_read(self, read: "tuple[Intake, ...] | str | None") -> None:
        batch = self._batch
        if batch is None:
            return
        if read is None:
            self._next(batch)
        elif isinstance(read, str):
            self._refuse(batch, read)
        else:
            self._store(batch, read)

    def _store(self, batch: _Batch, read: "tuple[Intake, ...]") -> None:
        from deskeditor.intake.arrival import store

        source = read[0].source if read else ""

        def stored(arrivals: "tuple[Arrival, ...]") -> None:
            batch.arrivals += arrivals
            batch.done += 1
            self._next(batch)

        def failed(error: Exception) -> None:
            self._refuse(batch, f"“{source}” could not be stored: {error}")

        self._desk.lane.run(lambda library: store(library, read), stored, failed)

    def _refuse(self, batch: _Batch, sentence: str) -> None:
        batch.refused.append(sentence)
        batch.done += 1
        self._next(batch)

    def _link_up(self, batch: _Batch) -> None:
        from deskeditor.intake.arrival import link_up

        self._desk.lane.run(
            lambda library: link_up(library, batch.arrivals),
            lambda arrivals: self._end(batch, arrivals),
            lambda _: self._end(batch, tuple(batch.arrivals)),
        )

    def _end(self, batch: _Batch, arrivals: "tuple[Arrival, ...]") -> None:
        if self._batch is not batch:
            return
        batch.arrivals[:] = arrivals
        if batch.waiting and not batch.cancelled:
            self._next(batch)  # more was dropped meanwhile
            return
        self._batch = self._now = None
        self._patience.stop()
        self._reading().run(_let_go, _nothing, _nothing)
        self.progressed.emit(None)
        taken = tuple(
            TakenIn(each.article.id, each.article.document.fields.headline, each.notes) for each in arrivals
        )
        self._desk.changed.emit(())
        self.taken.emit(Intaken(taken, tuple(batch.refused), batch.of - batch.done))

    @Slot()
    def _tell(self) -> None:
        if self._now is not None:
            self.progressed.emit(self._now)


def came_in(intaken: Intaken) -> str:
    """How many articles came in, in words."""
    count = len(intaken.articles)
    return "1 article came in." if count == 1 else f"{count} articles came in."


def results(intaken: Intaken) -> tuple[str, ...]:
    """What did not come in, a sentence for each; the last one also says what did."""
    told = list(intaken.refused)
    if intaken.left:
        what = "1 file was" if intaken.left == 1 else f"{intaken.left} files were"
        told.append(f"The import was cancelled: {what} not read. Import them again when you like.")
    if told and intaken.articles:
        told[-1] += f" {came_in(intaken)}"
    return tuple(told)


def _not_read(path: Path, error: Exception) -> str:
    return f"“{shown(path)}” cannot be read: {error}"


def _let_go(desks: list[_Desk]) -> None:
    while desks:
        desks.pop().close()


def _nothing(_: object) -> None:
    return
