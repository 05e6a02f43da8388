"""The `:::` containers of the body."""

import re

from deskeditor.document.commands.lines import line_starts

_LINE = re.compile(r":::[ \t]*([^\n]*)")


def container_around(text: str, position: int) -> tuple[int, int] | None:
    """Where the container begins and ends that a position is in; one not closed before the next is none."""
    opened = -1
    for start in line_starts(text, ":::", len(text)):
        if start > position and opened < 0:
            return None
        line = _LINE.match(text, start)
        if line and line[1].strip():
            opened = start if start <= position else -1
        elif line and opened >= 0:
            if position <= line.end():
                return opened, line.end()
            opened = -1
    return None
