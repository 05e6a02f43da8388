"""Enter goes on with lists and quotes, and ends them on an empty item."""

import pytest
from tests.builders import played

from deskeditor.document.commands import enter


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a|", "- a\n- |"),
        ("* a|b", "* a\n* |b"),
        ("- a|x|", "- a\n- |"),
        ("9. a|", "9. a\n10. |"),
        ("1. a|\n2. b\n\n3. c\n\ntext\n4. d", "1. a\n2. |\n3. b\n\n4. c\n\ntext\n4. d"),
        ("1. a\n    1. b|\n    2. c\n2. d", "1. a\n    1. b\n    2. |\n    3. c\n2. d"),
        ("> a|", "> a\n> |"),
        ("> - a|", "> - a\n> - |"),
        ("1. |a", "1. \n2. |a"),
    ],
)
def test_enter_goes_on_with_the_list_or_quote(before: str, after: str) -> None:
    assert played(enter, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- a\n- |", "- a\n\n|"),
        ("- a\n\n- |", "- a\n\n|"),
        ("- a\n- |\n- c", "- a\n\n|\n\n- c"),
        ("1. a\n2. |", "1. a\n\n|"),
        ("- |", "|"),
        ("> a\n> |", "> a\n\n|"),
        ("> - a\n> - |", "> - a\n>\n> |"),
        ("- a\n    - |", "- a\n- |"),
        ("1. a\n    1. x\n    2. |\n2. b", "1. a\n    1. x\n2. |\n3. b"),
    ],
)
def test_enter_on_an_empty_item_ends_it(before: str, after: str) -> None:
    assert played(enter, before) == after


@pytest.mark.parametrize(
    "text",
    [
        "text|",
        "",
        "|- a",
        "-| a",
        "## h|",
        "```\n- a|\n```",
        "- a\n    more|",
        "- |a\n- b|",
        "***|",
        "2019 was|",
    ],
)
def test_elsewhere_enter_is_a_plain_line_break(text: str) -> None:
    assert played(enter, text) is None
