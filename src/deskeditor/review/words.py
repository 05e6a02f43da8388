"""Word by word: what changed between two texts that belong together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from deskeditor.review.changes import Span
from deskeditor.review.matching import Match, matches

_CJK = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = (
    "!-/:-@\\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    "\u060c\u061b\u061f\u0964\u0965\u2010-\u205e\u20a0-\u20bf\u2190-\u2bff\u3000-\u303f\ufe30-\ufe4f\uff01-\uff0f"
    "\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\U0001f000-\U0001faff"
)
_LETTERS = f"[^\\s{_MARKS}{_CJK}]+"
_PIECE = re.compile(
    r"\s+"
    r"|\d+(?:[.,:]\d+)+"
    f"|{_LETTERS}(?:['’]{_LETTERS})*"
    f"|[{_CJK}][\ufe00-\ufe0f]?"
    r"|\*+|_+|~+|`+|#+|:+|=+|-+"
    r"|[\u2600-\u27bf\U0001f000-\U0001faff](?:[\ufe0f\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
    r"|(?<=\u200d)[\u2600-\u27bf\U0001f000-\U0001faff])*"
    r"|\S"
)
_SENTENCE_ENDS = frozenset(".!?…。！？।؟")


class Tokens:
    """A stretch of text as numbered words and signs; equal tokens have equal numbers."""

    def __init__(self, whole: Span, pieces: Sequence[str], numbers: "Vocabulary") -> None:
        self.whole = whole
        self._pieces = pieces
        self._places = [place for place, piece in enumerate(pieces) if not piece.isspace()]
        self.ids = tuple(map(numbers.__getitem__, map(pieces.__getitem__, self._places)))

    @cached_property
    def _edges(self) -> list[int]:
        """Found when first asked for, since most blocks are never cut open."""
        return [*accumulate(map(len, self._pieces), initial=self.whole.start)]

    def start(self, token: int) -> int:
        """Where in the text a token begins."""
        return self._edges[self._places[token]]

    def end(self, token: int) -> int:
        """Where in the text a token ends."""
        return self._edges[self._places[token] + 1]


class Vocabulary(dict[str, int]):
    """Gives every distinct token a number, the same one throughout a comparison."""

    def __missing__(self, token: str) -> int:
        self[token] = number = len(self)
        return number

    def tokens(self, text: str, whole: Span) -> Tokens:
        """Words, numbers and single signs; letters of scripts without spaces count one by one."""
        return Tokens(whole, _PIECE.findall(text, whole.start, whole.end), self)


@dataclass(frozen=True, slots=True)
class Texts:
    """The two body texts that are compared."""

    a: str
    b: str


Edit = tuple[Span, Span]
"""What is taken out of the first text and what stands in its place in the second."""


def edits(texts: Texts, a: Tokens, b: Tokens) -> list[Edit]:
    """The differences in order, white space included; between them both texts are the same."""
    found: list[Edit] = []
    at_a, at_b = a.whole.start, b.whole.start
    for match in _readable(_slid(texts, a, b, matches(a.ids, b.ids)), a, b):
        i, j, length = match
        found += _between(texts, Span(at_a, a.start(i)), Span(at_b, b.start(j)))
        found += _spacing(texts, a, b, match)
        at_a, at_b = a.end(i + length - 1), b.end(j + length - 1)
    return found + _between(texts, Span(at_a, a.whole.end), Span(at_b, b.whole.end))


def _spacing(texts: Texts, a: Tokens, b: Tokens, match: Match) -> list[Edit]:
    """Where the same words are spaced differently."""
    i, j, length = match
    same_a = texts.a[a.start(i) : a.end(i + length - 1)]
    if same_a == texts.b[b.start(j) : b.end(j + length - 1)]:
        return []
    found: list[Edit] = []
    for step in range(1, length):
        gap_a = Span(a.end(i + step - 1), a.start(i + step))
        gap_b = Span(b.end(j + step - 1), b.start(j + step))
        found += _between(texts, gap_a, gap_b)
    return found


def _between(texts: Texts, a: Span, b: Span) -> list[Edit]:
    """The edit between two places of agreement, if there is one."""
    return [] if a.of(texts.a) == b.of(texts.b) else [_trimmed(texts, a, b)]


def _trimmed(texts: Texts, a: Span, b: Span) -> Edit:
    """Without the white space that both begin or end with."""
    start_a, start_b, end_a, end_b = a.start, b.start, a.end, b.end
    while start_a < end_a and start_b < end_b and _same_space(texts, start_a, start_b):
        start_a, start_b = start_a + 1, start_b + 1
    while start_a < end_a and start_b < end_b and _same_space(texts, end_a - 1, end_b - 1):
        end_a, end_b = end_a - 1, end_b - 1
    return Span(start_a, end_a), Span(start_b, end_b)


def _same_space(texts: Texts, a: int, b: int) -> bool:
    return texts.a[a] == texts.b[b] and texts.a[a].isspace()


def _readable(found: Sequence[Match], a: Tokens, b: Tokens) -> list[Match]:
    """Without scraps of agreement amid long changes: a reader wants the rewrite in one piece."""
    kept: list[Match] = []
    ends = [*found[1:], (len(a.ids), len(b.ids), 0)]
    for match, after in zip(found, ends, strict=True):
        i, j, length = match
        before = kept[-1] if kept else (0, 0, 0)
        left = max(_width(a, before[0] + before[2], i), _width(b, before[1] + before[2], j))
        right = max(_width(a, i + length, after[0]), _width(b, j + length, after[1]))
        if 3 * _width(a, i, i + length) > min(left, right):
            kept.append(match)
    return kept


def _width(tokens: Tokens, start: int, end: int) -> int:
    """Characters from one token up to another."""
    return tokens.end(end - 1) - tokens.start(start) if end > start else 0


def _slid(texts: Texts, a: Tokens, b: Tokens, found: Sequence[Match]) -> list[Match]:
    """Pure insertions and deletions pushed to where a sentence begins, if equal words allow it."""
    slid = [*found]
    for place in range(1, len(slid)):
        left, right = slid[place - 1], slid[place]
        if left[0] + left[2] == right[0]:
            move = _shift(b, texts.b, left[1] + left[2], right[1], (left[2], right[2]))
        elif left[1] + left[2] == right[1]:
            move = _shift(a, texts.a, left[0] + left[2], right[0], (left[2], right[2]))
        else:
            move = 0
        slid[place - 1] = (left[0], left[1], left[2] + move)
        slid[place] = (right[0] + move, right[1] + move, right[2] - move)
    return [match for match in slid if match[2] > 0]


def _shift(tokens: Tokens, text: str, start: int, end: int, room: tuple[int, int]) -> int:
    """How far the stretch can move to begin behind the end of a sentence; 0 where it stands well."""
    for move in _moves(tokens.ids, start, end, room):
        place = start + move
        if place == 0 or text[tokens.start(place - 1)] in _SENTENCE_ENDS:
            return move
    return 0


def _moves(ids: Sequence[int], start: int, end: int, room: tuple[int, int]) -> Iterator[int]:
    """Every shift that leaves both texts as they are, the smallest first to the left, then right."""
    yield 0
    move = 0
    while -move < min(room[0] - 1, 40) and ids[start + move - 1] == ids[end + move - 1]:
        move -= 1
        yield move
    move = 0
    while move < min(room[1] - 1, 40) and ids[start + move] == ids[end + move]:
        move += 1
        yield move
