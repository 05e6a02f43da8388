"""Deterministic limits: what would take Python-Markdown far too long is shown as plain text instead."""

import re
from typing import NamedTuple

from deskeditor.render.blocks import Kind

BRACKETS = re.compile(r"[\[\]]")


class Limit(NamedTuple):
    """At most `most` places where `letters` stand in one block."""

    letters: str
    most: int
    what: str


LIMITS = (
    Limit("[", 250, "square brackets"),
    Limit("`", 250, "backticks"),
    Limit("*", 600, "asterisks"),
    Limit("_", 600, "underscores"),
    Limit("~~", 300, "tildes"),
    Limit("<", 400, "angle brackets"),
    Limit("&", 400, "ampersands"),
    Limit("\\", 400, "backslashes"),
    Limit("  \n", 250, "line breaks"),
    Limit("|", 1400, "upright lines"),
    Limit("\n", 1000, "lines"),
)
ALWAYS_FEW = min(limit.most for limit in LIMITS)
"""Characters that cannot hold too many of anything."""
HTML_LIMITS = (Limit("<", 4000, "angle brackets"),)
"""Raw HTML passes the sanitiser alone, which is quick unless elements stand very deep in each other."""
PARTED = frozenset({Kind.LIST, Kind.QUOTE, Kind.TABLE})
SEVERAL = 3
"""Such blocks are read in parts, so that more of everything may stand in them."""
LONGEST = 60_000
"""Characters of one block that is more than plain words."""
DEEPEST = 12
"""Levels of lists and quotes inside each other."""
NESTING = re.compile(
    r"^(?=[ \t]*(?:[>*+-]|\d{1,9}\.))(?:[ \t]*(?:[>*+-](?=[ \t>])|>|\d{1,9}\.(?=[ \t])))*+", re.M
)
MARKERS = re.compile(r">|[*+-]|\d+\.")
DEEP_INDENT = re.compile(rf"^(?:    |\t){{{DEEPEST}}}", re.MULTILINE)


def too_much(kind: Kind, source: str) -> str | None:
    """Why this block is shown as plain text, or None."""
    return too_many(kind, source) or _too_deep(kind, source)


def too_many(kind: Kind, source: str) -> str | None:
    """What stands in the block too often, or None."""
    if len(source) <= ALWAYS_FEW:
        return None
    times = SEVERAL if kind in PARTED else 1
    for limit in HTML_LIMITS if kind is Kind.HTML else LIMITS:
        if source.count(limit.letters) > limit.most * times:
            return f"more than {limit.most * times} {limit.what} in one block"
    return f"more than {LONGEST} characters in one block" if len(source) > LONGEST else None


def _too_deep(kind: Kind, source: str) -> str | None:
    if kind in {Kind.LIST, Kind.QUOTE} and _depth(source) > DEEPEST:
        return f"lists or quotes nested deeper than {DEEPEST} levels"
    if kind is not Kind.HTML and source.count("[") > DEEPEST and _bracket_depth(source) > DEEPEST:
        return f"square brackets nested deeper than {DEEPEST} levels"
    return None


def _depth(source: str) -> int:
    deepest = max((len(MARKERS.findall(run)) for run in NESTING.findall(source)), default=0)
    return DEEPEST + 1 if DEEP_INDENT.search(source) else deepest


def _bracket_depth(source: str) -> int:
    depth = deepest = 0
    for bracket in BRACKETS.findall(source):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest
