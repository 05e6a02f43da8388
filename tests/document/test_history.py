"""Undo and redo: to the loaded text and never beyond, in the order of the writer."""

from functools import reduce

import pytest
from hypothesis import given
from tests.builders import gestures, story, typing

from deskeditor.document.model import Document, Selection
from deskeditor.document.state import EditorState, opened
from deskeditor.document.steps import ReplaceText, SetField
from deskeditor.document.transaction import Origin, Transaction

Gestures = tuple[EditorState, list[EditorState]]


def undone(state: EditorState) -> list[EditorState]:
    """The state and all that undo leads back to."""
    states = [state]
    while back := states[-1].undo():
        states.append(back[0])
    return states


def redone(state: EditorState) -> EditorState:
    """The state with everything redone."""
    while again := state.redo():
        state = again[0]
    return state


def keys(state: EditorState, text: str, at: float, every: float = 0.1) -> EditorState:
    """The state after typing a text key by key."""
    return reduce(lambda now, key: typing(now, key[1], at + key[0] * every), enumerate(text), state)


def headline(state: EditorState, value: str, at: float) -> EditorState:
    """The state after a key in the headline."""
    step = SetField("headline", state.document.fields.headline, value)
    return state.apply(Transaction((step,), None, Origin.TYPING, at))


@given(gestures())
def test_undoing_everything_gives_the_loaded_article(played: Gestures) -> None:
    first, states = played
    assert undone(states[-1])[-1].document == first.document


@given(gestures())
def test_every_stop_of_undo_is_a_moment_that_was(played: Gestures) -> None:
    seen = [state.document for state in played[1]]
    assert all(state.document in seen for state in undone(played[1][-1]))


@given(gestures())
def test_redoing_everything_gives_the_last_moment(played: Gestures) -> None:
    last = played[1][-1]
    again = redone(undone(last)[-1])
    assert (again.document, again.history.undone) == (last.document, None)


@given(gestures())
def test_undo_tells_what_it_did_to_the_document(played: Gestures) -> None:
    last = played[1][-1]
    back = last.undo()
    assert back is None or back[1].apply(last.document) == back[0].document


def test_an_article_just_opened_cannot_be_undone() -> None:
    assert opened(story()).undo() is None


def test_the_loaded_text_is_the_last_stop_not_a_blank_page() -> None:
    assert undone(keys(opened(story("Loaded.")), "abc", 1.0))[-1].document.text == "Loaded."


def test_keys_without_a_pause_are_undone_together() -> None:
    assert [s.document.text for s in undone(keys(opened(Document()), "abc", 1.0))] == ["abc", ""]


@pytest.mark.parametrize(("pause", "stops"), [(0.5, 1), (0.501, 2), (60.0, 2)])
def test_a_pause_of_more_than_half_a_second_begins_a_new_stop(pause: float, stops: int) -> None:
    state = typing(typing(opened(Document()), "a", 1.0), "b", 1.0 + pause)
    assert len(undone(state)) - 1 == stops


def test_a_clock_that_jumps_back_begins_a_new_stop() -> None:
    assert len(undone(typing(typing(opened(Document()), "a", 9.0), "b", 1.0))) == 3


def test_typing_in_another_place_begins_a_new_stop() -> None:
    state = typing(opened(Document("one two"), Selection(3, 3)), "a", 1.0)
    moved = state.apply(Transaction((), Selection(0, 0)))
    assert len(undone(typing(moved, "b", 1.1))) == 3


def test_a_command_stands_alone_between_two_keys() -> None:
    state = typing(opened(Document()), "a", 1.0)
    state = state.apply(Transaction((ReplaceText(1, "", "!"),), None, Origin.COMMAND, 1.0))
    assert [s.document.text for s in undone(typing(state, "b", 1.1))] == ["a!b", "a!", "a", ""]


def test_a_paste_stands_alone() -> None:
    state = typing(opened(Document()), "a", 1.0)
    state = state.apply(Transaction((ReplaceText(1, "", "pasted"),), None, Origin.PASTE, 1.0))
    assert [s.document.text for s in undone(state)] == ["apasted", "a", ""]


def test_keys_in_one_field_are_undone_together() -> None:
    state = headline(headline(opened(Document()), "N", 1.0), "Ne", 1.2)
    assert [s.document.fields.headline for s in undone(state)] == ["Ne", ""]


def test_a_pause_in_a_field_begins_a_new_stop() -> None:
    state = headline(headline(opened(Document()), "N", 1.0), "Ne", 1.6)
    assert [s.document.fields.headline for s in undone(state)] == ["Ne", "N", ""]


def test_headline_and_body_are_undone_in_one_order() -> None:
    state = typing(headline(typing(opened(Document()), "a", 1.0), "H", 1.1), "b", 1.2)
    stops = [(s.document.text, s.document.fields.headline) for s in undone(state)]
    assert stops == [("ab", "H"), ("a", "H"), ("a", ""), ("", "")]


def test_a_key_taken_back_at_once_leaves_no_stop_that_does_nothing() -> None:
    state = typing(opened(Document("x"), Selection(1, 1)), "a", 1.0)
    state = state.apply(Transaction((ReplaceText(1, "a", ""),), None, Origin.TYPING, 1.1))
    assert state.undo() is None


def test_typing_after_undo_does_not_join_the_stop_before() -> None:
    state = keys(keys(opened(Document()), "ab", 1.0), "cd", 3.0)
    back = state.undo()
    assert back is not None
    assert [s.document.text for s in undone(typing(back[0], "x", 1.2))] == ["abx", "ab", ""]


def test_typing_after_undo_leaves_nothing_to_redo() -> None:
    back = keys(opened(Document()), "ab", 1.0).undo()
    assert back is not None
    assert typing(back[0], "x", 9.0).redo() is None


def test_moving_the_caret_keeps_what_can_be_redone() -> None:
    back = keys(opened(Document("abc")), "ab", 1.0).undo()
    assert back is not None
    assert back[0].apply(Transaction((), Selection(2, 2))).redo() is not None


def test_undo_puts_the_writer_back_where_the_stop_began() -> None:
    state = keys(opened(Document("one two three"), Selection(4, 7)), "2", 1.0)
    back = state.apply(Transaction((), Selection(0, 0))).undo()
    assert back is not None and back[0].selection == Selection(4, 7)


def test_redo_puts_the_writer_where_the_stop_ended() -> None:
    back = keys(opened(Document("one two"), Selection(4, 7)), "2nd", 1.0).undo()
    again = back[0].redo() if back else None
    assert again is not None and again[0].selection == Selection(7, 7)


def test_undo_and_redo_say_so() -> None:
    back = keys(opened(Document()), "a", 1.0).undo()
    again = back[0].redo() if back else None
    assert back is not None and again is not None
    assert (back[1].origin, again[1].origin) == (Origin.UNDO, Origin.REDO)


def test_a_place_outside_the_text_is_brought_inside() -> None:
    assert opened(Document("abc"), Selection(-5, 99)).selection == Selection(0, 3)


def test_a_change_cannot_leave_the_writer_outside_the_text() -> None:
    moved = opened(Document("abc")).apply(Transaction((ReplaceText(0, "a", ""),), Selection(1, 9)))
    assert moved.selection == Selection(1, 2)


def test_a_key_shares_the_past_instead_of_copying_it() -> None:
    state = keys(opened(Document()), "abcdef", 1.0, every=1.0)
    entry = typing(state, "g", 60.0).history.done
    assert entry is not None and entry.rest is state.history.done


def test_a_day_of_stops_neither_recurses_nor_breaks_on_the_way_out() -> None:
    state = keys(opened(Document()), "x" * 20_000, 0.0, every=1.0)
    again = EditorState(state.document, state.selection, state.history)
    assert (state == again, len(repr(state.history)) < 2_000) == (True, True)
    del state, again
