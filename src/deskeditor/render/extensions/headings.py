"""Headings that need a space after their signs, so that a hashtag at a line's start stays text."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension


def without_closing_signs(heading: str) -> str:
    """`Title ##` is `Title`; `C#` stays."""
    bare = heading.rstrip(" ").rstrip("#")
    return bare.rstrip(" ") if not bare or bare.endswith(" ") else heading


class SpacedHeadingProcessor(HashHeaderProcessor):
    """`## Title`, at the start of any line of a block."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?P<header>(?:[ ][^\n]*)?)(?:\n|$)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Makes one heading; what stands before and after it is parsed by itself."""
        block = blocks.pop(0)
        found = self.RE.search(block)
        if found is None:
            return
        if before := block[: found.start()]:
            self.parser.parseBlocks(parent, [before])
        heading = SubElement(parent, f"h{len(found['level'])}")
        heading.text = without_closing_signs(found["header"].strip())
        if after := block[found.end() :]:
            blocks.insert(0, self.looseDetab(after) if self.parser.state.isstate("looselist") else after)


class SpacedHeadingExtension(Extension):
    """Replaces Python-Markdown's own reading of `#`."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers under the same name and rank."""
        md.parser.blockprocessors.register(SpacedHeadingProcessor(md.parser), "hashheader", 70)
