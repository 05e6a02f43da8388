"""What holds for any two drafts."""

from hypothesis import given, settings
from tests.review.drafts import bodies, compared, pairs

from deskeditor.review import Row, Span, turned
from deskeditor.review.blocks import split
from deskeditor.review.rebuild import rebuild
from deskeditor.review.words import Vocabulary

modest = settings(max_examples=80, deadline=None)


@modest
@given(pairs())
def test_the_first_text_and_the_changes_make_the_second(drafts: tuple[str, str]) -> None:
    before, after = drafts
    assert rebuild(before, compared(before, after).changes) == after


@modest
@given(bodies())
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    comparison = compared(text, text)
    assert (comparison.changes, comparison.similarity) == ((), 1.0)


@modest
@given(pairs())
def test_offsets_point_at_the_texts_they_name(drafts: tuple[str, str]) -> None:
    before, after = drafts
    assert all(
        (change.a.of(before), change.b.of(after)) == (change.text_a, change.text_b)
        for change in compared(before, after).changes
    )


@modest
@given(pairs())
def test_the_comparison_the_other_way_round_is_the_mirror_image(drafts: tuple[str, str]) -> None:
    before, after = drafts
    assert turned(compared(before, after)) == compared(after, before)


@modest
@given(pairs())
def test_every_change_says_that_something_is_different(drafts: tuple[str, str]) -> None:
    changes = compared(*drafts).changes
    assert all(change.kind == "move" or change.text_a != change.text_b for change in changes)


@modest
@given(pairs())
def test_the_gravest_changes_come_first_and_then_go_by_place(drafts: tuple[str, str]) -> None:
    order = [(change.risk, change.a.start) for change in compared(*drafts).changes]
    assert order == sorted(order)


@modest
@given(pairs())
def test_every_block_of_both_texts_stands_in_one_row(drafts: tuple[str, str]) -> None:
    before, after = drafts
    rows = compared(before, after).rows
    assert [_covered(before, rows, "a"), _covered(after, rows, "b")] == [[], []]


def _covered(text: str, rows: tuple[Row, ...], side: str) -> list[Span]:
    """The blocks that are in no row, or in several."""
    spans = [span for row in rows if (span := getattr(row, side)) is not None]
    return [block for block in split(text) if sum(span.holds(block) for span in spans) != 1]


@modest
@given(pairs())
def test_marks_name_changes_and_lie_within_their_rows(drafts: tuple[str, str]) -> None:
    comparison = compared(*drafts)
    marks = [(row.b, mark) for row in comparison.rows if row.b for mark in row.words_b]
    assert all(
        span.start <= mark.start <= mark.end <= span.end and mark.change < len(comparison.changes)
        for span, mark in marks
    )


@modest
@given(bodies())
def test_words_signs_and_white_space_are_the_whole_text(text: str) -> None:
    tokens = Vocabulary().tokens(text, Span(0, len(text)))
    covered = {place for n in range(len(tokens.ids)) for place in range(tokens.start(n), tokens.end(n))}
    assert all(letter.isspace() for place, letter in enumerate(text) if place not in covered)
