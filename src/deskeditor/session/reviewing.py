"""Comparing what was with what is, away from the window's thread."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskeditor.document.model import ArticleId, Document
from deskeditor.library.records import Revision
from deskeditor.library.store import Library
from deskeditor.session.jobs import Lane

if TYPE_CHECKING:
    from deskeditor.review import Comparison


@dataclass(frozen=True, slots=True)
class Version:
    """One text to compare: an article, at a revision or, with None, at its newest."""

    article: ArticleId
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts and how they differ."""

    a: Version
    b: Version
    document_a: Document
    document_b: Document
    comparison: "Comparison"


class Reviewing(QObject):
    """Fetches revisions and compares; only the answer to the newest question is told."""

    compared = Signal(object)
    history = Signal(object)
    failed = Signal(str)

    def __init__(self, reader: Lane[Library]) -> None:
        super().__init__()
        self._reader = reader
        self._asked = 0

    def compare(self, a: Version, b: Version) -> None:
        """Compare two versions; `compared` carries the outcome."""
        self._asked += 1
        number = self._asked

        def work(library: Library) -> Compared:
            from deskeditor.review import compare

            old, new = _fetch(library, a), _fetch(library, b)
            return Compared(a, b, old, new, compare(old, new))

        def done(compared: Compared) -> None:
            if number == self._asked:
                self.compared.emit(compared)

        self._reader.run(work, done, self._on_failed)

    def list_history(self, article: ArticleId) -> None:
        """Ask for an article's revisions, newest first; `history` carries them."""

        def work(library: Library) -> tuple[Revision, ...]:
            return library.revisions(article)

        self._reader.run(work, self.history.emit, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(str(error))


def _fetch(library: Library, version: Version) -> Document:
    if version.revision is None:
        return library.load(version.article).document
    return library.revision(version.article, version.revision)
