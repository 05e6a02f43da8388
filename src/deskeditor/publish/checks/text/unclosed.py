"""What begins and never ends: the page shows its signs, and the text below it is none of it."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark
from deskeditor.render.blocks import split

_OPENERS = {
    "code": re.compile(r"^(`{3,}|~{3,})[^\n]*", re.MULTILINE),
    "a box": re.compile(r"^(:::)[^\n]*", re.MULTILINE),
    "a remark": re.compile(r"^ {0,3}(<!--)[^\n]*", re.MULTILINE),
}
_SIGNS = ("```", "~~~", ":::", "<!--")


def look(copy: Copy) -> Iterator[Remark]:
    """As the renderer reads it: what it takes for words though it looks like a beginning."""
    if not any(sign in copy.text for sign in _SIGNS):
        return
    start = 0
    for block in split(copy.text):
        if block.open:
            for what, opener in _OPENERS.items():
                for found in opener.finditer(block.source):
                    told = (
                        f"“{found[1]}” begins {what} that nothing ends. Readers would see the signs; end it."
                    )
                    yield Remark(told, start + found.start(), start + found.end())
        start += len(block.source)
