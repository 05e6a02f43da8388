"""The values that pass from the readers of the formats to the desk that makes an article of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from deskeditor.document.model import ArticleId, Document, Fields

Known = Callable[[str], ArticleId | None]
"""The article of the library with this headline, or None."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How files are taken in.

    `time_zone` is the newsroom's, by its name in the tz database, or empty for the computer's. Only with
    `keep_status` is a story that calls itself published taken in as published: for a whole site that moves.
    `now` is the time of the import, ISO 8601 with a zone, or empty for that of the clock.
    """

    time_zone: str = ""
    keep_status: bool = False
    now: str = ""


@dataclass(frozen=True, slots=True)
class MediaIn:
    """A picture that came with the text; the text names it by the SHA-256 of `data`.

    Where it was looked at already, `suffix` says what it is, or `fault` why it cannot be kept.
    """

    data: bytes
    name: str
    suffix: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Intake:
    """One article as it came in, where it came from, and what the desk ought to know about it."""

    document: Document
    source: str
    notes: tuple[str, ...] = ()
    media: tuple[MediaIn, ...] = ()


class Kind(Enum):
    """What a block is, as far as the furniture rules care."""

    TEXT = "text"
    HEADING = "heading"
    OTHER = "other"
    PICTURE = "picture"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the page between blank lines: what one reads, its Markdown, and the space after it."""

    plain: str
    source: str
    kind: Kind = Kind.TEXT
    level: int = 0
    items: tuple[str, ...] = ()
    gap: str = "\n\n"


@dataclass(frozen=True, slots=True)
class Restriction:
    """The words of a restriction, and of them those that say when it ends.

    `day_first`: their language never begins a date with the month. `certain` is False where they may be the
    story's own, so that nobody but a person can settle it.
    """

    words: str
    tail: str
    day_first: bool = False
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader of a format found: blocks in order, and the fields that the format states itself.

    `source` is all that one could read in the file, hidden text too, a line for each block: no word of it
    may be lost unsaid (`accounting.py`). `restrictions` is what it states of when the story may leave,
    `dates` are times of publication that could not be read in full. An embargo is never in the fields.
    """

    blocks: tuple[Block, ...]
    fields: Fields = field(default_factory=Fields)
    notes: tuple[str, ...] = ()
    media: tuple[MediaIn, ...] = ()
    site: str = ""
    source: str = ""
    restrictions: tuple[Restriction, ...] = ()
    dates: tuple[str, ...] = ()
