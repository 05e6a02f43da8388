"""The article on the desk: its state in time, and the one road on which it changes."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from deskeditor.document.model import ArticleId, Document, Selection
from deskeditor.document.state import EditorState, opened
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Transaction
from deskeditor.library.records import Article

Command = Callable[[EditorState], Transaction | None]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done to the draft; `version` counts the changes since it was opened.

    `late`: the writer has gone on since it was asked for, so that nothing may move under her hands.
    """

    before: EditorState
    after: EditorState
    transaction: Transaction
    version: int
    late: bool = False


class Mark:
    """A place in a draft's body that stays with the words before it, whatever is typed there or elsewhere."""

    def __init__(self, state: EditorState, version: int) -> None:
        self.position = state.selection.head
        self._asked = state.selection, version

    def is_fresh(self, draft: "Draft") -> bool:
        """Whether nothing was typed and the caret not moved since the mark was made."""
        return self._asked == (draft.state.selection, draft.version)

    def follow(self, transaction: Transaction) -> None:
        """Keep the place through a change."""
        self.position = _followed(self.position, transaction)


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
        self.late = 0
        self._marks: WeakSet[Mark] = WeakSet()
        caret = min(article.caret, len(article.document.text))
        self.state = opened(article.document, Selection(caret, caret))

    @property
    def written(self) -> int:
        """How many of the changes a writer made here and now, and nothing that came late."""
        return self.version - self.late

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

    def mark(self) -> Mark:
        """The place of the caret now, for something that comes later."""
        made = Mark(self.state, self.version)
        self._marks.add(made)
        return made

    def do_at(self, mark: Mark, command: Command) -> None:
        """Do a command at a marked place; a writer who has gone on since stays at the words where she is."""
        version = self.version
        if mark.is_fresh(self):
            self.do(command)
            self.late += self.version - version
            return
        transaction = command(replace(self.state, selection=Selection(mark.position, mark.position)))
        if transaction is None:
            return
        here = self.state.selection
        stays = Selection(_followed(here.anchor, transaction), _followed(here.head, transaction))
        late = replace(transaction, selection=stays)
        self._become(self.state.apply(late), late, late=True)
        self.late += 1

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

    def _become(self, after: EditorState, transaction: Transaction, *, late: bool = False) -> None:
        before, self.state = self.state, after
        self.version += 1
        for mark in tuple(self._marks):
            mark.follow(transaction)
        self.changed.emit(Change(before, after, transaction, self.version, late))


def _followed(position: int, transaction: Transaction) -> int:
    """Where a place is after a change; what is put in right at it comes behind it."""
    for step in transaction.steps:
        if isinstance(step, ReplaceText) and step.start < position:
            position = step.map(position)
    return position
