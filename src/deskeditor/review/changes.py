"""What a comparison consists of: frozen values, no work."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a body text in code points; empty where `start` equals `end`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        """Whether the other one lies within, touching edges included."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """What stands there."""
        return text[self.start : self.end]


class Kind(StrEnum):
    """What happened; FORMAT is a change of Markdown markers or white space alone."""

    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVE = "move"
    FORMAT = "format"


class Risk(IntEnum):
    """What a change may do to the truth of a story, the gravest first."""

    QUOTE = 0
    FIGURE = 1
    NAME = 2
    ATTRIBUTION = 3
    NEGATION = 4
    LINK = 5
    WORDING = 6

    @property
    def word(self) -> str:
        """As it is written in JSON and on a chip."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; its texts are what its spans hold."""

    kind: Kind
    risk: Risk
    a: Span
    b: Span
    text_a: str
    text_b: str

    @property
    def order(self) -> tuple[int, int, int]:
        """The gravest first, then by place."""
        return self.risk, self.a.start, self.b.start

    def to_json(self) -> dict[str, object]:
        """The shape other programs read; names stay."""
        return {
            "kind": self.kind.value,
            "risk": self.risk.word,
            "a": [self.a.start, self.a.end],
            "b": [self.b.start, self.b.end],
            "text_a": self.text_a,
            "text_b": self.text_b,
        }


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs, both values as they stand in an article's JSON."""

    field: str
    a: object
    b: object

    def to_json(self) -> dict[str, object]:
        """The shape other programs read; names stay."""
        return {"field": self.field, "a": self.a, "b": self.b}


class RowKind(StrEnum):
    """How the two sides of a row relate."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one side's text that belongs to a change (its place in `Comparison.changes`)."""

    start: int
    end: int
    change: int


@dataclass(frozen=True, slots=True)
class Row:
    """Blocks that stand level in the side-by-side view; a moved one has a row on either side.

    `partner` is the index of the row where a moved block stands in the other text.
    """

    kind: RowKind
    a: Span | None
    b: Span | None
    words_a: tuple[Mark, ...] = ()
    words_b: tuple[Mark, ...] = ()
    partner: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How `text_b` differs from `text_a`: changes by risk, then place; rows by place."""

    text_a: str
    text_b: str
    changes: tuple[Change, ...]
    rows: tuple[Row, ...]
    fields: tuple[FieldChange, ...]
    similarity: float

    @property
    def moved_blocks(self) -> int:
        """How many blocks stand elsewhere in the order, edited or not."""
        return sum(change.kind is Kind.MOVE for change in self.changes)

    def to_json(self) -> dict[str, object]:
        """The shape other programs read; names stay."""
        return {
            "changes": [change.to_json() for change in self.changes],
            "moved_blocks": self.moved_blocks,
            "similarity": self.similarity,
            "fields": [change.to_json() for change in self.fields],
        }
