"""All that could be read in a Word file, straight off its XML: what the account of an import begins with."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import name_of
from deskeditor.intake.word.parts import Part
from deskeditor.intake.word.symbols import is_private

_LETTERS = frozenset({"w:t", "w:delText", "m:t", "a:t"})
_SPACES = frozenset({"w:tab", "w:br", "w:cr", "w:ptab", "m:oMath"})
_LINES = frozenset({"w:p", "w:tc", "w:txbxContent"})
_KINDS = ("header", "footer", "comments", "footnotes", "endnotes")


def source_of(main: Part) -> str:
    """The words of the text, of notes, headers and comments, a line for each paragraph, hidden ones too."""
    roots = [main.root(), *(part.root() for kind in _KINDS for part in main.related(kind))]
    return "\n".join("".join(_pieces(root)) for root in roots)


def _pieces(root: Element) -> Iterator[str]:
    stack: list[Element | None] = [root]
    while stack:
        tag = stack.pop()
        if tag is None:  # the end of a text box, behind which the paragraph goes on
            yield "\n"
            continue
        name = name_of(tag)
        if name in _LETTERS:
            yield "".join(" " if is_private(sign) else sign for sign in tag.text or "")
        elif name in _SPACES:
            yield " "
        elif name in _LINES:
            yield "\n"
        forms = list(tag)
        if name == "mc:AlternateContent":
            forms = [each for each in forms if any(name_of(inner) in _LETTERS for inner in each.iter())][:1]
        if name == "w:txbxContent":
            stack.append(None)
        stack += reversed(forms)
