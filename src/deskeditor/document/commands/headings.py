"""Headings and plain paragraphs."""

from deskeditor.document.commands.shapes import Shape, apart, reshaped, selected_rows
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


def heading_level(state: EditorState) -> int:
    """The level that all selected lines share, 0 where they share none."""
    levels = {len(row.heading.strip()) for row in selected_rows(state)}
    return levels.pop() if len(levels) == 1 else 0


def _set_heading(state: EditorState, level: int) -> Transaction | None:
    rows = selected_rows(state)
    if not rows:
        return None
    signs = "" if heading_level(state) == level else f"{'#' * level} "
    return reshaped(state, rows, Shape([row.quote + signs for row in rows], apart, apart))
