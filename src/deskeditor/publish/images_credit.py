"""Who is named inside a picture's file, read from what came and written as XMP and IPTC.

Nothing but named properties is ever copied, as cleaned text: positions, serial numbers, maker notes and
thumbnails have no way out, whatever block of the original they hide in.
"""

import re
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from deskeditor.publish.images_original import DAMAGE, Original

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

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
_MOST_XMP = 1_000_000

_ARTIST, _COPYRIGHT, _TIFF_XMP = 0x013B, 0x8298, 700
_BYLINE, _CREDIT, _RIGHTS, _CAPTION = (2, 80), (2, 110), (2, 116), (2, 120)


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says of itself; empty where nobody has said it."""

    credit: str = ""
    creator: str = ""
    rights: str = ""
    caption: str = ""
    alt: str = ""
    source_type: str = ""


def said_of(original: Original, picture: "ImageFile") -> Said:
    """The newsroom's words, and of the original who made it, whose it is and how it came to be."""
    xmp, iptc, exif = _read(_xmp, picture), _read(_iptc, picture), _read(_exif, picture)
    return cleaned(
        Said(
            credit=original.credit if original.credit.strip() else _first("credit", xmp, iptc),
            creator=_first("creator", xmp, iptc, exif),
            rights=_first("rights", xmp, iptc, exif),
            caption=original.caption,
            alt=original.alt,
            source_type=xmp.get("source_type", ""),
        )
    )


def cleaned(said: Said) -> Said:
    """The same as every block can hold it."""
    return Said(
        credit=_plain(said.credit, _MOST_NAME),
        creator=_plain(said.creator, _MOST_NAME),
        rights=_plain(said.rights, _MOST_NAME),
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
    rows = ((80, said.creator), (110, said.credit), (116, said.rights), (120, said.caption))
    records = b"".join(_record(2, number, text.encode()) for number, text in rows if text)
    if not records:
        return b""
    records = _record(1, 90, b"\x1b%G") + records
    block = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(records)) + records
    block += b"\x00" * (len(records) % 2)
    return b"\xff\xed" + struct.pack(">H", len(block) + 2) + block


_FORMS = (
    "<photoshop:Credit>{}</photoshop:Credit>",
    "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
    '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:rights>',
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>',
    "<Iptc4xmpCore:AltTextAccessibility><rdf:Alt>"
    '<rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>',
    "<Iptc4xmpExt:DigitalSourceType>{}</Iptc4xmpExt:DigitalSourceType>",
)


def _texts(said: Said) -> tuple[str, ...]:
    return said.credit, said.creator, said.rights, said.caption, said.alt, said.source_type


def _record(group: int, number: int, content: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, group, number, len(content)) + content


def _read(reader: Callable[["ImageFile"], Mapping[str, str]], picture: "ImageFile") -> Mapping[str, str]:
    """What a block says; nothing where it is damaged."""
    try:
        return reader(picture)
    except DAMAGE:
        return {}


def _first(name: str, *sources: Mapping[str, str]) -> str:
    return next((text for each in sources if (text := each.get(name, "")).strip()), "")


def _exif(picture: "ImageFile") -> dict[str, str]:
    exif = picture.getexif()
    return {"creator": _text(exif.get(_ARTIST)), "rights": _text(exif.get(_COPYRIGHT))}


def _iptc(picture: "ImageFile") -> dict[str, str]:
    from PIL.IptcImagePlugin import getiptcinfo

    known = getiptcinfo(picture) or {}
    rows = {"creator": _BYLINE, "credit": _CREDIT, "rights": _RIGHTS}
    return {name: _text(known.get(tag)) for name, tag in rows.items()}


def _xmp(picture: "ImageFile") -> dict[str, str]:
    from xml.etree import ElementTree

    raw = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or _tiff_xmp(picture)
    content = raw.encode() if isinstance(raw, str) else raw
    if not isinstance(content, bytes) or len(content) > _MOST_XMP or b"<!" in content:
        return {}  # A document type could name entities; no camera writes one.
    root = ElementTree.fromstring(content.strip(b"\x00 \t\r\n"))
    rows = {
        "credit": f"{{{_PHOTOSHOP}}}Credit",
        "creator": f"{{{_DC}}}creator",
        "rights": f"{{{_DC}}}rights",
        "source_type": f"{{{_EXT}}}DigitalSourceType",
    }
    descriptions = tuple(root.iter(f"{{{_RDF}}}Description"))
    return {name: _property(descriptions, tag) for name, tag in rows.items()}


def _tiff_xmp(picture: "ImageFile") -> object:
    return picture.getexif().get(_TIFF_XMP)


def _property(descriptions: "Iterable[Element]", tag: str) -> str:
    """A property as an attribute, as text or as a list of RDF."""
    for each in descriptions:
        if tag in each.attrib:
            return each.attrib[tag]
        for found in each.findall(tag):
            items = [item.text or "" for item in found.iter(f"{{{_RDF}}}li")]
            resource = found.get(f"{{{_RDF}}}resource", "")
            return (
                "; ".join(item.strip() for item in items if item.strip()) or (found.text or resource).strip()
            )
    return ""


def _text(value: object) -> str:
    """Text of an old block: UTF-8 where it can be, otherwise as the first cameras wrote."""
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, (_text(item) for item in value)))
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value.decode("cp1252", "replace")
    return value if isinstance(value, str) else ""


def _plain(text: str, most: int) -> str:
    """On one line, without what XML and old readers cannot hold, and not endless."""
    return _SPACES.sub(" ", _NOT_TEXT.sub(" ", text[: most * 4])).strip()[:most]
