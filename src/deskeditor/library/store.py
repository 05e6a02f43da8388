"""The library: articles in one file, taken and given as records."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from deskeditor.document.model import ArticleId, Document, Status
from deskeditor.library import former, reading, writing
from deskeditor.library.cache import cache_folder
from deskeditor.library.connection import Connection, told
from deskeditor.library.disk import cause, claim
from deskeditor.library.errors import Damaged, DamagedText, ReadOnly, Unavailable
from deskeditor.library.foreign import put_right, taken_out
from deskeditor.library.integrity import (
    Unsound,
    damaged,
    damaged_texts,
    has_its_hash,
    newest_sound,
    unsound,
)
from deskeditor.library.look import look
from deskeditor.library.media import MediaFolder, media_folder
from deskeditor.library.records import (
    Article,
    Cursor,
    Finding,
    FormerAddress,
    ListView,
    Mode,
    Now,
    Page,
    Revision,
    Row,
    Saved,
    Version,
    utc_now,
)
from deskeditor.library.save_record import SaveRecord, lost_changes
from deskeditor.library.schema import NEWEST, READABLE, migrate

if TYPE_CHECKING:
    from deskeditor.library.search import Search


class Library:
    """One open library. Belongs to the thread that opened it; only `interrupt` may be called from another."""

    def __init__(self, connection: Connection, now: Now) -> None:
        self._at = connection
        self._now = now
        self.path = connection.path
        self.mode = connection.mode
        self.media = MediaFolder(media_folder(connection.path))
        self.uuid = self.setting("library.uuid") or ""
        self._record = SaveRecord(self.path, self.uuid)
        known = self._record.read()  # before the library, which may come further meanwhile
        self._lost = max(0, known - self.changes)
        self.notes: tuple[str, ...] = (lost_changes(self.path, self._lost),) if self._lost else ()
        """What whoever opened the library should be told, a sentence each."""

    @cached_property
    def cache(self) -> Path:
        """The folder for what is made of this library: the user's own, so that it does not travel with it."""
        return cache_folder(self.uuid, self.path)

    @classmethod
    def create(cls, path: Path | str, now: Now = utc_now) -> Library:
        """A new, empty library; Unavailable where something has that name already."""
        path = Path(path)
        import secrets

        aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
        try:
            os.close(os.open(aside, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            _build(aside)
            claim(aside, path)
        except OSError as error:
            raise Unavailable(
                f"The library “{path}” could not be made: {cause(error)}. Nothing was changed."
            ) from None
        finally:
            for name in (aside, aside.with_name(aside.name + "-wal"), aside.with_name(aside.name + "-shm")):
                with suppress(OSError):
                    name.unlink()
        return cls.open(path, now=now)

    @classmethod
    def open(cls, path: Path | str, mode: Mode = Mode.WRITE, now: Now = utc_now) -> Library:
        """The library at `path`; a file that is none, is damaged or too new is left as it is."""
        path = Path(path)
        version = look(path)
        if mode is Mode.READ and version < READABLE:
            raise ReadOnly(
                f"“{path.name}” is of an older format. Open it once for writing; then it can be read."
            )
        connection = Connection(path, mode)
        try:
            others = put_right(connection) if mode is Mode.WRITE else ()
            if mode is Mode.WRITE and version < NEWEST:
                with told(path):
                    migrate(connection.db)
            library = cls(connection, now)
            library.notes += tuple(map(taken_out, others))
            return library
        except BaseException:
            connection.close()
            raise

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Everything is in the one file when this returns."""
        self._record.close()
        self._at.close()

    def fold(self) -> bool:
        """Bring everything into the one file, at a moment when nobody waits for it."""
        return self.mode is Mode.WRITE and self._at.fold()

    def unmake(self) -> None:
        """Take the file of a closed library away again, in which there never was anything."""
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                self.path.with_name(self.path.name + ending).unlink()

    def warm(self) -> None:
        """Import what the first save needs, at a moment when nobody waits for it."""
        assert self._at.db

    def interrupt(self) -> None:
        """End the search under way, from any thread; it raises Interrupted. Saves are never cut off."""
        self._at.interrupt()

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """For the block everything is read as it is at its beginning, whoever writes meanwhile.

        Nothing can be written through this library until it ends.
        """
        with self._at.frozen():
            yield

    # Articles

    def new(self, document: Document, origin: str = "new") -> Article:
        """The document as a new article, already safe in the file."""
        change = self._change(document, origin)
        with self._at.writing() as db:
            article = writing.add_article(db, change)
        self._verify(article, 1, change)
        self._acknowledge()
        return self.load(article)

    def load(self, id: ArticleId) -> Article:
        """The article at its newest revision, in the trash or not; raises Missing."""
        return reading.load(self._at, id)

    def find(self, id_or_slug: str) -> ArticleId:
        """The article of this id or address; raises Missing."""
        return reading.find(self._at, id_or_slug)

    def find_headline(self, headline: str) -> ArticleId | None:
        """The newest article of this headline, whatever its case, spaces and quotes."""
        return reading.find_headline(self._at, headline)

    def save(self, id: ArticleId, document: Document, based_on: int, origin: str = "typing") -> Saved:
        """Keep the document as the newest revision, read back before this returns.

        Where revision `based_on` is no longer the newest, both stay and `conflict` names the other one.
        A document that is the newest revision already makes no new one.
        """
        change = self._change(document, origin)
        with self._at.writing() as db:
            row = reading.head(self._at, id)
            newest: int = row["number"]
            if row["sha256"] == change.stored.sha256 and reading.is_whole(self._at, id):
                return Saved(newest, change.stored.sha256)
            place = writing.Place(row["key"], newest + 1, based_on if 0 < based_on <= newest else None)
            if writing.shrinks(row["length"] or 0, len(document.text)):
                writing.pin_before_deletion(db, row["key"], newest)
            writing.change_article(db, row, change, place)
        self._verify(id, newest + 1, change)
        self._acknowledge()
        return Saved(newest + 1, change.stored.sha256, None if based_on == newest else newest)

    def revert(self, id: ArticleId, number: int | None = None) -> Saved:
        """An older revision as the newest one; without a number the newest that is as it was saved.

        Raises Missing, or DamagedText where none is.
        """
        if number is None and (number := newest_sound(self._at, id)) is None:
            raise damaged(self._at, id, reading.head(self._at, id)["slug"])
        document = self.revision(id, number)
        was_whole = reading.is_whole(self._at, id)
        saved = self.save(id, document, number, "restored")
        if not was_whole:
            # The search was told to forget the words that the disk had made, not those that it knew.
            self._at.rebuild_search()
        return replace(saved, conflict=None)

    def place(self, id: ArticleId, caret: int, scroll: float) -> None:
        """Remember where the writer left off; no revision comes of it."""
        with self._at.writing() as db:
            db.execute("update articles set caret = ?, scroll = ? where id = ?", (caret, scroll, id))

    def duplicate(self, id: ArticleId) -> Article:
        """The article again as a draft of its own: unpublished, with no address and no corrections yet."""
        document = self.load(id).document
        fields = replace(
            document.fields, status=Status.DRAFT, published=None, updated=None, slug="", corrections=()
        )
        return self.new(Document(document.text, fields), "duplicate")

    def trash(self, ids: Iterable[ArticleId]) -> None:
        """Put the articles away: no list, search or export shows them until they are taken back."""
        with self._at.writing() as db:
            writing.next_stamp(db)
            for id in ids:
                sql = "update articles set trashed = ?, shelf = 1 where id = ? and trashed is null"
                db.execute(sql, (self._now(), id))
        self._acknowledge()

    def untrash(self, ids: Iterable[ArticleId]) -> None:
        """Take the articles back to where they were; one whose address was taken meanwhile gets another."""
        with self._at.writing() as db:
            writing.next_stamp(db)
            for id in ids:
                writing.untrash(db, reading.head(self._at, id), self._now())
        self._acknowledge()

    # Lists

    def page(self, view: ListView, after: Cursor | None = None, limit: int = 100) -> Page:
        """The articles of the view behind `after`, at most `limit`."""
        from deskeditor.library import listing

        return listing.page(self._at, view, after, limit)

    def counts(self) -> Mapping[str, int]:
        """How many articles have each status, and how many are in the trash under "trash"."""
        return reading.counts(self._at)

    def sections(self) -> tuple[str, ...]:
        """The sections that articles are in, by name."""
        return reading.sections(self._at)

    def search(self, text: str, limit: int = 50, cursor: Cursor | None = None) -> Page:
        """Articles with all the words, the last one as far as it is typed, newest first. Any text will do."""
        return self._search.newest(text, limit, cursor)

    def search_ranked(self, text: str, limit: int = 50) -> tuple[Row, ...]:
        """The same articles, best first: a word of the headline counts for more than one of the body."""
        return self._search.ranked(text, limit)

    def publishable(self, now: str) -> Iterator[Article]:
        """What may leave at `now`, and nothing else: all that is exported comes through here."""
        return reading.publishable(self._at, now)

    def unsound(self) -> tuple[Unsound, ...]:
        """The public stories that are not what was saved: none of them may leave."""
        return unsound(self._at)

    def publishable_versions(self, now: str) -> tuple[Version, ...]:
        """The same articles in the same order, by their hashes."""
        return reading.publishable_versions(self._at, now)

    def publishable_lines(self, now: str) -> list[str]:
        """The same as lines of id, slug, revision and hash; equal lines are equal articles."""
        return reading.publishable_lines(self._at, now)

    def next_due(self, now: str) -> str:
        """When the next article may leave, by times that are still to come, if none is changed until then."""
        return reading.next_due(self._at, now)

    def former_addresses(self) -> tuple[FormerAddress, ...]:
        """Where public stories stood before a save moved them or took them back, the oldest first."""
        return former.former_addresses(self._at)

    @property
    def changes(self) -> int:
        """A number that grows with every change of an article."""
        return reading.changes(self._at)

    @property
    def state(self) -> str:
        """A name of the articles as they are, which every change of one changes; empty where it has none."""
        return self.setting(writing.STATE) or ""

    # Revisions

    def revisions(self, id: ArticleId) -> tuple[Revision, ...]:
        """Every kept version of the article, newest first; raises Missing."""
        return reading.revisions(self._at, id)

    def revision(self, id: ArticleId, number: int) -> Document:
        """The article as it was; raises Missing, or Damaged where it is not what was saved."""
        return reading.revision(self._at, id, number)

    def name_revision(self, id: ArticleId, number: int, name: str | None) -> None:
        """Give a version a name, or take it away; raises Missing."""
        reading.revision(self._at, id, number)
        sql = """update revisions set name = ?
            where number = ? and article = (select key from articles where id = ?)"""
        with self._at.writing() as db:
            db.execute(sql, (name, number, id))

    # The library itself

    def setting(self, key: str) -> str | None:
        """What was remembered under `key`."""
        row = self._at.row("select value from settings where key = ?", (key,))
        return None if row is None else str(row["value"])

    def set_setting(self, key: str, value: str) -> None:
        """Remember `value` under `key`, with the library."""
        self._at.change("insert or replace into settings values(?, ?)", (key, value))

    def backup(self, out: Path | str) -> Path:
        """A whole, proved copy with its pictures at `out`, or in it where that is a folder; the file made."""
        from deskeditor.library.backup import back_up

        return back_up(self._at, Path(out))

    def damaged_texts(self) -> tuple[DamagedText, ...]:
        """What to say of each article whose newest text is not what was saved."""
        return damaged_texts(self._at)

    def doctor(self) -> tuple[Finding, ...]:
        """All that is wrong with the file, its texts, its search and its pictures."""
        from deskeditor.library.doctor import examine

        found = examine(self._at, self.media)
        return (Finding("log", lost_changes(self.path, self._lost)), *found) if self._lost else found

    @cached_property
    def _search(self) -> Search:
        from deskeditor.library.search import Search

        return Search(self._at)

    def _acknowledge(self) -> None:
        """Remember in another place how far the library has come."""
        self._lost = 0
        self._record.write(self.changes)

    def _change(self, document: Document, origin: str) -> writing.Change:
        return writing.change(document, origin, self._now())

    def _verify(self, id: ArticleId, number: int, change: writing.Change) -> None:
        sql = """select r.text, r.fields, r.sha256 from articles a join revisions r on r.article = a.key
            where a.id = ? and r.number = ?"""
        row = self._at.row(sql, (id, number))
        if row is None or row["sha256"] != change.stored.sha256 or not has_its_hash(row):
            message = "What was saved does not read back as it was. Your text is kept; check the disk."
            raise Damaged(message)


def _build(path: Path) -> None:
    import secrets

    with told(path):
        connection = Connection(path, Mode.WRITE)
        try:
            connection.db.execute("pragma journal_mode = wal").fetchall()
            migrate(connection.db)
            with connection.writing() as db:
                db.table("settings").insert({"key": "library.uuid", "value": secrets.token_hex(16)})
            connection.fold_or_fail()
        finally:
            connection.close()
