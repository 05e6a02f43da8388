"""The longest common run of two sequences, found without a quadratic case."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

Match = tuple[int, int, int]
"""A start in the first sequence, a start in the second, a length."""

_SMALL = 1500 * 1500
"""Below this many pairs the exact answer costs less than looking for anchors."""
_CHUNK = 3000
_GRAM = 4
_SAMPLE = 4
"""One token in four may begin an anchor: enough to cut a text to pieces, at a quarter of the cost."""


def matches(a: Sequence[int], b: Sequence[int]) -> list[Match]:
    """What both have in common, in order and apart from each other by at least one element."""
    return _joined(_matches(a, b))


def rising(values: Sequence[int]) -> list[int]:
    """The places of a longest strictly rising selection of distinct values."""
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = [-1] * len(values)
    for place, value in enumerate(values):
        level = bisect_left(tops, value)
        before[place] = places[level - 1] if level else -1
        tops[level : level + 1] = [value]
        places[level : level + 1] = [place]
    chain: list[int] = []
    place = places[-1] if places else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def _matches(a: Sequence[int], b: Sequence[int]) -> Iterator[Match]:
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    yield 0, 0, head
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    for i, j, length in _middle(middle_a, middle_b):
        yield head + i, head + j, length
    yield len(a) - tail, len(b) - tail, tail


def _middle(a: Sequence[int], b: Sequence[int]) -> Iterator[Match]:
    """Cut at the anchors where it is large, so that each rest is small or cut by force."""
    if not a or not b:
        return
    if len(a) * len(b) <= _SMALL:
        yield from _exact(a, b)
        return
    at_a = at_b = 0
    for i, j in [*_anchors(a, b), (len(a), len(b))]:
        if i < at_a or j < at_b:
            continue
        for x, y, length in _forced(a[at_a:i], b[at_b:j]):
            yield at_a + x, at_b + y, length
        run = _common(a[i : i + 64], b[j : j + 64])
        yield i, j, run
        at_a, at_b = i + run, j + run


def _forced(a: Sequence[int], b: Sequence[int]) -> Iterator[Match]:
    """Exact where it is affordable; beyond, in equal shares, which keeps the cost linear."""
    shares = -(-max(len(a), len(b)) // _CHUNK) or 1
    for share in range(shares):
        from_a, from_b = len(a) * share // shares, len(b) * share // shares
        part_a = a[from_a : len(a) * (share + 1) // shares]
        part_b = b[from_b : len(b) * (share + 1) // shares]
        for i, j, length in _exact(part_a, part_b):
            yield from_a + i, from_b + j, length


def _exact(a: Sequence[int], b: Sequence[int]) -> Iterator[Match]:
    from rapidfuzz.distance import LCSseq

    if not a or not b:
        return
    for block in LCSseq.opcodes(a, b).as_matching_blocks():
        yield block.a, block.b, block.size


def _anchors(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
    """Runs of four that stand once in either sequence, as many as keep their order."""
    once_a, once_b = _once(a), _once(b)
    pairs = [(i, once_b[gram]) for gram, i in once_a.items() if gram in once_b]
    return [pairs[place] for place in rising([j for _, j in pairs])]


def _once(values: Sequence[int]) -> dict[tuple[int, ...], int]:
    places: dict[tuple[int, ...], int] = {}
    for place, value in enumerate(values):
        if value % _SAMPLE == 0:
            gram = tuple(values[place : place + _GRAM])
            places[gram] = -1 if gram in places else place
    return {gram: place for gram, place in places.items() if place >= 0}


def _common(a: Sequence[int], b: Sequence[int]) -> int:
    """How many elements at the beginning are equal."""
    limit = min(len(a), len(b))
    if a[:limit] == b[:limit]:
        return limit
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if a[low:middle] == b[low:middle] else (low, middle - 1)
    return low


def _joined(found: Iterable[Match]) -> list[Match]:
    """Neighbours that touch on both sides become one; empty ones go."""
    joined: list[Match] = []
    for i, j, length in found:
        if not length:
            continue
        if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + length)
        else:
            joined.append((i, j, length))
    return joined
