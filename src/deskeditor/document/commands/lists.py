"""Bulleted and numbered lists, and moving their items in and out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deskeditor.document.commands.edits import Edit, edited
from deskeditor.document.commands.lines import Line, each_selected_line, line_of, lines_above, lines_below
from deskeditor.document.commands.shapes import Shape, apart, every_row, reshaping, selected_rows, together
from deskeditor.document.state import EditorState
from deskeditor.document.transaction import Transaction

_INDENT = "    "  # what Python-Markdown asks for before it nests an item
_OUTDENT = re.compile(r"\t| {1,4}\t?")
_NUMBER = re.compile("[0-9]+")


def bulleted_list(state: EditorState) -> Transaction | None:
    """Make the lines items of a bulleted list, or paragraphs again where all of them are."""
    rows = _listable(state)
    if not rows:
        return None
    if is_bulleted(state):
        return _unlisted(state)
    shape = Shape([_item_prefix(row, "- ") for row in rows], together, _same_list)
    return edited(state, reshaping(state.document.text, rows, shape))


def numbered_list(state: EditorState) -> Transaction | None:
    """Make the lines items numbered 1. 2. 3., or paragraphs again where all of them are."""
    rows = _listable(state)
    if not rows:
        return None
    if is_numbered(state):
        return _unlisted(state)
    text = state.document.text
    counters = counted(text, rows[0], _item_prefix(rows[0], "1. "))
    prefixes = list(_numbered([_with_prefix(row, _item_prefix(row, "0. ")) for row in rows], counters))
    edits = reshaping(text, rows, Shape(prefixes, together, _same_list))
    return edited(state, [*edits, *renumbering(text, rows[-1], counters)])


def indent(state: EditorState) -> Transaction | None:
    """Put the items and what hangs on them below the item before; None where there is none to hang on."""
    rows = _items_with_children(state)
    if not rows:
        return None
    above = next((line for line in _list_above(state.document.text, rows[0]) if line.marker), None)
    if above is None or above.width < rows[0].width:
        return None
    return _shifted(state, rows, [_INDENT + row.indent for row in rows])


def outdent(state: EditorState) -> Transaction | None:
    """Take the items and what hangs on them out by one level; None for the outermost."""
    rows = _items_with_children(state)
    if not rows or not rows[0].indent:
        return None
    return _shifted(state, rows, [_OUTDENT.sub("", row.indent, count=1) for row in rows])


def in_list(state: EditorState) -> bool:
    """Whether the caret or the selection stands in an item of a list, or in a line that hangs on one."""
    rows = each_selected_line(state.document.text, state.selection)
    return any(row.marker or (row.indent and any(_list_above(state.document.text, row))) for row in rows)


def is_bulleted(state: EditorState) -> bool:
    """Whether every selected line is an item of a bulleted list, or hangs on one."""
    return _has_item(state) and every_row(
        state, lambda row: _hangs(row) or (row.marker != "" and row.number is None)
    )


def is_numbered(state: EditorState) -> bool:
    """Whether every selected line is an item of a numbered list, or hangs on one."""
    return _has_item(state) and every_row(state, lambda row: _hangs(row) or row.number is not None)


def counted(text: str, line: Line, prefix: str) -> dict[int, int]:
    """The last number of every level above a line that is to get a prefix; empty where a list begins."""
    counters: dict[int, int] = {}
    above = list(_run(_with_prefix(line, prefix), lines_above(text, line)))
    for row in reversed(above):
        _count(row, counters, row.number or 0)
    return counters


def renumbering(text: str, line: Line, counters: dict[int, int]) -> Iterator[Edit]:
    """The edits that let the items below go on counting."""
    rows = [row for row in _list_below(text, line) if row.marker]
    for row, prefix in zip(rows, _numbered(rows, counters), strict=True):
        if row.prefix != prefix:
            yield Edit(row.start, row.content, prefix)


def _listable(state: EditorState) -> Sequence[Line]:
    """The selected lines without those that hang on an item above them."""
    rows = selected_rows(state)
    return tuple(row for row in rows if not _hangs(row)) or rows


def _has_item(state: EditorState) -> bool:
    return any(row.marker for row in each_selected_line(state.document.text, state.selection))


def _hangs(row: Line) -> bool:
    return bool(row.indent) and not row.marker


def _unlisted(state: EditorState) -> Transaction | None:
    rows = selected_rows(state)
    shape = Shape([row.quote + row.heading for row in rows], lambda _, lower: not lower.marker, apart)
    return edited(state, reshaping(state.document.text, rows, shape))


def _item_prefix(row: Line, marker: str) -> str:
    return row.quote + (row.indent if row.marker else "") + marker


def _with_prefix(row: Line, prefix: str) -> Line:
    """The row as it would read with another prefix."""
    return line_of(row.start, prefix + row.words)


def _same_list(upper: Line, lower: Line) -> bool:
    """Whether two lines read as one list: items of one style, or anything that hangs on an item."""
    if len(upper.quote.split(">")) != len(lower.quote.split(">")):
        return False
    if upper.indent or lower.indent:
        return True
    return bool(upper.marker and lower.marker) and (upper.number is None) == (lower.number is None)


def _list_above(text: str, line: Line) -> Iterator[Line]:
    return _run(line, lines_above(text, line))


def _list_below(text: str, line: Line) -> Iterator[Line]:
    return _run(line, lines_below(text, line))


def _run(line: Line, neighbours: Iterable[Line]) -> Iterator[Line]:
    """The neighbours of the same list; one blank line between items does not end it."""
    levels = line.quote.count(">")
    blank = False
    for row in neighbours:
        if row.is_blank():
            if blank:
                return
            blank = True
            continue
        if row.quote.count(">") != levels or not (row.marker or row.indent):
            return
        blank = False
        yield row


def _count(row: Line, counters: dict[int, int], number: int) -> None:
    """Note an item: the levels further in begin anew after it."""
    for width in [width for width in counters if width > row.width]:
        del counters[width]
    if row.number is not None:
        counters[row.width] = number
    elif row.marker:
        counters.pop(row.width, None)


def _numbered(rows: Iterable[Line], counters: dict[int, int]) -> Iterator[str]:
    """The prefixes of the rows, counting on; where a level begins, a row keeps its number, 0 becoming 1."""
    for row in rows:
        number = row.number
        if number is not None:
            last = counters.get(row.width)
            number = last + 1 if last is not None else number or 1
        _count(row, counters, number or 0)
        marker = row.marker if number is None else _NUMBER.sub(str(number), row.marker, count=1)
        yield row.quote + row.indent + marker + row.heading + row.note


def _items_with_children(state: EditorState) -> list[Line]:
    """The selected rows where the first is an item, and the rows below that hang on the last."""
    rows = list(selected_rows(state))
    if not rows or not rows[0].marker or not all(row.marker or row.indent for row in rows):
        return []
    width = min(row.width for row in rows)
    for row in _list_below(state.document.text, rows[-1]):
        if row.width <= width:
            break
        rows.append(row)
    return rows


def _shifted(state: EditorState, rows: Sequence[Line], indents: Sequence[str]) -> Transaction | None:
    """The rows with other indentation, everything numbered afresh from there on."""
    text = state.document.text
    moved = [replace(row, indent=new) for row, new in zip(rows, indents, strict=True)]
    marker = _marker_of_level(text, moved[0])
    moved = [
        replace(row, marker=marker if row.marker and row.width == moved[0].width else row.marker)
        for row in moved
    ]
    fresh = [replace(row, marker=_NUMBER.sub("0", row.marker)) for row in moved]
    counters = counted(text, rows[0], rows[0].prefix)
    edits = [
        Edit(row.start, row.content, prefix)
        for row, prefix in zip(rows, _numbered(fresh, counters), strict=True)
    ]
    counters.setdefault(rows[0].width, 0)  # what was beside them and now hangs on them begins anew
    return edited(state, [*edits, *renumbering(text, rows[-1], counters)])


def _marker_of_level(text: str, row: Line) -> str:
    """The marker that the items of its new level have, its own where it is the first: lists do not mix."""
    for above in _list_above(text, row):
        if above.marker and above.width <= row.width:
            return above.marker if above.width == row.width else row.marker
    return row.marker
