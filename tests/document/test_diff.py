"""The smallest single replacement between two texts."""

from hypothesis import given
from hypothesis import strategies as st
from tests.builders import texts

from deskeditor.document.diff import replace_between
from deskeditor.document.model import Document

near = st.text("ab", max_size=8)


@given(texts, texts, st.integers(-5, 80))
def test_a_replacement_leads_from_one_text_to_the_other(old: str, new: str, hint: int) -> None:
    step = replace_between(old, new, hint)
    assert (Document(old) if step is None else step.apply(Document(old))) == Document(new)


@given(texts, texts)
def test_a_replacement_undoes_itself(old: str, new: str) -> None:
    step = replace_between(old, new)
    assert step is None or step.invert().apply(step.apply(Document(old))) == Document(old)


@given(near, near, st.integers(0, 8))
def test_no_single_replacement_is_smaller(old: str, new: str, hint: int) -> None:
    step = replace_between(old, new, hint)
    shared = [
        before + after
        for before in range(min(len(old), len(new)) + 1)
        for after in range(min(len(old), len(new)) - before + 1)
        if old[:before] == new[:before] and old[len(old) - after :] == new[len(new) - after :]
    ]
    size = (len(step.old), len(step.new)) if step else (0, 0)
    assert size == (len(old) - max(shared), len(new) - max(shared))


@given(st.text("ab", max_size=3), st.integers(0, 70_000), st.integers(0, 70_000), st.text("ab", max_size=3))
def test_it_holds_across_the_chunks_too(old: str, before: int, after: int, new: str) -> None:
    step = replace_between("x" * before + old + "y" * after, "x" * before + new + "y" * after)
    expected = replace_between(old, new)
    found = (step.start - before, step.old, step.new) if step else None
    assert found == ((expected.start, expected.old, expected.new) if expected else None)


def test_equal_texts_need_no_replacement() -> None:
    assert replace_between("same", "same") is None


def test_one_more_of_the_same_letter_is_put_where_the_caret_is() -> None:
    starts = [step.start for hint in range(6) if (step := replace_between("baaab", "baaaab", hint))]
    assert starts == [1, 1, 2, 3, 4, 4]


def test_a_letter_beyond_the_first_plane_is_not_cut() -> None:
    step = replace_between("a😀b", "a😁b")
    assert step is not None and (step.old, step.new) == ("😀", "😁")
