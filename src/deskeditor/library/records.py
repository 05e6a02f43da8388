"""What the library takes and gives: frozen records, no SQL."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, StrEnum
from typing import NamedTuple

from deskeditor.document.model import ArticleId, Document, MediaHash, Status

Now = Callable[[], str]
"""A clock: the time as ISO 8601 with a zone."""


def utc_now() -> str:
    """The time of this machine in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Mode(Enum):
    """Whether a library is opened to be changed."""

    WRITE = "write"
    READ = "read"


class Order(StrEnum):
    """How a list is sorted; ties fall to the newer article."""

    UPDATED = "updated"
    PUBLISHED = "published"
    HEADLINE = "headline"
    STATUS = "status"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class ListView:
    """Which articles a list shows, and in which order; None shows all."""

    status: Status | None = None
    section: str | None = None
    trashed: bool = False
    order: Order = Order.UPDATED


class Cursor(NamedTuple):
    """Where a page of a list ended, so that the next begins behind it."""

    value: str | int
    tie: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article at its newest revision, and where its writer left off.

    `slug` is its address in the library, which the fields need not name.
    """

    id: ArticleId
    revision: int
    document: Document
    caret: int
    scroll: float
    updated: str
    trashed: str | None
    words: int
    slug: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Row:
    """An article as a list shows it; `hits` are the found places within the snippet."""

    id: ArticleId
    slug: str
    headline: str
    status: Status
    section: str
    updated: str
    words: int
    snippet: str | None
    dateline: str
    byline: str
    hits: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list; `next` is None where the list ends with them."""

    rows: tuple[Row, ...]
    next: Cursor | None


@dataclass(frozen=True, slots=True)
class Revision:
    """One kept version of an article; `parent` is the number of the one that it was made from."""

    number: int
    article: ArticleId
    at: str
    origin: str
    name: str | None
    words: int
    sha256: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save came to; `conflict` names a revision that somebody else saved meanwhile, kept too."""

    revision: int
    sha256: str
    conflict: int | None = None


class Version(NamedTuple):
    """Which revision of an article would leave now: enough to know whether a page is still right."""

    id: ArticleId
    slug: str
    revision: int
    sha256: str
    updated: str


@dataclass(frozen=True, slots=True)
class FormerAddress:
    """What the path of a public story was made of before `at`, when a save changed it."""

    article: ArticleId
    slug: str
    section: str
    published: str
    at: str


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """A picture's size in pixels, as it stands upright, and its MIME type."""

    width: int
    height: int
    mime: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be; article or media name what it is about."""

    rule: str
    message: str
    article: ArticleId | None = None
    media: MediaHash | None = None
