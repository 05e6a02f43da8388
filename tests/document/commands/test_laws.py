"""What holds for every command, whatever the text and wherever the writer stands."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import MEDIA, documents, full_fields, story, texts, typing

from deskeditor.document import commands
from deskeditor.document.fields import FieldValue
from deskeditor.document.model import Document, Fields, Picture, Selection, Status
from deskeditor.document.state import EditorState, opened
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction

Command = Callable[[EditorState], Transaction | None]

ALL: dict[str, Command] = {
    **{
        name: getattr(commands, name)
        for name in (
            *("bold", "italic", "strike", "heading2", "heading3", "heading4", "paragraph"),
            *("bulleted_list", "numbered_list", "quote", "enter", "indent", "outdent"),
        )
    },
    "link": lambda state: commands.link(state, "http://a.b/c"),
    "unlink": lambda state: commands.link(state, ""),
    "read_also": lambda state: commands.read_also(state, "Earlier"),
    "insert_picture": lambda state: commands.insert_picture(state, Picture(MEDIA, "A", "B", "C")),
}

pieces = st.sampled_from(
    [
        "a",
        "word",
        " ",
        "\n",
        "\n\n",
        "**",
        "*",
        "_",
        "~~",
        "`",
        "```\n",
        "- ",
        "1. ",
        "    ",
        "> ",
        "## ",
        "[",
    ]
) | st.sampled_from(
    [
        "](u)",
        "|",
        ":::",
        "::: fact-box\n",
        "é",
        "😀",
        "\t",
        "---\n",
        "[^1]: ",
        "![",
        "\\",
        "<b>",
        "\u2028",
        "\xa0",
    ]
)
sources = st.lists(pieces, max_size=25).map("".join) | texts


@st.composite
def writers(draw: st.DrawFn) -> EditorState:
    """An article with a selection anywhere in it."""
    text = draw(sources)
    places = st.integers(0, len(text))
    return opened(Document(text), Selection(draw(places), draw(places)))


@pytest.mark.parametrize("name", ALL)
@given(state=writers())
def test_a_command_can_be_done_and_undone_and_leaves_the_writer_in_the_text(
    name: str, state: EditorState
) -> None:
    transaction = ALL[name](state)
    if transaction is not None:
        after = state.apply(transaction)
        back = after.undo()
        assert after.document != state.document and after.selection.end <= len(after.document.text)
        assert back is not None and (back[0].document, back[0].selection) == (state.document, state.selection)


@pytest.mark.parametrize("name", ALL)
@given(state=writers())
def test_no_word_of_the_writer_is_lost(name: str, state: EditorState) -> None:
    transaction = ALL[name](state)
    if transaction is None or (name == "enter" and state.selection.start != state.selection.end):
        return
    after = state.apply(transaction).document.text
    letters = [char for char in state.document.text if char in "wordé😀\u2028"]
    kept = iter(after)
    if name not in {"link", "unlink"}:  # those take an old address away
        assert all(letter in kept for letter in letters)


@pytest.mark.parametrize("name", ALL)
@given(state=writers(), code=st.text("ab*- \n", max_size=12))
def test_no_command_touches_code(name: str, state: EditorState, code: str) -> None:
    fence = f"\n\n```\n{code}\n```\n\n"
    text = f"before{fence}after"
    places = (len("before") + 3, len(text) - len("after") - 3)
    place = Selection(
        *(min(max(p, places[0]), places[1]) for p in (state.selection.anchor, state.selection.head))
    )
    assert ALL[name](opened(Document(text), place)) is None


@pytest.mark.parametrize("name", ALL)
def test_a_command_is_undone_by_itself_however_quick(name: str) -> None:
    state = typing(opened(Document("- one\n- two\n"), Selection(9, 9)), "x", 0.0)
    transaction = ALL[name](state)
    if transaction is not None:
        after = typing(state.apply(transaction), "y", 0.1).undo()
        again = after[0].undo() if after else None
        assert again is not None and again[0].document == state.document


@settings(max_examples=20)
@given(writers())
def test_every_name_of_the_toolbar_can_be_asked_anywhere(state: EditorState) -> None:
    assert {commands.is_active(state, name) for name in commands.ACTIVE_NAMES} <= {True, False}


def test_a_name_that_is_none_of_the_toolbars_is_an_error() -> None:
    with pytest.raises(KeyError):
        commands.is_active(opened(story()), "underline")


def test_a_command_rewrites_no_more_than_it_changes() -> None:
    text = "word " * 1000
    transaction = commands.bold(opened(Document(text), Selection(2500, 2504)))
    assert transaction and transaction.steps == (ReplaceText(2500, "word", "**word**"),)


@pytest.mark.parametrize(
    ("name", "value"),
    [("headline", "New"), ("status", "ready"), ("tags", ("a",)), ("lead_picture", None), ("embargo", None)],
)
def test_a_field_is_set_and_undone(name: str, value: FieldValue) -> None:
    state = opened(Document("", full_fields()))
    transaction = commands.set_field(state, name, value)
    back = state.apply(transaction).undo() if transaction else None
    assert back is not None and back[0].document == state.document


def test_a_status_given_as_text_is_a_status() -> None:
    state = opened(story())
    transaction = commands.set_field(state, "status", "ready")
    assert transaction and state.apply(transaction).document.fields.status is Status.READY


def test_a_field_is_cleaned_like_the_body() -> None:
    state = opened(story())
    transaction = commands.set_field(state, "headline", "a\r\nb\0")
    assert transaction and state.apply(transaction).document.fields.headline == "a\nb\ufffd"


def test_a_field_that_holds_the_value_already_is_left_alone() -> None:
    assert commands.set_field(opened(story()), "headline", "Council meets") is None


@pytest.mark.parametrize(
    ("name", "value"), [("colour", "red"), ("status", "lost"), ("tags", "council"), ("headline", None)]
)
def test_a_field_cannot_hold_what_it_is_not_for(name: str, value: FieldValue) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        commands.set_field(opened(story()), name, value)


@given(texts, texts)
def test_another_text_replaces_the_body_in_one_stop(old: str, new: str) -> None:
    state = opened(Document(old))
    transaction = commands.replace_all_text(state, new)
    after = state if transaction is None else state.apply(transaction)
    assert after.document.text == new.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")


@given(documents, documents)
def test_an_article_is_restored_whole_and_undone_in_one_stop(now: Document, then: Document) -> None:
    state = opened(now)
    transaction = commands.restore(state, then)
    after = state if transaction is None else state.apply(transaction)
    back = after.undo()
    assert after.document == then and (now == then if back is None else back[0].document == now)


def test_a_restored_article_says_how_it_came() -> None:
    transaction = commands.restore(opened(story()), Document("x", Fields(headline="y")))
    assert transaction and transaction.origin is Origin.RESTORE
