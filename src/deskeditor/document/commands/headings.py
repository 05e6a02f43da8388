"""Headings and plain paragraphs."""

from deskeditor.document.commands.shapes import Shape, apart, every_row, reshaped, selected_rows
from deskeditor.document.state import EditorState
from deskeditor.document.transaction import Transaction


def heading2(state: EditorState) -> Transaction | None:
    """Make the lines section headings, or paragraphs again where all of them are."""
    return _set_heading(state, 2)


def heading3(state: EditorState) -> Transaction | None:
    """Make the lines headings of the third level, or paragraphs again where all of them are."""
    return _set_heading(state, 3)


def heading4(state: EditorState) -> Transaction | None:
    """Make the lines headings of the fourth level, or paragraphs again where all of them are."""
    return _set_heading(state, 4)


def paragraph(state: EditorState) -> Transaction | None:
    """Make headings, list items and quotes plain paragraphs; None where they are already."""
    rows = selected_rows(state)
    if not any(row.quote or row.marker or row.heading for row in rows):
        return None
    return reshaped(state, rows, Shape([""] * len(rows), apart, apart))


def is_heading(state: EditorState, level: int) -> bool:
    """Whether every selected line is a heading of that level."""
    return every_row(state, lambda row: len(row.heading.strip()) == level)


def _set_heading(state: EditorState, level: int) -> Transaction | None:
    rows = selected_rows(state)
    if not rows:
        return None
    signs = "" if is_heading(state, level) else f"{'#' * level} "
    return reshaped(state, rows, Shape([row.quote + signs for row in rows], apart, apart))
