"""What can go wrong with a library, each with a line for the person who is told."""

from deskeditor.document.model import ArticleId


class LibraryError(Exception):
    """What happened, what is safe, what to do: the message is fit to be shown as it stands."""


class Missing(LibraryError):
    """The article, revision or file asked for is not there."""


class Unavailable(LibraryError):
    """The file cannot be read or written now: gone, locked, no permission, disk full."""


class Damaged(LibraryError):
    """The file is there and is no sound library."""


class DamagedText(Damaged):
    """One article is not what was saved; `older` is its newest revision that is, None where none is."""

    def __init__(self, happened: str, todo: str, article: ArticleId, older: int | None) -> None:
        super().__init__(f"{happened} {todo}")
        self.happened = happened
        self.article = article
        self.older = older


class TooNew(LibraryError):
    """The library was written by a newer program; it was left untouched."""


class ReadOnly(LibraryError):
    """The library is open for reading only."""


class Interrupted(LibraryError):
    """The search was overtaken by a newer one; nothing is wrong."""


class NotAPicture(LibraryError):
    """What should become a picture of the library is none that a page can show."""
