"""Tables whose columns are aligned by a class: neither a style nor an outdated attribute reaches a page.

A table takes the keyboard too, so that one wider than a telephone can be scrolled without a finger.
"""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

ALIGNMENTS = frozenset({"left", "center", "right"})


class AlignmentTreeprocessor(Treeprocessor):
    """Turns `align` of table cells into a class, and lets a table be reached by the tabulator."""

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        for cell in root.iter():
            if cell.tag in {"td", "th"}:
                align = cell.attrib.pop("align", "")
                if align in ALIGNMENTS:
                    cell.set("class", f"align-{align}")
            elif cell.tag == "table":
                cell.set("tabindex", "0")


class AlignedTableExtension(TableExtension):
    """Python-Markdown's tables with classes for the alignment."""

    def __init__(self) -> None:
        super().__init__(use_align_attribute=True)

    def extendMarkdown(self, md: Markdown) -> None:
        """Adds the alignment after the attribute lists."""
        super().extendMarkdown(md)
        md.treeprocessors.register(AlignmentTreeprocessor(md), "alignment", 7.6)
