"""Headings, lists and quotes, with the blank lines that Markdown asks for between them."""

import pytest
from tests.builders import marked, played

from deskeditor.document.commands import (
    ACTIVE_NAMES,
    bulleted_list,
    heading2,
    heading3,
    heading4,
    indent,
    is_active,
    numbered_list,
    outdent,
    paragraph,
    quote,
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|Head", "## |Head"),
        ("## |Head", "|Head"),
        ("### He|ad", "## He|ad"),
        ("|", "## |"),
        ("para\nli|ne\nmore", "para\n\n## li|ne\n\nmore"),
        ("a\n\n|b\nc|", "a\n\n## |b\n\n## c|"),
        ("- a\n- |b\n- c", "- a\n\n## |b\n\n- c"),
        ("> qu|ote", "> ## qu|ote"),
    ],
)
def test_lines_become_headings_of_their_own_and_paragraphs_again(before: str, after: str) -> None:
    assert played(heading2, before) == after


def test_the_other_levels_are_there_too() -> None:
    assert (played(heading3, "a|"), played(heading4, "## a|")) == ("### a|", "#### a|")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("## |x", "|x"),
        ("- a\n- |b|\n- c", "- a\n\n|b|\n\n- c"),
        ("> a\n> |b", "> a\n\n|b"),
        ("plain|", None),
    ],
)
def test_everything_can_be_a_plain_paragraph_again(before: str, after: str | None) -> None:
    assert played(paragraph, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|a\nb|", "- |a\n- b|"),
        ("para\n|a\n\nb|\nafter", "para\n\n- |a\n\n- b|\n\nafter"),
        ("- a\n|b", "- a\n- |b"),
        ("1. a\n|b", "1. a\n\n- |b"),
        ("1. |a\n2. b|", "- |a\n- b|"),
        ("> a|", "> - a|"),
        ("> a\n>\n> b|\n> c", "> a\n>\n> - b|\n>\n> c"),
        ("## h|", "- h|"),
        ("|", "- |"),
    ],
)
def test_lines_become_a_bulleted_list(before: str, after: str) -> None:
    assert played(bulleted_list, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- |a\n- b|", "|a\n\nb|"),
        ("- a\n- |b\n- c", "- a\n\n|b\n\n- c"),
        ("|- a\n    more\n- b|", "|a\nmore\n\nb|"),
    ],
)
def test_items_become_paragraphs_again(before: str, after: str) -> None:
    assert played(bulleted_list, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|a\nb\nc|", "1. |a\n2. b\n3. c|"),
        ("- |a\n- b|", "1. |a\n2. b|"),
        ("|- a\n    - b\n    - c\n- d|", "|1. a\n    1. b\n    2. c\n2. d|"),
        ("1. a\n|b\n2. c", "1. a\n2. |b\n3. c"),
        ("1. a\n\n|b\n\nc|\n\n2. d", "1. a\n\n2. |b\n\n3. c|\n\n4. d"),
        ("a\n|b\nc", "a\n\n1. |b\n\nc"),
        ("1. |a\n2. b|", "|a\n\nb|"),
    ],
)
def test_numbered_lists_count_from_one_and_on(before: str, after: str) -> None:
    assert played(numbered_list, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|a", "> |a"),
        ("> |a", "|a"),
        ("a\nb|\nc", "> a\n> b|\n> c"),
        ("|a\n\nb|", "> |a\n>\n> b|"),
        ("|> a\n>\n> b|", "|a\n\nb|"),
        ("> > a|", "> a|"),
        ("> a\nb|", "> a\n> b|"),
        ("|a\n```\nx\n```\nb|", None),
    ],
)
def test_whole_paragraphs_are_quoted_and_taken_out_again(before: str, after: str | None) -> None:
    assert played(quote, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a\n- |b", "- a\n    - |b"),
        ("1. a\n2. |b\n3. c", "1. a\n    1. |b\n2. c"),
        ("1. a\n    1. x\n2. |b\n3. c", "1. a\n    1. x\n    2. |b\n2. c"),
        ("- a\n- |b\n    - c\n- d", "- a\n    - |b\n        - c\n- d"),
        ("- a\n- |b\n- c|", "- a\n    - |b\n    - c|"),
        ("1. a\n    - x\n2. |b", "1. a\n    - x\n    - |b"),
        ("- |a", None),
        ("text|", None),
        ("- a\n    - |b", None),
        ("text\n\n- |a", None),
    ],
)
def test_items_move_in_below_the_item_before(before: str, after: str | None) -> None:
    assert played(indent, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a\n    - |b", "- a\n- |b"),
        ("- a\n\t- b|", "- a\n- b|"),
        ("- a\n  - |b", "- a\n- |b"),
        ("1. a\n    1. |b\n    2. c\n2. d", "1. a\n2. |b\n    1. c\n3. d"),
        ("- a\n    1. |b", "- a\n- |b"),
        ("- |a", None),
        ("    co|de", None),
    ],
)
def test_items_move_out_with_what_hangs_on_them(before: str, after: str | None) -> None:
    assert played(outdent, before) == after


@pytest.mark.parametrize(
    "command", [heading2, paragraph, bulleted_list, numbered_list, quote, indent, outdent]
)
@pytest.mark.parametrize("text", ["```\n## |x\n- y\n```", "~~~\n|- x\n- y|\n~~~"])
def test_blocks_are_greyed_inside_code(command: object, text: str) -> None:
    assert callable(command) and command(marked(text)) is None


@pytest.mark.parametrize("command", [heading2, bulleted_list, numbered_list])
@pytest.mark.parametrize("text", ["* *|*", "Title|\n---", "::: fact-box| X\na\n:::", "[^1]: no|te"])
def test_what_is_no_paragraph_cannot_be_made_another_block(command: object, text: str) -> None:
    assert callable(command) and command(marked(text)) is None


@pytest.mark.parametrize(
    ("text", "active"),
    [
        ("## |a", {"heading2"}),
        ("### |a", {"heading3"}),
        ("#### |a", {"heading4"}),
        ("## |a\n\nb|", set()),
        ("|a", {"paragraph"}),
        ("* |a", {"bulleted_list"}),
        ("|- a\n\n- b|", {"bulleted_list"}),
        ("3. |a", {"numbered_list"}),
        ("> |a", {"quote"}),
        ("> - |a", {"quote", "bulleted_list"}),
        ("```\n|a\n```", set()),
        ("[|a](b)", {"paragraph", "link"}),
    ],
)
def test_the_toolbar_shows_the_block_of_the_writer(text: str, active: set[str]) -> None:
    state = marked(text)
    assert {name for name in ACTIVE_NAMES if is_active(state, name)} == active
