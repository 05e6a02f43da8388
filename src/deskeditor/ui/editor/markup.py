"""Which letters of a Markdown line look how: pure, one line at a time, with the state of the line above."""

import re
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Style(StrEnum):
    """What a run of letters is."""

    MARKER = "marker"
    HEADING2 = "heading2"
    HEADING3 = "heading3"
    HEADING4 = "heading4"
    BOLD = "bold"
    ITALIC = "italic"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"
    ADDRESS = "address"
    QUOTE = "quote"
    BULLET = "bullet"
    CONTAINER = "container"
    NOTE = "note"
    HTML = "html"


class Within(IntEnum):
    """What a line stands inside of; Qt keeps it as the number of a block's state."""

    PROSE = 0
    FENCE = 1
    TILDE_FENCE = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Letters `start` to `end` of a line look like `style`; later runs lie over earlier ones."""

    start: int
    end: int
    style: Style


@dataclass(frozen=True, slots=True)
class Line:
    """A styled line and what the next one stands in."""

    runs: tuple[Run, ...]
    within: Within


_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
_CONTAINER = re.compile(r":{3,}[ \t]*([\w-]*)")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_ITEM = re.compile(r"[ \t]*([-*+]|\d{1,9}[.)])[ \t]+")
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_DEFINITION = re.compile(r" {0,3}(\*?\[[^\]\n]+\]:)(.*)")
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()#+\-.!~:<>|\"]")

_INLINE = (
    (re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)"), Style.CODE),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), Style.BOLD),
    (re.compile(r"(?<![*\w])(\*)(?![*\s])([^*\n]+?)(?<![\s*])\1(?!\*)"), Style.ITALIC),
    (re.compile(r"(?<![_\w])(_)(?![_\s])([^_\n]+?)(?<![\s_])\1(?![_\w])"), Style.ITALIC),
    (re.compile(r"(~~)(?=\S)(.+?)(?<=\S)\1"), Style.STRIKE),
)
_LINK = re.compile(
    r"(!?\[)([^\[\]\n]*)(\])(\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]\n]*\])(\{[^{}\n]*\})?"
)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--.*?-->")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>")

_HEADINGS = {1: Style.HEADING2, 2: Style.HEADING2, 3: Style.HEADING3}
_LONGEST = 20_000


def style_line(text: str, within: Within) -> Line:
    """Style one line that stands in `within`; a line of more than 20,000 letters stays plain."""
    if len(text) > _LONGEST:
        return Line((), within)
    fence = _FENCE.match(text)
    if within is not Within.PROSE:
        ends = fence and _fence_of(fence) is within and not text[fence.end() :].strip()
        style = Style.MARKER if ends else Style.CODE
        return Line((Run(0, len(text), style),), Within.PROSE if ends else within)
    if fence:
        return Line((Run(0, len(text), Style.MARKER),), _fence_of(fence))
    return Line(tuple(_prose(text)), Within.PROSE)


def _fence_of(fence: re.Match[str]) -> Within:
    return Within.FENCE if fence.group(1)[0] == "`" else Within.TILDE_FENCE


def _prose(text: str) -> list[Run]:
    if container := _CONTAINER.match(text):
        return [Run(0, len(text), Style.CONTAINER), Run(0, container.start(1), Style.MARKER)]
    if _RULE.match(text):
        return [Run(0, len(text), Style.MARKER)]
    if definition := _DEFINITION.match(text):
        return [
            Run(0, definition.end(1), Style.NOTE),
            *_inline(text, definition.end(1)),
        ]
    runs: list[Run] = []
    start = 0
    if heading := _HEADING.match(text):
        style = _HEADINGS.get(len(heading.group(1)), Style.HEADING4)
        return [Run(0, len(text), style), Run(0, heading.end(), Style.MARKER), *_inline(text, heading.end())]
    if quote := _QUOTE.match(text):
        start = quote.end()
        runs += [Run(0, len(text), Style.QUOTE), Run(0, start, Style.MARKER)]
    if item := _ITEM.match(text, start):
        runs.append(Run(item.start(1), item.end(1), Style.BULLET))
        start = item.end()
    return runs + _inline(text, start)


def _inline(text: str, start: int) -> list[Run]:
    """The runs inside a line; what stands in code is not looked at again."""
    open_text = _ESCAPE.sub("\ue000\ue000", text)
    runs: list[Run] = []
    for pattern, style in _INLINE:
        for found in pattern.finditer(open_text, start):
            runs += _marked(found, style)
        if style is Style.CODE:
            open_text = _blanked(open_text, runs)
    for found in _LINK.finditer(open_text, start):
        runs += _link(found)
    for found in _FOOTNOTE.finditer(open_text, start):
        runs.append(Run(*found.span(), Style.NOTE))
    for found in _AUTOLINK.finditer(open_text, start):
        runs.append(Run(*found.span(), Style.LINK))
    runs += [Run(*found.span(), Style.HTML) for found in _TAG.finditer(open_text, start)]
    runs += [Run(found.start(), found.start() + 1, Style.MARKER) for found in _ESCAPE.finditer(text, start)]
    return runs


def _marked(found: re.Match[str], style: Style) -> list[Run]:
    inner_start, inner_end = found.span(2)
    return [
        Run(inner_start, inner_end, style),
        Run(found.start(), inner_start, Style.MARKER),
        Run(inner_end, found.end(), Style.MARKER),
    ]


def _link(found: re.Match[str]) -> list[Run]:
    runs = [
        Run(*found.span(1), Style.MARKER),
        Run(*found.span(2), Style.LINK),
        Run(*found.span(3), Style.MARKER),
        Run(*found.span(4), Style.ADDRESS),
    ]
    if found.group(5):
        runs.append(Run(*found.span(5), Style.ADDRESS))
    return runs


def _blanked(text: str, runs: list[Run]) -> str:
    for run in runs:
        text = text[: run.start] + "\ue000" * (run.end - run.start) + text[run.end :]
    return text
