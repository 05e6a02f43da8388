"""An article while it is being edited: the document, the place, the history."""

from dataclasses import dataclass, field

from deskeditor.document.history import History
from deskeditor.document.model import Document, Selection
from deskeditor.document.transaction import Transaction

Undone = tuple["EditorState", Transaction]


@dataclass(frozen=True, slots=True)
class EditorState:
    """One moment of editing; every change makes the next one."""

    document: Document
    selection: Selection = field(default_factory=Selection)
    history: History = field(default_factory=History)

    def apply(self, transaction: Transaction) -> "EditorState":
        """The moment after a change; raises StepMismatch where it was made for another document."""
        document = transaction.apply(self.document)
        selection = _within(document, transaction.select(self.selection))
        return EditorState(document, selection, self.history.record(transaction, self.selection, selection))

    def undo(self) -> Undone | None:
        """The moment before the last stop, and what that did to the document; None at the loaded text."""
        back = self.history.undo()
        return None if back is None else self._moved(*back)

    def redo(self) -> Undone | None:
        """The moment after the stop that was undone last, and what that did; None where there is none."""
        again = self.history.redo()
        return None if again is None else self._moved(*again)

    def _moved(self, history: History, transaction: Transaction) -> Undone:
        selection = transaction.select(self.selection)
        return EditorState(transaction.apply(self.document), selection, history), transaction


def opened(document: Document, selection: Selection | None = None) -> EditorState:
    """An article as it was loaded: nothing to undo, the place within the text."""
    return EditorState(document, _within(document, selection or Selection()))


def _within(document: Document, selection: Selection) -> Selection:
    length = len(document.text)
    if 0 <= selection.anchor <= length and 0 <= selection.head <= length:
        return selection
    return Selection(min(max(selection.anchor, 0), length), min(max(selection.head, 0), length))
