"""What the feeds have in common: which stories, their lasting names, and text that XML and JSON can hold."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from html import escape

from deskeditor.publish.images import Rendition
from deskeditor.publish.listing import House
from deskeditor.publish.site import Site, web_address
from deskeditor.publish.story import Story
from deskeditor.publish.times import utc_iso
from deskeditor.publish.xml_safe import xml_safe

ENTRIES = 50
"""How many stories a feed holds, the newest ones; all feeds hold the same in the same order."""

PATHS = {"atom": "feed.xml", "rss": "rss.xml", "json": "feed.json"}
XML = '<?xml version="1.0" encoding="utf-8"?>'

_SPACE = bytes.fromhex("6d7f5f0a6c4c5d0e9a552f1d1f4b7c10")
_VERSION = 5 << 76 | 2 << 62
_BITS = ~(15 << 76 | 3 << 62)
_IN_QUOTES = str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
_ALONE = re.compile("[\ud800-\udfff]")
_RARE = bytes(sign for sign in range(32) if sign != ord("\n"))
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A story and its body as a feed holds it: addresses name the host, or start at the feed without one."""

    story: Story
    content: str


def with_bodies(feed: bytes, path: str, bodies: Iterable[tuple[str, str]]) -> bytes | None:
    """The feed with another body for each that it has; None where one cannot be told from the rest."""
    told = _json_inside if path.endswith(".json") else xml_text
    for before, now in bodies:
        old = utf_8(told(before))
        if not before or not now or feed.count(old) != 1:
            return None
        feed = feed.replace(old, utf_8(told(now)))
    return feed


def identity(library: str, name: str) -> str:
    """A name for an article (or `feed`) that outlives every address: the library and its id decide it."""
    # The UUID of this name by RFC 9562, version 5, without the cost of a UUID object for each story.
    raw = int.from_bytes(sha1(_SPACE + f"{library}/{name}".encode()).digest()[:16], "big")
    text = f"{raw & _BITS | _VERSION:032x}"
    return f"urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def where(path: str, site: Site) -> str:
    """The public address of a file, or its bundle path while the site has none: no host is invented."""
    return site.absolute(path) or path


def latest(entries: Sequence[Entry]) -> str:
    """When the newest change of these stories was, in UTC; empty where there is none."""
    return max((utc_iso(each.story.modified) for each in entries), default="")


def authors(story: Story, house: House) -> tuple[tuple[str, str], ...]:
    """Who wrote it, each with a page where there is one; the house where nobody is named."""
    site, pages = house.site, house.place.authors
    named = [each for each in story.fields.byline if each.name.strip()]
    if not named:
        return ((site.house, site.base_url),)
    return tuple(
        (each.name, site.absolute(pages.get(each.name, "")) or web_address(each.url)) for each in named
    )


def topics(story: Story) -> tuple[str, ...]:
    """The section and the tags, each once."""
    return tuple(dict.fromkeys(term for term in (story.fields.section, *story.fields.tags) if term.strip()))


def lead(story: Story) -> Rendition | None:
    """The file that stands for the story: the lead picture as the widest JPEG."""
    return story.shapes[0] if story.shapes else None


def xml_text(text: str) -> str:
    """The text as XML holds it; a character that XML cannot hold becomes U+FFFD."""
    return escape(xml_safe(text), quote=False)


def attribute(text: str) -> str:
    """The text as a quoted attribute."""
    return f'"{xml_text(text).translate(_IN_QUOTES)}"'


def element(name: str, text: str) -> str:
    """One element around a text, on a line of its own; nothing where there is no text."""
    return f"<{name}>{xml_text(text)}</{name}>\n" if text else ""


def json_bytes(node: Mapping[str, object]) -> bytes:
    """Compact JSON in UTF-8."""
    return utf_8(_ENCODER.encode(node))


def json_text(text: str) -> str:
    """The text as JSON holds it."""
    return _ENCODER.encode(text)


def _json_inside(text: str) -> str:
    """The text as it stands between the quotes of JSON, where something may follow it."""
    return json_text(text)[1:-1]


def json_body(text: str) -> bytes:
    """A long text as JSON in UTF-8, at half the cost: most have but quotes and line ends to escape."""
    raw = utf_8(text)
    if len(raw.translate(None, _RARE)) < len(raw):
        return utf_8(json_text(text))
    return b'"%s"' % raw.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")


def utf_8(text: str) -> bytes:
    """The text in UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _ALONE.sub("\ufffd", text).encode()
