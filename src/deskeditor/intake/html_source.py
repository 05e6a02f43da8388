"""All that stands in a page as text, hidden or not: what the account of its words is held against."""

from deskeditor.intake.html_tidy import SILENT
from deskeditor.intake.html_tree import Element, Node, names

_INLINE = names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark picture q rb s samp "
    "small source span strike strong sub sup time tt u var wbr"
)


def source_of(root: Element) -> str:
    """The text of the page, a line for each element that is not inline; scripts and styles are none."""
    found: list[str] = []
    stack: list[Node] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            found.append(node if node == "\n" else node.replace("\n", " "))
        elif isinstance(node, Element) and node.name not in SILENT:
            edge = [] if node.name in _INLINE or ":" in node.name else ["\n"]
            stack += [*edge, *reversed(node.contents), *edge]
    return "".join(found)
