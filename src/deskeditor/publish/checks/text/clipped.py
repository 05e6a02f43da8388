"""A paragraph that breaks off."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark

_CLIPPED = re.compile(r"[^\s.…]*(?:\.\.\.|…)[ \t]*$", re.MULTILINE)


def look(copy: Copy) -> Iterator[Remark]:
    """It ends in three points, and no quotation mark closes it."""
    if "...\n" in copy.spoken or "…" in copy.spoken or copy.spoken.rstrip().endswith("..."):
        for found in _CLIPPED.finditer(copy.spoken):
            yield Remark("A paragraph ends in an ellipsis. Is it cut off?", *found.span())
