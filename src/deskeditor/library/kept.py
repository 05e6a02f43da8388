"""What need not be made again: values under names that say all they were made from, in a file of their own.

Everything here can be made anew from the library, so nothing here is a reason to fail: a damaged file is
thrown away, a value that cannot prove that we kept it is none, and where nothing can be written, nothing is
kept.
"""

import os
import sqlite3
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from deskeditor.library.cache import Authenticator

SHELVES = (
    *("facts", "bodies", "findings", "plates", "pages", "cards", "jobs", "related", "seals", "places"),
)
_NAME = "kept.sqlite"
USED = "used"
"""A file in a library's folder of the cache whose time says when the library was last worked with."""
_DAY = 24 * 3600.0
_WAIT = 10.0  # seconds for another process to finish
_FEW = 400


class Kept:
    """One file of kept values, or none; belongs to one thread, but other processes may have it open too."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._conn = _opened(path)
        self._proof = Authenticator.of(path.parent) if path else Authenticator(os.urandom(32))

    @classmethod
    def within(cls, folder: Path) -> "Kept":
        """The kept values of the library that has this folder in the cache, see `Library.cache`."""
        try:
            folder.mkdir(0o700, exist_ok=True)
            _note_use(folder)
        except OSError:
            return cls(None)
        return cls(folder / _NAME)

    @property
    def place(self) -> Path | None:
        """Where the values lie, for another process; None where they are in memory alone."""
        return self._path

    def __enter__(self) -> "Kept":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):
            self._conn.close()

    def get(self, shelf: str, name: str) -> bytes | None:
        """The value of that name, None where none is kept or it does not prove itself."""
        return self.some(shelf, (name,)).get(name)

    def some(self, shelf: str, names: Sequence[str]) -> dict[str, bytes]:
        """The values of these names, as far as they are kept."""
        found: dict[str, bytes] = {}
        for at in range(0, len(names), _FEW):
            part = names[at : at + _FEW]
            marks = ",".join("?" * len(part))
            found |= self._rows(shelf, f"select name, value from {shelf} where name in ({marks})", part)
        return found

    def all(self, shelf: str) -> dict[str, bytes]:
        """Every value of the shelf."""
        return self._rows(shelf, f"select name, value from {shelf}", ())

    def names(self, shelf: str) -> list[str]:
        """The names of all values of the shelf, sound or not."""
        try:
            return [name for (name,) in self._conn.execute(f"select name from {shelf}")]
        except sqlite3.Error:
            return []

    def put(self, shelf: str, values: Mapping[str, bytes]) -> None:
        """Keep these, all or none; another value of the same name is replaced."""
        rows = [(name, self._proof.signed(shelf, name, value)) for name, value in values.items()]
        self._write(f"insert or replace into {shelf} values(?, ?)", rows)

    def drop(self, shelf: str, names: Iterable[str]) -> None:
        """Forget these."""
        self._write(f"delete from {shelf} where name = ?", [(name,) for name in names])

    def forget(self) -> None:
        """Keep nothing of before."""
        for shelf in SHELVES:
            self._write(f"delete from {shelf} where name <> ?", [("",)])

    def _rows(self, shelf: str, sql: str, names: Sequence[str]) -> dict[str, bytes]:
        try:
            rows = self._conn.execute(sql, names).fetchall()
        except sqlite3.OperationalError:
            return {}  # somebody else has it for too long, or the disk does not answer
        except sqlite3.DatabaseError:
            self._begin_anew()
            return {}
        proven = self._proof.proven
        known = ((name, value) for name, value in rows if isinstance(name, str) and isinstance(value, bytes))
        return {name: value for name, row in known if (value := proven(shelf, name, row)) is not None}

    def _write(self, sql: str, rows: Sequence[tuple[str, bytes]] | Sequence[tuple[str]]) -> None:
        if not rows:
            return
        try:
            self._conn.execute("begin immediate")
            self._conn.executemany(sql, rows)
            self._conn.execute("commit")
        except sqlite3.OperationalError:
            with suppress(sqlite3.Error):
                self._conn.execute("rollback")
        except sqlite3.DatabaseError:
            self._begin_anew()

    def _begin_anew(self) -> None:
        self.close()
        _throw_away(self._path)
        self._conn = _opened(self._path)


def _note_use(folder: Path) -> None:
    """Let the time of the folder's mark say that the library was worked with, to the day."""
    mark = folder / USED
    if not mark.exists():
        mark.touch(0o600)
    elif time.time() - mark.stat().st_mtime > _DAY:
        os.utime(mark)


def _opened(path: Path | None) -> sqlite3.Connection:
    for place in (path, path, None):
        try:
            return _connected(place)
        except sqlite3.OperationalError:
            continue
        except sqlite3.DatabaseError:
            _throw_away(path)
    return _connected(None)


def _connected(path: Path | None) -> sqlite3.Connection:
    conn = sqlite3.connect(path or ":memory:", timeout=_WAIT, isolation_level=None, check_same_thread=False)
    try:
        conn.execute("pragma journal_mode = wal").fetchall()
        conn.execute("pragma synchronous = normal")
        for shelf in SHELVES:
            conn.execute(f"create table if not exists {shelf}(name text primary key, value blob not null)")
    except sqlite3.Error:
        conn.close()
        raise
    return conn


def _throw_away(path: Path | None) -> None:
    for ending in ("", "-wal", "-shm") if path else ():
        with suppress(OSError):
            Path(f"{path}{ending}").unlink()
