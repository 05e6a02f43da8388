"""A body cut into blocks at its blank lines, a closed fence kept whole."""

import re

from deskeditor.review.changes import Span

_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)", re.MULTILINE)
_HEAD = re.compile(r"(?:[ \t]*\n)*")


def split(text: str) -> tuple[Span, ...]:
    """The blocks in order; nothing but blank lines stands before, between and after them."""
    start, end = _body(text)
    if start >= end:
        return ()
    fences = iter([*_fences(text), Span(end, end)])
    fence = next(fences)
    spans: list[Span] = []
    for gap in _GAP.finditer(text, start, end):
        while fence.end <= gap.start():
            fence = next(fences)
        if fence.start < gap.start():
            continue
        spans.append(Span(start, gap.start()))
        start = gap.end()
    return (*spans, Span(start, end))


def _body(text: str) -> tuple[int, int]:
    """Where the first block begins and the last one ends; equal where there is none."""
    end = len(text.rstrip(" \t\n"))
    if not end:
        return 0, 0
    head = _HEAD.match(text)
    line_end = text.find("\n", end)
    return head.end() if head else 0, len(text) if line_end < 0 else line_end


def _fences(text: str) -> list[Span]:
    """Fenced stretches that are closed; an open one is no fence, so it swallows nothing."""
    spans: list[Span] = []
    opened: re.Match[str] | None = None
    for line in _FENCE.finditer(text):
        if opened is None:
            opened = line
        elif line[1].startswith(opened[1]) and not line[2].strip():
            spans.append(Span(opened.start(), line.end()))
            opened = None
    return spans
