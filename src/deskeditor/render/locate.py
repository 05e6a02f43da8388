"""Between a word in the rendered block and its place in the source, both ways, for clicks and carets."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from deskeditor.render import shapes
from deskeditor.render.blocks import Block, Kind, split
from deskeditor.render.extensions.attributes import BRACES
from deskeditor.render.guards import too_much

WORD = re.compile(r"[^\W_]+")
TITLE = r"(?:\s+(?:\"(?P<{0}double>[^\"]*)\"|'(?P<{0}single>[^']*)'))?"
ADDRESS = r"(?:<[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)"
INLINE = re.compile(
    rf"(?P<code>(?<!`)(?P<ticks>`+)(?!`)(?P<inside>.+?)(?<!`)(?P=ticks)(?!`))"
    rf"|(?P<escape>\\[!-/:-@\[-`{{-~])"
    rf"|(?P<image>!\[(?P<alt>[^\[\]]*)\]\(\s*(?P<src>{ADDRESS}){TITLE.format('image')}\s*\)(?:{BRACES})?)"
    rf"|(?P<target>\]\(\s*{ADDRESS}{TITLE.format('link')}\s*\)(?:{BRACES})?)"
    r"|(?P<note>\[\^[^\[\]\s][^\[\]]*\])"
    r"|(?P<label>\]\[[^\[\]]*\])"
    r"|<(?P<autolink>[A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^<>\s@/]+@[^<>\s@/]+)>"
    r"|(?P<hidden><!--.*?-->|<(?P<raw>script|style)\b.*?</(?P=raw)\s*>)"
    r"|(?P<tag></?[A-Za-z][^<>]*>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
    rf"|(?P<braces>{BRACES})"
    r"|(?P<mark>\*+|~~|(?<![^\W_])_+|_+(?![^\W_]))",
    re.DOTALL,
)
LINE_MARKS = re.compile(r"^[ \t>]*(?:(?:[-+*]|\d{1,9}\.)[ \t]+)*[ \t>]*", re.MULTILINE)
QUOTE_MARKS = re.compile(r"^[ \t]*>[ \t>]*(?:(?:[-+*]|\d{1,9}\.)[ \t]+)*", re.MULTILINE)
CONTAINER_HEAD = re.compile(r":::[ \t]*[a-z-]+[ \t]*")
TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
PARTING_TAGS = shapes.BLOCK_TAGS | {"br"}
CREDIT = re.compile(r"[{ ]credit=(?:\"([^\"]*)\"|([^\s\"'=}]+))[^{]*\}$")
HIDDEN = frozenset({Kind.BLANK, Kind.REFERENCE, Kind.FOOTNOTE, Kind.ABBREVIATION, Kind.RULE})


class Span(NamedTuple):
    """Text that a reader sees, and where in the source each of its letters stands."""

    text: str
    places: tuple[int, ...]


class Word(NamedTuple):
    """A word that a reader sees, and where it begins in the source."""

    text: str
    place: int


def source_position(block_source: str, visible_prefix: str, word: str) -> int:
    """Where in the block's source the word stands that a reader sees after `visible_prefix`."""
    seen = visible_words(block_source)
    if not seen:
        return 0
    before = WORD.findall(visible_prefix)
    sought = WORD.search(word)
    if sought is None:
        return seen[min(len(before), len(seen) - 1)].place
    places = [found.place for found in seen if found.text == sought[0]]
    if not places:
        return seen[min(len(before), len(seen) - 1)].place
    return places[min(before.count(sought[0]), len(places) - 1)]


def visible_position(block_source: str, offset: int) -> tuple[str, int]:
    """The word at an offset of the source or the last before it, and how many equal ones stand above it."""
    seen = visible_words(block_source)
    if not seen:
        return "", 0
    index = max((index for index, word in enumerate(seen) if word.place <= offset), default=0)
    text = seen[index].text
    return text, sum(word.text == text for word in seen[:index])


def visible_words(source: str) -> tuple[Word, ...]:
    """All words that a reader sees of a block, in order."""
    words: list[Word] = []
    start = 0
    for block in split(source):
        for span in _spans(block, source[start : start + len(block.source)], start):
            words += (Word(found[0], span.places[found.start()]) for found in WORD.finditer(span.text))
        start += len(block.source)
    return tuple(words)


def _spans(block: Block, source: str, start: int) -> Iterator[Span]:
    if block.kind in HIDDEN:
        return
    if block.kind is Kind.FENCE:
        head = source.index("\n") + 1
        body = source[head:].rstrip("\n \t\r").rpartition("\n")[0]
        yield Span(body, tuple(range(start + head, start + head + len(body))))
    elif block.kind is Kind.CODE or too_much(block.kind, source):
        yield Span(source, tuple(range(start, start + len(source))))
    elif block.kind is Kind.CONTAINER:
        yield from _container(source, start)
    else:
        marks = {Kind.LIST: LINE_MARKS, Kind.QUOTE: QUOTE_MARKS}.get(block.kind)
        yield _inline(source if marks is None else marks.sub(_blanks, source), start)


def _container(source: str, start: int) -> Iterator[Span]:
    head = CONTAINER_HEAD.match(source)
    first = head.end() if head else 0
    title_end = source.index("\n")
    yield _inline(source[first:title_end], start + first)
    body = source[title_end + 1 :].rstrip("\n \t\r").rpartition("\n")[0]
    inner = start + title_end + 1
    for block in split(body):
        yield from _spans(block, block.source, inner)
        inner += len(block.source)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _inline(source: str, start: int) -> Span:
    """The text without its marks; places keep pointing at the letters where they were written."""
    text: list[str] = []
    places: list[int] = []
    done = 0
    for found in INLINE.finditer(source):
        for shown, begin, end in ((source[done : found.start()], done, found.start()), *_shown(found)):
            text.append(shown)
            places += (
                range(start + begin, start + end)
                if len(shown) == end - begin
                else [start + begin] * len(shown)
            )
        done = found.end()
    text.append(source[done:])
    places += range(start + done, start + len(source))
    return Span("".join(text), tuple(places))


def _shown(found: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """What a reader sees of one inline construct, with the stretch of source it stands for."""
    if found["image"] is not None:
        yield from _picture(found)
    elif found["tag"] is not None:
        name = TAG_NAME.match(found["tag"])
        if name and name[1].lower() in PARTING_TAGS:
            yield " ", found.start(), found.start() + 1
    elif found["entity"] is not None:
        yield unescape(found["entity"]), found.start(), found.end()
    elif found["escape"] is not None:
        yield found["escape"][1], found.start() + 1, found.end()
    for group in ("inside", "autolink"):
        if found[group] is not None:
            yield found[group], *found.span(group)


def _picture(found: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """A picture of the library shows caption and credit, one from elsewhere the text that stands for it."""
    if not found["src"].startswith("media:"):
        yield found["alt"], *found.span("alt")
        return
    for group in ("imagedouble", "imagesingle"):
        if found[group] is not None:
            yield found[group], *found.span(group)
    credit = CREDIT.search(found["image"])
    if credit:
        said = 1 if credit[1] is not None else 2
        yield " ", found.start(), found.start() + 1
        yield credit[said], found.start() + credit.start(said), found.start() + credit.end(said)
