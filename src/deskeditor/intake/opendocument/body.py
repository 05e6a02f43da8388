"""The text of an OpenDocument file as HTML that the reader of web pages understands."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import attributes_of, child, name_of
from deskeditor.intake.opendocument.hidden import TOLD, hides, take_hidden, tell_unseen, told
from deskeditor.intake.opendocument.lists import number_of
from deskeditor.intake.opendocument.objects import embedded
from deskeditor.intake.opendocument.source import words_in
from deskeditor.intake.opendocument.styles import is_unseen, marks_of
from deskeditor.intake.opendocument.writing import Around, Writing
from deskeditor.intake.style_names import Role

_REPEATED = 40
_TAG = re.compile(r"<[^>]*>")
_PASSED_OVER = frozenset(
    {
        *("office:annotation-end", "office:forms", "text:sequence-decls", "text:variable-decls"),
        *(
            "text:user-field-decls",
            "text:dde-connection-decls",
            "svg:title",
            "svg:desc",
            "text:note-citation",
        ),
        *("office:event-listeners", "table:table-columns", "table:table-column", "text:number"),
    }
)
_SPANS = (("colspan", "table:number-columns-spanned"), ("rowspan", "table:number-rows-spanned"))
_BLOCKS = {"text:section": "div", "text:bibliography": "div", "text:index-body": "div"}
_BOXES = frozenset(
    {
        *("draw:frame", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:polygon", "draw:path"),
        *("draw:g", "draw:line", "draw:connector", "draw:caption", "draw:polyline", "draw:circle"),
    }
)


def written(tag: Element, writing: Writing, around: Around) -> str:
    """The inside of an element as HTML."""
    return "".join(_pieces(tag, writing, around))


def _pieces(tag: Element, writing: Writing, around: Around) -> Iterator[str]:
    yield _letters(tag.text, writing)
    for each in tag:
        yield _element(each, writing, around)
        yield _letters(each.tail, writing)


def _letters(text: str | None, writing: Writing) -> str:
    if text and text.strip():
        writing.withheld.part()
    return html.escape(text or "")


def _element(tag: Element, writing: Writing, around: Around) -> str:
    name, at = name_of(tag), attributes_of(tag)
    if name in _PASSED_OVER:
        return ""
    if name in TOLD:
        told(tag, name, writing)
        return ""
    if hides(tag, name, at, writing):
        take_hidden(tag, name, at, writing)
        return ""
    reader = _READERS.get(name) or (_box if name in _BOXES else None)
    if reader is not None:
        return reader(tag, at, writing, around.deeper(top=name == "text:section"))
    inner = written(tag, writing, around.deeper(top=name in _BLOCKS))
    block = _BLOCKS.get(name)
    return f"<{block}>{inner}</{block}>" if block else inner


def _paragraph(tag: Element, at: Mapping[str, str], writing: Writing, around: Around) -> str:
    style = at.get("text:style-name", "")
    waiting, writing.boxes = writing.boxes, []
    inner = written(tag, writing, replace(around, in_paragraph=True))
    behind, writing.boxes = "".join(writing.boxes), waiting
    writing.withheld.part()
    own = writing.styles.known.get(("paragraph", style))
    look = {} if own is None else own.letters
    if is_unseen(look):
        tell_unseen(writing)
    shown = _in_place(tag, at, _marked(inner, marks_of(look)), writing, around)
    if around.in_paragraph:
        return f" {inner} {behind}"
    return shown + behind


def _in_place(tag: Element, at: Mapping[str, str], inner: str, writing: Writing, around: Around) -> str:
    """A paragraph by its style: a heading, a quotation, a field of the story, or text."""
    style = at.get("text:style-name", "")
    role, level = writing.styles.role(style), writing.styles.level(style)
    plain = " ".join(html.unescape(_TAG.sub("", inner)).split())
    if name_of(tag) == "text:h":
        stated = at.get("text:outline-level", "1")
        level = int(stated) if stated.isdecimal() else 1
    elif role is Role.TITLE:
        level = 1
    if level and not around.list_level:
        return f"<h{min(6, max(1, level))}>{inner}</h{min(6, max(1, level))}>"
    if around.top and plain and "<img" not in inner:
        if role is Role.AUTHOR:
            writing.head.authors.append(plain)
            return ""
        if role is Role.SUBTITLE and not writing.head.standfirst:
            writing.head.standfirst = plain
            return ""
    return f"<blockquote><p>{inner}</p></blockquote>" if role is Role.QUOTE else f"<p>{inner}</p>"


def _marked(inner: str, marks: tuple[str, ...]) -> str:
    opening, closing = (
        "".join(f"<{mark}>" for mark in marks),
        "".join(f"</{mark}>" for mark in reversed(marks)),
    )
    return f"{opening}{inner}{closing}"


def _span(tag: Element, at: Mapping[str, str], writing: Writing, around: Around) -> str:
    look = writing.styles.letters("text", at.get("text:style-name", ""))
    if is_unseen(look):
        tell_unseen(writing)
    return _marked(written(tag, writing, around), marks_of(look))


def _link(tag: Element, at: Mapping[str, str], writing: Writing, around: Around) -> str:
    return f'<a href="{html.escape(at.get("xlink:href", ""))}">{written(tag, writing, around)}</a>'


def _break(_tag: Element, _at: Mapping[str, str], _writing: Writing, _around: Around) -> str:
    return "<br>"


def _space(_tag: Element, _at: Mapping[str, str], _writing: Writing, _around: Around) -> str:
    return " "


def _conditional(tag: Element, at: Mapping[str, str], writing: Writing, around: Around) -> str:
    """What a field shows stays; the wordings that it does not show are told."""
    inner = written(tag, writing, around)
    for name in ("text:string-value", "text:string-value-if-true", "text:string-value-if-false"):
        other = at.get(name, "").strip()
        if other and other not in html.unescape(inner):
            writing.withheld.part()
            writing.withheld.take("wording that a field does not show", other)
            writing.withheld.part()
    return inner


def _ruby(tag: Element, _at: Mapping[str, str], writing: Writing, around: Around) -> str:
    base, reading = child(tag, "text:ruby-base"), child(tag, "text:ruby-text")
    above = "" if reading is None else written(reading, writing, around)
    below = "" if base is None else written(base, writing, around)
    return f"{below}({above})" if above.strip() else below


def _list(tag: Element, at: Mapping[str, str], writing: Writing, around: Around) -> str:
    style = at.get("text:style-name", "") or around.list_style
    level = around.list_level + 1
    names = {name_of(each) for each in tag.iter()}
    if "text:p" not in names and "text:h" in names:  # chapters with numbers are lists of headings
        return "".join(written(item, writing, around) for item in tag)
    number = writing.lists.start(at, style, level)
    inside = replace(around, list_style=style, list_level=level)
    if number is None:
        items = "".join(_item(item, writing, inside) for item in tag)
        return f"<ul>{items}</ul>" if items else ""
    named = tuple(filter(None, (style, _id_of(tag))))
    return _numbered(tag, number, named, writing, inside)


def _item(tag: Element, writing: Writing, around: Around) -> str:
    inner = _element(tag, writing, around)
    return f"<li>{inner}</li>" if inner.strip() else ""


def _numbered(tag: Element, number: int, named: tuple[str, ...], writing: Writing, around: Around) -> str:
    """A list that counts; an item with a number of its own begins it anew."""
    parts = [f'<ol start="{number}">']
    for item in tag:
        stated = number_of(attributes_of(item), number)
        if stated != number:
            parts.append(f'</ol><ol start="{stated}">')
        parts.append(_item(item, writing, around))
        number = stated
        if name_of(item) == "text:list-item":
            writing.lists.counted(named, around.list_level, number)
            number += 1
    return "".join((*parts, "</ol>"))


def _id_of(tag: Element) -> str:
    return next((value for key, value in tag.attrib.items() if key.rpartition("}")[2] == "id"), "")


def _table(tag: Element, _at: Mapping[str, str], writing: Writing, around: Around) -> str:
    return f"<table>{written(tag, writing, replace(around, list_level=0, in_paragraph=False))}</table>"


def _row(tag: Element, at: Mapping[str, str], writing: Writing, around: Around) -> str:
    return f"<tr>{written(tag, writing, around)}</tr>" * _times(at.get("table:number-rows-repeated", "1"))


def _cell(tag: Element, at: Mapping[str, str], writing: Writing, around: Around) -> str:
    spans = "".join(
        f' {name}="{html.escape(at[key])}"'
        for name, key in (
            ("colspan", "table:number-columns-spanned"),
            ("rowspan", "table:number-rows-spanned"),
        )
        if at.get(key, "1") != "1"
    )
    cell = f"<td{spans}>{written(tag, writing, around)}</td>"
    return cell * _times(at.get("table:number-columns-repeated", "1"))


def _covered(tag: Element, _at: Mapping[str, str], writing: Writing, _around: Around) -> str:
    words = words_in(tag).strip()
    if words:
        writing.withheld.part()
        writing.withheld.take("in a merged cell, where it is not shown", words)
        writing.withheld.part()
    return ""


def _times(repeated: str) -> int:
    """How often a cell or row stands there; the empty rest of a sheet counts once."""
    number = int(repeated) if repeated.isdecimal() and len(repeated) < 8 else 1
    return number if 1 <= number <= _REPEATED else 1


def _footnote(tag: Element, _at: Mapping[str, str], writing: Writing, around: Around) -> str:
    body = child(tag, "text:note-body")
    writing.footnotes.append("")
    number = len(writing.footnotes)
    inside = replace(around, in_paragraph=False, list_level=0)
    writing.footnotes[number - 1] = "" if body is None else written(body, writing, inside)
    return f'<a href="#footnote-{number}">{number}</a>'


def _box(tag: Element, _at: Mapping[str, str], writing: Writing, around: Around) -> str:
    """A picture in its place; a text box or a shape with words behind the paragraph that it hangs on."""
    found = embedded(tag, writing.objects, writing.withheld)
    if found is not None:
        return found
    inside = replace(around, in_paragraph=False, list_level=0)
    box = child(tag, "draw:text-box")
    inner = _captioned(box, writing, around) if box is not None else None
    inner = written(tag, writing, inside) if inner is None else inner
    if not around.in_paragraph:
        return inner
    writing.boxes.append(inner)
    return ""


def _captioned(box: Element, writing: Writing, around: Around) -> str | None:
    """A picture with the words below it, as word processors set captions; None for any other box."""
    paragraphs = list(box)
    if len(paragraphs) != 1 or name_of(paragraphs[0]) != "text:p" or _is_out(paragraphs[0], writing):
        return None
    frame = child(paragraphs[0], "draw:frame")
    if frame is None or child(frame, "draw:image") is None:
        return None
    inner = written(paragraphs[0], writing, replace(around, in_paragraph=True, list_level=0))
    picture = re.search(r"<img [^>]*>", inner)
    if picture is None:
        return None
    return f"<figure>{picture[0]}<figcaption>{inner.replace(picture[0], ' ', 1)}</figcaption></figure>"


def _is_out(tag: Element, writing: Writing) -> bool:
    return hides(tag, "text:p", attributes_of(tag), writing)


_READERS: dict[str, Callable[[Element, Mapping[str, str], Writing, Around], str]] = {
    "text:p": _paragraph,
    "text:h": _paragraph,
    "text:span": _span,
    "text:a": _link,
    "text:line-break": _break,
    "text:tab": _space,
    "text:s": _space,
    "text:ruby": _ruby,
    "text:list": _list,
    "text:note": _footnote,
    "text:hidden-text": _conditional,
    "text:conditional-text": _conditional,
    "table:table": _table,
    "table:table-row": _row,
    "table:table-cell": _cell,
    "table:covered-table-cell": _covered,
}
