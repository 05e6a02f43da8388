"""What a file is, by its first bytes before its name: names lie."""

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

from deskeditor.intake.errors import Refused
from deskeditor.intake.foreign import foreign_package

LARGEST = 20 * 1024 * 1024
"""Bytes of one file; no story is longer, and a reader should not wait for what is not one."""


class Format(Enum):
    """The kinds of files that can be read."""

    TEXT = "text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PACKAGE = "package"


@dataclass(frozen=True, slots=True)
class Stranger:
    """A kind of file that cannot be read, known by its first bytes."""

    start: bytes
    what: str
    do: str


_AS_DOCX = "open it in its own program and save it as .docx or .txt"
_STRANGERS = (
    Stranger(b"%PDF", "a PDF", "copy its text and paste it into a new article"),
    Stranger(b"{\\rtf", "an RTF file", _AS_DOCX),
    Stranger(
        b"\xd0\xcf\x11\xe0", "an old Word file or protected by a password", f"{_AS_DOCX}, without a password"
    ),
    Stranger(b"\x89PNG", "a picture", "add it to an article as a picture"),
    Stranger(b"\xff\xd8\xff", "a picture", "add it to an article as a picture"),
    Stranger(b"GIF8", "a picture", "add it to an article as a picture"),
    Stranger(b"RIFF", "a picture, sound or film", "import the text alone"),
    Stranger(b"Rar!", "a RAR archive", "unpack it and import the files"),
    Stranger(b"7z\xbc\xaf", "a 7z archive", "unpack it and import the files"),
    Stranger(b"\x1f\x8b", "a gzip archive", "unpack it and import the files"),
    Stranger(b"\x7fELF", "a program", "import a text instead"),
    Stranger(b"SQLite format 3", "a database", "open it as a library instead"),
)
_BY_EXTENSION = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), Format.MARKDOWN),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml"), Format.HTML),
    **dict.fromkeys((".txt", ".text", "", ".asc", ".wire"), Format.TEXT),
}
_BEFORE_HTML = re.compile(r"\s++|<\?xml[^>]*+>|<!--(?:[^-]|-(?!->))*+-->", re.I)
_HTML_START = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
_HTML_TAG = re.compile(
    r"</(?:p|div|article|section|h[1-6]|ul|span|table|body)\s*>|<(?:p|br|article)\b[^<>]*>", re.I
)
_FRONT = re.compile(r"\s*(?:---[ \t]*\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)[ \t]*(?:\n|$)|\+\+\+[ \t]*\n)")
_FRONT_KEY = re.compile(r"^(?:title|headline|date|author|layout|tags|slug)\s*[:=]", re.I | re.M)


def packaged(data: bytes) -> bool:
    """Whether the bytes are a zip, as docx and odt are too; raises Refused for what cannot be read."""
    _bounds(data)
    if what := foreign_package(data, ""):
        raise Refused(f"This is {what}. Nothing was taken in; {_AS_DOCX}.")
    for stranger in _STRANGERS:
        if data.startswith(stranger.start):
            raise Refused(f"This is {stranger.what}. Nothing was taken in; {stranger.do}.")
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def _bounds(data: bytes) -> None:
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Refused("This file is empty. Nothing was taken in; look whether it was copied whole.")
    if len(data) > LARGEST:
        size = len(data) // (1024 * 1024)
        raise Refused(
            f"This file has {size} MB, more than the {LARGEST // (1024 * 1024)} MB that are read. "
            "Nothing was taken in; import the text of one article."
        )


def text_format(name: str, text: str) -> tuple[Format, tuple[str, ...]]:
    """How to read a decoded text, with a note where that is not what its name says."""
    extension = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    named = _BY_EXTENSION.get(extension)
    found = _by_content(text, named)
    if named is None:
        return found, (f"The ending “{extension}” is not known; the file was read as {found.value}.",)
    if found is not named:
        return found, (f"The file was read as {found.value}, though its name ends in “{extension}”.",)
    return found, ()


def _by_content(text: str, named: Format | None) -> Format:
    start = text[:20_000]
    if named is not Format.MARKDOWN and _looks_like_html(start):
        return Format.HTML
    if named is Format.MARKDOWN or _has_front_matter(start):
        return Format.MARKDOWN
    return Format.HTML if named is Format.HTML and "<" in text else Format.TEXT


def _looks_like_html(start: str) -> bool:
    at = 0
    while (before := _BEFORE_HTML.match(start, at)) is not None:
        at = before.end()
    return bool(_HTML_START.match(start, at)) or len(_HTML_TAG.findall(start)) >= 3


def _has_front_matter(start: str) -> bool:
    front = _FRONT.match(start)
    return front is not None and _FRONT_KEY.search(start[: front.end() or 400]) is not None
