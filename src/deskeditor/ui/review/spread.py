"""What stands where when two drafts lie side by side: levels from top to bottom, stops to step to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import zip_longest

from deskeditor.document.model import Document
from deskeditor.review import (
    Change,
    Comparison,
    FieldChange,
    Kind,
    Mark,
    Risk,
    Row,
    RowKind,
    Span,
    compare,
)


class Sign(Enum):
    """How a stretch is marked; each has a colour and a sign that needs none."""

    DELETED = "deleted"
    INSERTED = "inserted"
    MOVED = "moved"
    FORMAT = "format"


_ALIKE = 0.3
"""Fields that have less in common are set against each other as a whole."""
_WHOLE = {RowKind.DELETED: Sign.DELETED, RowKind.INSERTED: Sign.INSERTED, RowKind.MOVED: Sign.MOVED}


@dataclass(frozen=True, slots=True)
class Tint:
    """A marked stretch of a part, in its own code points, and the stop that it belongs to."""

    span: Span
    sign: Sign
    stop: int


@dataclass(frozen=True, slots=True)
class Part:
    """One side of a level: a block's source and its marks.

    `whole` says that the block as such came, went or moved; `partner` is the level of its other place.
    """

    source: str
    tints: tuple[Tint, ...] = ()
    whole: Sign | None = None
    note: str = ""
    risks: tuple[Risk, ...] = ()
    partner: int | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """What stands side by side, and what it is called if it is a field."""

    a: Part | None
    b: Part | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """A difference to step to; `risk` is None for a field."""

    level: int
    risk: Risk | None
    told: str


@dataclass(frozen=True, slots=True)
class Spread:
    """Two drafts laid out."""

    levels: tuple[Level, ...] = ()
    stops: tuple[Stop, ...] = ()

    def counts(self) -> dict[Risk, int]:
        """How many stops there are of each risk, the gravest first."""
        found = [stop.risk for stop in self.stops]
        return {risk: found.count(risk) for risk in Risk if risk in found}


def spread(comparison: Comparison) -> Spread:
    """Fields first, then the bodies block by block."""
    fields = [*_field_levels(comparison.fields)]
    pairs = [*_side_by_side(comparison.rows)]
    level_of = {row: len(fields) + n for n, pair in enumerate(pairs) for row in pair if row is not None}
    order = _in_order(comparison, level_of)
    numbers = {change: len(fields) + n for n, change in enumerate(order)}
    rows = _Rows(comparison, numbers, level_of)
    stops = [Stop(n, None, f"{level.label} changed") for n, level in enumerate(fields)]
    stops += [rows.stop(change) for change in order]
    return Spread((*fields, *(rows.level(*pair) for pair in pairs)), tuple(stops))


def _field_levels(fields: Sequence[FieldChange]) -> Iterator[Level]:
    for number, change in enumerate(fields):
        label = change.field.replace("_", " ").capitalize().replace("Seo", "SEO")
        a, b = field_words(change.a), field_words(change.b)
        found = compare(Document(a), Document(b))
        alike = found.similarity >= _ALIKE
        spans_a = [edit.a for edit in found.changes] if alike else [Span(0, len(a))]
        spans_b = [edit.b for edit in found.changes] if alike else [Span(0, len(b))]
        yield Level(
            _field_part(change.field, a, [Tint(span, Sign.DELETED, number) for span in spans_a]),
            _field_part(change.field, b, [Tint(span, Sign.INSERTED, number) for span in spans_b]),
            label,
        )


def _field_part(field: str, words: str, tints: Sequence[Tint]) -> Part:
    return Part(words or "—", tuple(tint for tint in tints if len(tint.span)), field=field)


def field_words(value: object) -> str:
    """A field's value as one reads it: names, captions and headlines of whatever it holds."""
    if isinstance(value, dict):
        told = [
            value[key] for key in ("name", "headline", "caption", "alt", "note", "media") if value.get(key)
        ]
        return str(told[0]) if told else ""
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(field_words, value)))
    return "" if value is None else str(value)


def _side_by_side(rows: Sequence[Row]) -> Iterator[tuple[int | None, int | None]]:
    """Rows in pairs: what only left stands level with what only came, so that no side runs empty."""
    left: list[int] = []
    right: list[int] = []
    for number, row in enumerate(rows):
        if row.a is None:
            right.append(number)
        elif row.b is None:
            left.append(number)
        else:
            yield from zip_longest(left, right)
            yield number, number
            left, right = [], []
    yield from zip_longest(left, right)


def _in_order(comparison: Comparison, level_of: dict[int, int]) -> list[int]:
    """The changes as one reads: by level, then by place; one that no row shows stands at the end."""
    levels: dict[int, int] = {}
    for number, row in enumerate(comparison.rows):
        for mark in (*row.words_a, *row.words_b):
            levels[mark.change] = level_of[number]
    last = max(levels.values(), default=0)
    changes = comparison.changes
    return sorted(
        range(len(changes)),
        key=lambda n: (levels.get(n, last), changes[n].kind is not Kind.MOVE, changes[n].b, changes[n].a),
    )


class _Rows:
    """Makes levels and stops of a comparison's rows and changes."""

    def __init__(self, comparison: Comparison, numbers: dict[int, int], level_of: dict[int, int]) -> None:
        self._comparison = comparison
        self._numbers = numbers
        self._level_of = level_of
        self._home: dict[int, int] = {}
        for number, row in enumerate(comparison.rows):
            for mark in (*row.words_a, *row.words_b):
                self._home[mark.change] = level_of[number]

    def stop(self, change: int) -> Stop:
        """Where a change is, and what to say when one comes to it."""
        found = self._comparison.changes[change]
        return Stop(self._home.get(change, 0), found.risk, _told(found))

    def level(self, left: int | None, right: int | None) -> Level:
        """The level of one or two rows."""
        return Level(
            None if left is None else self._part(left, Sign.DELETED),
            None if right is None else self._part(right, Sign.INSERTED),
        )

    def _part(self, number: int, sign: Sign) -> Part | None:
        row, first = self._comparison.rows[number], sign is Sign.DELETED
        block, marks = (row.a, row.words_a) if first else (row.b, row.words_b)
        if block is None:
            return None
        told_here = row.a is None or row.b is None or not first
        return Part(
            block.of(self._comparison.text_a if first else self._comparison.text_b),
            tuple(self._tint(mark, block, sign) for mark in marks),
            _WHOLE.get(row.kind),
            self._note(number),
            self._risks(row) if told_here else (),
            None if row.partner is None else self._level_of[row.partner],
        )

    def _tint(self, mark: Mark, block: Span, sign: Sign) -> Tint:
        kind = self._comparison.changes[mark.change].kind
        worn = {Kind.MOVE: Sign.MOVED, Kind.FORMAT: Sign.FORMAT}.get(kind, sign)
        span = Span(mark.start - block.start, mark.end - block.start)
        return Tint(span, worn, self._numbers[mark.change])

    def _risks(self, row: Row) -> tuple[Risk, ...]:
        """What is at risk in the row, once each, the gravest first; a level row tells it on one side only."""
        marks = (*row.words_a, *row.words_b)
        return tuple(sorted({self._comparison.changes[mark.change].risk for mark in marks} - {Risk.WORDING}))

    def _note(self, number: int) -> str:
        """Which way a moved block went, told at both places."""
        row = self._comparison.rows[number]
        if row.partner is None:
            return ""
        down = (number > row.partner) == (row.a is None)
        edited = ", edited" if len(row.words_a) + len(row.words_b) > 1 else ""
        return f"Moved {'down' if down else 'up'}{edited}"


def _told(change: Change) -> str:
    """A change in one line, as a screen reader says it."""
    risk = "" if change.risk is Risk.WORDING else f"{change.risk.word.capitalize()}. "
    old, new = _brief(change.text_a), _brief(change.text_b)
    told = {
        Kind.INSERT: f"Inserted: {new}",
        Kind.DELETE: f"Deleted: {old}",
        Kind.REPLACE: f"“{old}” became “{new}”",
        Kind.MOVE: f"Moved: {new}",
        Kind.FORMAT: "Format changed",
    }
    return risk + told[change.kind]


def _brief(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
