"""Items that come after a nested list, with a blank line above that, stand beside the item it hangs on."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ListIndentProcessor
from markdown.extensions import Extension

_ITEM = re.compile(r"(?P<indent>[ ]*)(?:[*+-]|\d+\.)[ ]+")


class NestedListProcessor(ListIndentProcessor):
    """Reads what is indented below an item up to the first item that is indented less.

    Python-Markdown takes the whole block between two blank lines, and so puts `- c` of `- a`, blank line,
    `    - b`, `- c` below `a`.
    """

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Leaves the items further out to be parsed after it, by whoever reads such items."""
        lines = blocks[0].split("\n")
        level, _ = self.get_level(parent, blocks[0])
        end = next((n for n, line in enumerate(lines) if n and self._is_further_out(line, level)), 0)
        if end:
            blocks[0:1] = ["\n".join(lines[:end]), "\n".join(lines[end:])]
        super().run(parent, blocks)

    def _is_further_out(self, line: str, level: float) -> bool:
        found = _ITEM.match(line)
        return found is not None and len(found["indent"]) < self.tab_length * level


class NestedListExtension(Extension):
    """Replaces Python-Markdown's own reading of what hangs on an item."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers under the same name and rank."""
        md.parser.blockprocessors.register(NestedListProcessor(md.parser), "indent", 90)
