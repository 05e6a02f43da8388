"""One connection to one library file: opened with care, its errors told in our words."""

import os
import re
import sqlite3
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from deskeditor.library.disk import why_not
from deskeditor.library.errors import Damaged, Interrupted, LibraryError, ReadOnly, Unavailable
from deskeditor.library.records import Mode

if TYPE_CHECKING:
    from sqlite_utils import Database

Value = str | int | float | None
Parameters = Sequence[Value] | Mapping[str, Value]

_WAIT = 10.0  # seconds for another writer to finish
_FOLDING_MS = 1_000  # for a reader to come to its end, when the log is to be emptied

_SAFE = "Everything saved before is safe; free some space and try again."

TOLD: dict[int, tuple[type[LibraryError], str]] = {
    sqlite3.SQLITE_FULL: (Unavailable, f"The library could not be written: the disk is full. {_SAFE}"),
    sqlite3.SQLITE_BUSY: (
        Unavailable,
        "The library is being written by another program. Nothing was changed; try again in a moment.",
    ),
    sqlite3.SQLITE_LOCKED: (
        Unavailable,
        "The library is being written by another program. Nothing was changed; try again in a moment.",
    ),
    sqlite3.SQLITE_IOERR: (
        Unavailable,
        "The disk did not do what was asked. Everything saved before is safe; check the disk and try again.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        Unavailable,
        "The library cannot be opened: it is gone, or its folder may not be written. Nothing was changed.",
    ),
    sqlite3.SQLITE_PERM: (Unavailable, "The library may not be read by you. It was not touched."),
    sqlite3.SQLITE_READONLY: (
        ReadOnly,
        "The library can only be read: the file or its folder is write-protected. Nothing was changed.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        Damaged,
        "The library is damaged. Nothing was changed; run “deskeditor doctor” on it or restore a backup.",
    ),
    sqlite3.SQLITE_NOTADB: (
        Damaged,
        "The file is no library, or its beginning is damaged. It was not touched.",
    ),
    sqlite3.SQLITE_CONSTRAINT: (
        Damaged,
        "The library does not hold together: what belongs together in it does not. Nothing was changed; "
        "run “deskeditor doctor” on it or restore a backup.",
    ),
    sqlite3.SQLITE_MISMATCH: (
        Damaged,
        "The library is damaged: a number in it is none. Nothing was changed; run “deskeditor doctor” on it "
        "or restore a backup.",
    ),
    sqlite3.SQLITE_INTERRUPT: (Interrupted, "The search was overtaken by a newer one."),
    sqlite3.SQLITE_NOMEM: (
        Unavailable,
        "There is not enough memory for this. Everything saved before is safe.",
    ),
    sqlite3.SQLITE_TOOBIG: (
        Unavailable,
        "This is too large for the library. Everything saved before is safe.",
    ),
}


_MISSING = re.compile(r"no such (table|column|index|view|module)|has no column|no query solution")
_DISK = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL)


TEXT = partial(str, encoding="utf-8", errors="surrogateescape")
"""How texts are read: bytes that a disk has made no UTF-8 of are lone surrogates, and the row has a name."""


@contextmanager
def told(path: Path | None = None) -> Iterator[None]:
    """What SQLite complains of in the world, as one of our errors; a fault of ours goes through as it is.

    Where it says no more than that the disk failed, the folder of `path` is asked for the cause.
    """
    try:
        yield
    except sqlite3.Error as error:
        code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_ERROR and _MISSING.search(str(error)):
            code = sqlite3.SQLITE_CORRUPT
        if code not in TOLD:
            raise
        kind, message = TOLD[code]
        cause = why_not(path.parent) if path is not None and code in _DISK else None
        if cause is not None:
            kind, message = Unavailable, f"The library could not be written: {cause}. {_SAFE}"
        raise kind(message) from error


class Connection:
    """Reads by plain SQL; writes through sqlite-utils, one immediate transaction for what is one."""

    def __init__(self, path: Path, mode: Mode) -> None:
        self.path = path
        self.mode = mode
        self._db: Database | None = None
        self._searching = False
        self._lock = Lock()
        with told(self.path):
            self._conn = _prepared(_connect(path, mode), path, mode)

    @property
    def db(self) -> "Database":
        """The connection through sqlite-utils, which is slow to import: the first list does without."""
        if self._db is None:
            from sqlite_utils import Database

            self._db = Database(self._conn, execute_plugins=False)
        return self._db

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows of the query."""
        with told(self.path):
            return self._conn.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """The first row of the query."""
        rows = self.rows(sql, parameters)
        return rows[0] if rows else None

    def stream(self, sql: str, parameters: Parameters = ()) -> Generator[sqlite3.Row]:
        """The rows of the query as they come, from one moment of the library."""
        with told(self.path):
            cursor = self._conn.execute(sql, parameters)
            try:
                while some := cursor.fetchmany(32):
                    yield from some
            finally:
                cursor.close()

    @contextmanager
    def writing(self) -> Iterator["Database"]:
        """All of the block or nothing of it; the connection is fit for the next one either way."""
        self._must_write()
        db = self.db
        with told(self.path):
            self._conn.execute("begin immediate")
            try:
                yield db
                self._conn.execute("commit")
            except BaseException:
                if self._conn.in_transaction:
                    self._conn.execute("rollback")
                raise

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """All queries of the block see the library as it is now, whoever writes meanwhile."""
        with told(self.path):
            self._conn.execute("begin")
            self._conn.execute(
                "select 1 from settings limit 1"
            ).fetchall()  # SQLite's moment is the first read
        try:
            yield
        finally:
            self._conn.execute("rollback")

    def run_all(self, statements: Sequence[str]) -> None:
        """All of these statements or none."""
        self._must_write()
        with told(self.path):
            self._conn.execute("begin immediate")
            try:
                for statement in statements:
                    self._conn.execute(statement)
                self._conn.execute("commit")
            except BaseException:
                if self._conn.in_transaction:
                    self._conn.execute("rollback")
                raise

    def rebuild_search(self) -> None:
        """Make the search anew from the texts."""
        self.change("insert into search(search) values('rebuild')", ())

    def change(self, sql: str, parameters: Parameters) -> None:
        """One statement that is a change by itself, without the import that `db` takes."""
        self._must_write()
        with told(self.path):
            self._conn.execute(sql, parameters)

    def _must_write(self) -> None:
        if self.mode is Mode.READ:
            raise ReadOnly("The library is open for reading only. Nothing was changed.")

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """The queries of the block end early when another thread asks for it."""
        with self._lock:
            self._searching = True
        try:
            yield
        finally:
            with self._lock:
                self._searching = False

    def interrupt(self) -> None:
        """End a search under way; a save is never cut off. May be called from any thread."""
        with self._lock:
            if self._searching:
                self._conn.interrupt()

    def copy_to(self, target: sqlite3.Connection) -> None:
        """All of the library as it is at this moment."""
        with told(self.path):
            self._conn.backup(target, pages=4096, sleep=0.01)

    def fold_or_fail(self) -> None:
        """Bring the log into the file, whose name alone is given on; raises Unavailable from the disk."""
        self.rows("pragma wal_checkpoint(truncate)")

    def fold(self) -> bool:
        """Bring the log into the file and empty it, whoever else has the library open.

        False where somebody reads an older state just now: then nothing is lost, and another time will do.
        """
        with suppress(sqlite3.Error):
            self._conn.execute(f"pragma busy_timeout = {_FOLDING_MS}")
            try:
                row = self._conn.execute("pragma wal_checkpoint(truncate)").fetchone()
            finally:
                self._conn.execute(f"pragma busy_timeout = {round(_WAIT * 1000)}")
            return bool(row[0] == 0)
        return False

    def close(self) -> None:
        """Leave all that was written in the one file, whoever else has it open."""
        if self.mode is Mode.WRITE:
            self.fold()
        with told(self.path):
            self._conn.close()


def _connect(path: Path, mode: Mode) -> sqlite3.Connection:
    if _writable(path):
        return _uri(path, "mode=rw")
    if mode is Mode.WRITE:
        raise ReadOnly(
            f"“{path.name}” or its folder may not be written by you. It was not touched; open it for reading."
        )
    if path.with_name(path.name + "-wal").exists():
        return _uri(path, "mode=ro")
    # Nobody writes now. Reading as usual would leave notes beside the file that keep a later writer out.
    return _uri(path, "mode=ro&immutable=1")


def _prepared(conn: sqlite3.Connection, path: Path, mode: Mode) -> sqlite3.Connection:
    try:
        _prepare(conn, mode)
        return conn
    except sqlite3.Error as error:
        conn.close()
        code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if mode is Mode.WRITE or code not in _DISK or _log(path) or why_not(path.parent) is None:
            raise
    # There is no room for what SQLite notes beside a file, nor for a writer: it can be read as it is.
    conn = _uri(path, "mode=ro&immutable=1")
    try:
        _prepare(conn, mode)
    except sqlite3.Error:
        conn.close()
        raise
    return conn


def _log(path: Path) -> bool:
    """Whether a log holds anything."""
    with suppress(OSError):
        return path.with_name(path.name + "-wal").stat().st_size > 0
    return False


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _uri(path: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=_WAIT, isolation_level=None)


def _prepare(conn: sqlite3.Connection, mode: Mode) -> None:
    conn.row_factory = sqlite3.Row
    conn.text_factory = TEXT
    conn.execute("pragma foreign_keys = on")
    conn.execute("pragma cache_size = -32000")
    if mode is Mode.READ:
        conn.execute("pragma query_only = on")
        conn.execute("select 1 from sqlite_master").close()
        return
    conn.execute("pragma synchronous = full")
    conn.execute("pragma journal_size_limit = 67108864")
    conn.execute("select 1 from sqlite_master").close()
