"""Opening is careful: what is no library of ours is refused in one line, and its folder stays as it was."""

import shutil
import sqlite3
import struct
from contextlib import closing
from pathlib import Path

import pytest
from tests.library.builders import story

from deskeditor.library import connection
from deskeditor.library.errors import Damaged, LibraryError, Missing, ReadOnly, TooNew, Unavailable
from deskeditor.library.records import ListView, Mode
from deskeditor.library.store import Library


def _folder(path: Path) -> dict[str, tuple[bytes | None, int]]:
    return {
        str(each.relative_to(path)): (None if each.is_dir() else each.read_bytes(), each.stat().st_mtime_ns)
        for each in path.rglob("*")
    }


def _refused(path: Path, error: type[LibraryError], mode: Mode) -> str:
    before = _folder(path.parent)
    with pytest.raises(error) as refusal:
        Library.open(path, mode)
    assert _folder(path.parent) == before
    message = str(refusal.value)
    assert message and "\n" not in message
    return message


def _closed(library: Library) -> Path:
    library.new(story())
    library.close()
    return library.path


def _with(path: Path, place: int, value: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(struct.pack(">I", value))


@pytest.mark.parametrize("mode", Mode)
def test_a_newer_library_is_left_untouched(library: Library, mode: Mode) -> None:
    path = _closed(library)
    _with(path, 60, 99)
    assert "newer" in _refused(path, TooNew, mode)


@pytest.mark.parametrize("mode", Mode)
def test_a_newer_library_whose_writer_died_is_left_untouched(
    library: Library, tmp_path: Path, mode: Mode
) -> None:
    path = _closed(library)
    folder = tmp_path / "died"
    folder.mkdir()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("pragma user_version = 99")
        for file in tmp_path.glob("news.desk*"):
            shutil.copy(file, folder)
    (folder / "news.desk-shm").unlink()
    assert (folder / "news.desk-wal").stat().st_size > 0
    _refused(folder / "news.desk", TooNew, mode)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize(
    "raw",
    [b"", b"S", b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 84, b"\0" * 5000, b"Dear all,\n"],
)
def test_a_file_that_is_no_library_is_left_untouched(tmp_path: Path, raw: bytes, mode: Mode) -> None:
    (tmp_path / "x.desk").write_bytes(raw)
    _refused(tmp_path / "x.desk", Damaged, mode)


def test_another_programs_database_is_left_untouched(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.desk")) as other:
        other.execute("create table articles(id)")
    _refused(tmp_path / "x.desk", Damaged, Mode.WRITE)


@pytest.mark.parametrize("length", [101, 4096, 50_000, -1])
def test_a_library_that_is_cut_short_is_left_untouched(library: Library, length: int) -> None:
    path = _closed(library)
    raw = path.read_bytes()
    path.write_bytes(raw[:length])
    _refused(path, Damaged, Mode.WRITE)


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "x.desk").mkdir()
    assert "folder" in _refused(tmp_path / "x.desk", Damaged, Mode.WRITE)


def test_a_library_that_is_not_there_is_missing(tmp_path: Path) -> None:
    _refused(tmp_path / "x.desk", Missing, Mode.WRITE)
    _refused(tmp_path / "no" / "x.desk", Missing, Mode.READ)


def test_a_file_that_may_not_be_read_is_unavailable(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _closed(library)
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(Unavailable, match="permission"):
        Library.open(path)


def test_a_library_that_is_there_is_not_made_again(library: Library) -> None:
    library.new(story())
    before = _folder(library.path.parent)
    with pytest.raises(Unavailable):
        Library.create(library.path)
    assert _folder(library.path.parent) == before


def test_a_library_cannot_be_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        Library.create(tmp_path / "no" / "x.desk")
    assert list(tmp_path.iterdir()) == []


def test_a_reader_changes_nothing(library: Library) -> None:
    path = _closed(library)
    with Library.open(path, Mode.READ) as reader:
        (row,) = reader.page(ListView()).rows
        with pytest.raises(ReadOnly):
            reader.trash([row.id])
        assert reader.search("governor").rows[0].id == row.id
    assert [each.name for each in path.parent.iterdir()] == ["news.desk"]


def _died(library: Library, folder: Path) -> Path:
    """A copy of a library whose writer died with all of its work in the log."""
    library.new(story(text="word " * 20_000))  # enough for the file to grow, which is told on its first page
    folder.mkdir()
    for file in library.path.parent.glob("news.desk*"):
        if not file.name.endswith("-shm"):
            shutil.copy(file, folder)
    assert (folder / "news.desk-wal").stat().st_size > 0
    return folder / "news.desk"


def test_a_library_whose_writer_died_opens_whole(library: Library, tmp_path: Path) -> None:
    with Library.open(_died(library, tmp_path / "died")) as again:
        assert len(again.page(ListView()).rows) == 1


def test_a_first_page_that_was_torn_in_the_log_is_not_believed(library: Library, tmp_path: Path) -> None:
    path = _died(library, tmp_path / "died")
    with path.with_name("news.desk-wal").open("r+b") as wal:
        salt = wal.read(32)[16:24]
        wal.seek(0, 2)
        wal.write(struct.pack(">II", 1, 0) + salt + bytes(8) + bytes(4096))  # the page itself never came
    with Library.open(path) as again:
        assert len(again.page(ListView()).rows) == 1


def test_a_first_page_that_was_torn_in_the_file_is_mended_by_the_log(
    library: Library, tmp_path: Path
) -> None:
    path = _died(library, tmp_path / "died")
    with path.open("r+b") as file:
        file.write(bytes(512))
    with Library.open(path) as again:
        assert len(again.page(ListView()).rows) == 1


def test_a_reader_who_may_not_write_leaves_nothing_behind(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _closed(library)
    monkeypatch.setattr(connection, "_writable", lambda _: False)
    before = _folder(path.parent)
    with Library.open(path, Mode.READ) as reader:
        assert len(reader.page(ListView()).rows) == 1
    assert _folder(path.parent) == before
    with pytest.raises(ReadOnly, match="may not be written"):
        Library.open(path)


def test_a_reader_who_may_not_write_sees_what_another_writes(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.new(story())
    monkeypatch.setattr(connection, "_writable", lambda _: False)
    with Library.open(library.path, Mode.READ) as reader:
        library.new(story("Second"))
        assert len(reader.page(ListView()).rows) == 2


def test_names_with_any_sign_can_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "Büro #1 100%?.desk"
    Library.create(path).close()
    with Library.open(path) as library:
        assert library.counts()["draft"] == 0
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
