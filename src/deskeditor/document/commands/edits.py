"""Several small edits made into one step, with the selection staying on the words it was on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deskeditor.document.diff import replace_between
from deskeditor.document.model import Selection
from deskeditor.document.state import EditorState
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands from `start` to `end` gives way to `new`."""

    start: int
    end: int
    new: str

    @property
    def growth(self) -> int:
        """How much longer the text is afterwards."""
        return len(self.new) - (self.end - self.start)


def inserted(position: int, new: str) -> Edit:
    """An edit that takes nothing away."""
    return Edit(position, position, new)


def edited(
    state: EditorState, edits: Iterable[Edit], selection: Selection | None = None
) -> Transaction | None:
    """All edits, made for the text as it is, in one step; None where they change nothing."""
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    if not ordered:
        return None
    text, start, end = state.document.text, ordered[0].start, ordered[-1].end
    old = text[start:end]
    step = replace_between(old, _written(text, ordered))
    if step is None:
        return None
    placed = selection or _kept(state.selection, ordered)
    return Transaction((ReplaceText(start + step.start, step.old, step.new),), placed)


def _written(text: str, edits: Sequence[Edit]) -> str:
    pieces: list[str] = []
    at = edits[0].start
    for edit in edits:
        pieces += (text[at : edit.start], edit.new)
        at = edit.end
    return "".join(pieces)


def _kept(selection: Selection, edits: Sequence[Edit]) -> Selection:
    """What is inserted at an end of the selection stays outside it; a caret goes behind it."""
    first = selection.start + sum(_moved(edit, selection.start) for edit in edits)
    if selection.start == selection.end:
        return Selection(first, first)
    inside = [edit for edit in edits if edit.start < selection.end]
    last = max(first, selection.end + sum(_moved(edit, selection.end) for edit in inside))
    return Selection(first, last) if selection.anchor <= selection.head else Selection(last, first)


def _moved(edit: Edit, position: int) -> int:
    """How far an edit moves a position: by its growth, or to its end where the position was taken away."""
    if edit.end <= position:
        return edit.growth
    return len(edit.new) - (position - edit.start) if edit.start < position else 0
