"""Where each block begins, kept so that a keystroke touches none of the blocks below it."""

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Offsets:
    """The starts of blocks in a text. Those from `pivot` on are still short of `shift`: typing in one place
    only changes the shift, and a jump elsewhere pays for the blocks between the two places once.
    """

    __slots__ = ("_pivot", "_shift", "_starts")

    def __init__(self, starts: "array[int]", pivot: int, shift: int) -> None:
        self._starts = starts
        self._pivot = pivot
        self._shift = shift

    @classmethod
    def of(cls, lengths: Sequence[int]) -> "Offsets":
        """The starts of blocks of these lengths; one more than there are blocks, the last is the end."""
        return cls(array("q", accumulate(lengths, initial=0)), 0, 0)

    @property
    def end(self) -> int:
        """The length of the text."""
        return self.start(len(self._starts) - 1)

    def start(self, index: int) -> int:
        """Where the block begins; the index after the last one is the end of the text."""
        return self._starts[index] + (self._shift if index >= self._pivot else 0)

    def index_at(self, position: int) -> int:
        """The block that holds the position; the last one holds the end of the text."""
        starts, pivot = self._starts, self._pivot
        if pivot < len(starts) and position >= starts[pivot] + self._shift:
            index = bisect_right(starts, position - self._shift, lo=pivot) - 1
        else:
            index = bisect_right(starts, position, hi=pivot) - 1
        return max(0, min(index, len(starts) - 2))

    def replaced(self, first: int, last: int, lengths: Sequence[int]) -> "Offsets":
        """The starts after the blocks from `first` to `last`, not included, made room for others."""
        starts = self._starts[:]
        begin, old_end = self.start(first), self.start(last)
        self._settle(starts, first, last)
        inner = array("q", accumulate(lengths, initial=begin))
        shift = inner.pop() - old_end
        starts[first:last] = inner
        return Offsets(starts, first + len(inner), self._shift + shift)

    def _settle(self, starts: "array[int]", first: int, last: int) -> None:
        """Moves the pivot to `last`: entries that are now before it get their shift, others give it back."""
        if not self._shift:
            return
        for index in range(self._pivot, last):
            starts[index] += self._shift
        for index in range(max(last, first), self._pivot):
            starts[index] -= self._shift
