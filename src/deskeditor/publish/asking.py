"""What may leave, asked beside other work: SQLite needs no more of this program than to be started."""

from pathlib import Path
from threading import Thread

from deskeditor.library.errors import LibraryError
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish.standing import Still

Answer = tuple[Still, list[str]]


class Asking(Thread):
    """Asks a library by a connection of its own, while its maker does something else."""

    def __init__(self, library: Path, now: str) -> None:
        super().__init__(daemon=True)
        self._library, self._now = library, now
        self._answer: Answer | LibraryError | None = None
        self.start()

    def run(self) -> None:
        """Ask, in the other thread."""
        try:
            with Library.open(self._library, Mode.READ) as library:
                still = Still.of(library, self._now)
                self._answer = still, library.publishable_lines(self._now)
        except LibraryError as error:
            self._answer = error

    def answer(self) -> Answer:
        """The state of the library and the lines of what may leave; raises LibraryError."""
        self.join()
        if isinstance(self._answer, LibraryError):
            raise self._answer
        if self._answer is None:
            raise ValueError("nothing was answered")
        return self._answer
