"""The long sequence that changes in one place is a sequence like any other."""

from hypothesis import given
from hypothesis import strategies as st

from deskeditor.render.offsets import Offsets
from deskeditor.render.runs import Run

Cuts = list[tuple[int, int, list[int]]]
items = st.lists(st.integers(1, 9), min_size=1, max_size=300)
cuts = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 150), st.lists(st.integers(1, 9), max_size=150)), max_size=6
)


@given(items, cuts)
def test_a_run_and_its_offsets_change_like_a_list(start: list[int], changes: Cuts) -> None:
    plain, run, offsets = list(start), Run(start), Offsets.of(start)
    for at, removed, added in changes:
        first = min(at, len(plain))
        last = min(first + removed, len(plain))
        plain[first:last] = added
        run, offsets = run.replaced(first, last, added), offsets.replaced(first, last, added)
        assert list(run) == plain == [run[index] for index in range(len(run))]
        assert run[first : first + 5] == plain[first : first + 5]
        assert [offsets.start(index) for index in range(len(plain) + 1)] == [
            sum(plain[:n]) for n in range(len(plain) + 1)
        ]


@given(items, st.dictionaries(st.integers(0, 299), st.integers()))
def test_single_items_change_and_the_old_run_stays(start: list[int], changes: dict[int, int]) -> None:
    run = Run(start)
    wanted = {index: item for index, item in changes.items() if index < len(start)}
    changed = run.with_items(wanted)
    assert list(changed) == [wanted.get(index, item) for index, item in enumerate(start)]
    assert list(run) == start
