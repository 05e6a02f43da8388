"""The two smallest changes of an article, each knowing how to take itself back."""

from collections.abc import Mapping
from dataclasses import dataclass

from deskeditor.document.fields import FieldValue, field_value, with_field
from deskeditor.document.fields_json import value_from_json, value_to_json
from deskeditor.document.model import Document


class StepMismatch(ValueError):
    """The document is not the one that the step was made for; nothing was changed."""


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """`old`, which stands in the body at `start`, gives way to `new`; positions count code points."""

    start: int
    old: str
    new: str

    @property
    def end(self) -> int:
        """Where `old` ends, before the step."""
        return self.start + len(self.old)

    @property
    def new_end(self) -> int:
        """Where `new` ends, after the step."""
        return self.start + len(self.new)

    def apply(self, document: Document) -> Document:
        """The document after the step; raises StepMismatch where `old` does not stand at `start`."""
        text = document.text
        if not 0 <= self.start <= len(text) or not text.startswith(self.old, self.start):
            raise StepMismatch(f"The text at {self.start} is not what the change was made for.")
        return Document(f"{text[: self.start]}{self.new}{text[self.end :]}", document.fields)

    def invert(self) -> "ReplaceText":
        """The step that takes this one back."""
        return ReplaceText(self.start, self.new, self.old)

    def map(self, position: int) -> int:
        """Where a position is afterwards; at a pure insertion it moves behind what was inserted."""
        if position < self.start:
            return position
        if position >= self.end:
            return position + len(self.new) - len(self.old)
        return min(position, self.new_end)

    def merge(self, other: "Step") -> "ReplaceText | None":
        """One step for this and then `other`, or None where they do not touch or cannot follow each other."""
        if not isinstance(other, ReplaceText) or not self.start <= other.end or other.start > self.new_end:
            return None
        before = max(0, self.start - other.start)
        after = max(0, self.new_end - other.start)
        kept = max(0, other.start - self.start)
        if self.new[kept : max(0, other.end - self.start)] != other.old[before:after]:
            return None
        old = other.old[:before] + self.old + other.old[after:]
        new = self.new[:kept] + other.new + self.new[max(0, other.end - self.start) :]
        return ReplaceText(min(self.start, other.start), old, new)

    def is_idle(self) -> bool:
        """Whether it changes nothing."""
        return self.old == self.new

    def to_json(self) -> dict[str, object]:
        """The step as values that `json` can write."""
        return {"step": "text", "start": self.start, "old": self.old, "new": self.new}


@dataclass(frozen=True, slots=True)
class SetField:
    """A field of the article goes from `old` to `new`."""

    name: str
    old: FieldValue
    new: FieldValue

    def apply(self, document: Document) -> Document:
        """The document after the step; raises StepMismatch where the field does not hold `old`."""
        if field_value(document.fields, self.name) != self.old:
            raise StepMismatch(f"The field “{self.name}” is not what the change was made for.")
        return Document(document.text, with_field(document.fields, self.name, self.new))

    def invert(self) -> "SetField":
        """The step that takes this one back."""
        return SetField(self.name, self.new, self.old)

    def map(self, position: int) -> int:
        """The same position: fields do not move the body."""
        return position

    def merge(self, other: "Step") -> "SetField | None":
        """One step for this and then `other`, or None where they are of two fields or do not follow."""
        if not isinstance(other, SetField) or (other.name, other.old) != (self.name, self.new):
            return None
        return SetField(self.name, self.old, other.new)

    def is_idle(self) -> bool:
        """Whether it changes nothing."""
        return self.old == self.new

    def to_json(self) -> dict[str, object]:
        """The step as values that `json` can write."""
        old, new = value_to_json(self.old), value_to_json(self.new)
        return {"step": "field", "name": self.name, "old": old, "new": new}


Step = ReplaceText | SetField


def step_from_json(mapping: Mapping[str, object]) -> Step:
    """The step that `to_json` wrote; raises ValueError in one line where it is none."""
    match mapping:
        case {"step": "text", "start": int(start), "old": str(old), "new": str(new)} if start >= 0:
            return ReplaceText(start, old, new)
        case {"step": "field", "name": str(name), "old": before, "new": after}:
            return SetField(name, value_from_json(name, before), value_from_json(name, after))
        case _:
            raise ValueError("This is not a change of an article.")
