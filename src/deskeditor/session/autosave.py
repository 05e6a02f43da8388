"""Keeping what is typed: at once in the journal, after a breath in the library."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from deskeditor.document.transaction import Origin
from deskeditor.library.journal import Keep
from deskeditor.library.records import Saved
from deskeditor.library.store import Library
from deskeditor.session.draft import Change, Draft
from deskeditor.session.jobs import Lane
from deskeditor.session.journals import Journals

SYNC_MS = 250
QUIET_MS = 1_000
LATEST_MS = 10_000


class Kept(StrEnum):
    """How safe the newest letter is."""

    EDITED = "edited"
    SAVING = "saving"
    SAVED = "saved"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Keeping:
    """A line for the status bar: `message` is empty unless there is something to do about it."""

    kept: Kept
    message: str = ""


class Ending(StrEnum):
    """Whether the article is still on the desk, has left it, or the whole desk is being closed."""

    OPEN = "open"
    LEFT = "left"
    CLOSING = "closing"


class Autosave(QObject):
    """Follows one draft with a journal and a library, never both at the same moment.

    A step is written to the journal when it is made and synced 250 ms later; a revision is saved one
    second after the last key, ten seconds after the first at the latest. `saved` is told only after the
    library has read the revision's hash back. After `leave` or `close`, `released` is told once every
    letter is in the library, or at closing in the journal; `stuck` where neither can be written.
    """

    state_changed = Signal(object)
    saved = Signal(object)
    released = Signal()
    stuck = Signal(str)

    def __init__(self, draft: Draft, library: Lane[Library], journals: Lane[Journals]) -> None:
        super().__init__()
        self._draft = draft
        self._library = library
        self._journals = journals
        self._version_kept = draft.version
        self._saving = False
        self._ending = Ending.OPEN
        self._journal_sound = True
        self._origin = Origin.TYPING
        self._sync = self._timer(SYNC_MS, self._on_sync)
        self._quiet = self._timer(QUIET_MS, self.save)
        self._latest = self._timer(LATEST_MS, self.save)
        draft.changed.connect(self._on_changed)

    @property
    def dirty(self) -> bool:
        """Whether the draft holds something that the library has not."""
        return self._draft.version != self._version_kept

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if change.version == self._version_kept + 1:
            base, sha256 = self._draft.revision, self._draft.sha256
            self._journals.run(
                lambda journals: journals.begin(self._draft.id, base, sha256),
                self._on_journal_sound,
                self._on_journal_failed,
            )
        self._append(change.transaction.to_json())
        self._origin = change.transaction.origin
        self._quiet.start()
        for timer in (self._sync, self._latest):
            if not timer.isActive():
                timer.start()
        self.state_changed.emit(Keeping(Kept.EDITED))

    def _append(self, step: Mapping[str, object]) -> None:
        self._note(lambda journals: journals.append(self._draft.id, step))

    def _note(self, work: Callable[[Journals], None]) -> None:
        self._journals.run(work, _nothing, self._on_journal_failed)

    @Slot()
    def _on_sync(self) -> None:
        self._note(lambda journals: journals.sync(self._draft.id))

    @Slot()
    def save(self) -> None:
        """Save a revision where there is something new; while one is being saved, the next waits for it."""
        if self._saving or not self.dirty:
            return
        self._quiet.stop()
        self._latest.stop()
        self._saving = True
        self.state_changed.emit(Keeping(Kept.SAVING))
        draft, origin, version = self._draft, str(self._origin), self._draft.version
        document, based_on = draft.document, draft.revision
        self._library.run(
            lambda library: library.save(draft.id, document, based_on, origin),
            lambda saved: self._on_saved(version, saved),
            self._on_failed,
        )

    def _on_saved(self, version: int, saved: Saved) -> None:
        self._saving = False
        self._version_kept = version
        self._draft.revision, self._draft.sha256 = saved.revision, saved.sha256
        if self.dirty:
            self._append({"saved": saved.revision})
            self._quiet.start()
        else:
            self._journals.run(
                lambda journals: journals.rebase(self._draft.id, saved.revision, saved.sha256),
                self._on_journal_sound,
                self._on_journal_failed,
            )
            self.state_changed.emit(Keeping(Kept.SAVED))
        self.saved.emit(saved)
        self._end()

    def _on_failed(self, error: Exception) -> None:
        self._saving = False
        self._latest.start()
        self.state_changed.emit(Keeping(Kept.FAILED, str(error)))
        if self._ending is not Ending.CLOSING:
            return
        if self._journal_sound:
            self._release(Keep.STEPS)
        else:
            self.stuck.emit(str(error))

    def _on_journal_sound(self, _: None) -> None:
        self._journal_sound = True

    def _on_journal_failed(self, error: Exception) -> None:
        """The journal is the second net; where it tears, the first is used at once."""
        self._journal_sound = False
        self.state_changed.emit(Keeping(Kept.FAILED, str(error)))
        self.save()

    def stay(self) -> None:
        """The article is on the desk again."""
        self._ending = Ending.OPEN

    def leave(self) -> None:
        """Save what is left and let the journal go; a save that fails is tried again until it holds."""
        self._ending = Ending.LEFT
        self._end()

    def close(self) -> None:
        """Save what is left; where that fails the journal, if it is sound, keeps it for the next start."""
        self._ending = Ending.CLOSING
        self._end()

    def _end(self) -> None:
        if self._ending is Ending.OPEN or self._saving:
            return
        if self.dirty:
            self.save()
            return
        for timer in (self._sync, self._quiet, self._latest):
            timer.stop()
        self._release(Keep.NOTHING)

    def _release(self, keep: Keep) -> None:
        self._journals.run(
            lambda journals: journals.release(self._draft.id, keep),
            lambda _: self.released.emit(),
            lambda _: self.released.emit(),
        )

    def _timer(self, ms: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=ms)
        timer.timeout.connect(slot)
        return timer


def _nothing(_: object) -> None:
    return
