"""All that stands in a page as text, hidden or not: what the account of its words is held against."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rb",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_NO_TEXT = frozenset(["script", "style", "title", "meta", "link", "base"])


def source_of(soup: "BeautifulSoup") -> str:
    """The text of the page, a line for each element that is not inline; scripts and styles are none."""
    from bs4.element import NavigableString, PreformattedString, Tag

    found: list[str] = []
    stack: list[object] = [soup]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node.name in _NO_TEXT:
                continue
            edge = [] if node.name in _INLINE else ["\n"]
            stack += [*edge, *reversed(node.contents), *edge]
        elif isinstance(node, NavigableString):
            found += [] if isinstance(node, PreformattedString) else [node.replace("\n", " ")]
        elif isinstance(node, str):
            found.append(node)
    return "".join(found)
