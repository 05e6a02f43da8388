"""The footnotes of a page, taken out of the list at its end and written as Markdown has them."""

from collections.abc import Iterator

from deskeditor.intake.html_blocks import Walk, blocks_in
from deskeditor.intake.html_runs import footnote_name
from deskeditor.intake.html_tree import Element, pruned
from deskeditor.intake.records import Block, Kind

_PLACES = ("li", "div", "aside", "p")


def take_footnotes(root: Element, walk: Walk) -> Iterator[Block]:
    """The footnotes as blocks; they no longer stand in `root`, and references to them may be written."""
    places = _places(root)
    if not places:
        return
    walk.pictures.footnotes = {name: str(at) for at, name in enumerate(places, 1)}
    notes = set(places.values())
    lists = {place.parent for place in notes if place.parent is not None and place.parent is not root}
    pruned(root, lambda element: element in notes)
    pruned(root, lambda element: element in lists and not element.text().strip())
    for name, place in places.items():
        pruned(place, _leads_back)
        blocks = list(blocks_in(place, walk))
        if blocks:
            yield _definition(walk.pictures.footnotes[name], blocks)


def _places(root: Element) -> dict[str, Element]:
    """The element of each footnote by its name: one with the id, or the one around a link that leads back."""
    found: dict[str, Element] = {}
    for element in root.elements():
        name = footnote_name(element.get("id"))
        if name and element.name in _PLACES:
            found.setdefault(name, element)
        elif element.name == "a" and "ref" in element.get("href"):
            name = footnote_name(element.get("id")) or footnote_name(element.get("name"))
            place = next((above for above in element.above() if above.name in _PLACES), None)
            if name and place is not None:
                found.setdefault(name, place)
    return found


def _leads_back(element: Element) -> bool:
    back = element.name == "a" and (element.get("href").startswith("#") or "#cite_ref" in element.get("href"))
    return back or "mw-cite-backlink" in element.classes


def _definition(name: str, blocks: list[Block]) -> Block:
    first, *rest = [block.source.strip() for block in blocks]
    further = ["    " + line if line else "" for source in rest for line in ("", *source.split("\n"))]
    plain = " ".join(block.plain for block in blocks)
    return Block(plain, "\n".join([f"[^{name}]: {first}", *further]), Kind.OTHER)
