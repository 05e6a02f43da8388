"""What an article is: frozen values, no behaviour that needs a screen, a disk or a clock."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from deskeditor.document.cropping import Focus

ArticleId = NewType("ArticleId", str)
"""Twelve characters of `0-9a-z`, given once and never again."""

MediaHash = NewType("MediaHash", str)
"""The SHA-256 of a picture's bytes, 64 lower-case hexadecimal digits."""


class Status(StrEnum):
    """How far a story is on its way to the reader, in the order of the desk."""

    IDEA = "idea"
    DRAFT = "draft"
    IN_REVIEW = "in review"
    READY = "ready"
    PUBLISHED = "published"
    CORRECTED = "corrected"
    KILLED = "killed"


@dataclass(frozen=True, slots=True)
class Author:
    """One name of the byline; `role`, `email` and `url` are empty where unknown."""

    name: str
    role: str = ""
    email: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the library as the story uses it; `focus` is None where nobody has chosen a point."""

    media: MediaHash
    alt: str = ""
    caption: str = ""
    credit: str = ""
    focus: Focus | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A related story by its headline; `article` is None while the library has none of that headline."""

    headline: str
    excerpt: str = ""
    article: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong and has been mended; `at` is ISO 8601 with a zone."""

    at: str
    note: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Everything of an article but its body; times are ISO 8601 with a zone, or None.

    `hold` is what a source or a colleague said against the story's leaving that nobody has settled yet: while
    there is a word in it, the story leaves by no road.
    """

    headline: str = ""
    kicker: str = ""
    standfirst: str = ""
    dateline: str = ""
    section: str = ""
    language: str = "en"
    status: Status = Status.DRAFT
    priority: str = ""
    embargo: str | None = None
    hold: str = ""
    published: str | None = None
    updated: str | None = None
    slug: str = ""
    seo_title: str = ""
    seo_description: str = ""
    social_text: str = ""
    note_to_editor: str = ""
    byline: tuple[Author, ...] = ()
    tags: tuple[str, ...] = ()
    lead_picture: Picture | None = None
    related: tuple[Related, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The body as Markdown, lines ended by `\\n`, and the fields. Nothing else is an article."""

    text: str = ""
    fields: Fields = field(default_factory=Fields)


@dataclass(frozen=True, slots=True)
class Selection:
    """Two positions in the body, counted in code points; equal where nothing is selected."""

    anchor: int = 0
    head: int = 0

    @property
    def start(self) -> int:
        """The smaller of the two."""
        return min(self.anchor, self.head)

    @property
    def end(self) -> int:
        """The larger of the two."""
        return max(self.anchor, self.head)
