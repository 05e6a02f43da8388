"""The law of the renderer: an edit gives what rendering anew would give."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.render.texts import anything, pieces, texts

from deskeditor.render.patch import apply
from deskeditor.render.rendering import Rendering, block_start, render, update

Edits = list[tuple[float, float, str]]
edits = st.lists(st.tuples(st.floats(0, 1), st.sampled_from([0, 0, 0, 0.05, 0.2, 1]), pieces), max_size=5)


def typed(text: str, edit: tuple[float, float, str]) -> tuple[int, int, str]:
    start = int(edit[0] * len(text))
    return start, int(edit[1] * (len(text) - start)), edit[2]


def same(one: Rendering, other: Rendering) -> bool:
    starts = [block_start(one, index) for index in range(len(one.blocks) + 1)]
    return (
        (list(one.blocks), list(one.html), one.tail, one.text, one.notes)
        == (list(other.blocks), list(other.html), other.tail, other.text, other.notes)
        and starts == [block_start(other, index) for index in range(len(other.blocks) + 1)]
        and (one.flags, one.headings, one.ids, one.numbering)
        == (other.flags, other.headings, other.ids, other.numbering)
        and list(one.cells) == list(other.cells)
    )


@settings(max_examples=300, deadline=None)
@given(texts, edits)
def test_an_update_is_the_rendering_of_the_new_text(text: str, changes: Edits) -> None:
    rendering = render(text)
    for change in changes:
        start, removed, inserted = typed(text, change)
        text = text[:start] + inserted + text[start + removed :]
        rendering, _ = update(rendering, start, removed, inserted)
        assert same(rendering, render(text))


@pytest.mark.parametrize(
    ("opener", "closer"),
    [("```", "```"), ("~~~~", "~~~~~"), ("::: fact-box", ":::"), ("<div>", "</div>"), ("<!--", "x -->")],
)
def test_an_opener_and_its_closer_find_each_other_far_apart(opener: str, closer: str) -> None:
    between = "\n\n".join(f"Paragraph {number}." for number in range(80))
    whole = f"Words.\n\n{opener}\n\n{between}\n\n{closer}\n\nMore.\n"
    for missing in (opener, closer):
        at = whole.index(missing) if missing is opener else whole.rindex(missing)
        without = whole[:at] + whole[at + len(missing) :]
        assert same(update(render(without), at, 0, missing)[0], render(whole))
        assert same(update(render(whole), at, len(missing), "")[0], render(without))


def test_an_abbreviation_defined_far_away_reaches_every_block() -> None:
    text = "The UN met.\n\n" + "Words.\n\n" * 80 + "*[UN]: United Nation\n"
    rendering, patch = update(render(text), len(text) - 1, 0, "s")
    assert patch.changed == ((0, '<p>The <abbr title="United Nations">UN</abbr> met.</p>'),)
    assert same(rendering, render(rendering.text))


@settings(max_examples=150, deadline=None)
@given(anything, edits)
def test_a_patch_makes_the_new_page_of_the_old_one(text: str, changes: Edits) -> None:
    old = render(text)
    for change in changes:
        start, removed, inserted = typed(old.text, change)
        new, patch = update(old, start, removed, inserted)
        assert apply(patch, old.html) == tuple(new.html)
        assert (old.tail if patch.tail is None else patch.tail) == new.tail
        old = new


@pytest.mark.parametrize("text", ["# A\n\n# A\n\n# B\n", "# B\n\n# A\n\n# A\n", "# A\n\n# A\n\n# A\n"])
@pytest.mark.parametrize("start", [2, 7, 12])
def test_a_renamed_heading_leaves_its_name_to_another(text: str, start: int) -> None:
    renamed, _ = update(render(text), start, 1, "C")
    assert renamed.ids == render(renamed.text).ids
