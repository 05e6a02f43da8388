"""A Markdown block as prose: markers gone or dimmed, and every place of the source still known."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, IntFlag

from deskeditor.review import Span


class Style(IntFlag):
    """How a stretch is set; stretches may overlap."""

    BOLD = 1
    ITALIC = 2
    STRIKE = 4
    CODE = 8
    LINK = 16
    MARKER = 32


class Shape(Enum):
    """What kind of block it is."""

    PARAGRAPH = 0
    HEADING_1 = 1
    HEADING_2 = 2
    HEADING_3 = 3
    QUOTE = 4
    LIST = 5
    CODE = 6
    RULE = 7


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of what is shown, in its own code points."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Prose:
    """What is shown of a block; `cuts` are places of the source where something was left out, `gone` how much
    was left out so far.
    """

    text: str
    shape: Shape
    runs: tuple[Run, ...]
    cuts: tuple[int, ...]
    gone: tuple[int, ...]

    def shown(self, position: int) -> int:
        """Where a place of the source is in what is shown; of a left-out marker, where it would stand."""
        place = bisect_right(self.cuts, position) - 1
        if place < 0:
            return position
        before = self.gone[place - 1] if place else 0
        return max(position - self.gone[place], self.cuts[place] - before)


LINE_BREAK = "\u2028"
UNSEEN = "\u200b"
PILCROW = "¶"
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
_LIST = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])[ \t]+")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)
_RULE = re.compile(r" {0,3}(?:[-*_][ \t]*){3,}\Z")
_FENCE_LINES = re.compile(r"^ {0,3}(?:`{3,}|~{3,}).*$", re.MULTILINE)
_CONTAINER = re.compile(r"^(?P<open>:::[ \t]*)(?P<label>[\w-].*)$|(?P<close>\n:::[ \t]*)$", re.MULTILINE)
_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_LINK = re.compile(
    r"(?P<open>!?\[)(?P<label>[^\[\]\n]{0,400})(?P<close>\]\([^()\s]{0,2000}(?:\([^()\s]*\))?[^()\s]{0,200}"
    r"(?:[ \t]+\"[^\"\n]{0,400}\")?\)(?:\{[^{}\n]{0,200}\})?)"
)
_MARKED = (
    (Style.CODE, re.compile(r"(?P<open>`)(?P<label>[^`\n]{1,400})(?P<close>`)")),
    (Style.BOLD, re.compile(r"(?P<open>\*\*|__)(?=\S)(?P<label>[^\n]{1,400}?)(?<=\S)(?P<close>(?P=open))")),
    (Style.STRIKE, re.compile(r"(?P<open>~~)(?=\S)(?P<label>[^\n]{1,400}?)(?<=\S)(?P<close>~~)")),
    (
        Style.ITALIC,
        re.compile(
            r"(?<![\w*_\\])(?P<open>[*_])(?![*_\s])(?P<label>[^*_\n]{1,400})(?<=\S)(?P<close>(?P=open))(?![\w*_])"
        ),
    ),
)


def prose(source: str, kept: Sequence[Span] = ()) -> Prose:
    """The block as it is read; markers that lie in one of the `kept` spans are shown, dimmed."""
    shape = _shape(source)
    if shape is Shape.CODE:
        runs = [Run(*found.span(), Style.MARKER) for found in _FENCE_LINES.finditer(source)]
        return Prose(source.replace("\n", LINE_BREAK), shape, tuple(runs), (), ())
    runs, markers = _dressed(source, shape)
    changed = _Kept(kept)
    hidden: list[Span] = []
    for span in markers:
        if changed.meet(span):
            runs.append(Run(span.start, span.end, Style.MARKER))
        else:
            hidden.append(span)
    return _without(_broken(source, shape, changed), shape, runs, _apart(hidden))


class _Kept:
    """The stretches of a block that changed, ready to be asked."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = _apart(spans)
        self._starts = [span.start for span in self._spans]

    def meet(self, span: Span) -> bool:
        """Whether something of the span lies within one of them."""
        before = bisect_right(self._starts, span.end - 1) - 1
        return before >= 0 and self._spans[before].end > span.start


def _shape(source: str) -> Shape:
    if source.startswith(("```", "~~~", "    ", "\t")):
        return Shape.CODE
    if heading := _HEADING.match(source):
        return (Shape.HEADING_1, Shape.HEADING_2, Shape.HEADING_3)[min(len(heading[1]), 3) - 1]
    for shape, pattern in ((Shape.RULE, _RULE), (Shape.LIST, _LIST), (Shape.QUOTE, _QUOTE)):
        if pattern.match(source):
            return shape
    return Shape.PARAGRAPH


def _dressed(source: str, shape: Shape) -> tuple[list[Run], list[Span]]:
    """The styles of the block, and its markers that may be left out."""
    runs: list[Run] = []
    markers: list[Span] = []
    for style, found in _inline(source):
        runs.append(Run(*found.span("label"), style))
        markers += [Span(*found.span("open")), Span(*found.span("close"))]
    if shape in (Shape.HEADING_1, Shape.HEADING_2, Shape.HEADING_3) and (heading := _HEADING.match(source)):
        markers.append(Span(*heading.span()))
    if shape is Shape.QUOTE:
        markers += [Span(*found.span()) for found in _QUOTE.finditer(source)]
    for found in _CONTAINER.finditer(source):
        runs.append(Run(*found.span("label"), Style.MARKER))
        markers += [Span(*found.span("open")), Span(*found.span("close"))]
    return runs, markers


def _inline(source: str) -> Iterator[tuple[Style, re.Match[str]]]:
    if "](" in source:
        yield from ((Style.LINK, found) for found in _LINK.finditer(source))
    for style, pattern in _MARKED:
        yield from ((style, found) for found in pattern.finditer(source))


def _broken(source: str, shape: Shape, changed: _Kept) -> str:
    """The source with its line breaks as they are read, letter by letter as long as before.

    A changed break between paragraphs is told by a pilcrow, since nobody sees a line that is not there.
    """

    def gap(found: re.Match[str]) -> str:
        seen = changed.meet(Span(*found.span()))
        return (PILCROW if seen else UNSEEN) + UNSEEN * (len(found[0]) - 2) + LINE_BREAK

    if "\n" not in source:
        return source
    if shape in (Shape.PARAGRAPH, Shape.HEADING_1, Shape.HEADING_2, Shape.HEADING_3) and ":::" not in source:
        lines = _GAP.sub(gap, source)
        return re.sub(r"(?<=  )\n|(?<=\\)\n", LINE_BREAK, lines).replace("\n", " ")
    return source.replace("\n", LINE_BREAK)


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, where two overlap only the first."""
    apart: list[Span] = []
    for span in sorted(spans):
        if len(span) and (not apart or span.start >= apart[-1].end):
            apart.append(span)
    return apart


def _without(text: str, shape: Shape, runs: Sequence[Run], hidden: Sequence[Span]) -> Prose:
    parts: list[str] = []
    gone: list[int] = []
    at = total = 0
    for span in hidden:
        parts.append(text[at : span.start])
        at, total = span.end, total + len(span)
        gone.append(total)
    parts.append(text[at:])
    bare = Prose("".join(parts), shape, (), tuple(span.start for span in hidden), tuple(gone))
    shown = [Run(bare.shown(run.start), bare.shown(run.end), run.style) for run in runs]
    return Prose(bare.text, shape, tuple(run for run in shown if run.start < run.end), bare.cuts, bare.gone)
