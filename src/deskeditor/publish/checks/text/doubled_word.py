"""The same word twice in a row."""

import re
from collections.abc import Iterator
from itertools import pairwise

from deskeditor.publish.checks.subject import Copy, Remark

_RIGHT_TWICE = frozenset(
    (
        *(
            "that",
            "had",
            "is",
            "no",
            "so",
            "very",
            "bye",
            "ha",
            "hear",
            "knock",
            "tut",
            "there",
            "now",
            "yes",
        ),
        *("die", "der", "das", "sie", "den", "dass", "vous", "nous", "que", "si"),
        *("bora", "pago", "walla", "mau", "sana", "pole"),
    )
)


def look(copy: Copy) -> Iterator[Remark]:
    """Two names alike may stand together, and so may some words."""
    spoken, lower = copy.spoken, copy.spoken.lower()
    if len(lower) != len(spoken):
        lower = spoken  # a letter that has no small one of one character: places matter more than case
    at = 0
    for first, second in pairwise(lower.split()):
        if not second.startswith(first) or not _same(first, second):
            continue
        at, again = _place(lower, first, at)
        names = spoken[at].isupper() and spoken[again].isupper()
        if first not in _RIGHT_TWICE and not names and "\n\n" not in spoken[at:again]:
            end = again + len(first)
            yield Remark(f"“{spoken[at : at + len(first)]}” stands twice. Take one out.", at, end)
        at = again


def _same(first: str, second: str) -> bool:
    """Whether the second is the first, a word of letters, with nothing or a closing sign behind it."""
    return len(first) > 1 and first.isalpha() and second[len(first) : len(first) + 1] in ' ,;:.!?)”"'


def _place(lower: str, word: str, start: int) -> tuple[int, int]:
    """Where the word stands as a piece of its own with itself behind it, from `start` on."""
    found = re.compile(rf"(?<!\S){re.escape(word)}(\s+){re.escape(word)}").search(lower, start)
    return (found.start(), found.end(1)) if found else (start, start)
