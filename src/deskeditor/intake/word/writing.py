"""What one carries along while a part of a Word file is read, and the one way by which letters are shown."""

import html
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from deskeditor.intake.withheld import Withheld
from deskeditor.intake.word.fields import Fields
from deskeditor.intake.word.parts import Part
from deskeditor.intake.word.styles import Look, Styles


@dataclass(slots=True)
class Text:
    """One part while it is read: the fields that are open, footnotes and text boxes met on the way."""

    part: Part
    styles: Styles
    withheld: Withheld
    fields: Fields = field(default_factory=Fields)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Around:
    """What holds inside an element: the paragraph's look, a link, a reason to take out what stands here."""

    paragraph: Look = field(default_factory=Look)
    href: str = ""
    taken: str = ""
    in_table: bool = False
    top: bool = False

    def inside(self) -> "Around":
        """The same in a table or a box of the text, whose ground may have any colour."""
        return replace(self, in_table=True, top=False)

    def linked(self, href: str) -> "Around":
        """The same inside a link."""
        return replace(self, href=href) if href else self

    def out(self, why: str) -> "Around":
        """The same inside of what is taken out; the outermost reason is told."""
        return replace(self, taken=self.taken or why)


def shown(plain: str, text: Text, around: Around, written: str = "") -> str:
    """Letters as HTML where they are to be read, with their link; otherwise they are remembered."""
    if text.fields.swallows:
        text.fields.swallow(plain)
        return ""
    if around.taken:
        text.withheld.take(around.taken, plain)
        return ""
    if plain.strip():
        text.withheld.part()
    href = around.href or text.fields.address
    written = written or html.escape(plain)
    return f'<a href="{html.escape(href)}">{written}</a>' if href and plain.strip() else written
