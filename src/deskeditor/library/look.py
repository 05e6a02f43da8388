"""What a file is, told from its first page alone: nothing is mended, and nothing appears beside it.

SQLite reads that page, and we do not. POSIX drops every lock that a program has on a file once the program
closes any descriptor of it; what SQLite opens, SQLite closes when that does no harm. An open library whose
lock is gone loses its log to the next program that closes the file, and what is saved from then on is lost.
The log itself carries no locks.
"""

import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path
from struct import unpack_from
from typing import NamedTuple

from deskeditor.library.errors import Damaged, LibraryError, Missing, TooNew, Unavailable
from deskeditor.library.schema import APPLICATION, NEWEST

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_WAL_HEADER = 32
_FRAME_HEADER = 24


class _Header(NamedTuple):
    application: int
    version: int


def look(path: Path) -> int:
    """The schema of the library at `path`; raises where it is none that this program can open."""
    _must_be_readable(path)
    header = _newest(path)
    if header.application != APPLICATION:
        raise _no_library(path)
    if header.version > NEWEST:
        raise TooNew(
            f"“{path.name}” was written by a newer deskeditor (format {header.version}, this one knows "
            f"{NEWEST}). It was not touched. Open it with the newer version."
        )
    return header.version


def is_library(path: Path) -> bool:
    """Whether a file's name says that it is a library, which nobody but SQLite may open."""
    return path.suffix.lower() == ".desk"


def _newest(path: Path) -> _Header:
    """What the log says where it says anything: a power cut may have torn the file's own first page."""
    try:
        header = _first_page(path)
    except Damaged:
        mended = _newest_first_page(path)
        if mended is None:
            raise
        return mended
    return _newest_first_page(path) or header


def _must_be_readable(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        raise Missing(f"There is no library at “{path}”. Nothing was changed. Check the name.") from None
    except OSError as error:
        raise _unreadable(path, error.strerror or "the disk does not answer") from None
    if stat.S_ISDIR(mode):
        raise Damaged(f"“{path}” is a folder, not a library. Nothing was changed. Choose the .desk file.")
    if not stat.S_ISREG(mode):
        raise _no_library(path)
    if not os.access(path, os.R_OK):
        raise Unavailable(
            f"“{path}” may not be read by you. It was not touched. Ask its owner for permission."
        )


def _first_page(path: Path) -> _Header:
    """The header as the file has it; SQLite also says whether the file is as long as it should be."""
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as conn:
            (application,) = conn.execute("pragma application_id").fetchone()
            (version,) = conn.execute("pragma user_version").fetchone()
            return _Header(application, version)
    except sqlite3.Error as error:
        raise _refusal(path, error) from None


def _refusal(path: Path, error: sqlite3.Error) -> LibraryError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_IOERR) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return _no_library(path)
    if code == sqlite3.SQLITE_CORRUPT:
        return Damaged(
            f"“{path.name}” is cut short: a part of the file is missing. It was not touched. "
            "Restore it from a backup."
        )
    return _unreadable(path, str(error))


def _no_library(path: Path) -> Damaged:
    return Damaged(
        f"“{path.name}” is no deskeditor library, or its beginning is damaged. It was not touched."
    )


def _unreadable(path: Path, reason: str) -> Unavailable:
    return Unavailable(f"“{path}” cannot be read: {reason}. It was not touched. Try again.")


def _header(raw: bytes) -> _Header:
    version: int = unpack_from(">I", raw, 60)[0]
    application: int = unpack_from(">I", raw, 68)[0]
    return _Header(application, version)


def _newest_first_page(path: Path) -> _Header | None:
    """The header as the write-ahead log has it: a program that died may have left a newer schema there.

    Checksums are left to SQLite. A frame that was torn does not begin as a first page does; one that was
    never committed can only make us refuse.
    """
    found: _Header | None = None
    with suppress(OSError), path.with_name(path.name + "-wal").open("rb") as wal:
        header = wal.read(_WAL_HEADER)
        if len(header) < _WAL_HEADER or unpack_from(">I", header)[0] & 0xFFFFFFFE != 0x377F0682:
            return None
        size: int = unpack_from(">I", header, 8)[0]
        while len(frame := wal.read(_FRAME_HEADER)) == _FRAME_HEADER and frame[8:16] == header[16:24]:
            number: int = unpack_from(">I", frame)[0]
            page = wal.read(_HEADER)
            if number == 1 and len(page) == _HEADER and page.startswith(_MAGIC):
                found = _header(page)
            wal.seek(size - _HEADER, 1)
    return found
