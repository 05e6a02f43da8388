"""What a check sees of an article, and what it answers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import Generic, TypeVar

from deskeditor.document.model import ArticleId, Document, Fields, MediaHash
from deskeditor.publish.body import Body
from deskeditor.publish.checks.markup import (
    SourceLink,
    SourcePicture,
    links,
    pictures,
    without_code,
    without_markup,
)
from deskeditor.publish.checks.shown import shown_words
from deskeditor.publish.findings import Finding, Level

S = TypeVar("S")


class Standing(Enum):
    """Where an article that a story names stands."""

    OUT = "out"
    INSIDE = "inside"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check says, and where: in the body by its characters, or in the field that it names."""

    message: str
    start: int | None = None
    end: int | None = None
    field: str = ""


@dataclass(frozen=True)
class Copy:
    """A story's own words: all that a check of the text may ask about, so that its findings can be kept."""

    document: Document
    slug: str
    body: Body

    @property
    def fields(self) -> Fields:
        """Everything of the story but its body."""
        return self.document.fields

    @property
    def text(self) -> str:
        """The body as it was written."""
        return self.document.text

    @property
    def html(self) -> str:
        """The body as readers get it, with the library's own addresses."""
        return self.body.html

    @cached_property
    def language(self) -> str:
        """The first part of the story's language tag, in small letters."""
        return self.fields.language.replace("_", "-").partition("-")[0].lower()

    @cached_property
    def prose(self) -> str:
        """The body with code blanked out; every character keeps its place."""
        return without_code(self.text)

    @cached_property
    def spoken(self) -> str:
        """The body with code, addresses, titles and tags blanked out: what a reader reads, in its place."""
        return without_markup(self.prose)

    @cached_property
    def shown(self) -> str:
        """The words that readers see on the page, however they are written."""
        return shown_words(self.html)

    @cached_property
    def pictures(self) -> tuple[SourcePicture, ...]:
        """The body's pictures in order."""
        return pictures(self.prose)

    @cached_property
    def links(self) -> tuple[SourceLink, ...]:
        """The body's links in order."""
        return links(self.prose)


def _nobody(_media: MediaHash) -> tuple[tuple[str, str], ...]:
    return ()


@dataclass(frozen=True)
class Subject:
    """One article, and the few things around it that a check of the context may ask about."""

    article: ArticleId
    copy: Copy
    now: datetime
    standing: Callable[[ArticleId], Standing]
    called: Callable[[str], ArticleId | None]
    has_media: Callable[[MediaHash], bool]
    named_in: Callable[[MediaHash], tuple[tuple[str, str], ...]] = _nobody

    @property
    def fields(self) -> Fields:
        """Everything of the story but its body."""
        return self.copy.fields

    @property
    def text(self) -> str:
        """The body as it was written."""
        return self.copy.text


@dataclass(frozen=True, slots=True)
class Check(Generic[S]):
    """One row of a table: what the rule is called, how grave it is, how it looks, which field it is about."""

    rule: str
    level: Level
    look: Callable[[S], Iterable[Remark]]
    field: str = ""


def walked(table: Iterable[Check[S]], seen: S, article: str = "") -> tuple[Finding, ...]:
    """Every row's remarks on what it sees, in the order of the table."""
    return tuple(
        Finding(
            article,
            row.level,
            row.rule,
            remark.message,
            remark.start,
            remark.end,
            remark.field or (row.field if remark.start is None else ""),
        )
        for row in table
        for remark in row.look(seen)
    )


def pictures_of(text: str) -> tuple[SourcePicture, ...]:
    """The pictures of a body, in order."""
    return pictures(without_code(text)) if "](media:" in text else ()
