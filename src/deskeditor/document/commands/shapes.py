"""Lines given another beginning, and blank lines put where Markdown would otherwise run blocks together."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from deskeditor.document.commands.edits import Edit, edited, inserted
from deskeditor.document.commands.lines import (
    Line,
    each_selected_line,
    line_after,
    line_before,
    line_of,
    selected_lines,
)
from deskeditor.document.state import EditorState
from deskeditor.document.transaction import Transaction

Joins = Callable[[Line, Line], bool]
"""Whether a line may stand directly below another; if not, a blank line goes between."""


def apart(_upper: Line, _lower: Line) -> bool:
    """Each line is a block of its own."""
    return False


def together(_upper: Line, _lower: Line) -> bool:
    """The lines are one block."""
    return True


@dataclass(frozen=True, slots=True)
class Shape:
    """The prefixes that lines get; who joins whom among them, as they were, and with their neighbours."""

    prefixes: Sequence[str]
    inside: Joins
    edge: Joins


def selected_rows(state: EditorState) -> tuple[Line, ...]:
    """The selected lines that are not blank, or the caret's own; none where one cannot be shaped at all."""
    lines = selected_lines(state.document.text, state.selection)
    rows = tuple(line for line in lines if not line.is_blank()) or lines[:1]
    below = line_after(state.document.text, rows[-1]) if rows else None
    fixed = any(line.note or line.is_rule() or line.words.startswith(":::") for line in rows)
    return () if fixed or (below and below.is_rule() and rows[-1].words.strip()) else rows


def every_row(state: EditorState, test: Callable[[Line], bool]) -> bool:
    """Whether a test holds for all selected lines that are not blank, or for the caret's own."""
    first: Line | None = None
    rows = 0
    for line in each_selected_line(state.document.text, state.selection):
        first = first or line
        if not line.is_blank():
            rows += 1
            if not test(line):
                return False
    return rows > 0 or (first is not None and test(first))


def reshaped(state: EditorState, rows: Sequence[Line], shape: Shape) -> Transaction | None:
    """The rows with their new prefixes; None where nothing changes."""
    return edited(state, reshaping(state.document.text, rows, shape))


def reshaping(text: str, rows: Sequence[Line], shape: Shape) -> list[Edit]:
    """The edits that give the rows their new prefixes and the blank lines that these need."""
    edits = [
        Edit(row.start, row.content, prefix)
        for row, prefix in zip(rows, shape.prefixes, strict=True)
        if row.prefix != prefix
    ]
    # First the blank lines: of two edits at one place the earlier is written first.
    return [*_blank_lines(text, rows, shape), *edits] if edits else []


def _blank_lines(text: str, rows: Sequence[Line], shape: Shape) -> Iterator[Edit]:
    changed = [line_of(row.start, p + row.words) for row, p in zip(rows, shape.prefixes, strict=True)]
    above, below = line_before(text, rows[0]), line_after(text, rows[-1])
    if above and not above.is_blank() and not shape.edge(above, changed[0]):
        yield inserted(rows[0].start, _blank(above, changed[0]))
    for index, (upper, lower) in enumerate(pairwise(rows)):
        if upper.end + 1 == lower.start and not shape.inside(upper, lower):
            yield inserted(lower.start, _blank(changed[index], changed[index + 1]))
    if below and not below.is_blank() and not shape.edge(changed[-1], below):
        yield inserted(below.start, _blank(changed[-1], below))


def _blank(upper: Line, lower: Line) -> str:
    """An empty line that stays in the quote where both its neighbours are in one."""
    return min(upper.quote, lower.quote, key=len).rstrip() + "\n"
