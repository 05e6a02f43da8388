"""Quotation marks: one way of quoting in one story, and what is opened is closed."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark

_STRAIGHT = re.compile(r'(?<!\\)"')
_CURLY = "“”„«»"


def mixed(copy: Copy) -> Iterator[Remark]:
    """Straight ones beside typographic ones: somebody pasted; the first of the rarer kind is shown."""
    spoken = copy.spoken
    if '"' not in spoken or not any(mark in spoken for mark in _CURLY):
        return
    straight = _STRAIGHT.search(spoken)
    if straight:
        yield Remark("Straight and typographic quotation marks are mixed. Use one kind.", *straight.span())


def unbalanced(copy: Copy) -> Iterator[Remark]:
    """Several paragraphs of one quotation are opened each and closed once."""
    if copy.language != "en" or ("“" not in copy.spoken and "”" not in copy.spoken):
        return
    start = 0
    for paragraph in copy.spoken.split("\n\n"):
        opened, closed = paragraph.count("“"), paragraph.count("”")
        if closed > opened or opened > closed + 1:
            first = start + len(paragraph) - len(paragraph.lstrip())
            yield Remark(
                "A quotation mark is missing or too many in this paragraph.", first, start + len(paragraph)
            )
        start += len(paragraph) + 2
