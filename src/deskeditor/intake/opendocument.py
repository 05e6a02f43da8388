"""OpenDocument texts, written as HTML that the reader of web pages understands."""

import html
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from deskeditor.intake.errors import Refused
from deskeditor.intake.html_page import content_page
from deskeditor.intake.packages import has_entities, part_of
from deskeditor.intake.records import Page

_NAMES = {
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "http://www.w3.org/1999/xlink": "xlink",
}
_PASSED_OVER = frozenset(
    {
        *("text:tracked-changes", "office:annotation", "office:annotation-end", "office:forms"),
        *("text:table-of-content", "text:alphabetical-index", "text:sequence-decls"),
        *("svg:title", "svg:desc", "draw:object"),
    }
)
_BLOCKS = {
    "table:table": "table",
    "table:table-row": "tr",
    "text:list-item": "li",
    "text:section": "div",
    "draw:text-box": "div",
}
_DEEPEST = 150
_DAMAGED = (
    "This OpenDocument file is damaged. Nothing was taken in; open it in its own program and save it anew."
)
_LOCKED = "This OpenDocument file is protected by a password. Nothing was taken in; save it without one."


@dataclass(slots=True)
class Styles:
    """What the named styles of a file mean for its text."""

    marks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    numbered: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Writing:
    """The styles, and the footnotes met on the way."""

    styles: Styles
    footnotes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def opendocument_page(package: zipfile.ZipFile) -> Page:
    """The page in an OpenDocument text; raises Refused where the file is locked or damaged."""
    if b"encryption-data" in (part_of(package, "META-INF/manifest.xml") or b""):
        raise Refused(_LOCKED)
    content, named = _tree(part_of(package, "content.xml")), part_of(package, "styles.xml")
    styles = Styles()
    for tree in ([_tree(named)] if named else []) + [content]:
        _learn(tree, styles)
    body = next((tag for tag in content.iter() if _name(tag) == "office:text"), None)
    if body is None:
        raise Refused(_DAMAGED)
    writing = Writing(styles)
    text = "".join(_written(body, writing, 0))
    listed = "".join(f'<li id="footnote-{at}">{note}</li>' for at, note in enumerate(writing.footnotes, 1))
    page = f"<body>{text}<ol>{listed}</ol></body>" if listed else f"<body>{text}</body>"
    return content_page(page, lambda name: part_of(package, name), tuple(dict.fromkeys(writing.notes)))


def _tree(data: bytes | None) -> Element:
    from xml.etree import ElementTree

    if data is None or has_entities(data):
        raise Refused(_DAMAGED)
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError) as error:
        raise Refused(_DAMAGED) from error


def _name(tag: Element) -> str:
    space, _, local = tag.tag[1:].rpartition("}")
    return f"{_NAMES[space]}:{local}" if space in _NAMES else local


def _attributes(tag: Element) -> Mapping[str, str]:
    found = {}
    for key, value in tag.attrib.items():
        space, _, local = str(key).lstrip("{").rpartition("}")
        found[f"{_NAMES.get(space, '')}:{local}"] = str(value)
    return found


def _learn(tree: Element, styles: Styles) -> None:
    for tag in tree.iter():
        name, at = _name(tag), _attributes(tag)
        if name == "style:style":
            label = at.get("style:name", "")
            styles.parents[label] = at.get("style:parent-style-name", "")
            styles.marks[label] = tuple(mark for child in tag for mark in _marks(child))
        elif name == "text:list-style" and any(
            _name(child) == "text:list-level-style-number" for child in tag[:1]
        ):
            styles.numbered.add(at.get("style:name", ""))


def _marks(tag: Element) -> Iterator[str]:
    if _name(tag) != "style:text-properties":
        return
    at = _attributes(tag)
    if at.get("fo:font-weight") in ("bold", "600", "700", "800", "900"):
        yield "b"
    if at.get("fo:font-style") in ("italic", "oblique"):
        yield "i"
    if at.get("style:text-line-through-style", "none") != "none":
        yield "s"


def _written(tag: Element, writing: Writing, depth: int) -> Iterator[str]:
    """The inside of an element as HTML."""
    if depth > _DEEPEST:
        yield html.escape("".join(tag.itertext()))
        return
    yield html.escape(tag.text or "")
    for child in tag:
        yield from _element(child, writing, depth + 1)
        yield html.escape(child.tail or "")


def _element(tag: Element, writing: Writing, depth: int) -> Iterator[str]:
    name = _name(tag)
    at = _attributes(tag)
    if name == "office:annotation":
        writing.notes.append("The file holds comments; they were not taken over.")
    if name in _PASSED_OVER:
        return
    lone = _lone(name, tag, writing, depth)
    if lone is not None:
        yield lone
        return
    before, after = _around(name, at, writing)
    yield before
    yield from _written(tag, writing, depth)
    yield after


def _lone(name: str, tag: Element, writing: Writing, depth: int) -> str | None:
    """An element that is written as a whole; None for one that is only put around its inside."""
    if name == "text:line-break":
        return "<br>"
    if name in ("text:tab", "text:s"):
        return " "
    if name == "draw:frame":
        return _frame(tag, writing, depth)
    return _footnote(tag, writing, depth) if name == "text:note" else None


def _around(name: str, at: Mapping[str, str], writing: Writing) -> tuple[str, str]:
    """The tags before and after the inside of an element."""
    style = at.get("text:style-name", "")
    if name == "text:h":
        level = min(6, max(1, int(at.get("text:outline-level", "1") or 1)))
        return f"<h{level}>", f"</h{level}>"
    if name == "text:p":
        return _paragraph(style, writing.styles)
    if name == "text:span":
        marks = writing.styles.marks.get(style, ())
        return "".join(f"<{mark}>" for mark in marks), "".join(f"</{mark}>" for mark in reversed(marks))
    if name == "text:a":
        return f'<a href="{html.escape(at.get("xlink:href", ""))}">', "</a>"
    if name == "text:list":
        kind = "ol" if style in writing.styles.numbered else "ul"
        return f"<{kind}>", f"</{kind}>"
    if name == "table:table-cell":
        return f'<td colspan="{html.escape(at.get("table:number-columns-spanned", "1"))}">', "</td>"
    tag = _BLOCKS.get(name)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


def _paragraph(style: str, styles: Styles) -> tuple[str, str]:
    """A paragraph by its style's first ancestor that says anything: the title, a quotation, or neither."""
    marks = "".join(f"<{mark}>" for mark in styles.marks.get(style, ()))
    closing = "".join(f"</{mark}>" for mark in reversed(styles.marks.get(style, ())))
    for _ in range(8):
        if style in ("Title", "Quotations"):
            return (
                ("<h1>", "</h1>")
                if style == "Title"
                else (f"<blockquote><p>{marks}", f"{closing}</p></blockquote>")
            )
        style = styles.parents.get(style, "")
    return f"<p>{marks}", f"{closing}</p>"


def _frame(tag: Element, writing: Writing, depth: int) -> str:
    """A picture by the first image in the frame, which is its best form; a text box by its text."""
    image = next((child for child in tag if _name(child) == "draw:image"), None)
    if image is None:
        return "".join(_written(tag, writing, depth))
    alt = next((child.text or "" for child in tag if _name(child) in ("svg:desc", "svg:title")), "")
    source = _attributes(image).get("xlink:href", "")
    return f'<img src="{html.escape(source)}" alt="{html.escape(alt)}">'


def _footnote(tag: Element, writing: Writing, depth: int) -> str:
    body = next((child for child in tag if _name(child) == "text:note-body"), None)
    writing.footnotes.append("")
    number = len(writing.footnotes)
    writing.footnotes[number - 1] = "".join(_written(body, writing, depth)) if body is not None else ""
    return f'<a href="#footnote-{number}">{number}</a>'
