"""The desk: one library, the article on it, and everything that happens to either."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.document.commands.restore import restore
from deskeditor.document.model import ArticleId, Document
from deskeditor.library.errors import DamagedText, LibraryError
from deskeditor.library.records import Article, Mode, Saved
from deskeditor.library.store import Library
from deskeditor.session.autosave import Autosave
from deskeditor.session.darkroom import Darkroom
from deskeditor.session.draft import Draft
from deskeditor.session.jobs import Lane
from deskeditor.session.journals import Journals
from deskeditor.session.recovery import Rescued, rescue

T = TypeVar("T")
REST_MS = 20_000
"""After so long without a change the log is brought into the library's file."""
EXPECTED = (LibraryError, OSError)
NOT_RESTORED = "The older version was not brought back: you went on writing. Nothing is lost; ask again."


@dataclass(frozen=True, slots=True)
class Begun:
    """What was found when the library was opened: its uuid, what was rescued, and what to say of it."""

    uuid: str
    rescued: tuple[Rescued, ...]
    notes: tuple[str, ...]


class Desk(QObject):
    """What is live: signals go up, calls come down.

    `ready` carries what was rescued from journals, once the library is open; `unready` a sentence where it
    cannot be opened. `opened` carries the Draft that is on the desk from now on, `overtaken` the Article that
    was asked for and stayed away, as the writer went on with the one before; `keeping` how safe that is,
    `changed` the ids whose rows look different now (an empty tuple: any may), `failed` a sentence. `noted`
    carries one of what was found when the library was opened. At `closing` all is kept, and whoever else has
    the library open lets it go: the last one to close it finds the log already in the file. `damaged` carries
    the DamagedText of an article that was asked for and is not what was saved: it does not come to the desk.
    """

    ready = Signal(object)
    unready = Signal(str)
    opened = Signal(object)
    overtaken = Signal(object)
    keeping = Signal(object)
    changed = Signal(object)
    failed = Signal(str)
    noted = Signal(str)
    damaged = Signal(object)
    closing = Signal()
    closed = Signal()

    def __init__(self, path: Path, journals: Path, mode: Mode) -> None:
        super().__init__()
        self.path = path
        self.mode = mode
        self.draft: Draft | None = None
        self._journal_folder = journals
        self._uuid = ""
        self._autosave: Autosave | None = None
        self._leaving: dict[ArticleId, tuple[Draft, Autosave]] = {}
        self._closing = self._shut_down = False
        self.wanted = ArticleId("")
        self._wishes = 0
        self._awaited = False
        self.lane: Lane[Library] = Lane("library", lambda: Library.open(path, mode), EXPECTED)
        self.reader: Lane[Library] = Lane("reader", lambda: Library.open(path, Mode.READ), EXPECTED)
        self.darkroom = Darkroom(path)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(lambda: self.lane.run(Library.fold, _nothing, _nothing))
        self.changed.connect(lambda _: self._rest.start())
        self._journals: Lane[Journals] = Lane("journals", self._open_journals, EXPECTED)

    @property
    def is_closed(self) -> bool:
        """Whether all is saved and let go."""
        return self._shut_down

    @property
    def is_empty(self) -> bool:
        """Whether no article is on the desk, and none was asked for."""
        return self.draft is None and not self._awaited

    @property
    def media(self) -> Path:
        """The folder of the library's pictures."""
        return self.path.with_suffix(".media")

    def start(self) -> None:
        """Open the library and bring back what a dead program left; then `ready` or `unready`."""
        folder, writable = self._journal_folder, self.mode is Mode.WRITE

        def begin(library: Library) -> Begun:
            notes = library.notes  # of how it was found, before anything is brought back
            rescued = rescue(library, folder) if writable else ()
            return Begun(library.uuid, rescued, (*notes, *(each.message for each in rescued if each.message)))

        self.lane.run(begin, self._on_begun, lambda error: self.unready.emit(str(error)))

    def _on_begun(self, begun: Begun) -> None:
        self._uuid = begun.uuid
        self.ready.emit(begun.rescued)
        for note in begun.notes:
            self.noted.emit(note)

    def open(self, article: ArticleId) -> None:
        """Put an article on the desk; of several asked for quickly only the last one comes.

        Until it is there the one before stays, and who goes on writing in that keeps it: see `overtaken`.
        """
        number, draft = self._want(article), self.draft
        if draft is not None and draft.id == article:
            self._awaited = False
            return
        if article in self._leaving:
            self._leave()
            self._take_back(*self._leaving.pop(article))
            return
        written = draft.written if draft else 0

        def loaded(found: Article) -> None:
            if self.draft is draft and draft is not None and draft.written != written:
                self._overtake(number, found)
            else:
                self._on_loaded(number, found)

        self.lane.run(
            lambda library: library.load(article), loaded, lambda error: self._on_not_loaded(number, error)
        )

    def new(self, document: Document) -> None:
        """Make an article; it is in the library before its first letter is kept."""
        self._leave()
        number = self._want(ArticleId(""))

        def made(article: Article) -> None:
            self.changed.emit(())
            self._on_loaded(number, article)

        self.job(lambda library: library.new(document), made)

    def duplicate(self, article: ArticleId) -> None:
        """Make a copy of an article and put it on the desk."""
        self._save_now()
        self.job(lambda library: library.duplicate(article), self._on_duplicated)

    def trash(self, articles: Sequence[ArticleId]) -> None:
        """Put articles in the trash; nothing is ever deleted from there by itself."""
        if self.draft is not None and self.draft.id in articles:
            self._leave()
            self._awaited = False
            self.opened.emit(None)
        self.job(lambda library: library.trash(articles), lambda _: self.changed.emit(()))

    def untrash(self, articles: Sequence[ArticleId]) -> None:
        """Take articles out of the trash again."""
        self.job(lambda library: library.untrash(articles), lambda _: self.changed.emit(()))

    def revert(self, article: ArticleId) -> None:
        """Make the newest revision that is as it was saved the newest, and put it on the desk."""

        def reverted(_: Saved) -> None:
            self.changed.emit(())
            self.open(article)

        self.job(lambda library: library.revert(article), reverted)

    def restore(self, revision: int) -> None:
        """Bring back a revision's text and fields, as one gesture that can be undone."""
        draft = self.draft
        if draft is None:
            return
        version = draft.version

        def bring(document: Document) -> None:
            if draft is not self.draft or draft.version != version:
                self.failed.emit(NOT_RESTORED)
            else:
                draft.do(lambda state: restore(state, document))

        self.job(lambda library: library.revision(draft.id, revision), bring)

    def job(self, work: Callable[[Library], T], done: Callable[[T], None]) -> None:
        """Do something with the library on its own thread; a failure is told by `failed`."""
        self.lane.run(work, done, lambda error: self.failed.emit(str(error)))

    def when_saved(self, then: Callable[[], None]) -> None:
        """Do something once all that is typed is a revision; behind a save that is under way."""
        self._save_now()
        self.job(_nothing, lambda _: then())

    def save(self) -> None:
        """Save a revision now."""
        self._save_now()

    def close(self) -> None:
        """Save everything, then `closed`; or `failed` and all stays open, where text would be lost."""
        self._closing = True
        self._leave()
        for _, autosave in tuple(self._leaving.values()):
            autosave.close()
        if not self._leaving:
            self._shut()

    def _want(self, article: ArticleId) -> int:
        """The number of a wish; an article that was loaded for an older one is not shown any more."""
        self.wanted = article
        self._awaited = True
        self._wishes += 1
        return self._wishes

    def _overtake(self, number: int, article: Article) -> None:
        if number == self._wishes and not self._closing and self.draft is not None:
            self.wanted, self._awaited = self.draft.id, False
            self.overtaken.emit(article)

    def _on_loaded(self, number: int, article: Article) -> None:
        if number != self._wishes or self._closing:
            return
        self._leave()
        self.wanted, self._awaited = article.id, False
        draft = Draft(article)
        self.draft = draft
        if self.mode is Mode.WRITE:
            autosave = Autosave(draft, self.lane, self._journals)
            autosave.state_changed.connect(self.keeping)
            autosave.saved.connect(lambda saved: self._on_saved(draft.id, saved))
            autosave.released.connect(lambda: self._on_released(draft.id))
            autosave.stuck.connect(self._on_stuck)
            self._autosave = autosave
        self.opened.emit(draft)

    def _on_not_loaded(self, number: int, error: Exception) -> None:
        """An article that the disk has changed is not shown, and no empty page stands for it."""
        if not isinstance(error, DamagedText):
            self.failed.emit(str(error))
            return
        if number == self._wishes and not self._closing:
            self._awaited = False
            if self.draft is None:
                self.opened.emit(None)
        self.damaged.emit(error)

    def _on_duplicated(self, article: Article) -> None:
        self.changed.emit(())
        self.open(article.id)

    def _on_saved(self, article: ArticleId, saved: Saved) -> None:
        if saved.conflict is not None:
            self.failed.emit(
                "The article was changed elsewhere too. Both texts are kept; the other is in the history."
            )
        self.changed.emit((article,))
        darkroom = self.darkroom
        self.reader.run(lambda library: _keep_public(library, article, darkroom), _nothing, _nothing)

    def _save_now(self) -> None:
        if self._autosave is not None:
            self._autosave.save()

    def _leave(self) -> None:
        """Take the article off the desk; its autosave lives on until all of it is kept."""
        draft, autosave = self.draft, self._autosave
        self.draft = self._autosave = None
        if draft is None or autosave is None:
            return
        caret, scroll = draft.state.selection.head, draft.scroll
        self.job(lambda library: library.place(draft.id, caret, scroll), _nothing)
        autosave.state_changed.disconnect(self.keeping)
        self._leaving[draft.id] = (draft, autosave)
        autosave.leave()

    def _take_back(self, draft: Draft, autosave: Autosave) -> None:
        """An article that was not wholly kept yet returns as it was, history and all."""
        self._awaited = False
        autosave.stay()
        autosave.state_changed.connect(self.keeping)
        self.draft, self._autosave = draft, autosave
        self.opened.emit(draft)

    def _on_released(self, article: ArticleId) -> None:
        self._leaving.pop(article, None)
        if self._closing and not self._leaving:
            self._shut()

    def _on_stuck(self, message: str) -> None:
        self._closing = False
        self.failed.emit(message)

    def _shut(self) -> None:
        self._rest.stop()
        self.closing.emit()
        self._journals.close(lambda journals: journals.close())
        self.reader.close(lambda library: library.close())
        self.darkroom.close()
        self.lane.close(lambda library: library.close())
        self._shut_down = True
        self.closed.emit()

    def _open_journals(self) -> Journals:
        return Journals(self._journal_folder, self._uuid)


def _keep_public(library: Library, article: ArticleId, darkroom: Darkroom) -> None:
    """A story that readers have, made ready where nobody waits for it, so that an export need not."""
    from deskeditor.publish.gathering import keep_public

    if keep_public(library, [article]):
        darkroom.develop(article)


def _nothing(_: object) -> None:
    return
