"""A process of low priority that makes pictures and pages beside the writing: an export need not. No Qt.

It is there only while there is something to do, may be ended at any time, and says nothing: what it did not
make, an export makes, and tells of what cannot be made.
"""

from contextlib import suppress
from functools import partial
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.library.errors import LibraryError
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.worker import Calls, Limits, Worker, WorkerError

IDLE = 20.0
"""Seconds without work after which the process goes."""
QUIET = 3.0
"""Seconds without a save after which pages are made: a page hangs on the whole library, and takes longer."""
_NICE = 15


class Darkroom:
    """Takes articles that readers have, as they are saved; belongs to one thread at a time."""

    def __init__(self, library: Path) -> None:
        self._worker: Worker[ArticleId, None] = Worker(_work, library, limits=Limits(nice=_NICE))

    @property
    def is_at_work(self) -> bool:
        """Whether the process is there."""
        return self._worker.is_alive

    def develop(self, article: ArticleId) -> None:
        """Have the pictures and the page of an article made at some time soon; returns at once."""
        with suppress(WorkerError):
            self._worker.warm()  # it goes by itself after a while
            self._worker.send(article)

    def kill(self) -> None:
        """End the process in the middle, as the system may; the next story brings another one."""
        self._worker.kill()

    def close(self) -> None:
        """End whatever is under way; what is half made is made anew another time."""
        self._worker.close()


def _work(calls: Calls[ArticleId, None], path: Path) -> None:
    """Make pictures at once, and pages when nothing is saved for a while, until nobody asks for any more."""
    from deskeditor.publish.developing import develop, finish
    from deskeditor.publish.errors import PublishError

    saved: set[ArticleId] = set()
    while calls.wait(QUIET if saved else IDLE) or saved:
        if calls.hurried:
            article = calls.next()
            saved.add(article)
            make = partial(develop, id=article)
        else:
            make, saved = partial(finish, ids=saved), set()
        with suppress(OSError, LibraryError, PublishError), Library.open(path, Mode.READ) as library:
            make(library)
