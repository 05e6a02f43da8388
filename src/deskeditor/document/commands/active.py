"""What the writer stands in, so that the toolbar can show it."""

from collections.abc import Callable

from deskeditor.document.commands.headings import is_heading
from deskeditor.document.commands.inline import Kind
from deskeditor.document.commands.links import is_linked
from deskeditor.document.commands.lists import is_bulleted, is_numbered
from deskeditor.document.commands.marks import is_marked
from deskeditor.document.commands.quotes import is_quoted
from deskeditor.document.commands.shapes import every_row
from deskeditor.document.state import EditorState

_TESTS: dict[str, Callable[[EditorState], bool]] = {
    "bold": lambda state: is_marked(state, Kind.BOLD),
    "italic": lambda state: is_marked(state, Kind.ITALIC),
    "strike": lambda state: is_marked(state, Kind.STRIKE),
    "heading2": lambda state: is_heading(state, 2),
    "heading3": lambda state: is_heading(state, 3),
    "heading4": lambda state: is_heading(state, 4),
    "paragraph": lambda state: every_row(state, lambda row: not (row.prefix or row.is_rule())),
    "bulleted_list": is_bulleted,
    "numbered_list": is_numbered,
    "quote": is_quoted,
    "link": is_linked,
}

ACTIVE_NAMES = tuple(_TESTS)
"""The commands that can be shown as on."""


def is_active(state: EditorState, name: str) -> bool:
    """Whether the named command is on for all that is selected; raises KeyError for any other name."""
    return _TESTS[name](state)
