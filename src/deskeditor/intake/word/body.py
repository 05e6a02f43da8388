"""The text of a Word file from paragraph to paragraph, as HTML that the reader of web pages understands."""

import html
import re
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from deskeditor.intake.errors import Refused
from deskeditor.intake.office_xml import child, is_on, name_of, value
from deskeditor.intake.style_names import Role
from deskeditor.intake.word.drawings import words_in
from deskeditor.intake.word.numbers import Item, Numbers
from deskeditor.intake.word.runs import ACCEPTED, DELETED, MOVED, inline
from deskeditor.intake.word.styles import Look, Style, is_hidden, look_of
from deskeditor.intake.word.tables import table
from deskeditor.intake.word.writing import Around, Text

_NOTHING = frozenset({"w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:bookmarkStart", "w:bookmarkEnd", "w:tcPr"})
_OUT = {"w:del": DELETED, "w:moveFrom": MOVED}
_TAG = re.compile(r"<[^>]*>")


@dataclass(slots=True)
class Head:
    """What paragraphs of styles for it say about the story."""

    authors: list[str] = field(default_factory=list)
    standfirst: str = ""


class Writer:
    """Writes the parts of one file, one after another."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = numbers
        self.head = Head()

    def written(self, parent: Element, text: Text, around: Around) -> str:
        """What an element holds between paragraphs."""
        flow = _Flow()
        self._blocks(parent, text, around, flow)
        return flow.ended()

    def _blocks(self, parent: Element, text: Text, around: Around, flow: "_Flow") -> None:
        for tag in parent:
            name = name_of(tag)
            if name == "w:p":
                self._paragraph(tag, text, around, flow)
            elif name == "w:tbl":
                flow.apart(self._table(tag, text, around))
            elif name == "w:sdt":
                self._control(tag, text, around, flow)
            elif name == "mc:AlternateContent":
                self._first(tag, text, around, flow)
            elif name == "w:altChunk":
                raise Refused(
                    "This Word file holds another file, which Word alone can show. Nothing was taken in; "
                    "open it in Word and save it anew."
                )
            elif name not in _NOTHING:
                inner = around.out(_OUT[name]) if name in _OUT else around
                self._blocks(tag, text, inner, flow)

    def _control(self, tag: Element, text: Text, around: Around, flow: "_Flow") -> None:
        properties = child(tag, "w:sdtPr")
        gallery = value(child(properties, "w:docPartObj", "w:docPartGallery"))
        if gallery == "Table of Contents":
            around = around.out("table of contents")
        elif is_on(child(properties, "w:showingPlcHdr")):
            around = around.out("placeholder of a form")
        self._blocks(tag, text, around, flow)

    def _first(self, tag: Element, text: Text, around: Around, flow: "_Flow") -> None:
        for each in tag:
            if any(name_of(inner) in ("w:p", "w:tbl") for inner in each.iter()):
                self._blocks(each, text, around, flow)
                return

    def _table(self, tag: Element, text: Text, around: Around) -> str:
        inside = around.inside()
        return table(tag, text, lambda cell: self.written(cell, text, inside))

    def _paragraph(self, tag: Element, text: Text, around: Around, flow: "_Flow") -> None:
        properties = child(tag, "w:pPr")
        style = text.styles.of(value(child(properties, "w:pStyle")) or text.styles.usual)
        letters = flow.waiting + inline(tag, text, replace(around, paragraph=style.look))
        flow.waiting = ""
        text.withheld.part()
        if _runs_on(properties, style, text, around) or value(child(properties, "w:framePr"), "dropCap") in (
            "drop",
            "margin",
        ):
            flow.waiting = letters
        elif not self._took(letters, style, around):
            flow.paragraph(letters, style, self._item(properties, style))
        self._boxes(text, around, flow)

    def _boxes(self, text: Text, around: Around, flow: "_Flow") -> None:
        """Text boxes stand behind the paragraph that they hang on."""
        boxes, text.boxes = text.boxes, []
        for box in boxes:
            flow.apart(self.written(box, text, around.inside()))

    def _item(self, properties: Element | None, style: Style) -> Item | None:
        own = child(properties, "w:numPr")
        number, level = style.number
        number = value(child(own, "w:numId")) or number
        level = value(child(own, "w:ilvl")) or level or "0"
        return self._numbers.next(number, level) if number else None

    def _took(self, letters: str, style: Style, around: Around) -> bool:
        """Whether the paragraph is a field of the story."""
        plain = " ".join(html.unescape(_TAG.sub("", letters)).split())
        if not around.top or not plain or "<img" in letters:
            return False
        if style.role is Role.AUTHOR:
            self.head.authors.append(plain)
            return True
        if style.role is Role.SUBTITLE and not self.head.standfirst:
            self.head.standfirst = plain
            return True
        return False


def _runs_on(properties: Element | None, style: Style, text: Text, around: Around) -> bool:
    """Whether the end of a paragraph is deleted or hidden: what follows belongs to it."""
    mark = child(properties, "w:rPr")
    if child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None:
        text.withheld.say(ACCEPTED)
        return True
    if child(mark, "w:ins") is not None or child(mark, "w:moveTo") is not None:
        text.withheld.say(ACCEPTED)
    hidden = is_hidden(style.look, Look(), look_of(mark), text.styles.defaults)
    return hidden and not around.taken


class _Flow:
    """HTML as it grows between the ends of a container, with the lists and quotations that are open."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._lists: list[tuple[int, str, int]] = []
        self._quoting = False
        self.waiting = ""

    def paragraph(self, letters: str, style: Style, item: Item | None) -> None:
        """A paragraph in its place: an item of a list, a heading, a quotation or plain text."""
        if not letters.strip():
            return
        level = 1 if style.role is Role.TITLE else min(6, style.level)
        if level:
            label = f"{html.escape(item.label.strip())} " if item and item.label.strip() else ""
            self.apart(f"<h{level}>{label}{letters}</h{level}>")
        elif item is not None:
            self._listed(letters, item)
        elif style.role is Role.QUOTE:
            self._close_lists()
            self._written.append(f"{'' if self._quoting else '<blockquote>'}<p>{letters}</p>")
            self._quoting = True
        else:
            self.apart(f"<p>{letters}</p>")

    def apart(self, written: str) -> None:
        """What stands in no list and no quotation."""
        if not written:
            return
        self._close()
        if self.waiting:
            self._written.append(f"<p>{self.waiting}</p>")
            self.waiting = ""
        self._written.append(written)

    def ended(self) -> str:
        """All of it."""
        self._close()
        if self.waiting.strip():
            self._written.append(f"<p>{self.waiting}</p>")
        return "".join(self._written)

    def _listed(self, letters: str, item: Item) -> None:
        self._close_quote()
        kind = "ol" if item.ordered else "ul"
        while self._lists and self._lists[-1][0] > item.level:
            self._written.append(f"</li></{self._lists.pop()[1]}>")
        if self._lists and self._lists[-1][0] == item.level:
            _level, open_kind, next_number = self._lists[-1]
            if open_kind == kind and (not item.ordered or next_number == item.number):
                self._written.append("</li>")
                self._lists[-1] = (item.level, kind, item.number + 1)
                self._written.append(f"<li>{letters}")
                return
            self._written.append(f"</li></{self._lists.pop()[1]}>")
        start = f' start="{item.number}"' if item.ordered and item.number != 1 else ""
        self._lists.append((item.level, kind, item.number + 1))
        self._written.append(f"<{kind}{start}><li>{letters}")

    def _close(self) -> None:
        self._close_lists()
        self._close_quote()

    def _close_lists(self) -> None:
        while self._lists:
            self._written.append(f"</li></{self._lists.pop()[1]}>")

    def _close_quote(self) -> None:
        if self._quoting:
            self._written.append("</blockquote>")
            self._quoting = False


__all__ = ["Head", "Writer", "words_in"]
