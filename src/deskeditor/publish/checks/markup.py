"""The body's Markdown as checks read it: what is code, what is markup, where pictures and links stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CODE = re.compile(
    r"^ {0,3}(`{3,}|~{3,})[^\n]*(?:\n.*?(?:^ {0,3}\1[^\n]*$|\Z)|\Z)|`[^`\n]+`", re.MULTILINE | re.DOTALL
)
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
    """The text with code blanked out; every character keeps its place."""
    return _CODE.sub(_blank, text) if "`" in text or "~~~" in text else text


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
    silent = found.group()
    return "\n".join(" " * len(line) for line in silent.split("\n")) if "\n" in silent else " " * len(silent)


def _credit(attributes: str) -> str:
    found = _CREDIT.search(attributes) if "credit" in attributes else None
    return next((part for part in found.groups() if part), "").strip() if found else ""
