"""Whole drafts side by side."""

from dataclasses import replace

import pytest
from tests.review.drafts import STORY, compared

from deskeditor.document.model import Author, Document, Fields
from deskeditor.review import Kind, RowKind, compare

_EDITS = (
    ("quote", "enable ICE to dedicate more", "allow ICE to dedicate more"),
    ("figure", "around 1,700", "around 2,100"),
    ("name", "Gabby Picard", "Gabby Pickard"),
    ("attribution", "Pentagon spokesman Sean Parnell said", "Pentagon spokesman Sean Parnell claimed"),
    ("negation", "would not be involved", "would be involved"),
    ("wording", "a larger trend of states", "a wider trend of states"),
)


def _rewrite() -> str:
    text = STORY
    for _, old, new in _EDITS:
        assert old in text
        text = text.replace(old, new)
    blocks = text.split("\n\n")
    blocks.insert(4, blocks.pop(12))
    return "\n\n".join(blocks)


@pytest.mark.parametrize("risk", [risk for risk, _, _ in _EDITS])
def test_the_rewritten_story_shows_each_edit_with_its_risk(risk: str) -> None:
    found = [change for change in compared(STORY, _rewrite()).changes if change.kind is not Kind.MOVE]
    assert [change.risk.word for change in found].count(risk) == 1


def test_the_rewritten_story_shows_the_moved_paragraph_as_moved() -> None:
    moved = [change for change in compared(STORY, _rewrite()).changes if change.kind is Kind.MOVE]
    assert [change.text_a for change in moved] == [STORY.split("\n\n")[12]]


def test_the_rewritten_story_says_nothing_else() -> None:
    assert len(compared(STORY, _rewrite()).changes) == len(_EDITS) + 1


def test_a_paragraph_that_moved_and_was_edited_is_both() -> None:
    blocks = _rewrite().split("\n\n")
    blocks[4] = blocks[4].replace("adding", "handing").replace("latest", "newest")
    kinds = [change.kind for change in compared(STORY, "\n\n".join(blocks)).changes]
    assert (kinds.count(Kind.MOVE), Kind.INSERT in kinds) == (1, False)


def test_both_rows_of_a_moved_paragraph_know_each_other() -> None:
    rows = compared(STORY, _rewrite()).rows
    moved = [place for place, row in enumerate(rows) if row.kind is RowKind.MOVED]
    assert [rows[place].partner for place in moved] == moved[::-1]


def test_little_text_moves_rather_than_much() -> None:
    short, long = "A short line of text.", "A long paragraph of text. " * 9
    assert [change.text_a for change in compared(f"{short}\n\n{long}", f"{long}\n\n{short}").changes] == [
        short
    ]


def test_a_rule_between_paragraphs_does_not_move() -> None:
    comparison = compared(
        "***\n\nOne two three.\n\nFour five six.", "One two three.\n\nFour five six.\n\n***"
    )
    assert comparison.moved_blocks == 0


def test_the_json_has_the_names_that_others_read() -> None:
    change = compared("about 5 men", "about 6 men").to_json()
    assert change == {
        "changes": [
            {"kind": "replace", "risk": "figure", "a": [6, 7], "b": [6, 7], "text_a": "5", "text_b": "6"}
        ],
        "moved_blocks": 0,
        "similarity": 0.9091,
        "fields": [],
    }


def test_fields_that_differ_are_named_with_both_values() -> None:
    before = Document("", Fields(headline="Old", tags=("water",)))
    after = replace(before, fields=replace(before.fields, headline="New", byline=(Author("Jane Doe"),)))
    assert [(change.field, change.a) for change in compare(before, after).fields] == [
        ("headline", "Old"),
        ("byline", []),
    ]


def test_nothing_and_something_have_nothing_in_common() -> None:
    assert compared("", "Something new.").similarity == 0.0


@pytest.mark.parametrize("times", [1, 400])
def test_the_same_paragraph_over_and_over_loses_only_what_was_taken(times: int) -> None:
    block = "The council met again on the water question and put it off.\n\n"
    found = compared(block * times + "The end.", block * (times - 1) + "The end.").changes
    assert [(change.kind, change.text_a) for change in found] == [(Kind.DELETE, block)]
