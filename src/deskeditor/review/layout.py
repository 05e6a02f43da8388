"""The order of things: which blocks stand level, and which blank lines belong to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deskeditor.review.align import Alignment, Pair, align, whole
from deskeditor.review.changes import RowKind, Span
from deskeditor.review.words import Edit, Texts, edits


@dataclass(frozen=True, slots=True)
class Match:
    """Blocks that belong together, and what differs inside them."""

    a: range
    b: range
    moved: bool
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A row to be: the blocks on either side, and the match they came from."""

    kind: RowKind
    a: range | None = None
    b: range | None = None
    match: Match | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Both texts in blocks and everything that matched, in the order of the first text."""

    texts: Texts
    blocks_a: tuple[Span, ...]
    blocks_b: tuple[Span, ...]
    matches: tuple[Match, ...]

    def mirrored(self) -> "Layout":
        """The same seen from the other text."""
        turned = [
            Match(match.b, match.a, match.moved, tuple((b, a) for a, b in match.edits))
            for match in self.matches
        ]
        return Layout(
            Texts(self.texts.b, self.texts.a),
            self.blocks_b,
            self.blocks_a,
            tuple(sorted(turned, key=lambda match: match.a.start)),
        )


def lay_out(texts: Texts) -> Layout:
    """The same layout whichever text comes first, only mirrored: ties must not depend on the order."""
    if texts.a > texts.b:
        return lay_out(Texts(texts.b, texts.a)).mirrored()
    alignment = align(texts)
    found = tuple(
        Match(pair.a, pair.b, pair.moved, tuple(_edits(alignment, pair))) for pair in alignment.pairs
    )
    return Layout(texts, alignment.blocks_a, alignment.blocks_b, found)


def _edits(alignment: Alignment, pair: Pair) -> list[Edit]:
    texts = alignment.texts
    a, b = whole(alignment.blocks_a, pair.a), whole(alignment.blocks_b, pair.b)
    return [] if a.of(texts.a) == b.of(texts.b) else edits(texts, *alignment.tokens(pair))


def places(layout: Layout) -> Iterator[Place]:
    """The rows from top to bottom: between standing blocks, what left the first text comes first."""
    of_a = {match.a.start: match for match in layout.matches}
    of_b = {match.b.start: match for match in layout.matches}
    at_a = at_b = 0
    standing = [match for match in layout.matches if not match.moved]
    end = Match(
        range(len(layout.blocks_a), len(layout.blocks_a)),
        range(len(layout.blocks_b), len(layout.blocks_b)),
        moved=False,
        edits=(),
    )
    for match in [*standing, end]:
        yield from _leaving(range(at_a, match.a.start), of_a)
        yield from _coming(range(at_b, match.b.start), of_b)
        at_a, at_b = match.a.stop, match.b.stop
        if match is not end:
            kind = RowKind.CHANGED if match.edits else RowKind.SAME
            yield Place(kind, match.a, match.b, match)


def _leaving(blocks: range, matches: dict[int, Match]) -> Iterator[Place]:
    """Blocks of the first text that have no counterpart here: deleted, or moved from here."""
    block = blocks.start
    while block < blocks.stop:
        match = matches.get(block)
        run = match.a if match else range(block, block + 1)
        yield Place(RowKind.MOVED if match else RowKind.DELETED, a=run, match=match)
        block = run.stop


def _coming(blocks: range, matches: dict[int, Match]) -> Iterator[Place]:
    """Blocks of the second text that have no counterpart here: inserted, or moved to here."""
    block = blocks.start
    while block < blocks.stop:
        match = matches.get(block)
        run = match.b if match else range(block, block + 1)
        yield Place(RowKind.MOVED if match else RowKind.INSERTED, b=run, match=match)
        block = run.stop


class Spacing:
    """The blank lines of one text: every run of blocks has those behind it, from the last standing
    block on those before it, and the last standing block has none. So runs can go with their blank
    lines, and what stays is the same in both texts.
    """

    def __init__(self, text: str, blocks: Sequence[Span], standing: Sequence[range]) -> None:
        self._blocks = blocks
        self._last = max((run.stop for run in standing), default=len(blocks)) - 1
        self.head = Span(0, blocks[0].start) if blocks else Span(0, len(text))
        self.tail = Span(blocks[-1].end, len(text)) if blocks else Span(len(text), len(text))

    def own(self, run: range) -> Span:
        """The blank lines that go with the run; an empty span where it has none."""
        whole_run = whole(self._blocks, run)
        if run.start > self._last:
            return Span(self._blocks[run.start - 1].end, whole_run.start)
        if run.stop - 1 < self._last:
            return Span(whole_run.end, self._blocks[run.stop].start)
        return Span(whole_run.end, whole_run.end)

    def with_own(self, run: range) -> Span:
        """The run and its blank lines."""
        whole_run, own = whole(self._blocks, run), self.own(run)
        return Span(min(whole_run.start, own.start), max(whole_run.end, own.end))
