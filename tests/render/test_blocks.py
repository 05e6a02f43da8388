"""The pre-splitter: blocks that join to the text, and half-typed constructs that take nothing."""

import pytest
from hypothesis import given, settings
from tests.render.texts import anything, texts

from deskeditor.render.blocks import Kind, split

AFTER = "\n\nThe paragraph after it.\n"


def kinds(text: str) -> list[str]:
    return [block.kind.value for block in split(text)]


@settings(max_examples=300)
@given(anything)
def test_the_sources_of_the_blocks_are_the_text(text: str) -> None:
    assert "".join(block.source for block in split(text)) == text


@given(texts)
def test_each_block_is_a_block_by_itself(text: str) -> None:
    for block in split(text):
        again = split(block.source)
        assert block.open or block.kind is Kind.BLANK or again[0].source == block.source


@pytest.mark.parametrize(
    "half_typed",
    [
        "```",
        "```python\nx = 1",
        "~~~~",
        "::: fact-box Title",
        "::: pull-quote\nWords",
        ":::",
        "<div>",
        "<div",
        "<p>Words",
        "<!-- a note",
        "<script>",
        "<table><tr><td>x",
        "| a | b |\n|---",
        "[^1]: ",
        "[r]:",
        "*[UN]:",
        "> ",
        "- ",
        "# ",
    ],
)
def test_what_is_half_typed_takes_nothing_of_what_follows(half_typed: str) -> None:
    last = split(half_typed + AFTER)[-1]
    assert (last.kind, last.source) == (Kind.PARAGRAPH, AFTER.lstrip("\n"))


def test_a_box_half_typed_above_another_takes_nothing_of_it() -> None:
    text = "::: fact-box Half\n\nWords.\n\n::: read-also\nHeadline\n:::\n"
    assert [(block.kind.value, block.name) for block in split(text)][-1] == ("container", "read-also")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words\nand more\n\nothers", ["paragraph", "paragraph"]),
        ("# Head\nWords", ["heading", "paragraph"]),
        ("Head\n===\nWords\n---", ["heading", "heading"]),
        ("#hashtag words", ["paragraph"]),
        ("- a\n\n    more\n\n- b\nlazy\n\nWords", ["list", "paragraph"]),
        ("- a\n  - b\n\n  more\n\nWords", ["list", "paragraph"]),
        ("1. a\n   - b\n2. c\n\n- d", ["list", "list"]),
        ("Words\n- item", ["paragraph", "list"]),
        ("Words of\n1984. More words", ["paragraph"]),
        ("> a\nlazy\n\n> b", ["quote", "quote"]),
        ("> a\n# Head", ["quote", "heading"]),
        ("| a | b |\n|---|---|\n| c | d |\n\nWords", ["table", "paragraph"]),
        ("    code\n\n    more\n\nWords", ["code", "paragraph"]),
        ("```\n# no head\n\n- no list\n```\nWords", ["fence", "paragraph"]),
        ("````\n```\n````", ["fence"]),
        ("Words\n***\nWords", ["paragraph", "rule", "paragraph"]),
        ("<div>\n\n- no list\n\n</div>\nWords", ["html", "paragraph"]),
        ("<div>\n<div>\n\nx\n</div>\n\n</div>\n\nWords", ["html", "paragraph"]),
        ("Words <b>x</b>\n<div>x</div>", ["paragraph", "html"]),
        ("<!-- a\n\nb -->\n\nWords", ["html", "paragraph"]),
        ("::: fact-box\n\n- a\n\n:::\nWords", ["container", "paragraph"]),
        ("::: mystery\nWords\n:::", ["paragraph"]),
        (
            "[r]: https://example.org\n[^n]: Note\n\n    more\n*[UN]: Nations",
            ["reference", "footnote", "abbreviation"],
        ),
        ("[Note]: confirmed", ["paragraph"]),
        ("\n\nWords", ["blank", "paragraph"]),
        ("\u00a0\n\nWords", ["paragraph", "paragraph"]),
    ],
)
def test_blocks_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "line", ["```\n", "::: fact-box\n", "<div>\n", "- a\n1. b\n", "> - ", "<!--\n", "a\n```x`\n"]
)
def test_ten_thousand_openers_are_no_deeper_than_one(line: str) -> None:
    assert "".join(block.source for block in split(line * 10_000)) == line * 10_000
