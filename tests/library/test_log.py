"""What was saved is in the one file once the library is closed, and a log that is missing is named."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.library.builders import story

from deskeditor.library.backup import restore
from deskeditor.library.records import ListView, Mode
from deskeditor.library.save_record import SaveRecord, journal_folder
from deskeditor.library.store import Library

_DIES = """
import os, sys
from deskeditor.document.model import Document
from deskeditor.library.store import Library
library = Library.open(sys.argv[1])
for number in range(6):
    library.new(Document(f"Story {number}.\\n"))
os._exit(0)
"""


def _headlines(path: Path) -> int:
    with Library.open(path, Mode.READ) as library:
        return len(library.page(ListView()).rows)


def _died(library: Library) -> Path:
    """A library whose program died after six more stories."""
    library.close()
    subprocess.run([sys.executable, "-c", _DIES, str(library.path)], check=True, timeout=60)
    return library.path


def _rules(path: Path) -> set[str]:
    with Library.open(path, Mode.READ) as library:
        return {finding.rule for finding in library.doctor()}


def test_a_copy_of_the_file_has_everything_though_others_have_it_open(
    library: Library, tmp_path: Path
) -> None:
    with Library.open(library.path, Mode.READ) as reader:
        library.new(story())
        assert len(reader.page(ListView()).rows) == 1
        library.close()
        copy = Path(shutil.copy(library.path, tmp_path / "copy.desk"))
        assert _headlines(copy) == 1


def test_a_rest_brings_the_log_into_the_file(library: Library, tmp_path: Path) -> None:
    library.new(story())
    assert library.fold()
    assert library.path.with_name("news.desk-wal").stat().st_size == 0
    assert _headlines(Path(shutil.copy(library.path, tmp_path / "copy.desk"))) == 1


def test_a_reader_in_the_middle_is_no_reason_to_fail(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deskeditor.library.connection._FOLDING_MS", 1)
    library.new(story())
    with Library.open(library.path, Mode.READ) as reader, reader.frozen():
        library.new(story())
        assert not library.fold()
    assert library.fold()


def test_a_log_that_is_missing_is_named(library: Library) -> None:
    path = _died(library)
    path.with_name("news.desk-wal").unlink()
    assert _rules(path) == {"log"}
    with Library.open(path) as again:
        assert "lacks 6 of the changes" in again.notes[0] and "news.desk-wal" in again.notes[0]


def test_it_is_named_until_the_next_save(library: Library) -> None:
    path = _died(library)
    path.with_name("news.desk-wal").unlink()
    with Library.open(path) as again:
        again.new(story())
        assert again.doctor() == ()
    assert _rules(path) == set()


def test_a_log_that_is_there_is_no_finding(library: Library) -> None:
    assert _rules(_died(library)) == set()


def test_a_library_that_moved_here_or_was_restored_is_no_finding(library: Library, tmp_path: Path) -> None:
    backup = library.backup(tmp_path / "b.desk")
    path = _died(library)
    assert _rules(backup) == set()
    for each in path.parent.glob("news.desk*"):
        each.unlink()
    restore(backup, path)
    assert _rules(path) == set()


@pytest.mark.parametrize("raw", [b"", b"\xff" * 40, b"00000000000000000099 00000000\n", b"9" * 4000])
def test_a_record_that_cannot_be_read_is_none(library: Library, raw: bytes) -> None:
    library.new(story())
    (record,) = journal_folder().glob("*.saves")
    record.write_bytes(raw)
    assert _rules(library.path) == set()


def test_no_save_fails_for_its_record(library: Library) -> None:
    journal_folder().parent.mkdir(parents=True, exist_ok=True)
    journal_folder().write_text("in the way")
    assert library.new(story()).revision == 1


def test_a_pipe_in_its_place_keeps_nobody_waiting(library: Library) -> None:
    library.new(story())
    library.close()
    (record,) = journal_folder().glob("*.saves")
    record.unlink()
    os.mkfifo(record)
    with Library.open(library.path) as again:
        again.new(story())


def test_the_number_is_kept_by_place(tmp_path: Path) -> None:
    with closing(SaveRecord(tmp_path / "a.desk", "0f" * 16)) as record:
        record.write(7)
        assert record.read() == 7 and SaveRecord(tmp_path / "b.desk", "0f" * 16).read() == 0
