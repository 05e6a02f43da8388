"""The Enter key inside lists and quotes."""

import re

from deskeditor.document.commands.edits import Edit, edited
from deskeditor.document.commands.lines import Line, line_after, line_before, selected_lines
from deskeditor.document.commands.lists import counted, outdent, renumbering
from deskeditor.document.model import Selection
from deskeditor.document.state import EditorState
from deskeditor.document.transaction import Transaction


def enter(state: EditorState) -> Transaction | None:
    """Go on with the list or quote, or end it on an empty item; None where Enter is a plain line break."""
    text, place = state.document.text, state.selection
    lines = selected_lines(text, place)
    if len(lines) != 1 or place.end > lines[0].end:
        return None
    line = lines[0]
    if not (line.marker or line.quote) or line.heading or place.start < line.content:
        return None
    if not line.words.strip():
        return outdent(state) if line.marker and line.indent else _end(state, line)
    return _go_on(state, line)


def _go_on(state: EditorState, line: Line) -> Transaction | None:
    text, place = state.document.text, state.selection
    new = "\n" + line.quote + line.indent + _next(line)
    caret = place.start + len(new)
    edits = [Edit(place.start, place.end, new)]
    if line.number is not None:
        counters = counted(text, line, line.prefix) | {line.width: line.number + 1}
        edits += renumbering(text, line, counters)
    return edited(state, edits, Selection(caret, caret))


def _next(line: Line) -> str:
    number = line.number
    return line.marker if number is None else re.sub("[0-9]+", str(number + 1), line.marker, count=1)


def _end(state: EditorState, line: Line) -> Transaction | None:
    """The empty item becomes a blank line, and the caret stands below it in a paragraph of its own."""
    text = state.document.text
    stay = line.quote if line.marker else ""
    upper = line_before(text, line)
    above = stay.rstrip() + "\n" if upper and not upper.is_blank() else ""
    below = line_after(text, line)
    gap = "\n" + stay.rstrip() if below and not below.is_blank() else ""
    caret = line.start + len(above) + len(stay)
    return edited(state, [Edit(line.start, line.end, above + stay + gap)], Selection(caret, caret))
