"""A few flips of each kind, always the same ones; `python -m tests.e2e.flips 50` makes many."""

import pytest
from tests.e2e.flips import campaign


@pytest.mark.parametrize("kind", ["texts", "files", "journals"])
def test_a_flipped_bit_is_neither_shown_nor_published_nor_a_mistake(kind: str) -> None:
    assert campaign(kind, 3, seed=7) == []
