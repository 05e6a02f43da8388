"""What the file of a picture says of people: read to tell the desk, never to be published.

Whoever took a picture may be a source: only the credit that the desk has given leaves (`images_credit.py`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from deskeditor.publish.images_original import DAMAGE, FORMATS

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_PERSONAL = re.compile(
    r"creator|author|owner|rights|credit|source|contact|byline|captionwriter|person|publisher|artist|"
    r"copyright|licensor|supplier|ci(?:email|tel|url|adr)",
    re.I,
)
"""Properties of XMP that name somebody, in whatever namespace."""
_OF_MACHINES = re.compile(r"digitalsourcetype|documentid|instanceid|creatortool|derivedfrom", re.I)
_EXIF = {0x013B: "artist", 0x8298: "copyright", 0x9C9D: "author", 0xA430: "owner of the camera"}
_INNER, _TIFF_XMP = 0x8769, 700
_IPTC = {80: "creator", 85: "position", 110: "credit", 115: "source", 116: "copyright", 118: "contact"}
_PNG = ("author", "artist", "copyright", "source", "contact", "creator")
_SOURCE_TYPE = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"
_MOST_XMP = 1_000_000
_MOST_WORDS = 120
_SPACES = re.compile(r"\s+")

Named = tuple[str, str]
"""What is said, and what it is said to be."""


def named_in(path: Path) -> tuple[Named, ...]:
    """Everything in a file that names a person, each once; of a damaged file nothing."""
    from PIL import Image

    try:
        with Image.open(path, formats=FORMATS) as picture:
            found = [each for read in (_xmp, _iptc, _exif, _texts) for each in _read(read, picture)]
    except (*DAMAGE, Image.DecompressionBombError):
        return ()
    once: dict[str, Named] = {}
    for text, what in found:
        short = _SPACES.sub(" ", text).strip(" \x00")[:_MOST_WORDS]
        if short:
            once.setdefault(short.casefold(), (short, what))
    return tuple(once.values())


def source_type_in(picture: "ImageFile") -> str:
    """How a picture came to be, in IPTC's words: that a machine made it is told to everybody."""
    try:
        root = _xmp_of(picture)
    except DAMAGE:
        return ""
    for each in () if root is None else root.iter(f"{_RDF}Description"):
        found = each.find(_SOURCE_TYPE)
        if _SOURCE_TYPE in each.attrib:
            return each.attrib[_SOURCE_TYPE]
        if found is not None:
            return (found.text or found.get(f"{_RDF}resource") or "").strip()
    return ""


def _read(reader: Callable[["ImageFile"], Iterable[Named]], picture: "ImageFile") -> list[Named]:
    """What a block says; nothing where it is damaged."""
    try:
        return list(reader(picture))
    except DAMAGE:
        return []


def _exif(picture: "ImageFile") -> Iterator[Named]:
    exif = picture.getexif()
    inner = exif.get_ifd(_INNER)
    for tag, what in _EXIF.items():
        yield _text(exif.get(tag, inner.get(tag)), wide=tag == 0x9C9D), what


def _iptc(picture: "ImageFile") -> Iterator[Named]:
    from PIL.IptcImagePlugin import getiptcinfo

    for (group, number), value in (getiptcinfo(picture) or {}).items():
        if group == 2 and number in _IPTC:
            yield _text(value), _IPTC[number]


def _texts(picture: "ImageFile") -> Iterator[Named]:
    """The text chunks of a PNG."""
    for name, value in picture.info.items():
        if isinstance(name, str) and isinstance(value, str) and name.casefold() in _PNG:
            yield value, name.casefold()


def _xmp(picture: "ImageFile") -> Iterator[Named]:
    root = _xmp_of(picture)
    if root is not None:
        yield from _people(root, "")


def _people(tag: Element, within: str) -> Iterator[Named]:
    """Texts of properties that name somebody, however deep they stand in lists and structures."""
    stack = [(tag, within)]
    while stack:
        each, what = stack.pop()
        rows: Mapping[str, str] = {
            key: value for key, value in each.attrib.items() if not key.startswith("{http://www.w3.org/")
        }
        for key, value in rows.items():
            own = _personal(key) or what
            if own:
                yield value, own
        what = _personal(str(each.tag)) or what
        if what and (each.text or "").strip():
            yield each.text or "", what
        stack += [(inner, what) for inner in reversed(each)]


def _personal(name: str) -> str:
    local = name.rpartition("}")[2]
    return local.lower() if _PERSONAL.search(local) and not _OF_MACHINES.search(local) else ""


def _xmp_of(picture: "ImageFile") -> Element | None:
    from xml.etree import ElementTree

    raw = picture.info.get("xmp") or picture.info.get("XML:com.adobe.xmp") or picture.getexif().get(_TIFF_XMP)
    content = raw.encode() if isinstance(raw, str) else raw
    if not isinstance(content, bytes) or len(content) > _MOST_XMP or b"<!" in content:
        return None  # A document type could name entities; no camera writes one.
    return ElementTree.fromstring(content.strip(b"\x00 \t\r\n"))


def _text(value: object, *, wide: bool = False) -> str:
    """Text of an old block: UTF-8 where it can be, otherwise as the first cameras wrote."""
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, (_text(item) for item in value)))
    if isinstance(value, bytes):
        if wide:
            return value.decode("utf-16-le", "replace")
        try:
            return value.decode()
        except UnicodeDecodeError:
            return value.decode("cp1252", "replace")
    return value if isinstance(value, str) else ""
