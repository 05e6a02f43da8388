"""Which block of one text became which block of the other, and which of them moved."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from deskeditor.review.blocks import split
from deskeditor.review.changes import Span
from deskeditor.review.likeness import Likeness, Pairing, alike
from deskeditor.review.matching import matches
from deskeditor.review.words import Texts, Tokens, Vocabulary

_PART = 0.7
"""The share of a block's words that must come from a neighbour for it to be a part of it, split off."""
_PART_WORDS = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Runs of neighbouring blocks that belong together; one is longer where a block was split or joined."""

    a: range
    b: range
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """The blocks of both texts and how they pair, in the order of the first text."""

    texts: Texts
    blocks_a: tuple[Span, ...]
    blocks_b: tuple[Span, ...]
    pairs: tuple[Pair, ...]
    vocabulary: Vocabulary
    tokens_a: Mapping[int, Tokens]
    tokens_b: Mapping[int, Tokens]

    def tokens(self, pair: Pair) -> tuple[Tokens, Tokens]:
        """Both sides of a pair of unequal blocks, word by word."""
        if len(pair.a) == len(pair.b) == 1:
            return self.tokens_a[pair.a.start], self.tokens_b[pair.b.start]
        a, b = whole(self.blocks_a, pair.a), whole(self.blocks_b, pair.b)
        return self.vocabulary.tokens(self.texts.a, a), self.vocabulary.tokens(self.texts.b, b)


def whole(blocks: Sequence[Span], run: range) -> Span:
    """From the beginning of a run's first block to the end of its last."""
    return Span(blocks[run.start].start, blocks[run.stop - 1].end)


def align(texts: Texts) -> Alignment:
    """Equal blocks first, then alike ones; what breaks the common order has moved."""
    blocks_a, blocks_b = split(texts.a), split(texts.b)
    equal = _equal([span.of(texts.a) for span in blocks_a], [span.of(texts.b) for span in blocks_b])
    words = Vocabulary()
    rest_b = set(range(len(blocks_b))).difference(equal.values())
    likeness = Likeness(
        {i: words.tokens(texts.a, span) for i, span in enumerate(blocks_a) if i not in equal},
        {j: words.tokens(texts.b, blocks_b[j]) for j in sorted(rest_b)},
    )
    pairing = equal | alike(equal, likeness)
    standing = _standing(pairing, [len(span) for span in blocks_a])
    pairs = _pairs(pairing, standing, likeness)
    return Alignment(
        texts, blocks_a, blocks_b, tuple(_with_parts(pairs, likeness)), words, likeness.a, likeness.b
    )


def _equal(a: Sequence[str], b: Sequence[str]) -> Pairing:
    """Blocks that are the same to the letter: in order first, then wherever they went."""
    numbers: dict[str, int] = {}
    ids_a = [numbers.setdefault(block, len(numbers)) for block in a]
    ids_b = [numbers.setdefault(block, len(numbers)) for block in b]
    equal = {i + step: j + step for i, j, length in matches(ids_a, ids_b) for step in range(length)}
    taken = set(equal.values())
    elsewhere: dict[int, list[int]] = defaultdict(list)
    for j in reversed(range(len(b))):
        if j not in taken and any(letter.isalnum() for letter in b[j]):
            elsewhere[ids_b[j]].append(j)
    for i in range(len(a)):
        if i not in equal and elsewhere.get(ids_a[i]):
            equal[i] = elsewhere[ids_a[i]].pop()
    return equal


def _standing(pairing: Pairing, weights: Sequence[int]) -> set[int]:
    """The blocks that keep a common order, chosen so that as little text as possible moves."""
    tops: list[tuple[int, int, int]] = []
    before: dict[int, int | None] = {}
    for i, j in sorted(pairing.items()):
        place = bisect_left(tops, (j, 0, 0))
        total = weights[i] + (tops[place - 1][1] if place else 0)
        before[i] = tops[place - 1][2] if place else None
        end = place
        while end < len(tops) and tops[end][1] <= total:
            end += 1
        tops[place:end] = [(j, total, i)]
    chain: set[int] = set()
    block = tops[-1][2] if tops else None
    while block is not None:
        chain.add(block)
        block = before[block]
    return chain


def _pairs(pairing: Pairing, standing: set[int], likeness: Likeness) -> list[Pair]:
    """Pairs in order; an edited block counts as moved only where it is plainly the same one."""
    return [
        Pair(range(i, i + 1), range(j, j + 1), i not in standing)
        for i, j in sorted(pairing.items())
        if i in standing or i not in likeness.a or likeness.far(i, j)
    ]


def _with_parts(pairs: Sequence[Pair], likeness: Likeness) -> Iterator[Pair]:
    """Blocks without a partner that were split off a neighbour, or joined to one, go with it."""
    free_a = set(likeness.a).difference(*(pair.a for pair in pairs))
    free_b = set(likeness.b).difference(*(pair.b for pair in pairs))
    for pair in pairs:
        i, j = pair.a.start, pair.b.start
        neighbours_free = {i - 1, i + 1} & free_a or {j - 1, j + 1} & free_b
        if i not in likeness.a or not neighbours_free:
            yield pair
            continue
        words_a, words_b = likeness.a[i], likeness.b[j]
        b = _grown(pair.b, _surplus(words_a, words_b), likeness.b, free_b)
        a = pair.a if len(b) > 1 else _grown(pair.a, _surplus(words_b, words_a), likeness.a, free_a)
        free_a.difference_update(a)
        free_b.difference_update(b)
        yield Pair(a, b, pair.moved)


def _surplus(more: Tokens, less: Tokens) -> Counter[int]:
    return Counter(more.ids) - Counter(less.ids)


def _grown(run: range, surplus: Counter[int], tokens: Mapping[int, Tokens], free: set[int]) -> range:
    """The run with the free neighbours on both sides that consist of the surplus words."""
    start, stop = run.start, run.stop
    while stop in free and _covered(tokens[stop], surplus):
        surplus = surplus - Counter(tokens[stop].ids)
        stop += 1
    while start - 1 in free and _covered(tokens[start - 1], surplus):
        start -= 1
        surplus = surplus - Counter(tokens[start].ids)
    return range(start, stop)


def _covered(part: Tokens, surplus: Counter[int]) -> bool:
    if len(part.ids) < _PART_WORDS or surplus.total() < _PART_WORDS:
        return False
    shared = (Counter(part.ids) & surplus).total()
    return shared >= _PART * len(part.ids)
