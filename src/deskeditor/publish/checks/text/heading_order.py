"""Headings go down one step at a time; the headline is the first, so the text begins with the second."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(?=\S)([^\n]*)", re.MULTILINE)


def look(copy: Copy) -> Iterator[Remark]:
    """A jump leaves out a level that readers' programs expect."""
    if "# " not in copy.prose and "#\t" not in copy.prose:
        return
    level = 1
    for found in _HEADING.finditer(copy.prose):
        own = len(found.group(1))
        if own == 1:
            yield Remark(
                "A heading of the first level; that is the headline's. Make it a second.", *found.span()
            )
        elif own > level + 1:
            yield Remark(
                f"A heading jumps from level {level} to {own}. Make it a level {level + 1}.", *found.span()
            )
        level = max(own, 2)
