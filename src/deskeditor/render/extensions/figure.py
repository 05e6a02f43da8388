"""A paragraph that is one picture of the library becomes a figure: alt text, caption, credit."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

MEDIA = re.compile(r"media:[0-9a-f]{64}")


def lone_picture(paragraph: Element) -> Element | None:
    """The picture of the library that is all the paragraph holds."""
    if paragraph.tag != "p" or len(paragraph) != 1 or (paragraph.text or "").strip():
        return None
    picture = paragraph[0]
    if picture.tag != "img" or (picture.tail or "").strip() or not MEDIA.fullmatch(picture.get("src", "")):
        return None
    return picture


class FigureTreeprocessor(Treeprocessor):
    """Runs after the attribute lists, which bring the credit, and before the typography of the caption."""

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        for paragraph in root.iter("p"):
            picture = lone_picture(paragraph)
            if picture is not None:
                self._to_figure(paragraph, picture)

    def _to_figure(self, paragraph: Element, picture: Element) -> None:
        caption, credit = picture.attrib.pop("title", ""), picture.attrib.pop("credit", "")
        paragraph.tag, paragraph.text, picture.tail = "figure", None, None
        if not caption and not credit:
            return
        figcaption = SubElement(paragraph, "figcaption")
        figcaption.text = caption
        if credit:
            figcaption.text = f"{caption} ".lstrip(" ")
            SubElement(figcaption, "span", {"class": "credit"}).text = credit


class FigureExtension(Extension):
    """Figures with captions and credits."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Registers between attribute lists (8) and abbreviations (7)."""
        md.treeprocessors.register(FigureTreeprocessor(md), "figure", 7.5)
