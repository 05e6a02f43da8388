"""The recovery journals of the open articles, on the thread that owns them."""

from collections.abc import Mapping
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.library.errors import Unavailable
from deskeditor.library.journal import Journal, Keep

NO_JOURNAL = (
    "The recovery journal cannot be written. Your text is kept in memory and saved to the library; "
    "make room on the disk or check its permissions."
)


class Journals:
    """One journal per article that was changed; an article that is only read never gets one."""

    def __init__(self, folder: Path, library_uuid: str) -> None:
        self._folder = folder
        self._uuid = library_uuid
        self._open: dict[ArticleId, Journal] = {}
        self._torn: set[ArticleId] = set()

    def begin(self, article: ArticleId, base: int, sha256: str) -> None:
        """Begin the journal of an article with the revision its steps stand on; raises Unavailable."""
        if article not in self._open:
            self._open[article] = Journal(self._folder, self._uuid, article, base, sha256)

    def append(self, article: ArticleId, step: Mapping[str, object]) -> None:
        """Write one step; it survives the death of this program from here on.

        Raises Unavailable where it cannot be written, and for every step after that one until the journal
        begins anew: steps behind a gap would be put back in the wrong place.
        """
        journal = self._open.get(article)
        if journal is None or article in self._torn:
            raise Unavailable(NO_JOURNAL)
        try:
            journal.append(step)
        except Unavailable:
            self._torn.add(article)
            raise

    def sync(self, article: ArticleId) -> None:
        """Make the steps survive a power cut."""
        if article in self._open:
            self._open[article].sync()

    def rebase(self, article: ArticleId, base: int, sha256: str) -> None:
        """Begin anew on a revision that the library is known to hold."""
        if article in self._open:
            self._open[article].rebase(base, sha256)
            self._torn.discard(article)

    def release(self, article: ArticleId, keep: Keep) -> None:
        """Let go of the journal; it is kept where it holds what the library has not."""
        self._torn.discard(article)
        journal = self._open.pop(article, None)
        if journal is not None:
            journal.close(keep)

    def close(self) -> None:
        """Let go of everything and keep it: whoever closes in order has released before."""
        for article in tuple(self._open):
            self.release(article, Keep.STEPS)
