"""A web page: the story on it, without what stands around it."""

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from deskeditor.intake.errors import Refused
from deskeditor.intake.escape import escape
from deskeditor.intake.html_blocks import READERS, Walk, block_of, blocks_among, blocks_in
from deskeditor.intake.html_fields import Head, head_of, own_headline
from deskeditor.intake.html_footnotes import take_footnotes
from deskeditor.intake.html_lists import LIST_READERS, numbered
from deskeditor.intake.html_pictures import Pictures
from deskeditor.intake.html_source import source_of
from deskeditor.intake.html_styles import styles_of
from deskeditor.intake.html_tables import table
from deskeditor.intake.html_tidy import Taken, origin_of, tidy, weights
from deskeditor.intake.html_tree import Element, Origin, names, parsed, texts, words_of
from deskeditor.intake.records import Block, Kind, Page, Restriction
from deskeditor.intake.restrictions.pages import head_restrictions
from deskeditor.intake.shapes import folded
from deskeditor.intake.signs import sign_of
from deskeditor.intake.sites import trim_site

Beside = Callable[[str], bytes | None]
"""The bytes of a picture that lies beside the page, by the address the page gives it."""

_STORY_CLASSES = names("entry-content post-content article-body article-content story-body td-post-content")


@dataclass(frozen=True, slots=True)
class _Opened:
    """A page whose hidden parts are out of the way, and how to go through it."""

    root: Element
    walk: Walk
    head: Head
    source: str
    taken: Taken
    restrictions: tuple[Restriction, ...]

    def notes(self) -> Iterator[str]:
        """What was taken out and what could not come along."""
        yield from self.taken.notes()
        yield from self.walk.notes
        yield from self.walk.pictures.notes


def html_page(text: str, beside: Beside = lambda _name: None) -> Page:
    """The page in an HTML file; raises Refused where it holds several stories."""
    page = _opened(text, beside, Origin.SITE)
    main = _main_of(page.root)
    outside = own_headline(main, page.root)
    footnotes = list(take_footnotes(main, page.walk))
    above = list(block_of(outside, page.walk)) if outside is not None else []
    blocks = [*above, *settled(blocks_in(main, page.walk)), *footnotes]
    blocks, stated = _from_data(blocks, page)
    blocks = _headed(blocks, trim_site(page.head.headline, page.head.site).headline)
    notes = [*page.head.notes, *page.notes(), *stated, *_around(page.root, main, outside)]
    return Page(
        tuple(blocks),
        page.head.fields,
        tuple(dict.fromkeys(notes)),
        tuple(page.walk.pictures.media.values()),
        page.head.site,
        f"{page.source}\n{page.head.body}" if stated else page.source,
        page.restrictions,
        page.head.dates,
    )


def content_page(text: str, beside: Beside = lambda _name: None, notes: tuple[str, ...] = ()) -> Page:
    """The page in HTML that is the story and nothing else, as the readers of word processors write it."""
    page = _content(_opened(text, beside, Origin.OFFICE))
    blocks = tuple(settled(page.blocks))
    return replace(page, blocks=blocks, notes=tuple(dict.fromkeys((*notes, *page.notes))))


def copied_page(text: str) -> Page:
    """The page in HTML that was copied: no line of it is taken for a sign of anything."""
    page = _content(_opened(text, lambda _name: None, Origin.SITE))
    return replace(page, blocks=tuple(_ended(numbered(page.blocks))))


def _content(page: _Opened) -> Page:
    root = page.root.first("body") or page.root
    footnotes = list(take_footnotes(root, page.walk))
    blocks = list(blocks_in(root, page.walk))
    while footnotes and blocks and blocks[-1].source == "---":
        blocks.pop()
    media = tuple(page.walk.pictures.media.values())
    return Page(
        (*blocks, *footnotes), notes=tuple(dict.fromkeys(page.notes())), media=media, source=page.source
    )


def _opened(text: str, beside: Beside, origin: Origin) -> _Opened:
    root = parsed(text)
    head, source, styles, taken = head_of(root), source_of(root), styles_of(root), Taken()
    restrictions = head_restrictions(root)  # before remarks go
    origin = origin_of(root) if origin is Origin.SITE else origin
    tidy(root, styles, taken, origin)
    pictures = Pictures(beside, styles, taken, head.fields.language)
    readers = {**READERS, **LIST_READERS, "table": table}
    walk = Walk(pictures, origin, blocks_among(root, styles), readers)
    return _Opened(root, walk, head, source, taken, restrictions)


def _main_of(root: Element) -> Element:
    body = root.first("body") or root
    heavy = weights(root)
    articles = [tag for tag in root.all("article") if all(above.name != "article" for above in tag.above())]
    _refuse_several(articles, heavy)
    mains = [tag for tag in root.elements() if tag.name == "main" or tag.get("role") == "main"]
    places = [tag for tag in root.elements() if _is_place(tag)]
    for candidates in (articles, mains, places):
        best = max(candidates, key=lambda tag: heavy[tag], default=None)
        if best is not None and heavy[best] * 2 > heavy[body]:
            return best
    return body


def _is_place(tag: Element) -> bool:
    return tag.get("itemprop") == "articleBody" or not _STORY_CLASSES.isdisjoint(tag.classes)


def _refuse_several(articles: list[Element], heavy: Mapping[Element, int]) -> None:
    full = [tag for tag in articles if heavy[tag] >= 400 and tag.first("h1", "h2", "h3") is not None]
    largest = max((heavy[tag] for tag in full), default=0)
    stories = [tag for tag in full if heavy[tag] * 5 >= largest * 2]
    if len(stories) < 2 or _is_one_story(stories):
        return
    names = "; ".join(f"“{_heading(tag)[:70]}”" for tag in stories[:4])
    raise Refused(
        f"This page holds {len(stories)} articles ({names}). Nothing was taken in; "
        "save the page of each article and import those."
    )


def _is_one_story(stories: list[Element]) -> bool:
    """Parts of one story stand side by side below its headline, each with a smaller heading of its own."""
    parent = stories[0].parent
    if parent is None or any(tag.parent is not parent or tag.first("h1") is not None for tag in stories):
        return False
    children = parent.children()
    above = children[: children.index(stories[0])]
    return any(tag.name == "h1" or tag.first("h1") is not None for tag in above)


def _heading(tag: Element) -> str:
    heading = tag.first("h1", "h2", "h3")
    return words_of(heading) if heading is not None else ""


def settled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Lines of a paragraph that are each a sign of their own stand alone."""
    return _ended(numbered(piece for whole in blocks for piece in _pieces(whole)))


def _ended(blocks: Iterable[Block]) -> Iterator[Block]:
    """The last of several items ends their list."""
    before: Block | None = None
    for block in blocks:
        if before is not None:
            yield before if before.gap != "\n" or block.gap == "\n" else replace(before, gap="\n\n")
        before = block
    if before is not None:
        yield replace(before, gap="\n\n")


def _pieces(block: Block) -> Iterator[Block]:
    lines = block.plain.split("\n")
    sources = block.source.split("  \n")
    split = block.kind is Kind.TEXT and len(lines) == len(sources) > 1
    pairs = zip(lines, sources, strict=True) if split else ()
    pieces = [Block(plain.strip(), source) for plain, source in pairs if plain.strip()]
    if split and any(sign_of(piece) is not None for piece in pieces):
        yield from pieces
    else:
        yield block


def _from_data(blocks: list[Block], page: _Opened) -> tuple[list[Block], list[str]]:
    """A page that scripts fill says its story for machines alone; what it shows meanwhile is told."""
    body = page.head.body
    if 2 * sum(len(block.plain) for block in blocks if not block.level) >= len(body):
        return blocks, []
    told = ["The page shows no story; it was read from what the page says to machines."]
    told += [
        f"Taken out (shown in the place of the story): “{block.plain}”" for block in blocks if block.plain
    ]
    lines = [
        " ".join(html.unescape(line).split()) for line in re.split(r"\n+|<\s*/?(?:p|br|div)\b[^<>]*>", body)
    ]
    headings = [block for block in blocks if block.level == 1]
    return [*headings, *(Block(line, escape(line)) for line in lines if line)], told


def _headed(blocks: list[Block], headline: str) -> list[Block]:
    """A page without a visible headline has one in its head."""
    if not headline or any(block.level == 1 for block in blocks):
        return blocks
    at = next((at for at, block in enumerate(blocks[:6]) if folded(block.plain) == folded(headline)), None)
    if at is not None:
        return [*blocks[:at], replace(blocks[at], kind=Kind.HEADING, level=1), *blocks[at + 1 :]]
    return [Block(headline, escape(headline), Kind.HEADING, 1), *blocks]


def _around(root: Element, main: Element, outside: Element | None) -> Iterator[str]:
    """What stands on the page outside of the story's element."""
    text = " ".join(" ".join(texts(root, lambda element: element is main or element is outside)).split())
    if text:
        yield f"Taken out (around the story): “{text}”"
