"""What a check sees of an article, and what it answers."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property

from deskeditor.document.model import ArticleId, Fields, MediaHash
from deskeditor.publish.body import Trouble
from deskeditor.publish.findings import Level

_CODE = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[^\n]*(?:\n.*?(?:^ {0,3}\1[^\n]*$|\Z)|\Z)|`[^`\n]+`", re.MULTILINE | re.DOTALL
)
_MARKUP = re.compile(
    r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\{[^{}\n]*\}|</?[A-Za-z!][^<>\n]*>|^\[[^\[\]\n]*\]:[^\n]*",
    re.MULTILINE,
)
_PICTURE = re.compile(
    r"!\[([^\[\]\n]*)\]\(\s*([^()\s]*)(?:[ \t]+\"((?:[^\"\\\n]|\\.)*)\")?\s*\)(?:\{([^{}\n]*)\})?"
)
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s]*)?)>?[^()\n]*\)")


class Standing(Enum):
    """Where an article that a story names stands."""

    OUT = "out"
    INSIDE = "inside"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check says, and where in the body; no place where it is about a field."""

    message: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class SourcePicture:
    """A picture as the body's Markdown names it."""

    alt: str
    address: str
    caption: str
    credit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link as the body's Markdown names it."""

    text: str
    address: str
    start: int
    end: int


@dataclass(frozen=True)
class Subject:
    """One article and the few things around it that a check may ask about."""

    article: ArticleId
    slug: str
    fields: Fields
    text: str
    html: str
    now: datetime
    standing: Callable[[ArticleId], Standing]
    called: Callable[[str], ArticleId | None]
    has_media: Callable[[MediaHash], bool]
    troubles: tuple[Trouble, ...] = ()

    @cached_property
    def prose(self) -> str:
        """The body with code blanked out; every character keeps its place."""
        return _CODE.sub(_blank, self.text)

    @cached_property
    def spoken(self) -> str:
        """The body with code, addresses, titles and tags blanked out: what a reader reads, in its place."""
        return _MARKUP.sub(_blank, self.prose)

    @cached_property
    def pictures(self) -> tuple[SourcePicture, ...]:
        """The body's pictures in order."""
        return _pictures(self.prose)

    @cached_property
    def links(self) -> tuple[SourceLink, ...]:
        """The body's inline links in order."""
        return tuple(SourceLink(m[1], m[2], m.start(), m.end()) for m in _LINK.finditer(self.prose))


@dataclass(frozen=True, slots=True)
class Check:
    """One row of the table: what the rule is called, how grave it is, and how it looks."""

    rule: str
    level: Level
    look: Callable[[Subject], Iterable[Remark]]


def pictures_of(text: str) -> tuple[SourcePicture, ...]:
    """The pictures of a body, in order."""
    return _pictures(_CODE.sub(_blank, text)) if "](media:" in text else ()


def _pictures(prose: str) -> tuple[SourcePicture, ...]:
    return tuple(
        SourcePicture(m[1].strip(), m[2], (m[3] or "").strip(), _credit(m[4] or ""), m.start(), m.end())
        for m in _PICTURE.finditer(prose)
    )


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found.group())


def _credit(attributes: str) -> str:
    found = re.search(r"credit=(?:\"([^\"]*)\"|'([^']*)'|(\S+))", attributes)
    return next((part for part in found.groups() if part), "").strip() if found else ""
