"""What can be undone and redone: a chain that shares its past, so that a keystroke copies nothing."""

from dataclasses import dataclass, field

from deskeditor.document.model import Selection
from deskeditor.document.transaction import Origin, Transaction

PAUSE = 0.5
"""Seconds without a key after which the next one is undone by itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One stop of undo: what was done, where the writer was before and after, and the stops below it.

    Compared by identity: a chain is as long as the day, and comparing it would recurse.
    """

    transaction: Transaction
    before: Selection
    after: Selection
    rest: "Entry | None" = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class History:
    """The stops done and undone, newest first.

    `typed` is when the newest stop was last typed into, None where no key can join it any more.
    """

    done: Entry | None = None
    undone: Entry | None = None
    typed: float | None = None

    def record(self, transaction: Transaction, before: Selection, after: Selection) -> "History":
        """The history with one more change; nothing can be redone after it."""
        if not transaction.steps:
            return self
        grown = self._grown(transaction, after)
        if grown is not None:
            return grown
        typed = transaction.at if transaction.origin is Origin.TYPING else None
        return History(Entry(transaction, before, after, self.done), None, typed)

    def _grown(self, transaction: Transaction, after: Selection) -> "History | None":
        """The history with the change joined to its newest stop, None where it has to stand alone."""
        entry = self.done
        if entry is None or self.typed is None or transaction.origin is not Origin.TYPING:
            return None
        if not 0 <= transaction.at - self.typed <= PAUSE or len(transaction.steps) != 1:
            return None
        if len(entry.transaction.steps) != 1:
            return None
        merged = entry.transaction.steps[0].merge(transaction.steps[0])
        if merged is None:
            return None
        if merged.is_idle():
            return History(entry.rest)
        joined = Transaction((merged,), transaction.selection, Origin.TYPING, transaction.at)
        return History(Entry(joined, entry.before, after, entry.rest), None, transaction.at)

    def undo(self) -> "tuple[History, Transaction] | None":
        """The history one stop back and what to do to the document; None at the loaded text."""
        entry = self.done
        if entry is None:
            return None
        undone = Entry(entry.transaction, entry.before, entry.after, self.undone)
        return History(entry.rest, undone), entry.transaction.invert(entry.before)

    def redo(self) -> "tuple[History, Transaction] | None":
        """The history one stop on and what to do to the document; None where nothing was undone."""
        entry = self.undone
        if entry is None:
            return None
        again = Transaction(entry.transaction.steps, entry.after, Origin.REDO, entry.transaction.at)
        return History(Entry(entry.transaction, entry.before, entry.after, self.done), entry.rest), again
