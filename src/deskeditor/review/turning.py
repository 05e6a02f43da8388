"""The same comparison with its sides exchanged."""

from collections.abc import Sequence
from dataclasses import replace

from deskeditor.review.changes import Change, Comparison, FieldChange, Kind, Mark, Row, RowKind

_KINDS = {Kind.INSERT: Kind.DELETE, Kind.DELETE: Kind.INSERT}
_ROWS = {RowKind.INSERTED: RowKind.DELETED, RowKind.DELETED: RowKind.INSERTED}


def turned(comparison: Comparison) -> Comparison:
    """What `compare` says of the two drafts in the other order, without comparing again."""
    flipped = [_turned_change(change) for change in comparison.changes]
    order = sorted(range(len(flipped)), key=lambda n: flipped[n].order)
    return Comparison(
        text_a=comparison.text_b,
        text_b=comparison.text_a,
        changes=tuple(flipped[n] for n in order),
        rows=_turned_rows(comparison.rows, {n: place for place, n in enumerate(order)}),
        fields=tuple(FieldChange(field.field, field.b, field.a) for field in comparison.fields),
        similarity=comparison.similarity,
    )


def _turned_change(change: Change) -> Change:
    kind = _KINDS.get(change.kind, change.kind)
    return Change(kind, change.risk, change.b, change.a, change.text_b, change.text_a)


def _turned_rows(rows: Sequence[Row], indexes: dict[int, int]) -> tuple[Row, ...]:
    """Between rows that stand level, those of what is now the first text come first."""
    order = _order(rows)
    places = {old: new for new, old in enumerate(order)}
    return tuple(
        replace(
            rows[old],
            kind=_ROWS.get(rows[old].kind, rows[old].kind),
            a=rows[old].b,
            b=rows[old].a,
            words_a=_turned_marks(rows[old].words_b, indexes),
            words_b=_turned_marks(rows[old].words_a, indexes),
            partner=None if (partner := rows[old].partner) is None else places[partner],
        )
        for old in order
    )


def _turned_marks(marks: Sequence[Mark], indexes: dict[int, int]) -> tuple[Mark, ...]:
    turned_marks = [replace(mark, change=indexes[mark.change]) for mark in marks]
    return tuple(sorted(turned_marks, key=lambda mark: (mark.start, -mark.end, mark.change)))


def _order(rows: Sequence[Row]) -> list[int]:
    order: list[int] = []
    only_a: list[int] = []
    only_b: list[int] = []
    for place, row in enumerate(rows):
        if row.a is None:
            only_b.append(place)
        elif row.b is None:
            only_a.append(place)
        else:
            order += [*only_b, *only_a, place]
            only_a, only_b = [], []
    return [*order, *only_b, *only_a]
