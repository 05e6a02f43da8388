"""What one gesture did: its steps, where the writer is afterwards, how it came and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from deskeditor.document.model import Document, Selection
from deskeditor.document.steps import Step, step_from_json


class Origin(StrEnum):
    """How a change came into being; only typing groups in the history."""

    TYPING = "typing"
    COMMAND = "command"
    PASTE = "paste"
    UNDO = "undo"
    REDO = "redo"
    RESTORE = "restore"
    IMPORT = "import"
    INTAKE = "intake"


@dataclass(frozen=True, slots=True)
class Transaction:
    """Steps that are done and undone together, each made for the document after the one before it.

    `selection` is None where the writer stays at the same words; `at` is in seconds, by a
    clock that never goes back.
    """

    steps: tuple[Step, ...]
    selection: Selection | None = None
    origin: Origin = Origin.COMMAND
    at: float = 0.0

    def apply(self, document: Document) -> Document:
        """The document after all steps; raises StepMismatch where one does not fit, and changes nothing."""
        for step in self.steps:
            document = step.apply(document)
        return document

    def invert(self, selection: Selection | None = None, origin: Origin = Origin.UNDO) -> "Transaction":
        """What takes it back: the inverses, last step first."""
        return Transaction(tuple(step.invert() for step in reversed(self.steps)), selection, origin, self.at)

    def select(self, selection: Selection) -> Selection:
        """Where the writer is afterwards, having been at `selection` before."""
        return self.selection or Selection(self.map(selection.anchor), self.map(selection.head))

    def map(self, position: int) -> int:
        """Where a position is after all steps."""
        for step in self.steps:
            position = step.map(position)
        return position

    def to_json(self) -> dict[str, object]:
        """The transaction as values that `json` can write."""
        place = None if self.selection is None else [self.selection.anchor, self.selection.head]
        steps = [step.to_json() for step in self.steps]
        return {"steps": steps, "selection": place, "origin": self.origin.value, "at": self.at}


def transaction_from_json(mapping: Mapping[str, object]) -> Transaction:
    """The transaction that `to_json` wrote; raises ValueError in one line where it is none."""
    match mapping:
        case {"steps": [*steps], "selection": place, "origin": str(origin), "at": int() | float() as at}:
            read = tuple(_step(step) for step in steps)
            return Transaction(read, _selection(place), Origin(origin), float(at))
        case _:
            raise ValueError("This is not a change of an article.")


def _step(value: object) -> Step:
    if not isinstance(value, dict):
        raise ValueError("This is not a change of an article.")
    return step_from_json(value)


def _selection(value: object) -> Selection | None:
    match value:
        case None:
            return None
        case [int(anchor), int(head)] if anchor >= 0 and head >= 0:
            return Selection(anchor, head)
        case _:
            raise ValueError("This is not a place in an article.")
