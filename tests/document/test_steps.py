"""Laws of the two steps and of transactions."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import documents, steps_on, story, transactions_on

from deskeditor.document.model import Document, Fields, Selection
from deskeditor.document.steps import ReplaceText, SetField, Step, StepMismatch, step_from_json
from deskeditor.document.transaction import Origin, Transaction, transaction_from_json


def after(document: Document, *steps: Step) -> Document | None:
    """The document after the steps, None where one of them does not fit."""
    try:
        return Transaction(steps).apply(document)
    except StepMismatch:
        return None


@given(st.data(), documents)
def test_a_step_and_its_inverse_leave_the_document_alone(data: st.DataObject, document: Document) -> None:
    step = data.draw(steps_on(document))
    assert step.invert().apply(step.apply(document)) == document


@given(st.data(), documents)
def test_the_inverse_of_the_inverse_is_the_step(data: st.DataObject, document: Document) -> None:
    step = data.draw(steps_on(document))
    assert step.invert().invert() == step


@given(st.data(), documents)
def test_two_steps_merged_do_what_they_do_one_after_the_other(
    data: st.DataObject, document: Document
) -> None:
    first = data.draw(steps_on(document))
    between = first.apply(document)
    second = data.draw(steps_on(between))
    merged = first.merge(second)
    assert merged is None or merged.apply(document) == second.apply(between)


@given(st.data(), documents, documents)
def test_merging_never_makes_two_steps_fit_that_did_not(
    data: st.DataObject, document: Document, other: Document
) -> None:
    first, second = data.draw(steps_on(document)), data.draw(steps_on(other))
    merged = first.merge(second)
    assert merged is None or after(document, merged) == after(document, first, second)


@given(st.integers(0, 20), st.text("ab", max_size=5), st.text("ab", max_size=5), st.integers(0, 5))
def test_steps_that_touch_merge(start: int, old: str, new: str, back: int) -> None:
    first = ReplaceText(start, old, new)
    second = ReplaceText(first.new_end - min(back, len(new)), new[len(new) - min(back, len(new)) :], "x")
    assert first.merge(second) is not None


@given(st.data(), documents)
def test_what_stands_outside_a_replacement_moves_with_its_text(
    data: st.DataObject, document: Document
) -> None:
    step = data.draw(steps_on(document).filter(lambda step: isinstance(step, ReplaceText)))
    assert isinstance(step, ReplaceText)
    after = step.apply(document).text
    positions = [*range(step.start), *range(step.end, len(document.text))]
    assert all(after[step.map(position)] == document.text[position] for position in positions)


@given(st.data(), documents)
def test_positions_keep_their_order_and_stay_within_the_text(data: st.DataObject, document: Document) -> None:
    step = data.draw(steps_on(document))
    mapped = [step.map(position) for position in range(len(document.text) + 1)]
    assert mapped == sorted(mapped) and mapped[0] >= 0 and mapped[-1] == len(step.apply(document).text)


@given(st.data(), documents)
def test_a_step_survives_json(data: st.DataObject, document: Document) -> None:
    step = data.draw(steps_on(document))
    assert step_from_json(json.loads(json.dumps(step.to_json()))) == step


def test_a_caret_at_an_insertion_moves_behind_it() -> None:
    assert ReplaceText(3, "", "abc").map(3) == 6


@pytest.mark.parametrize("start", [-1, 0, 2, 99])
def test_a_replacement_for_another_text_is_refused(start: int) -> None:
    with pytest.raises(StepMismatch):
        ReplaceText(start, "met", "sat").apply(Document("The council met."))


def test_an_insertion_beyond_the_end_is_refused() -> None:
    with pytest.raises(StepMismatch):
        ReplaceText(4, "", "x").apply(Document("abc"))


def test_a_field_that_holds_something_else_is_refused() -> None:
    with pytest.raises(StepMismatch):
        SetField("headline", "Old", "New").apply(Document("", Fields(headline="Other")))


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"step": "text", "start": -1, "old": "", "new": ""},
        {"step": "text", "start": "0", "old": "", "new": ""},
        {"step": "field", "name": "colour", "old": "", "new": ""},
        {"step": "field", "name": "tags", "old": [], "new": "council"},
    ],
)
def test_json_that_is_no_step_is_refused(value: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        step_from_json(value)


@given(st.data(), documents)
def test_a_transaction_and_its_inverse_leave_the_document_alone(
    data: st.DataObject, document: Document
) -> None:
    transaction = data.draw(transactions_on(document))
    assert transaction.invert().apply(transaction.apply(document)) == document


@given(st.data(), documents)
def test_a_transaction_survives_json(data: st.DataObject, document: Document) -> None:
    transaction = data.draw(transactions_on(document))
    assert transaction_from_json(json.loads(json.dumps(transaction.to_json()))) == transaction


def test_a_transaction_with_a_place_survives_json() -> None:
    transaction = Transaction((ReplaceText(0, "", "a"),), Selection(1, 0), Origin.RESTORE, 12.5)
    assert transaction_from_json(json.loads(json.dumps(transaction.to_json()))) == transaction


def test_an_inverse_takes_the_last_step_back_first() -> None:
    steps = (ReplaceText(0, "", "a"), ReplaceText(1, "", "b"))
    assert Transaction(steps).invert().steps == (ReplaceText(1, "b", ""), ReplaceText(0, "a", ""))


def test_a_transaction_that_fails_half_way_changes_nothing() -> None:
    document = story()
    with pytest.raises(StepMismatch):
        Transaction((ReplaceText(0, "", "a"), ReplaceText(0, "b", ""))).apply(document)
    assert document == story()


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"steps": [1], "selection": None, "origin": "typing", "at": 0},
        {"steps": [], "selection": [0], "origin": "typing", "at": 0},
        {"steps": [], "selection": [-1, 0], "origin": "typing", "at": 0},
        {"steps": [], "selection": None, "origin": "dreaming", "at": 0},
    ],
)
def test_json_that_is_no_transaction_is_refused(value: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        transaction_from_json(value)
