"""The XML of office files: parsed without entities, its names written with the usual prefixes."""

from xml.etree.ElementTree import Element

from deskeditor.intake.errors import Refused
from deskeditor.intake.packages import has_entities

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_OOXML = "http://schemas.openxmlformats.org/"
_STRICT = "http://purl.oclc.org/ooxml/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
_PREFIXES = {
    f"{_ODF}text:1.0": "text",
    f"{_ODF}table:1.0": "table",
    f"{_ODF}drawing:1.0": "draw",
    f"{_ODF}office:1.0": "office",
    f"{_ODF}style:1.0": "style",
    f"{_ODF}meta:1.0": "meta",
    f"{_ODF}presentation:1.0": "presentation",
    f"{_ODF}xsl-fo-compatible:1.0": "fo",
    f"{_ODF}svg-compatible:1.0": "svg",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://purl.org/dc/elements/1.1/": "dc",
    f"{_OOXML}wordprocessingml/2006/main": "w",
    f"{_STRICT}wordprocessingml/main": "w",
    f"{_OOXML}officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    f"{_OOXML}officeDocument/2006/relationships": "r",
    f"{_STRICT}officeDocument/relationships": "r",
    f"{_OOXML}package/2006/relationships": "rel",
    f"{_OOXML}drawingml/2006/main": "a",
    f"{_STRICT}drawingml/main": "a",
    f"{_OOXML}drawingml/2006/chart": "c",
    f"{_STRICT}drawingml/chart": "c",
    f"{_OOXML}drawingml/2006/diagram": "dgm",
    f"{_STRICT}drawingml/diagram": "dgm",
    f"{_OOXML}drawingml/2006/wordprocessingDrawing": "wp",
    f"{_STRICT}drawingml/wordprocessingDrawing": "wp",
    f"{_OOXML}markup-compatibility/2006": "mc",
    f"{_MICROSOFT}word/2010/wordprocessingShape": "wps",
    f"{_MICROSOFT}drawing/2014/chartex": "cx",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
}
_known: dict[str, str] = {}
"""Names that were written before; a file has a few hundred of them, and of hostile ones none is kept."""
_MOST_KNOWN = 5000


def tree_of(data: bytes | None, damaged: str) -> Element:
    """The root of a part; raises Refused with `damaged` where it is missing, broken or declares entities."""
    from xml.etree import ElementTree

    if data is None or has_entities(data):
        raise Refused(damaged)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise Refused(damaged) from error


def name_of(tag: Element) -> str:
    """The name of an element as `w:p`; of an unknown namespace the local name alone."""
    return _written(str(tag.tag))


def attributes_of(tag: Element) -> dict[str, str]:
    """The attributes by names as `w:val`; one of no namespace is written `:val`."""
    found = {}
    for key, value in tag.attrib.items():
        name = _written(key)
        found[name if ":" in name else f":{name}"] = value
    return found


def value(tag: Element | None, name: str = "val") -> str:
    """The attribute of that local name, in whatever namespace; empty where there is none."""
    if tag is None:
        return ""
    return next((text for key, text in tag.attrib.items() if key.rpartition("}")[2] == name), "")


def child(tag: Element | None, *path: str) -> Element | None:
    """The first child of that name, and of that one the first of the next name, and so on."""
    for name in path:
        if tag is None:
            return None
        tag = next((each for each in tag if name_of(each) == name), None)
    return tag


def is_on(tag: Element | None) -> bool:
    """Whether a switch is there and not set off."""
    return tag is not None and value(tag).lower() not in ("0", "false", "off", "none")


def _written(raw: str) -> str:
    name = _known.get(raw)
    if name is None:
        space, _, local = raw.lstrip("{").rpartition("}")
        prefix = _PREFIXES.get(space)
        name = f"{prefix}:{local}" if prefix else local
        if len(_known) < _MOST_KNOWN:
            _known[raw] = name
    return name
