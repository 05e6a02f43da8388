"""Drafts for the tests of review: small makers, the reference story, and what Hypothesis draws."""

import random
from pathlib import Path

from hypothesis import strategies as st

from deskeditor.document.model import Document
from deskeditor.review import Comparison, compare

STORY = (Path(__file__).parent / "missouri-guard.txt").read_text(encoding="utf-8")


def compared(a: str, b: str) -> Comparison:
    """The comparison of two bodies."""
    return compare(Document(a), Document(b))


def told(a: str, b: str) -> list[tuple[str, str, str]]:
    """The changes as kind, old and new text."""
    return [(change.kind.value, change.text_a, change.text_b) for change in compared(a, b).changes]


def risks(a: str, b: str) -> list[str]:
    """The risks of the changes, the gravest first."""
    return [change.risk.word for change in compared(a, b).changes]


_WORDS = st.sampled_from(
    [
        "the",
        "council",
        "Kehoe",
        "said",
        "not",
        "1,700",
        "“yes”",
        "**bold**",
        "東京",
        "e\u0301",
        "👩‍👩‍👧",
        "https://a.org/b",
    ]
)
_JOINTS = st.sampled_from([" ", " ", " ", "  ", "\n", ", ", ". ", "\u00a0"])
_GAPS = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n\n\n", "\n \t\n", "  \n\n", "\n"])
_EDGES = st.sampled_from(["", "", "\n", "\n\n", "  ", " \n"])
_LINES = st.lists(st.tuples(_WORDS, _JOINTS).map("".join), min_size=1, max_size=8).map("".join)
_BLOCKS = _LINES | st.sampled_from(
    ["***", "```\na\n\nb\n```", "> said\n> not", "    code", "- a\n- b", "# Head"]
)
_PIECES = st.lists(st.tuples(_BLOCKS, _GAPS), max_size=7)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A body with odd spacing, fences, signs of several scripts."""
    pieces = draw(_PIECES)
    return draw(_EDGES) + "".join(block + gap for block, gap in pieces) + draw(_EDGES)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A body and what an editor made of it; sometimes a body of another story."""
    before = draw(bodies())
    if draw(st.integers(0, 5)) == 0:
        return before, draw(bodies())
    luck = random.Random(draw(st.integers(0, 10_000)))
    blocks = [block for block in before.split("\n\n") if luck.random() > 0.15]
    if luck.random() < 0.5:
        luck.shuffle(blocks)
    edited = [_edited(luck, block) if luck.random() < 0.4 else block for block in blocks]
    return before, luck.choice(["\n\n", "\n\n", "\n\n\n"]).join(edited)


def _edited(luck: random.Random, block: str) -> str:
    words = block.split(" ")
    words[luck.randrange(len(words))] = luck.choice(["", "new", "two\n\nblocks", "never"])
    return " ".join(words)
