"""The article on the desk: its state in time, and the one road on which it changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from deskeditor.document.model import ArticleId, Document, Selection
from deskeditor.document.state import EditorState, opened
from deskeditor.document.transaction import Transaction
from deskeditor.library.records import Article

Command = Callable[[EditorState], Transaction | None]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done to the draft; `version` counts the changes since it was opened."""

    before: EditorState
    after: EditorState
    transaction: Transaction
    version: int


class Draft(QObject):
    """One open article; whoever shows or keeps it listens to `changed`."""

    changed = Signal(object)
    selected = Signal(object)

    def __init__(self, article: Article) -> None:
        super().__init__()
        self.id: ArticleId = article.id
        self.revision = article.revision
        self.sha256 = article.sha256
        self.scroll = article.scroll
        self.version = 0
        caret = min(article.caret, len(article.document.text))
        self.state = opened(article.document, Selection(caret, caret))

    @property
    def document(self) -> Document:
        """The article as it stands now."""
        return self.state.document

    def apply(self, transaction: Transaction) -> None:
        """Do what a gesture asked for."""
        self._become(self.state.apply(transaction), transaction)

    def do(self, command: Command) -> None:
        """Do a command where it applies; where it does not, nothing happens."""
        transaction = command(self.state)
        if transaction is not None:
            self.apply(transaction)

    def undo(self) -> None:
        """Take back the last gesture; at the loaded text nothing happens."""
        self._step(self.state.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(self.state.redo())

    def select(self, selection: Selection) -> None:
        """Remember where the writer is; the text stays."""
        if selection != self.state.selection:
            self.state = replace(self.state, selection=selection)
            self.selected.emit(selection)

    def _step(self, taken: tuple[EditorState, Transaction] | None) -> None:
        if taken is not None:
            self._become(*taken)

    def _become(self, after: EditorState, transaction: Transaction) -> None:
        before, self.state = self.state, after
        self.version += 1
        self.changed.emit(Change(before, after, transaction, self.version))
