"""The proof that a list of changes leaves nothing out: with it, the first text becomes the second."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskeditor.review.blocks import split
from deskeditor.review.changes import Change, Kind, Span

_BLANK = " \t\n"
_NOWHERE = Span(0, 0)


def rebuild(text: str, changes: Sequence[Change]) -> str:
    """The second text, from the first and the changes alone."""
    arrivals = _arrivals(text, changes)
    inside = {id(change) for arrival in arrivals for change in arrival.inner}
    outer = [change for change in changes if id(change) not in inside and change.kind is not Kind.MOVE]
    stays = _without(text, [*(arrival.home for arrival in arrivals), *(change.a for change in outer)])
    arrivals += [_Arrival(change.b.start, change.text_b) for change in outer if change.text_b]
    result = ""
    for arrival in sorted(arrivals, key=lambda arrival: arrival.start):
        needed = arrival.start - len(result)
        behind = bool(arrival.gap) and needed > len(stays.rstrip(_BLANK))
        take = needed - len(arrival.gap) if behind else needed
        parts = (arrival.gap, arrival.text) if behind else (arrival.text, arrival.gap)
        result += stays[:take] + "".join(parts)
        stays = stays[take:]
    return result + stays


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A text that comes to stand at `start`; a moved one takes its blank lines along."""

    start: int
    text: str
    gap: str = ""
    home: Span = _NOWHERE
    inner: tuple[Change, ...] = ()


def _arrivals(text: str, changes: Sequence[Change]) -> list[_Arrival]:
    """The moved blocks as they arrive, edited."""
    moves = [change for change in changes if change.kind is Kind.MOVE]
    blocks = split(text)
    arrivals: list[_Arrival] = []
    for move in moves:
        gap = _gap(text, blocks, move, changes)
        inner = [change for change in changes if change.kind is not Kind.MOVE and _within(change, move, gap)]
        body = _edited(text, move.a, [change for change in inner if change.a != gap])
        space = _edited(text, gap, [change for change in inner if change.a == gap])
        home = Span(min(move.a.start, gap.start), max(move.a.end, gap.end))
        arrivals.append(_Arrival(move.b.start, body, space, home, tuple(inner)))
    return arrivals


def _gap(text: str, blocks: Sequence[Span], move: Change, changes: Iterable[Change]) -> Span:
    """The blank lines that leave with a block: those behind it, or before it where nothing behind stays."""
    leaving = [Span(max(change.a.start, move.a.end), change.a.end) for change in changes]
    rest = _without(text, [Span(0, move.a.end), *(span for span in leaving if span.start < span.end)])
    if rest.strip(_BLANK):
        return Span(move.a.end, next(block.start for block in blocks if block.start >= move.a.end))
    return Span(next(block.end for block in reversed(blocks) if block.end <= move.a.start), move.a.start)


def _within(change: Change, move: Change, gap: Span) -> bool:
    """Whether a change tells what was edited inside a moved block or in its blank lines."""
    if len(change.a):
        return move.a.holds(change.a) or gap.holds(change.a)
    return move.b.holds(change.b)


def _edited(text: str, span: Span, changes: Iterable[Change]) -> str:
    """What stands in the span once the changes are made."""
    parts: list[str] = []
    at = span.start
    for change in sorted(changes, key=lambda change: (change.a, change.b)):
        parts += [text[at : change.a.start], change.text_b]
        at = change.a.end
    return "".join([*parts, text[at : span.end]])


def _without(text: str, spans: Iterable[Span]) -> str:
    """The text without the spans; they may overlap."""
    parts: list[str] = []
    at = 0
    for span in sorted(spans):
        parts.append(text[at : span.start])
        at = max(at, span.end)
    return "".join([*parts, text[at:]])
