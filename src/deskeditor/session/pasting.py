"""Pasting: a copy is read beside the window, and lands where the caret was when it was pasted.

Whoever goes on typing meanwhile types behind it. Plain text needs no reading and lands at once.
"""

import queue
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from deskeditor.document.model import Selection
from deskeditor.document.steps import ReplaceText
from deskeditor.document.text import clean
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.session.draft import Change, Draft
from deskeditor.session.outside import Outside

if TYPE_CHECKING:
    from deskeditor.intake.clipboard import Pasted
    from deskeditor.intake.reader import Reader

QUICK = 0.25
"""Seconds in which nearly every copy is read: keys wait so long, and follow what was pasted."""
PLAIN = (
    "The copy could not be read safely, so its words came without their form. Everything else is as it was."
)
NOTHING = "The copy could not be read safely. Nothing was put in; copy it as plain text and paste that."
GONE = (
    "The copy was not put in: another article was opened before it was read. It is still on the clipboard; "
    "go to its article and paste it again."
)


@dataclass(slots=True)
class _Paste:
    """One that is under way, and the words that it replaces, wherever they are now."""

    draft: Draft
    place: tuple[int, int]
    text: str
    came: "queue.SimpleQueue[Pasted | None]" = field(default_factory=queue.SimpleQueue)
    moved: bool = False
    ear: Callable[[Change], None] | None = None


class Pasting(QObject):
    """Puts copies into drafts; `failed` carries a sentence where one did not come as it was.

    `left_out` carries one where something of it was hidden or a remark, and did not come.
    """

    failed = Signal(str)
    left_out = Signal(str)

    def __init__(self, outside: Outside, current: Callable[[], Draft | None]) -> None:
        super().__init__(outside)
        self._outside = outside
        self._current = current
        self._under_way: list[_Paste] = []
        self._landing: _Paste | None = None

    def paste(self, html: str | None, text: str) -> None:
        """Put what was copied in the place of the selection of the draft on the desk."""
        draft = self._current()
        if draft is None:
            return
        place = draft.state.selection
        paste = _Paste(draft, (place.start, place.end), text)
        if not html:
            _put(paste, text, here=True)
            return
        paste.ear = partial(self._follow, paste)
        draft.changed.connect(paste.ear)
        self._under_way.append(paste)

        def came(copied: "Pasted | None") -> None:
            self._land(paste, copied)

        def failed(error: Exception) -> None:
            del error
            paste.came.put(None)
            came(None)

        def read(reader: "Reader") -> "Pasted":
            copied = reader.copy(html, text)
            paste.came.put(copied)
            return copied

        self._outside.ask(read, came, failed)
        try:
            came(paste.came.get(timeout=QUICK))
        except queue.Empty:
            return

    def close(self) -> None:
        """Nothing is waited for any more: what was copied comes as its words, before all is saved."""
        for paste in tuple(self._under_way):
            self._land(paste, None)

    def _follow(self, paste: _Paste, change: Change) -> None:
        """A paste that lands was made before this one, so this one stands behind it."""
        for step in change.transaction.steps:
            if isinstance(step, ReplaceText):
                paste.place = followed(paste.place, step, behind=self._landing is not None)
                paste.moved = True

    def _land(self, paste: _Paste, copied: "Pasted | None") -> None:
        if paste not in self._under_way:
            return
        self._under_way.remove(paste)
        if paste.ear is not None:
            paste.draft.changed.disconnect(paste.ear)
        if self._current() is not paste.draft:
            self.failed.emit(GONE)
            return
        if copied is None:
            self.failed.emit(PLAIN if paste.text.strip() else NOTHING)
        self._landing = paste
        _put(paste, paste.text if copied is None else copied.text, here=not paste.moved)
        self._landing = None
        if copied is not None and copied.line:
            self.left_out.emit(copied.line)


def _put(paste: _Paste, text: str, *, here: bool) -> None:
    """Put it in as one gesture; the caret follows it unless the writer has gone on."""
    body, (start, end) = paste.draft.document.text, paste.place
    step = ReplaceText(start, body[start:end], clean(text))
    if step.old == step.new:
        return
    after = Selection(step.new_end, step.new_end)
    same = here and paste.draft.state.selection in (Selection(start, end), Selection(end, start))
    paste.draft.apply(Transaction((step,), after if same else None, Origin.PASTE, time.monotonic()))


def followed(place: tuple[int, int], step: ReplaceText, *, behind: bool) -> tuple[int, int]:
    """Where a place is after a step: what is put in at it stands after it, or before it with `behind`.

    Where the step takes of the words that stood there, nothing more is taken.
    """
    start, end = place
    before = step.end <= start if behind else step.start < start and step.end <= start
    if before:
        grown = len(step.new) - len(step.old)
        return start + grown, end + grown
    if step.start >= end:
        return place
    at = min(start, step.start)
    return at, at
