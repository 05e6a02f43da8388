"""References to footnotes: `[^label]` in the text, numbered from outside, over the whole article.

Python-Markdown's own extension numbers within one text; a block rendered by itself cannot know the others.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

REFERENCE = r"\[\^([^\[\]\s][^\[\]]{0,99})\]"
NOTE = "data-note"


class Place(NamedTuple):
    """A footnote as one block sees it: its number, and how often blocks above have referred to it."""

    number: int
    seen: int


def reference_id(number: int, count: int) -> str:
    """The id of the `count`-th reference to a note, from 1."""
    return f"fnref-{number}" if count == 1 else f"fnref-{number}-{count}"


class ReferenceProcessor(InlineProcessor):
    """Marks references to notes that exist; all others stay text."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        super().__init__(REFERENCE)
        self._places = places

    # Python-Markdown's two generations of patterns differ in this method, in its type stubs too.
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int, int]:
        """One reference, not yet numbered: patterns do not meet the text in its order."""
        del data
        if m[1] not in self._places:
            return None, m.start(0), m.end(0)
        mark = Element("sup", {NOTE: m[1]})
        SubElement(mark, "a").text = AtomicString(str(self._places[m[1]].number))
        return mark, m.start(0), m.end(0)


class NumberTreeprocessor(Treeprocessor):
    """Gives references their ids, in the order of the text."""

    def __init__(self, md: Markdown, places: Mapping[str, Place]) -> None:
        super().__init__(md)
        self._places = places

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        counts: dict[str, int] = {}
        for mark in root.iter("sup"):
            label = mark.attrib.pop(NOTE, "")
            if label not in self._places or not len(mark):
                continue
            number, seen = self._places[label]
            counts[label] = counts.get(label, seen) + 1
            mark.set("id", reference_id(number, counts[label]))
            mark[0].attrib.update({"href": f"#fn-{number}", "class": "footnote-ref"})


class FootnoteReferenceExtension(Extension):
    """Footnote references; `places` is filled anew for every block."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[str, Place] = {}

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers before links, where Python-Markdown's own stands, and the numbering last of all."""
        md.inlinePatterns.register(ReferenceProcessor(self.places), "footnote", 175)
        md.treeprocessors.register(NumberTreeprocessor(md, self.places), "footnote-numbers", -5)
