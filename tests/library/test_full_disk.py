"""A full disk is called by its name at every step, and nothing half made stays behind."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest
from tests.library.builders import story

from deskeditor.library import connection
from deskeditor.library.connection import Connection, told
from deskeditor.library.errors import LibraryError, Unavailable
from deskeditor.library.records import Mode
from deskeditor.library.store import Library


def failed(code: int) -> sqlite3.OperationalError:
    """What SQLite says when something of the disk failed."""
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "your share of the disk is used up"),
        (errno.EROFS, "the disk is write-protected"),
    ],
)
@pytest.mark.parametrize("code", [sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY])
def test_the_cause_is_asked_of_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str, code: int
) -> None:
    def refuses(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuses)
    with pytest.raises(Unavailable, match=words), told(tmp_path / "news.desk"):
        raise failed(code)


def test_a_disk_with_room_is_not_called_full(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="did not do what was asked"), told(tmp_path / "news.desk"):
        raise failed(sqlite3.SQLITE_IOERR)


def test_a_library_that_does_not_fit_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Connection) -> None:
        raise Unavailable("The library could not be written: the disk is full.")

    monkeypatch.setattr(Connection, "fold_or_fail", full)
    with pytest.raises(Unavailable, match="disk is full"):
        Library.create(tmp_path / "new.desk")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_does_not_fit_says_that_it_is_the_copy(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise failed(sqlite3.SQLITE_FULL)

    monkeypatch.setattr(Connection, "copy_to", full)
    with pytest.raises(Unavailable, match=r"The copy could not be written: the disk is full\."):
        library.backup(tmp_path / "b.desk")
    assert not list(tmp_path.glob("*b.desk*"))


def test_a_library_can_be_read_where_there_is_no_room_for_notes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = library.new(story())
    library.close()
    tried: list[int] = []
    real = connection._prepare

    def prepare(conn: sqlite3.Connection, mode: Mode) -> None:
        tried.append(1)
        if len(tried) == 1:
            raise failed(sqlite3.SQLITE_IOERR)
        real(conn, mode)

    monkeypatch.setattr(connection, "_prepare", prepare)
    monkeypatch.setattr(connection, "why_not", lambda _: "the disk is full")
    with Library.open(library.path, Mode.READ) as reader:
        assert reader.load(article.id).document == story()
