"""Two drafts in, every difference out, with what it puts at risk."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deskeditor.document.model import Document, Fields
from deskeditor.review.align import whole
from deskeditor.review.changes import Change, Comparison, FieldChange, Kind, Mark, Row, RowKind, Span
from deskeditor.review.judge import Judge
from deskeditor.review.layout import Layout, Place, Spacing, lay_out, places
from deskeditor.review.words import Edit, Texts


def compare(a: Document, b: Document) -> Comparison:
    """What became of `a` in `b`: blocks first, then words; (b, a) gives the same with its sides turned."""
    layout = lay_out(Texts(a.text, b.text))
    rows = tuple(places(layout))
    found = _judged(layout.texts, [*_findings(layout, rows)])
    return Comparison(
        text_a=a.text,
        text_b=b.text,
        changes=tuple(change for change, _ in found),
        rows=tuple(_rows(layout, rows, found)),
        fields=_fields(a.fields, b.fields),
        similarity=_similarity(a.text, b.text, [change for change, _ in found]),
    )


_NO_ROW = -1
"""Where blank lines at an edge differ and no block stands level, no row shows it."""


@dataclass(frozen=True, slots=True)
class _Finding:
    """A difference and the row where it shows."""

    row: int
    edit: Edit
    moved: bool = False


def _findings(layout: Layout, rows: Sequence[Place]) -> Iterator[_Finding]:
    """Every difference, from top to bottom; blank lines included, so that nothing is left unsaid."""
    standing = [match for match in layout.matches if not match.moved]
    a = Spacing(layout.texts.a, layout.blocks_a, [match.a for match in standing])
    b = Spacing(layout.texts.b, layout.blocks_b, [match.b for match in standing])
    below = _below(rows, (a, b), layout)
    level = [row for row, place in enumerate(rows) if place.a is not None and place.b is not None]
    yield _Finding(level[0] if level else _NO_ROW, (a.head, b.head))
    for row, place in enumerate(rows):
        if place.b is None and place.a is not None and place.match is None:
            yield _Finding(row, (a.with_own(place.a), below[row][1]))
        elif place.a is None and place.b is not None and place.match is None:
            yield _Finding(row, (below[row][0], b.with_own(place.b)))
        elif place.b is not None and place.match is not None:
            match = place.match
            if match.moved:
                edit = whole(layout.blocks_a, match.a), whole(layout.blocks_b, match.b)
                yield _Finding(row, edit, moved=True)
            yield from (_Finding(row, edit) for edit in match.edits)
            yield _Finding(row, (a.own(match.a), b.own(match.b)))
    yield _Finding(level[-1] if level else _NO_ROW, (a.tail, b.tail))


def _below(rows: Sequence[Place], ends: tuple[Spacing, Spacing], layout: Layout) -> list[tuple[Span, Span]]:
    """For each row the places in both texts where the next standing block begins."""
    point_a, point_b = ends[0].tail.start, ends[1].tail.start
    points: list[tuple[Span, Span]] = []
    for place in reversed(rows):
        if place.a is not None and place.b is not None:
            point_a = layout.blocks_a[place.a.start].start
            point_b = layout.blocks_b[place.b.start].start
        points.append((Span(point_a, point_a), Span(point_b, point_b)))
    return points[::-1]


def _judged(texts: Texts, findings: Sequence[_Finding]) -> list[tuple[Change, int]]:
    """The changes with their rows, the gravest first, then by place."""
    real = [
        finding
        for finding in findings
        if finding.moved or finding.edit[0].of(texts.a) != finding.edit[1].of(texts.b)
    ]
    if not real:
        return []
    judge = Judge(texts)
    judged = [
        (judge.moved(finding.edit) if finding.moved else judge.of(finding.edit), finding.row)
        for finding in real
    ]
    return sorted(judged, key=lambda found: found[0].order)


def _rows(layout: Layout, places_: Sequence[Place], found: Sequence[tuple[Change, int]]) -> Iterator[Row]:
    """The rows with their marks; both rows of a moved block show what was edited in it."""
    indexes: dict[int, list[int]] = {}
    for index, (_, row) in enumerate(found):
        indexes.setdefault(row, []).append(index)
    arrivals = {id(place.match): row for row, place in enumerate(places_) if place.b is not None}
    departures = {id(place.match): row for row, place in enumerate(places_) if place.a is not None}
    for row, place in enumerate(places_):
        moved = place.kind is RowKind.MOVED
        mine = indexes.get(arrivals[id(place.match)] if moved else row, [])
        span_a = None if place.a is None else whole(layout.blocks_a, place.a)
        span_b = None if place.b is None else whole(layout.blocks_b, place.b)
        partner = (departures if place.a is None else arrivals)[id(place.match)] if moved else None
        yield Row(
            kind=RowKind.CHANGED if place.kind is RowKind.SAME and mine else place.kind,
            a=span_a,
            b=span_b,
            words_a=_marks(span_a, [(found[index][0].a, index) for index in mine]),
            words_b=_marks(span_b, [(found[index][0].b, index) for index in mine]),
            partner=partner,
        )


def _marks(block: Span | None, spans: Sequence[tuple[Span, int]]) -> tuple[Mark, ...]:
    """What of the changes lies in the block; one of blank lines beside it is an empty mark at the edge."""
    if block is None:
        return ()
    clipped = (
        Mark(max(span.start, block.start), max(min(span.end, block.end), block.start), index)
        for span, index in spans
    )
    marks = (Mark(min(mark.start, mark.end), mark.end, mark.change) for mark in clipped)
    return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.change)))


def _similarity(a: str, b: str, changes: Sequence[Change]) -> float:
    """The share of both texts that is the same, wherever it stands; 1 only where nothing differs."""
    if not changes:
        return 1.0
    changed = sum(len(change.a) + len(change.b) for change in changes if change.kind is not Kind.MOVE)
    return min(round(1 - changed / (len(a) + len(b)), 4), 0.9999)


def _fields(a: Fields, b: Fields) -> tuple[FieldChange, ...]:
    """The fields that differ, in the order in which an article lists them."""
    if a == b:
        return ()
    from deskeditor.document.fields_json import fields_to_json

    before, after = fields_to_json(a), fields_to_json(b)
    return tuple(
        FieldChange(name, before[name], after[name]) for name in before if before[name] != after[name]
    )
