"""Words that are carried with the mouse arrive, whole and once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import marked, shown

from deskeditor.document.model import Selection
from deskeditor.ui.editor.carrying import carried


@pytest.mark.parametrize(
    ("text", "position", "after"),
    [
        ("one |two |three", 13, "one three|two |"),
        ("one |two |three", 0, "|two |one three"),
    ],
)
def test_words_are_carried_and_stay_selected(text: str, position: int, after: str) -> None:
    state = marked(text)
    transaction = carried(state, position)
    assert transaction is not None
    assert shown(state.apply(transaction)) == after


def test_words_are_not_carried_into_themselves() -> None:
    assert carried(marked("one |two| three"), 6) is None


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
def test_carrying_loses_no_letter_and_can_be_undone(text: str, anchor: int, head: int, position: int) -> None:
    size = len(text)
    state = marked(text.replace("|", "/"))
    state = type(state)(state.document, Selection(min(anchor, size), min(head, size)), state.history)
    transaction = carried(state, min(position, size))
    if transaction is None:
        return
    after = state.apply(transaction)
    assert sorted(after.document.text) == sorted(state.document.text)
    undone = after.undo()
    assert undone is not None and undone[0].document == state.document
