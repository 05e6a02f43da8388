"""How alike blocks are that are not equal, and which of them were made from which."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from deskeditor.review.matching import rising
from deskeditor.review.words import Tokens

_ALONE = 0.3
"""Likeness that is enough where one block stands against one."""
_NEAR = 0.45
"""Likeness that is enough where several stand between the same neighbours."""
_FAR = 0.6
"""Likeness that makes a block at another place the same block, moved."""
_MOVED_WORDS = 4
"""Shorter blocks that were edited are not recognised at another place."""
_PLAIN = 0.75
"""Likeness of neighbours that leaves no doubt."""
_GIANTS = 3000 * 3000
_ALL_PAIRS = 64
_RARE = 8
_HOME = 0.05
"""What standing between the same neighbours counts for."""

Pairing = dict[int, int]
"""Blocks of the first text and what each became in the second, by their numbers."""


class Likeness:
    """Measures the blocks that found no equal; all others are out of sight."""

    def __init__(self, a: Mapping[int, Tokens], b: Mapping[int, Tokens]) -> None:
        self.a = a
        self.b = b
        self._known: dict[tuple[int, int], float] = {}

    def of(self, i: int, j: int) -> float:
        """The share of words and signs that both have in the same order, 0 to 1."""
        if (i, j) not in self._known:
            self._known[i, j] = _likeness(self.a[i].ids, self.b[j].ids)
        return self._known[i, j]

    def far(self, i: int, j: int) -> bool:
        """Whether the two are the same block even at another place."""
        enough = min(len(self.a[i].ids), len(self.b[j].ids)) >= _MOVED_WORDS
        return enough and self.of(i, j) >= _FAR


def _likeness(a: Sequence[int], b: Sequence[int]) -> float:
    """In giants the order is not looked at, which would take seconds; sharing their words is sign enough."""
    from rapidfuzz.distance import Indel

    if len(a) * len(b) <= _GIANTS:
        return Indel.normalized_similarity(a, b)
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))


def alike(equal: Pairing, likeness: Likeness) -> Pairing:
    """The best partner for each block that has one, every block at most once.

    What is plainly alike among neighbours needs no search through the whole text.
    """
    gaps = _Gaps(equal, likeness)
    near = set(gaps.neighbours())
    pairing = _best(gaps, likeness, [pair for pair in near if likeness.of(*pair) >= _PLAIN])
    taken = set(pairing.values())
    rest = Likeness(
        {i: tokens for i, tokens in likeness.a.items() if i not in pairing},
        {j: tokens for j, tokens in likeness.b.items() if j not in taken},
    )
    left = {(i, j) for i, j in near if i not in pairing and j not in taken}
    return pairing | _best(gaps, likeness, left.union(_candidates(rest)))


def _best(gaps: "_Gaps", likeness: Likeness, candidates: Iterable[tuple[int, int]]) -> Pairing:
    """The most alike first, those of the same gap and rank preferred."""
    scored: list[tuple[float, float, int, int]] = []
    for i, j in candidates:
        home = gaps.of_a[i] == gaps.of_b[j]
        if (home and likeness.of(i, j) >= gaps.threshold(i)) or likeness.far(i, j):
            score = likeness.of(i, j) + (_HOME if home else 0)
            scored.append((-score, abs(gaps.rank_a[i] - gaps.rank_b[j]), i, j))
    pairing: Pairing = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(scored):
        if i not in pairing and j not in taken:
            pairing[i] = j
            taken.add(j)
    return pairing


class _Gaps:
    """Unequal blocks by the standing equal blocks that they lie between, and their rank there, 0 to 1."""

    def __init__(self, equal: Pairing, likeness: Likeness) -> None:
        kept = sorted(equal.items())
        standing = [kept[place] for place in rising([j for _, j in kept])]
        self.of_a = _gap_numbers(likeness.a, [i for i, _ in standing])
        self.of_b = _gap_numbers(likeness.b, [j for _, j in standing])
        self.members_a, self.rank_a = _members(self.of_a)
        self.members_b, self.rank_b = _members(self.of_b)

    def threshold(self, i: int) -> float:
        """The likeness that is enough in the gap of this block."""
        gap = self.of_a[i]
        alone = len(self.members_a[gap]) == 1 and len(self.members_b[gap]) == 1
        return _ALONE if alone else _NEAR

    def neighbours(self) -> Iterator[tuple[int, int]]:
        """Pairs of the same gap: all where they are few, else those near the diagonal."""
        for gap, members_a in self.members_a.items():
            members_b = self.members_b.get(gap, [])
            if len(members_a) * len(members_b) <= _ALL_PAIRS:
                yield from product(members_a, members_b)
                continue
            for place, i in enumerate(members_a):
                middle = place * len(members_b) // len(members_a)
                yield from ((i, j) for j in members_b[max(0, middle - 2) : middle + 3])


def _gap_numbers(blocks: Iterable[int], standing: Sequence[int]) -> dict[int, int]:
    return {block: bisect_left(standing, block) for block in blocks}


def _members(gaps: Mapping[int, int]) -> tuple[dict[int, list[int]], dict[int, float]]:
    members: dict[int, list[int]] = defaultdict(list)
    for block, gap in gaps.items():
        members[gap].append(block)
    return members, {
        block: place / len(group) for group in members.values() for place, block in enumerate(group)
    }


def _candidates(rest: Likeness) -> Iterable[tuple[int, int]]:
    """Pairs of the whole text that are worth measuring."""
    if len(rest.a) * len(rest.b) <= _ALL_PAIRS:
        return product(rest.a, rest.b)
    return _sharing(rest)


def _sharing(likeness: Likeness) -> Iterator[tuple[int, int]]:
    """Pairs that share word pairs which are rare elsewhere, the three best of each block."""
    homes: dict[tuple[int, int], list[int]] = defaultdict(list)
    for j, tokens in likeness.b.items():
        for two in set(pairwise(tokens.ids)):
            homes[two].append(j)
    for i, tokens in likeness.a.items():
        shared: Counter[int] = Counter()
        for two in set(pairwise(tokens.ids)):
            found = homes.get(two, ())
            if len(found) <= _RARE:
                shared.update(found)
        yield from ((i, j) for j, count in shared.most_common(3) if count > 1)
