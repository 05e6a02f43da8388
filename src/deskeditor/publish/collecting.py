"""Keeping Python from looking for forgotten circles of objects all the time: an export makes hardly any."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 100_000
"""So many more new objects than gone ones, and it looks; 700 otherwise."""


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look seldom while the block runs: what an export holds of every story is otherwise gone through again
    and again, for a tenth of its time."""
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
