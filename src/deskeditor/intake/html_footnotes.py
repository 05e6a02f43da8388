"""The footnotes of a page, taken out of the list at its end and written as Markdown has them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from deskeditor.intake.html_blocks import Walk, blocks_in
from deskeditor.intake.html_runs import footnote_name
from deskeditor.intake.records import Block, Kind

if TYPE_CHECKING:
    from bs4 import Tag


def take_footnotes(root: "Tag", walk: Walk) -> Iterator[Block]:
    """The footnotes as blocks; they no longer stand in `root`, and references to them may be written."""
    places = {name: tag for tag in root.find_all(id=True) if (name := _name_of(tag))}
    walk.pictures.footnotes = {name: str(at) for at, name in enumerate(places, 1)}
    for name, tag in places.items():
        for link in tag.find_all("a", href=True):
            if str(link.get("href")).startswith("#"):
                link.decompose()
        blocks = list(blocks_in(tag, walk))
        listed = tag.parent
        tag.decompose()
        if listed is not None and listed.name in ("ol", "ul") and listed.find("li") is None:
            listed.decompose()
        if blocks:
            yield _definition(walk.pictures.footnotes[name], blocks)


def _name_of(tag: "Tag") -> str:
    """A footnote's text stands in a list or a division; its reference has an id too, but is a link."""
    return footnote_name(str(tag.get("id") or "")) if tag.name in ("li", "div", "aside", "p") else ""


def _definition(name: str, blocks: list[Block]) -> Block:
    first, *rest = [block.source.strip() for block in blocks]
    further = ["    " + line if line else "" for source in rest for line in ("", *source.split("\n"))]
    plain = " ".join(block.plain for block in blocks)
    return replace(Block(plain, "\n".join([f"[^{name}]: {first}", *further])), kind=Kind.OTHER)
