"""The longest common run."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from deskeditor.review.matching import matches, rising

numbers = st.lists(st.integers(0, 6), max_size=40)


@settings(max_examples=80, deadline=None)
@given(numbers, numbers)
def test_what_matches_is_equal_and_in_order(a: list[int], b: list[int]) -> None:
    found = matches(a, b)
    at = [(i, j) for i, j, length in found for i, j in [(i, j), (i + length, j + length)]]
    assert at == sorted(at) and all(a[i : i + n] == b[j : j + n] for i, j, n in found)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000), st.sampled_from([3, 50, 5000]))
def test_long_sequences_with_few_edits_match_nearly_whole(seed: int, variety: int) -> None:
    luck = random.Random(seed)
    before = [luck.randrange(variety) for _ in range(6000)]
    after = [n if luck.random() > 0.02 else luck.randrange(variety) for n in before if luck.random() > 0.01]
    assert sum(length for _, _, length in matches(before, after)) > 0.94 * len(after)


@given(st.lists(st.integers(0, 60), unique=True, max_size=9))
def test_the_longest_rising_selection_is_found(values: list[int]) -> None:
    best = 0
    for chosen in range(1 << len(values)):
        picked = [value for n, value in enumerate(values) if chosen >> n & 1]
        best = max(best, len(picked)) if picked == sorted(picked) else best
    assert len(rising(values)) == best
