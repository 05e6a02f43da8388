"""A process of low priority that makes pictures and pages beside the writing: an export need not. No Qt.

It is there only while there is something to do, may be ended at any time, and says nothing: what it did not
make, an export makes, and tells of what cannot be made.
"""

import os
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.document.model import ArticleId
from deskeditor.library.errors import LibraryError
from deskeditor.library.records import Mode
from deskeditor.library.store import Library

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

IDLE = 20.0
"""Seconds without work after which the process goes."""
QUIET = 3.0
"""Seconds without a save after which pages are made: a page hangs on the whole library, and takes longer."""
_NICE = 15


class Darkroom:
    """Takes articles that readers have, as they are saved; belongs to one thread at a time."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._pipe: Connection | None = None
        self._process: SpawnProcess | None = None

    @property
    def process(self) -> "SpawnProcess | None":
        """Whoever is at work, or was the last."""
        return self._process

    def develop(self, article: ArticleId) -> None:
        """Have the pictures and the page of an article made at some time soon; returns at once."""
        with suppress(OSError):
            if self._pipe is None or self._process is None or not self._process.is_alive():
                self._begin()
            if self._pipe is not None:
                self._pipe.send(article)

    def close(self) -> None:
        """End whatever is under way; what is half made is made anew another time."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()

    def _begin(self) -> None:
        import multiprocessing

        self.close()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._library), daemon=True)
        self._process.start()
        theirs.close()


def _work(pipe: "Connection", path: Path) -> None:
    """Make pictures at once, and pages when nothing is saved for a while, until nobody asks for any more."""
    from deskeditor.publish.developing import develop, finish
    from deskeditor.publish.errors import PublishError

    if hasattr(os, "nice"):
        os.nice(_NICE)
    saved: set[ArticleId] = set()
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while pipe.poll(QUIET if saved else IDLE) or saved:
            if pipe.poll():
                article: ArticleId = pipe.recv()
                saved.add(article)
                make = partial(develop, id=article)
            else:
                make, saved = partial(finish, ids=saved), set()
            with suppress(OSError, LibraryError, PublishError), Library.open(path, Mode.READ) as library:
                make(library)
