"""What is said inside a picture's file as it leaves, written as XMP and IPTC: the newsroom's words alone.

Nothing that the original says of a person or a place is copied, whatever block of it they stand in: whoever
took a picture may be a source, and only the credit that the desk has given is published.
"""

import re
import struct
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from deskeditor.publish.images_names import source_type_in
from deskeditor.publish.images_original import Original

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_EXT = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"

_NOT_TEXT = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_SOURCE_TYPE = re.compile(r"https?://cv\.iptc\.org/newscodes/digitalsourcetype/[A-Za-z]{1,60}")
_MOST_NAME, _MOST_TEXT = 500, 2000


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of itself; empty where nobody has said it."""

    credit: str = ""
    caption: str = ""
    alt: str = ""
    source_type: str = ""


def said_of(original: Original, picture: "ImageFile") -> Said:
    """The newsroom's words, and of the original only how it came to be, in IPTC's own words."""
    return cleaned(Said(original.credit, original.caption, original.alt, source_type_in(picture)))


def cleaned(said: Said) -> Said:
    """The same as every block can hold it."""
    return Said(
        credit=_plain(said.credit, _MOST_NAME),
        caption=_plain(said.caption, _MOST_TEXT),
        alt=_plain(said.alt, _MOST_TEXT),
        source_type=said.source_type if _SOURCE_TYPE.fullmatch(said.source_type) else "",
    )


def packet(said: Said) -> bytes:
    """The XMP of a file; nothing where nothing is said."""
    parts = "".join(
        form.format(escape(text)) for form, text in zip(_FORMS, _texts(said), strict=True) if text
    )
    if not parts:
        return b""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">'
        f'<rdf:Description rdf:about="" xmlns:dc="{_DC}" xmlns:photoshop="{_PHOTOSHOP}" '
        f'xmlns:Iptc4xmpCore="{_CORE}" xmlns:Iptc4xmpExt="{_EXT}">{parts}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def iim(said: Said) -> bytes:
    """The same for older readers of JPEG: a marker with IPTC's records; nothing where nothing is said."""
    rows = ((110, said.credit), (120, said.caption))
    records = b"".join(_record(2, number, text.encode()) for number, text in rows if text)
    if not records:
        return b""
    records = _record(1, 90, b"\x1b%G") + records
    block = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(records)) + records
    block += b"\x00" * (len(records) % 2)
    return b"\xff\xed" + struct.pack(">H", len(block) + 2) + block


_FORMS = (
    "<photoshop:Credit>{}</photoshop:Credit>",
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>',
    "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>"
    '<rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>',
    "<Iptc4xmpExt:DigitalSourceType>{}</Iptc4xmpExt:DigitalSourceType>",
)


def _texts(said: Said) -> tuple[str, ...]:
    return said.credit, said.caption, said.alt, said.source_type


def _record(group: int, number: int, content: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, group, number, len(content)) + content


def _plain(text: str, most: int) -> str:
    """On one line, without what XML and old readers cannot hold, and not endless."""
    return _SPACES.sub(" ", _NOT_TEXT.sub(" ", text[: most * 4])).strip()[:most]
