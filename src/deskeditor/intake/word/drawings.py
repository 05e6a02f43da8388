"""Drawings in a Word file: pictures by their bytes, text boxes, and the words of charts and diagrams."""

import html
from urllib.parse import quote
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import name_of, value
from deskeditor.intake.word.parts import Part
from deskeditor.intake.word.writing import Around, Text, shown

_WORDS = frozenset({"a:t", "c:v", "cx:v", "cx:pt"})
_PARTS = {
    "c:chart": ("id", "chart"),
    "cx:chart": ("id", "chart"),
    "dgm:relIds": ("dm", "diagram (SmartArt)"),
}
_GUESSED = "description automatically generated"


def drawing(tag: Element, text: Text, around: Around) -> str:
    """The pictures of a drawing as HTML; its text boxes wait in `text` for the end of the paragraph."""
    return "".join(_inside(tag, text, around, [""]))


def _inside(tag: Element, text: Text, around: Around, alt: list[str]) -> list[str]:
    found: list[str] = []
    for each in tag:
        name = name_of(each)
        if name == "mc:AlternateContent":
            found += _first(each, text, around, alt)
        elif name == "w:txbxContent":
            _box(each, text, around)
        elif name in ("a:blip", "v:imagedata"):
            found.append(_picture(each, text, around, alt[0]))
        elif name in _PARTS:
            _elsewhere(each, text, *_PARTS[name])
        elif name == "a:t":
            found.append(shown(f" {each.text or ''} ", text, around))
        elif name == "v:textpath":
            found.append(shown(f" {value(each, 'string')} ", text, around))
        else:
            _told(each, name, text)
            alt[0] = _said(each, name) or alt[0]
            found += _inside(each, text, around, alt)
    return found


def _first(tag: Element, text: Text, around: Around, alt: list[str]) -> list[str]:
    """The first of several forms of the same that has anything for us in it."""
    for each in tag:
        before = len(text.boxes)
        found = _inside(each, text, around, alt)
        if any(found) or len(text.boxes) > before:
            return found
    return []


def _said(tag: Element, name: str) -> str:
    """What a drawing says of itself for those who cannot see it, unless a program has guessed it."""
    if name == "wp:docPr":
        said = value(tag, "descr") or value(tag, "title")
    elif name.startswith("v:"):
        said = value(tag, "alt")
    else:
        return ""
    return "" if _GUESSED in said.casefold() else " ".join(said.split())


def _told(tag: Element, name: str, text: Text) -> None:
    if name == "o:OLEObject":
        text.withheld.say(
            f"An embedded object ({value(tag, 'ProgID') or 'of another program'}) was not taken over; "
            "of it there is at most a picture."
        )


def _box(tag: Element, text: Text, around: Around) -> None:
    if around.taken or text.fields.swallows:
        text.withheld.take(around.taken or "text box within a field", f" {words_in(tag)} ")
    else:
        text.boxes.append(tag)


def words_in(tag: Element) -> str:
    """All words of an element, each paragraph after a space."""
    return " ".join(
        "".join(each.text or "" for each in paragraph.iter() if name_of(each) == "w:t")
        for paragraph in tag.iter()
        if name_of(paragraph) == "w:p"
    )


def _picture(tag: Element, text: Text, around: Around, alt: str) -> str:
    if around.taken or text.fields.swallows:
        text.withheld.say(f"A picture was taken out ({around.taken or 'part of a field'}).")
        return ""
    relations = text.part.relations
    inside = relations.get(value(tag, "embed") or value(tag, "id"))
    if inside is not None and not inside.outside:
        if inside.target not in text.part.package.NameToInfo:
            text.withheld.say(f"Missing: the picture “{inside.target}” is named in the file, but not in it.")
        return f'<img src="{html.escape(quote(inside.target))}" alt="{html.escape(alt)}">'
    outside = relations.get(value(tag, "link")) or inside
    if outside is not None:
        text.withheld.say(f"Missing: a picture that Word keeps in another file, “{outside.target}”.")
    return ""


def _elsewhere(tag: Element, text: Text, attribute: str, what: str) -> None:
    """A chart or a diagram is no text; the desk is told of its words."""
    text.withheld.say(f"A {what} was not taken over; make a picture of it.")
    found = text.part.relations.get(value(tag, attribute))
    if found is None or found.outside or found.target not in text.part.package.NameToInfo:
        return
    root = Part(text.part.package, found.target).root()
    for each in root.iter():
        if name_of(each) in _WORDS and (each.text or "").strip():
            text.withheld.take(what, f" {each.text} ")
    text.withheld.part()
