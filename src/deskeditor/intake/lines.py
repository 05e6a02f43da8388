"""Plain text as blocks: which lines belong to one paragraph."""

import re
from itertools import pairwise

from deskeditor.intake.escape import escape
from deskeditor.intake.records import Block

SPACE = " \t"
_BLANK = re.compile(r"[\s\u200b\ufeff]*")
_RULE = re.compile(r"(?:[-_=~*–—•·] ?){3,}")
_WIDEST_WRAP = 100


def blocks_of(text: str) -> tuple[Block, ...]:
    """The paragraphs of a plain text in order, each as Markdown that shows the same letters."""
    return tuple(_block(paragraph) for paragraph in paragraphs(text))


def _block(paragraph: str) -> Block:
    """A line of nothing but dashes or stars parts two passages, so it is one in Markdown too."""
    return Block(paragraph, "---" if _RULE.fullmatch(paragraph) else escape(paragraph))


def paragraphs(text: str) -> list[str]:
    """Lines as paragraphs, with the lines of a text that was broken at a fixed width joined again."""
    lines = [line.strip(SPACE) for line in text.split("\n")]
    width = _wrap_width(lines)
    found: list[list[str]] = []
    fresh = True
    for line, before in zip(lines, ["", *lines[:-1]], strict=True):
        if _BLANK.fullmatch(line):
            fresh = True
            continue
        if not fresh and width and _runs_on(before, line, width):
            found[-1].append(line)
        else:
            found.append([line])
        fresh = False
    return [" ".join(broken) for broken in found]


def _wrap_width(lines: list[str]) -> int:
    """The width a text was broken at, or 0 where its lines are whole paragraphs or mere lists."""
    longest = max(map(len, lines), default=0)
    if not 40 <= longest <= _WIDEST_WRAP:
        return 0
    pairs = [(a, b) for a, b in pairwise(lines) if a and b]
    flowing = sum(1 for _, after in pairs if after[0].islower())
    return longest if len(pairs) >= 2 and flowing * 4 >= len(pairs) else 0


def _runs_on(before: str, line: str, width: int) -> bool:
    """A line was broken here where the next word would not have fitted, or goes on in small letters."""
    if line[0].islower():
        return True
    word = line[: width + 1].split(" ", 1)[0]
    return len(before) + 1 + len(word) > width
