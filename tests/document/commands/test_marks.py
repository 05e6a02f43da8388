"""Bold, italic and strike: on, off, in part, across paragraphs, and where they make no sense."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import marked, played

from deskeditor.document.commands import bold, is_active, italic, strike
from deskeditor.document.model import Document, Selection
from deskeditor.document.state import EditorState, opened
from deskeditor.document.transaction import Transaction


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The |council| met.", "The **|council|** met."),
        ("The **|council|** met.", "The |council| met."),
        ("The |**council**| met.", "The |council| met."),
        ("|__old__|", "|old|"),
        (r"\*\* |a| \*\*", r"\*\* **|a|** \*\*"),
        ("a|b|c", "a**|b|**c"),
        ("|“Quoted,” she said|", "**|“Quoted,” she said|**"),
        ("|e\u0301te\u0301 😀|", "**|e\u0301te\u0301 😀|**"),
    ],
)
def test_bold_goes_around_what_is_selected_and_off_again(before: str, after: str) -> None:
    assert played(bold, before) == after


def test_space_around_the_selection_stays_outside_the_markers() -> None:
    assert played(bold, "The| council |met.") == "The| **council** |met."


def test_only_space_cannot_be_bold() -> None:
    assert played(bold, "The|  |council") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The **council |met| late**.", "The **council** |met| **late**."),
        ("The **council |met late|**.", "The **council** |met late|."),
        ("The **coun|cil|**.", "The **coun**|cil|."),
    ],
)
def test_a_part_of_bold_text_can_be_made_plain(before: str, after: str) -> None:
    assert played(bold, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("|The **council** met.|", "**|The council met.|**"),
        ("a |b **c| d** e", "a **|b c| d** e"),
        ("**a**|b|", "**a|b|**"),
        ("a **b** |c **d** e|", "a **b** **|c d e|**"),
    ],
)
def test_text_that_is_bold_in_part_becomes_bold_as_a_whole(before: str, after: str) -> None:
    assert played(bold, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The cou|ncil met", "The **cou|ncil** met"),
        ("|council", "**|council**"),
        ("council|.", "**council|**."),
        ("Jean-L|uc’s", "**Jean-L|uc’s**"),
        ("‘qu|ote’", "‘**qu|ote**’"),
        ("e\u0301te\u0301|", "**e\u0301te\u0301|**"),
        ("_wo|rd_", "_**wo|rd**_"),
    ],
)
def test_without_a_selection_the_word_at_the_caret_is_meant(before: str, after: str) -> None:
    assert played(bold, before) == after


def test_without_a_selection_the_whole_mark_around_the_caret_goes() -> None:
    assert played(bold, "The **council m|et**.") == "The council m|et."


@pytest.mark.parametrize(("before", "after"), [("a | b", "a **|** b"), ("", "**|**"), ("- |", "- **|**")])
def test_without_a_word_an_empty_mark_is_opened_to_type_into(before: str, after: str) -> None:
    assert played(bold, before) == after


def test_an_empty_mark_is_closed_again() -> None:
    assert played(bold, "a **|** b") == "a | b"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\n|b\n\nc| d", "a\n**|b**\n\n**c|** d"),
        ("- |one\n- two|\n- three", "- **|one**\n- **two|**\n- three"),
        ("|1. one\n2. two|", "|1. **one**\n2. **two|**"),
        ("> - |x|", "> - **|x|**"),
        ("|## Head|", "|## **Head|**"),
        ("[^1]: |note|", "[^1]: **|note|**"),
        ("|two\nlines|", "**|two\nlines|**"),
    ],
)
def test_each_paragraph_is_wrapped_by_itself_inside_what_stands_before_it(before: str, after: str) -> None:
    assert played(bold, before) == after


def test_the_cells_of_a_table_are_wrapped_each_by_itself() -> None:
    state = opened(Document("| a | b c | d |"), Selection(2, 9))
    transaction = bold(state)
    assert transaction and state.apply(transaction).document.text == "| **a** | **b c** | d |"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("*|word|*", "***|word|***"),
        ("|*word*|", "**|*word*|**"),
        ("*a |b* c|", "*a __|b__* **c|**"),
        ("**a *|b|* c**", "**a** *|b|* **c**"),
        ("~~a |b~~ c|", "~~a **|b**~~ **c|**"),
    ],
)
def test_bold_and_other_marks_stay_well_nested(before: str, after: str) -> None:
    assert played(bold, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[te|xt](http://a.b/c_d_e)", "[**te|xt**](http://a.b/c_d_e)"),
        ("[text](http://a.|b|/c)", "**[text](http://a.|b|/c)**"),
        ("|x [te|xt](u)", "**|x [te|xt](u)**"),
        ("`co|d|e`", "**`co|d|e`**"),
        ("<https://a.b/|c|>", "**<https://a.b/|c|>**"),
        ("`a * b` |c| `d * e`", "`a * b` **|c|** `d * e`"),
    ],
)
def test_links_and_code_are_never_cut_in_two(before: str, after: str) -> None:
    assert played(bold, before) == after


@pytest.mark.parametrize(
    "text",
    [
        "```\nx|x\n```",
        "~~~ python\n|x\n~~~~",
        "```\na\n|b|\n```\nc",
        "![a|l|t](media:x)",
        "::: fact-b|ox Title\ntext\n:::",
        "**\\***\n\n--|-",
        "|[ref]: http://a.b|",
        "-| item",
    ],
)
def test_marks_are_greyed_where_they_make_no_sense(text: str) -> None:
    assert played(bold, text) is None


def test_code_between_two_selected_paragraphs_is_left_alone() -> None:
    assert played(bold, "|a\n```\nx\n```\nb|") == "**|a**\n```\nx\n```\n**b|**"


@pytest.mark.parametrize(
    "text", ["```\nx|x", "a ```\n|x|\n```", "```\na\n```\nx|x\n```\nb\n```", "``` a`b\n|x|\n```"]
)
def test_what_only_looks_like_a_fence_is_no_code(text: str) -> None:
    assert played(bold, text) is not None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The |council| met.", "The *|council|* met."),
        ("***|a|***", "**|a|**"),
        ("**a |b| c**", "**a _|b|_ c**"),
    ],
)
def test_italic_goes_on_and_off(before: str, after: str) -> None:
    assert played(italic, before) == after


@pytest.mark.parametrize(("before", "after"), [("|a b|", "~~|a b|~~"), ("~~a| b~~", "a| b")])
def test_strike_goes_on_and_off(before: str, after: str) -> None:
    assert played(strike, before) == after


@pytest.mark.parametrize(
    ("text", "active"),
    [
        ("**a|**", {"bold"}),
        ("***|a|***", {"bold", "italic"}),
        ("~~|a~~ b", {"strike"}),
        ("|**a** b|", set()),
        ("|**a** **b**|", {"bold"}),
        ("|_**a**_|", {"bold", "italic"}),
        ("|**a**\n\nb|", set()),
        ("|**a**\n\n**b**|", {"bold"}),
        ("**a** |b", set()),
        (r"\*\*|a\*\*", set()),
        ("`**|a**`", set()),
        ("** |a **", set()),
        ("**a*b|**", {"bold"}),
        ("_a **b_ |c**", set()),
        ("[a *b](u) |c*", set()),
    ],
)
def test_the_toolbar_shows_what_the_writer_stands_in(text: str, active: set[str]) -> None:
    state = marked(text)
    assert {name for name in ("bold", "italic", "strike") if is_active(state, name)} == active


Command = Callable[[EditorState], Transaction | None]
words = st.text("ab é😀.,’", min_size=1, max_size=30).filter(str.strip)


@given(words, st.sampled_from([bold, italic, strike]), st.data())
def test_a_mark_put_on_and_taken_off_leaves_the_text_alone(
    text: str, command: Command, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    state = opened(Document(text), Selection(start, data.draw(st.integers(start, len(text)))))
    first = command(state)
    if first is None:
        return
    on = state.apply(first)
    second = command(on)
    assert second is not None and on.apply(second).document.text == text
