"""A web page: the story on it, without what stands around it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from deskeditor.intake.errors import Refused
from deskeditor.intake.html_blocks import Walk, blocks_in
from deskeditor.intake.html_fields import head_of, own_headline
from deskeditor.intake.html_footnotes import take_footnotes
from deskeditor.intake.html_pictures import Pictures
from deskeditor.intake.records import Block, Kind, Page
from deskeditor.intake.restrictions.pages import head_restrictions
from deskeditor.intake.shapes import folded
from deskeditor.intake.signs import sign_of
from deskeditor.intake.sites import trim_site

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

Beside = Callable[[str], bytes | None]
"""The bytes of a picture that lies beside the page, by the address the page gives it."""

_NO_TEXT = (
    "script style noscript template svg canvas object embed applet math head title meta link map area xml"
)
_CONTROLS = "button input select textarea datalist progress meter"
_NEVER_READ = frozenset(f"{_NO_TEXT} {_CONTROLS}".split(" "))
_AROUND = ("nav", "aside", "form", "footer", "dialog", "search")
_STORY_BOX = re.compile(r"pull|quote|fact|box|inset|sidebar-text", re.I)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_HIDDEN_CLASS = {"sr-only", "screen-reader-text", "visually-hidden", "visuallyhidden", "screenreader"}
_STORY_PLACES = (
    "[itemprop=articleBody], .entry-content, .post-content, .article-body, .article-content, "
    ".story-body, .td-post-content"
)


def html_page(text: str, beside: Beside = lambda _name: None) -> Page:
    """The page in an HTML file; raises Refused where it holds several stories."""
    soup = parsed(text)
    restrictions = head_restrictions(soup)
    head = head_of(soup)
    walk = Walk(Pictures(beside))
    tidy(soup, walk)
    main = _main_of(soup)
    outside = own_headline(main, soup)
    footnotes = list(take_footnotes(main, walk))
    blocks = [*_outside(outside, walk), *settled(blocks_in(main, walk)), *footnotes]
    blocks = _headed(blocks, trim_site(head.headline, head.site).headline)
    notes = [*head.notes, *walk.notes, *walk.pictures.notes, *_around(soup, main)]
    media = tuple(walk.pictures.media.values())
    return Page(
        tuple(blocks), head.fields, tuple(dict.fromkeys(notes)), media, head.site, restrictions, head.dates
    )


def content_page(text: str, beside: Beside = lambda _name: None, notes: tuple[str, ...] = ()) -> Page:
    """The page in HTML that is the story and nothing else, as word processors and the clipboard give it."""
    soup = parsed(text)
    walk = Walk(Pictures(beside))
    tidy(soup, walk)
    root = soup.body or soup
    footnotes = list(take_footnotes(root, walk))
    blocks = (*settled(blocks_in(root, walk)), *footnotes)
    found = (*notes, *walk.notes, *walk.pictures.notes)
    return Page(blocks, notes=tuple(dict.fromkeys(found)), media=tuple(walk.pictures.media.values()))


def parsed(text: str) -> "BeautifulSoup":
    """The tree of a page, whatever state the page is in."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(text.lstrip("\ufeff"), "lxml")


def tidy(soup: "BeautifulSoup", walk: Walk) -> None:
    """Takes out what no reader sees, and what stands around a story; text among that is noted."""
    from bs4.element import Comment, Tag

    for comment in [node for node in soup.descendants if isinstance(node, Comment)]:
        comment.extract()
    for tag in [node for node in soup.descendants if isinstance(node, Tag)]:
        if tag.decomposed:
            continue
        if tag.name in _NEVER_READ:
            tag.decompose()
        elif _is_hidden(tag):
            _drop(tag, "hidden", walk)
        elif tag.name in _AROUND and not _belongs_to_the_story(tag):
            _drop(tag, tag.name, walk)


def _is_hidden(tag: "Tag") -> bool:
    if not tag.attrs:
        return False
    classes = set(tag.get_attribute_list("class"))
    return (
        tag.has_attr("hidden")
        or str(tag.get("aria-hidden") or "").lower() == "true"
        or _HIDDEN_STYLE.search(str(tag.get("style") or "")) is not None
        or bool(_HIDDEN_CLASS & classes)
    )


def _belongs_to_the_story(tag: "Tag") -> bool:
    """Fact boxes are set aside on a page and are the story's all the same; so may an article's foot be."""
    classes = " ".join(map(str, tag.get_attribute_list("class")))
    if tag.name == "aside":
        return _STORY_BOX.search(classes) is not None
    return tag.name == "footer" and tag.find_parent(["article", "blockquote"]) is not None


def _drop(tag: "Tag", what: str, walk: Walk) -> None:
    text = " ".join(tag.get_text(" ").split())
    if text:
        walk.notes.append(f"Taken out ({what}): “{text}”")
    tag.decompose()


def _weight(tag: "Tag") -> int:
    """How much of a story's text stands in the element: letters of its paragraphs."""
    return sum(len(text) for paragraph in tag.find_all("p") if len(text := paragraph.get_text()) >= 40)


def _main_of(soup: "BeautifulSoup") -> "Tag":
    body = soup.body or soup
    whole = _weight(body)
    articles = [tag for tag in soup.find_all("article") if tag.find_parent("article") is None]
    _refuse_several(articles)
    mains = soup.find_all(lambda tag: tag.name == "main" or tag.get("role") == "main")
    for candidates in (articles, mains, soup.select(_STORY_PLACES)):
        best = max(candidates, key=_weight, default=None)
        if best is not None and _weight(best) * 2 > whole:
            return best
    return body


def _refuse_several(articles: "list[Tag]") -> None:
    full = [tag for tag in articles if tag.find(["h1", "h2", "h3"]) is not None and _weight(tag) >= 400]
    largest = max(map(_weight, full), default=0)
    stories = [tag for tag in full if _weight(tag) * 5 >= largest * 2]
    if len(stories) < 2:
        return
    names = "; ".join(f"“{_heading(tag)[:70]}”" for tag in stories[:4])
    raise Refused(
        f"This page holds {len(stories)} articles ({names}). Nothing was taken in; "
        "save the page of each article and import those."
    )


def _heading(tag: "Tag") -> str:
    heading = tag.find(["h1", "h2", "h3"])
    return " ".join(heading.get_text(" ").split()) if heading is not None else ""


def _outside(heading: "Tag | None", walk: Walk) -> Iterator[Block]:
    if heading is not None:
        wrapper = heading.wrap(_fresh(heading))
        yield from blocks_in(wrapper, walk)
        wrapper.decompose()


def _fresh(tag: "Tag") -> "Tag":
    from bs4 import BeautifulSoup

    return BeautifulSoup("", "lxml").new_tag("div") if tag.parent is not None else tag


def settled(blocks: Iterator[Block]) -> Iterator[Block]:
    """Lines of a paragraph that are each a sign of their own stand alone; a list's last line ends it."""
    before: Block | None = None
    for block in (piece for whole in blocks for piece in _pieces(whole)):
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


def _headed(blocks: list[Block], headline: str) -> list[Block]:
    """A page without a visible headline has one in its head."""
    if not headline or any(block.level == 1 for block in blocks):
        return blocks
    at = next((at for at, block in enumerate(blocks[:6]) if folded(block.plain) == folded(headline)), None)
    if at is not None:
        return [*blocks[:at], replace(blocks[at], kind=Kind.HEADING, level=1), *blocks[at + 1 :]]
    return [Block(headline, headline, Kind.HEADING, 1), *blocks]


def _around(soup: "BeautifulSoup", main: "Tag") -> Iterator[str]:
    """What stands on the page outside of the story's element."""
    main.extract()
    text = " ".join(soup.get_text(" ").split())
    if text:
        yield f"Taken out (around the story): “{text}”"
