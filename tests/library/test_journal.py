"""What a writer typed outlives the program; a broken journal gives back all that stood before the break."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.document.model import ArticleId
from deskeditor.library.errors import Unavailable
from deskeditor.library.journal import Journal, Keep, StepJson, discard, read_records, recover

_ARTICLE = ArticleId("k3v9x2m7q1ab")
_LIBRARY = "0f" * 16
_STEPS: list[StepJson] = [
    {"at": place, "new": text} for place, text in enumerate(["a", "ß👩", "\ud800\0", "d" * 300])
]


def _journal(folder: Path) -> Journal:
    return Journal(folder, _LIBRARY, _ARTICLE, 3, "ab" * 32)


def _left(folder: Path, steps: list[StepJson]) -> Path:
    """The file of a process that died after these steps."""
    journal = _journal(folder)
    for step in steps:
        journal.append(step)
    journal.close(Keep.STEPS)
    return journal.path


def _whole(folder: Path) -> bytes:
    return _left(folder, _STEPS).read_bytes()


def test_the_dead_leave_all_their_steps(tmp_path: Path) -> None:
    path = _left(tmp_path, _STEPS)
    (found,) = recover(tmp_path, _LIBRARY)
    assert (found.article, found.base, found.base_sha256, found.damaged) == (_ARTICLE, 3, "ab" * 32, False)
    assert (list(found.steps), found.path) == (_STEPS, path)


def test_a_step_is_in_the_file_before_append_returns(tmp_path: Path) -> None:
    journal = _journal(tmp_path)
    journal.append(_STEPS[0])
    records = read_records(journal.path.read_bytes())
    journal.close(Keep.NOTHING)
    assert list(records.first[1:]) == _STEPS[:1]


@given(st.data())
def test_a_cut_anywhere_leaves_the_steps_before_it(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    raw = _whole(tmp_path_factory.mktemp("journal"))
    records = read_records(raw[: data.draw(st.integers(0, len(raw)))])
    assert list(records.first[1:]) == _STEPS[: max(0, len(records.first) - 1)]
    assert records.damaged or len(records.first) < 6


@given(st.data())
def test_a_changed_bit_anywhere_leaves_the_steps_before_it(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    path = _left(folder, _STEPS)
    raw = bytearray(path.read_bytes())
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    path.write_bytes(raw)
    (found,) = recover(folder, _LIBRARY)
    assert found.damaged
    assert list(found.steps) == _STEPS[: len(found.steps)]
    if found.base:  # one record is lost at the most, and no other
        assert len(found.steps) + len(found.behind) >= len(_STEPS) - 1
        assert [*found.steps, *found.behind][len(found.steps) :] == _STEPS[len(found.steps) + 1 :]


@given(st.binary(max_size=200))
def test_no_bytes_at_all_trouble_the_recovery(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    folder = tmp_path_factory.mktemp("journal")
    (folder / f"{_LIBRARY}.{_ARTICLE}.1.aa.journal").write_bytes(raw)
    (found,) = recover(folder, _LIBRARY)
    assert (found.steps, found.base) == ((), 0)


def test_what_follows_a_torn_record_is_told_apart(tmp_path: Path) -> None:
    path = _left(tmp_path, _STEPS)
    raw = path.read_bytes()
    middle = raw.index(b'"at":1')
    path.write_bytes(raw[:middle] + b"X" + raw[middle + 1 :])
    (found,) = recover(tmp_path, _LIBRARY)
    assert (list(found.steps), list(found.behind)) == (_STEPS[:1], _STEPS[2:])


def _places(raw: bytes) -> list[int]:
    """Where the records begin, and where the last ends."""
    places = [0]
    while places[-1] < len(raw):
        places.append(places[-1] + 16 + int.from_bytes(raw[places[-1] : places[-1] + 4], "little"))
    return places


def test_doubled_and_swapped_records_are_put_in_order(tmp_path: Path) -> None:
    path = _left(tmp_path, _STEPS)
    raw = path.read_bytes()
    at = _places(raw)
    head, one, two, rest = raw[: at[1]], raw[at[1] : at[2]], raw[at[2] : at[3]], raw[at[3] :]
    path.write_bytes(head + two + one + one + rest)
    (found,) = recover(tmp_path, _LIBRARY)
    assert (list(found.steps), found.behind, found.damaged) == (_STEPS, (), True)


@pytest.mark.parametrize("length", [0, 2**31, 2**32 - 1])
def test_a_length_that_lies_takes_one_record_alone(tmp_path: Path, length: int) -> None:
    path = _left(tmp_path, _STEPS)
    raw = bytearray(path.read_bytes())
    second = _places(bytes(raw))[2]
    raw[second : second + 4] = length.to_bytes(4, "little")
    path.write_bytes(raw)
    (found,) = recover(tmp_path, _LIBRARY)
    assert (list(found.steps), list(found.behind)) == (_STEPS[:1], _STEPS[2:])


def test_a_base_of_thirty_digits_is_none(tmp_path: Path) -> None:
    journal = Journal(tmp_path, _LIBRARY, _ARTICLE, 10**29, "ab" * 32)
    journal.append(_STEPS[0])
    journal.close(Keep.STEPS)
    (found,) = recover(tmp_path, _LIBRARY)
    assert (found.base, found.steps, list(found.behind)) == (0, (), _STEPS[:1])


def test_a_journal_that_says_it_is_another_librarys_gives_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path, "ee" * 16, _ARTICLE, 3, "ab" * 32)
    journal.append(_STEPS[0])
    journal.close(Keep.STEPS)
    journal.path.rename(tmp_path / f"{_LIBRARY}.{_ARTICLE}.1.aa.journal")
    (found,) = recover(tmp_path, _LIBRARY)
    assert (found.base, found.steps, found.behind, found.damaged) == (0, (), (), True)


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_not_read(tmp_path: Path, make: Callable[[Path], None]) -> None:
    make(tmp_path / f"{_LIBRARY}.{_ARTICLE}.1.aa.journal")
    (found,) = recover(tmp_path, _LIBRARY)
    assert (found.base, found.steps, found.behind) == (0, (), ())


def test_bytes_made_to_be_searched_for_long_end_soon() -> None:
    head = (2**20).to_bytes(4, "little") + bytes(12)
    assert read_records((head + b"{") * 100_000 + b"}").first == ()


def test_the_journal_of_the_living_is_left_alone(tmp_path: Path) -> None:
    journal = _journal(tmp_path)
    found = recover(tmp_path, _LIBRARY)
    journal.close(Keep.STEPS)
    assert (found, len(recover(tmp_path, _LIBRARY))) == ((), 1)


def test_the_journal_of_the_living_is_left_alone_after_it_began_anew(tmp_path: Path) -> None:
    journal = _journal(tmp_path)
    journal.rebase(4, "cd" * 32)
    found = recover(tmp_path, _LIBRARY)
    journal.close(Keep.NOTHING)
    assert found == ()


def test_a_journal_begins_anew_with_what_came_meanwhile(tmp_path: Path) -> None:
    journal = _journal(tmp_path)
    journal.append(_STEPS[0])
    journal.rebase(4, "cd" * 32, _STEPS[1:2])
    journal.append(_STEPS[3])
    journal.close(Keep.STEPS)
    (found,) = recover(tmp_path, _LIBRARY)
    assert (found.base, list(found.steps)) == (4, [_STEPS[1], _STEPS[3]])
    assert len(list(tmp_path.iterdir())) == 1


def test_where_beginning_anew_fails_the_old_journal_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = _journal(tmp_path)
    journal.append(_STEPS[0])
    monkeypatch.setattr(os, "fsync", _refuse)
    with pytest.raises(Unavailable):
        journal.rebase(4, "cd" * 32)
    journal.append(_STEPS[1])
    journal.close(Keep.STEPS)
    (found,) = recover(tmp_path, _LIBRARY)
    assert (found.base, list(found.steps)) == (3, _STEPS[:2])
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("taken", [0, 1, 20])
def test_a_full_disk_hides_nothing_that_comes_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, taken: int
) -> None:
    journal = _journal(tmp_path)
    journal.append(_STEPS[0])
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", _takes_only(taken))
        with pytest.raises(Unavailable):
            journal.append(_STEPS[1])
    journal.append(_STEPS[2])
    journal.close(Keep.STEPS)
    (found,) = recover(tmp_path, _LIBRARY)
    assert (list(found.steps), found.damaged) == ([_STEPS[0], _STEPS[2]], False)


def test_a_torn_record_that_could_not_be_cut_off_is_cut_off_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = _journal(tmp_path)
    with monkeypatch.context() as disk:
        disk.setattr(os, "write", _takes_only(9))
        disk.setattr(os, "ftruncate", _refuse)
        with pytest.raises(Unavailable):
            journal.append(_STEPS[1])
    journal.append(_STEPS[2])
    journal.close(Keep.STEPS)
    (found,) = recover(tmp_path, _LIBRARY)
    assert list(found.steps) == [_STEPS[2]]


def test_the_journals_of_one_article_do_not_meet(tmp_path: Path) -> None:
    first, second = _journal(tmp_path), _journal(tmp_path)
    first.append(_STEPS[0])
    second.append(_STEPS[1])
    first.close(Keep.STEPS)
    second.close(Keep.STEPS)
    assert sorted(str(found.steps) for found in recover(tmp_path, _LIBRARY)) == sorted(
        [str((_STEPS[0],)), str((_STEPS[1],))]
    )


def test_another_librarys_journal_is_left_alone(tmp_path: Path) -> None:
    _left(tmp_path, _STEPS)
    assert recover(tmp_path, "ee" * 16) == ()


def test_what_is_saved_is_taken_away(tmp_path: Path) -> None:
    _left(tmp_path, _STEPS)
    for found in recover(tmp_path, _LIBRARY):
        discard(found)
    _journal(tmp_path).close(Keep.NOTHING)
    assert list(tmp_path.iterdir()) == []


def test_no_folder_means_nothing_to_recover(tmp_path: Path) -> None:
    assert recover(tmp_path / "none", _LIBRARY) == ()


def test_a_rebase_that_never_came_to_be_is_cleared_away(tmp_path: Path) -> None:
    path = _left(tmp_path, _STEPS)
    (tmp_path / f"{path.name}.new").write_bytes(b"half")
    (found,) = recover(tmp_path, _LIBRARY)
    assert list(found.steps) == _STEPS
    assert list(tmp_path.iterdir()) == [path]


def test_one_write_takes_a_step_to_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal, real = _journal(tmp_path), os.write
    written: list[int] = []

    def write(fd: int, raw: bytes) -> int:
        written.append(len(raw))
        return real(fd, raw)

    monkeypatch.setattr(os, "write", write)
    journal.append(_STEPS[3])
    journal.close(Keep.NOTHING)
    assert len(written) == 1


def test_a_killed_process_loses_nothing_that_was_appended(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys; from pathlib import Path; from deskeditor.library.journal import Journal\n"
        f"j = Journal(Path(sys.argv[1]), {_LIBRARY!r}, {_ARTICLE!r}, 1, '')\n"
        "for n in range(50): j.append({'n': n})\n"
        "os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, timeout=60)
    (found,) = recover(tmp_path, _LIBRARY)
    assert [step["n"] for step in found.steps] == list(range(50))


def _refuse(*_: object) -> None:
    raise OSError(28, "No space left on device")


def _takes_only(size: int) -> Callable[[int, bytes], int]:
    real = os.write
    return lambda fd, raw: real(fd, raw[:size]) if size else _full()


def _full() -> int:
    raise OSError(28, "No space left on device")
