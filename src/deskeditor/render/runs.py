"""A long sequence that changes in one place at the cost of that place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice
from typing import TypeVar, overload

T = TypeVar("T")
CHUNK = 64


class Run(Sequence[T]):
    """An immutable sequence in chunks that its successors share: copying thousands of references for a
    keystroke would cost more than the keystroke, since each touches an object that no cache holds.
    """

    __slots__ = ("_chunks", "_ends")

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._chunks: list[tuple[T, ...]] = list(_chunked(tuple(items)))
        self._ends = list(accumulate(map(len, self._chunks)))

    @classmethod
    def _of(cls, chunks: list[tuple[T, ...]]) -> "Run[T]":
        run = cls()
        run._chunks = chunks
        run._ends = list(accumulate(map(len, chunks)))
        return run

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(self._chunks)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> list[T]: ...

    def __getitem__(self, index: int | slice) -> T | list[T]:
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            return list(self._between(start, stop))[::step] if step > 0 else list(self)[index]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        chunk = bisect_right(self._ends, index)
        return self._chunks[chunk][index - self._begin(chunk)]

    def _between(self, start: int, stop: int) -> Iterator[T]:
        if start >= stop:
            return iter(())
        chunk = bisect_right(self._ends, start)
        skipped = self._begin(chunk)
        return islice(chain.from_iterable(self._chunks[chunk:]), start - skipped, stop - skipped)

    def replaced(self, first: int, last: int, items: Sequence[T]) -> "Run[T]":
        """The sequence with other items where those from `first` to `last`, not included, stood."""
        if not self._chunks:
            return Run(items)
        head = min(bisect_right(self._ends, first), len(self._chunks) - 1)
        tail = min(bisect_right(self._ends, last), len(self._chunks) - 1)
        before = self._chunks[head][: first - self._begin(head)]
        after = self._chunks[tail][last - self._begin(tail) :]
        middle = _chunked((*before, *items, *after))
        return Run._of([*self._chunks[:head], *middle, *self._chunks[tail + 1 :]])

    def _begin(self, chunk: int) -> int:
        return self._ends[chunk] - len(self._chunks[chunk])

    def with_items(self, items: Mapping[int, T]) -> "Run[T]":
        """The sequence with single items changed."""
        if not items:
            return self
        chunks = list(self._chunks)
        opened: dict[int, list[T]] = {}
        for index, item in items.items():
            chunk = bisect_right(self._ends, index)
            if chunk not in opened:
                opened[chunk] = list(chunks[chunk])
            opened[chunk][index - self._begin(chunk)] = item
        for chunk, inside in opened.items():
            chunks[chunk] = tuple(inside)
        return Run._of(chunks)


def _chunked(items: tuple[T, ...]) -> Iterator[tuple[T, ...]]:
    if len(items) <= 2 * CHUNK:
        return iter((items,) if items else ())
    return (items[start : start + CHUNK] for start in range(0, len(items), CHUNK))
