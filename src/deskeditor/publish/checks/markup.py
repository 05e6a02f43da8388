"""The body's Markdown as checks read it: what is code, what is markup, where pictures and links stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deskeditor.render.blocks import Block, Kind, split

_TICKS = re.compile(r"(?<!\\)(\\*)(`+)")
_PARAGRAPHS = re.compile(r"(\n[ \t>]*\n)")
_SILENT = (
    ("](", re.compile(r"\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)")),
    ("{", re.compile(r"\{[^{}\n]*\}")),
    ("<", re.compile(r"</?[A-Za-z!][^<>\n]*>")),
    ("]:", re.compile(r"^\[(?!\^)[^\[\]\n]*\]:[^\n]*", re.MULTILINE)),
    ("://", re.compile(r"https?://[^\s<>()\[\]\"]+")),
)
"""What nobody reads aloud, each behind the sign without which there is none."""
_PICTURE = re.compile(
    r"!\[([^\[\]\n]*)\]\(\s*([^()\s]*)(?:[ \t]+\"((?:[^\"\\\n]|\\.)*)\")?\s*\)(?:\{([^{}\n]*)\})?"
)
_CREDIT = re.compile(r"credit=(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
_LINK = re.compile(r"(?<!!)\[([^\[\]\n]*)\]\(\s*<?([^()\s<>]*(?:\([^()\s]*\)[^()\s]*)?)>?[^()\n]*\)")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)([^\[\]\n]+)\]:[ \t]*<?([^\s<>]+)>?", re.MULTILINE)


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


def without_code(text: str) -> str:
    """The text with code blanked out; every character keeps its place.

    What is code the renderer says: a fence that nothing closes begins none.
    """
    return "".join(map(_block, split(text))) if "`" in text or "~~~" in text else text


def _block(block: Block) -> str:
    if block.kind is Kind.FENCE:
        return _blanked(block.source)
    if block.kind in (Kind.CODE, Kind.HTML):
        return block.source
    if block.kind is Kind.CONTAINER:
        head, end, inside = block.source.partition("\n")
        return head + end + without_code(inside)
    parts = _PARAGRAPHS.split(block.source)
    return "".join(map(_without_inline_code, parts))


def _without_inline_code(paragraph: str) -> str:
    """Ticks to the next run of as many are code; a run behind a backslash begins none."""
    runs = list(_TICKS.finditer(paragraph))
    closers: dict[int, int] = {}
    closed: list[int | None] = [None] * len(runs)
    for number in range(len(runs) - 1, -1, -1):
        length = len(runs[number][2])
        closed[number] = closers.get(length)
        closers[length] = number
    parts: list[str] = []
    at = number = 0
    while number < len(runs):
        closer = closed[number]
        if closer is not None and len(runs[number][1]) % 2 == 0:
            start, end = runs[number].start(2), runs[closer].end()
            parts += paragraph[at:start], _blanked(paragraph[start:end])
            at, number = end, closer
        number += 1
    return "".join((*parts, paragraph[at:]))


def without_markup(prose: str) -> str:
    """What a reader reads, in its place: addresses, titles, attributes and tags are blanked out too."""
    for sign, pattern in _SILENT:
        if sign in prose:
            prose = pattern.sub(_blank, prose)
    return prose


def pictures(prose: str) -> tuple[SourcePicture, ...]:
    """The pictures of a text without code, in order."""
    if "![" not in prose:
        return ()
    return tuple(
        SourcePicture(m[1].strip(), m[2], (m[3] or "").strip(), _credit(m[4] or ""), m.start(), m.end())
        for m in _PICTURE.finditer(prose)
    )


def links(prose: str) -> tuple[SourceLink, ...]:
    """The links of a text without code, in order: those in a line, then those defined below it."""
    return tuple(_links(prose))


def _links(prose: str) -> Iterator[SourceLink]:
    for sign, pattern in (("](", _LINK), ("]:", _DEFINITION)):
        if sign in prose:
            for m in pattern.finditer(prose):
                yield SourceLink(m[1], m[2], m.start(), m.end())


def _blank(found: re.Match[str]) -> str:
    return _blanked(found.group())


def _blanked(silent: str) -> str:
    return "\n".join(" " * len(line) for line in silent.split("\n")) if "\n" in silent else " " * len(silent)


def _credit(attributes: str) -> str:
    found = _CREDIT.search(attributes) if "credit" in attributes else None
    return next((part for part in found.groups() if part), "").strip() if found else ""
