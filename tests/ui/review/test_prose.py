"""Markdown becomes prose, and no place of the source is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.review import Span
from deskeditor.ui.review.prose import Shape, Style, prose

markdown = st.lists(
    st.sampled_from(
        ["word", " ", "**", "*", "_", "~~", "`", "[a](b)", "# ", "> ", "\n", "\n\n", "- ", ":::", "😀"]
    ),
    max_size=14,
).map("".join)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("## A **bold** head", "A bold head"),
        ("an *italic* and ~~gone~~ `code`", "an italic and gone code"),
        ("see [the report](https://a.org/b) now", "see the report now"),
        ("5 * 3 * 2 and snake_case_name", "5 * 3 * 2 and snake_case_name"),
        ("> quoted\n> twice", "quoted\u2028twice"),
        ("one\ntwo", "one two"),
        ("- one\n- two", "- one\u2028- two"),
        ("::: read-also\nHeadline\n:::", "read-also\u2028Headline"),
        ("```\n**a**\n```", "```\u2028**a**\u2028```"),
    ],
)
def test_markers_are_left_out_where_they_only_dress(source: str, shown: str) -> None:
    assert prose(source).text == shown


def test_a_marker_that_changed_is_shown_and_dimmed() -> None:
    found = prose("a **bold** word", [Span(2, 4)])
    assert (found.text, [run.style for run in found.runs]) == ("a **bold word", [Style.BOLD, Style.MARKER])


def test_a_paragraph_break_that_changed_is_told_by_a_pilcrow() -> None:
    assert "¶" in prose("one\n\ntwo", [Span(3, 5)]).text


def test_places_behind_a_left_out_marker_are_found() -> None:
    found = prose("## A **bold** head")
    assert found.text[found.shown(7) : found.shown(11)] == "bold"


def test_a_heading_is_one() -> None:
    assert prose("# Head").shape is Shape.HEADING_1


@given(markdown)
def test_every_place_of_the_source_is_a_place_of_the_text_in_the_same_order(source: str) -> None:
    found = prose(source)
    places = [found.shown(position) for position in range(len(source) + 1)]
    assert places == sorted(places) and (places[0], places[-1]) == (0, len(found.text))


@given(markdown)
def test_all_marked_means_nothing_is_left_out(source: str) -> None:
    assert len(prose(source, [Span(0, len(source))]).text) == len(source)
