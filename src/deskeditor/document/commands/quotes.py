"""Quoted paragraphs."""

import re
from collections.abc import Iterator, Sequence

from deskeditor.document.commands.lines import Line, lines_above, lines_below, selected_lines
from deskeditor.document.commands.shapes import Shape, apart, every_row, reshaped, together
from deskeditor.document.state import EditorState
from deskeditor.document.transaction import Transaction

_MARK = re.compile(r"[ ]{0,3}>[ \t]?")


def quote(state: EditorState) -> Transaction | None:
    """Quote the selected paragraphs as a whole, or take one level of quoting away where all are quoted."""
    rows = _whole_paragraphs(state)
    if not rows or any(row.words.startswith(":::") for row in rows):
        return None
    if all(row.quote for row in rows):
        bare = [_MARK.sub("", row.prefix, count=1) for row in rows]
        return reshaped(state, rows, Shape(bare, together, apart))
    marked = [f"> {row.prefix}" if row.text.strip() else ">" for row in rows]
    return reshaped(state, rows, Shape(marked, together, _both_quoted))


def is_quoted(state: EditorState) -> bool:
    """Whether every selected line is in a quote."""
    return every_row(state, lambda row: row.quote != "")


def _both_quoted(upper: Line, lower: Line) -> bool:
    return bool(upper.quote and lower.quote)


def _whole_paragraphs(state: EditorState) -> Sequence[Line]:
    """The selected lines, and those above and below that belong to the same paragraphs."""
    text = state.document.text
    lines = selected_lines(text, state.selection)
    if not lines or lines[-1].end + 1 - lines[0].start != sum(len(line.text) + 1 for line in lines):
        return ()  # some code is among them, and that cannot be quoted in part
    above = list(_plain(lines[0], lines_above(text, lines[0])))
    below = list(_plain(lines[-1], lines_below(text, lines[-1])))
    return [*reversed(above), *lines, *below]


def _plain(line: Line, neighbours: Iterator[Line]) -> Iterator[Line]:
    if not line.is_plain():
        return
    for neighbour in neighbours:
        if not neighbour.is_plain():
            return
        yield neighbour
