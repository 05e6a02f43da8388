"""What comes from outside while somebody waits, a copy or a picture: read beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from deskeditor.session.jobs import Lane

if TYPE_CHECKING:
    from deskeditor.intake.reader import Checked, Reader, Thumbnail

T = TypeVar("T")
Failed = Callable[[Exception], None]


class Outside(QObject):
    """Asks a Reader that is kept ready, on a thread of its own, one thing after the other."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane: Lane[Reader] | None = None
        self._readers: list[Reader] = []
        self._closed = False

    def warm(self) -> None:
        """Have the process ready before anything is pasted; returns at once."""
        if not self._closed:
            self.ask(lambda reader: reader.warm(), lambda _: None, lambda _: None)

    def picture(self, path: Path, done: "Callable[[Checked], None]", failed: Failed) -> None:
        """Read a picture that may be kept."""
        self.ask(lambda reader: reader.picture(path), done, failed)

    def look(self, path: Path, room: int, done: "Callable[[Thumbnail], None]", failed: Failed) -> None:
        """Read a picture to be shown so large at the most."""
        self.ask(lambda reader: reader.look(path, room), done, failed)

    def ask(self, work: "Callable[[Reader], T]", done: Callable[[T], None], failed: Failed) -> None:
        """Do something with the reader; one of `done` and `failed` is called back, unless all is closed."""
        if self._closed:
            return
        if self._lane is None:
            from deskeditor.files import Unreadable
            from deskeditor.intake.errors import Refused
            from deskeditor.library.errors import LibraryError
            from deskeditor.worker import WorkerError

            self._lane = Lane(
                "outside", self._reader, (Refused, Unreadable, LibraryError, WorkerError, OSError)
            )
        self._lane.run(work, self._unless_closed(done), self._unless_closed(failed))

    def _unless_closed(self, then: Callable[[T], None]) -> Callable[[T], None]:
        def told(what: T) -> None:
            if not self._closed:
                then(what)

        return told

    def close(self) -> None:
        """End what is under way; nothing of it comes any more."""
        self._closed = True
        for reader in self._readers:
            reader.stop()
        if self._lane is not None:
            self._lane.close(lambda reader: reader.close())
            self._lane = None

    def _reader(self) -> "Reader":
        from deskeditor.intake.reader import Reader

        reader = Reader(ready=True)
        self._readers.append(reader)
        return reader
