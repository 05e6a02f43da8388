"""All that could be read in an OpenDocument text, straight off its XML."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import name_of

_NO_WORDS = frozenset(
    {
        *("text:note-citation", "dc:creator", "dc:date", "meta:creator-initials", "meta:date-string"),
        *("svg:title", "svg:desc", "text:sequence-decls", "text:variable-decls", "office:forms"),
        *("office:event-listeners", "office:scripts", "text:linenumbering-configuration"),
    }
)
_SPACES = frozenset({"text:s", "text:tab", "text:line-break"})
_LINES = frozenset(
    {"text:p", "text:h", "table:table-cell", "draw:text-box", "text:note", "office:annotation"}
)


def source_of(*roots: Element | None) -> str:
    """The words of these elements, a line for each paragraph, hidden ones too."""
    return "\n".join("".join(_pieces(root)) for root in roots if root is not None)


def words_in(tag: Element) -> str:
    """The words of an element in one line."""
    return " ".join(" ".join(_pieces(tag)).split()) if _holds_paragraphs(tag) else "".join(_pieces(tag))


def _holds_paragraphs(tag: Element) -> bool:
    return any(name_of(each) in _LINES for each in tag.iter())


def _pieces(root: Element) -> Iterator[str]:
    stack: list[Element | str] = [root]
    while stack:
        tag = stack.pop()
        if isinstance(tag, str):
            yield tag
            continue
        name = name_of(tag)
        if name in _NO_WORDS:
            continue
        yield "\n" if name in _LINES else " " if name in _SPACES else ""
        yield tag.text or ""
        if name in _LINES:
            stack.append("\n")
        for each in reversed(tag):
            stack += [each.tail or "", each]
