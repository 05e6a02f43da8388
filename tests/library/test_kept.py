"""Kept values: as they were put, gone where the file is damaged, never a reason to fail."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from zlib import crc32

import pytest

from deskeditor.library.kept import Kept


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "one"


def file_of(folder: Path) -> Path:
    return folder / "kept.sqlite"


def test_what_is_put_is_there_for_the_next_one_who_asks(folder: Path) -> None:
    with Kept.within(folder) as kept:
        kept.put("bodies", {"a": b"<p>A</p>", "b": b""})
    with Kept.within(folder) as kept:
        assert kept.some("bodies", ("a", "b", "c")) == {"a": b"<p>A</p>", "b": b""}


def test_a_value_that_the_disk_changed_is_not_handed_out(folder: Path) -> None:
    with Kept.within(folder) as kept:
        kept.put("bodies", {"a": b"nobody was surprised" * 40})
    raw = file_of(folder).read_bytes()
    file_of(folder).write_bytes(raw.replace(b"surprised", b"surpriseD"))
    with Kept.within(folder) as kept:
        assert kept.get("bodies", "a") is None


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 500, None])
def test_a_damaged_file_is_thrown_away_and_begun_anew(folder: Path, damage: bytes | None) -> None:
    with Kept.within(folder) as kept:
        kept.put("facts", {str(number): b"x" * 3000 for number in range(200)})
    raw = file_of(folder).read_bytes()
    file_of(folder).write_bytes(raw[:100] + b"\xff" * (len(raw) - 100) if damage is None else damage)
    with Kept.within(folder) as kept:
        assert kept.all("facts") == {}
        kept.put("facts", {"a": b"1"})
        assert kept.get("facts", "a") == b"1"


def test_where_nothing_can_be_written_values_last_as_long_as_they_are_held(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("in the way")
    with Kept.within(tmp_path / "one") as kept:
        kept.put("facts", {"a": b"1"})
        assert kept.get("facts", "a") == b"1"
        assert kept.place is None


def test_two_may_have_it_open_at_once(folder: Path) -> None:
    with Kept.within(folder) as one, Kept.within(folder) as other:
        one.put("facts", {"a": b"1"})
        other.put("facts", {"b": b"2"})
        assert one.all("facts") == other.all("facts") == {"a": b"1", "b": b"2"}


def test_what_is_forgotten_is_gone_from_every_shelf(folder: Path) -> None:
    with Kept.within(folder) as kept:
        kept.put("facts", {"a": b"1"})
        kept.put("seals", {"b": b"2"})
        kept.forget()
        assert (kept.all("facts"), kept.all("seals")) == ({}, {})


def put(kept: Kept, shelf: str, name: str, row: bytes) -> None:
    """Write a row past the program, as somebody else would."""
    assert kept.place
    with closing(sqlite3.connect(kept.place)) as conn, conn:
        conn.execute(f"insert or replace into {shelf} values(?, ?)", (name, row))


def row(kept: Kept, shelf: str, name: str) -> bytes:
    """A row as it lies there."""
    assert kept.place
    with closing(sqlite3.connect(kept.place)) as conn:
        found: bytes = conn.execute(f"select value from {shelf} where name = ?", (name,)).fetchone()[0]
        return found


POISON: dict[str, Callable[[Kept], bytes]] = {
    "no code": lambda _: b"<p>poison</p>",
    "a checksum": lambda _: crc32(b"<p>poison</p>").to_bytes(4, "big") + b"<p>poison</p>",
    "the code of another text": lambda kept: row(kept, "bodies", "a")[:16] + b"<p>poison</p>",
    "another name's": lambda kept: row(kept, "bodies", "b"),
    "another shelf's": lambda kept: row(kept, "plates", "a"),
    "cut short": lambda kept: row(kept, "bodies", "a")[:-1],
    "shorter than a code": lambda kept: row(kept, "bodies", "a")[:7],
    "empty": lambda _: b"",
}


@pytest.mark.parametrize("kind", POISON)
def test_what_this_machine_did_not_keep_there_is_nothing(folder: Path, kind: str) -> None:
    with Kept.within(folder) as kept:
        kept.put("bodies", {"a": b"<p>A</p>", "b": b"<p>B</p>"})
        kept.put("plates", {"a": b"<p>C</p>"})
        put(kept, "bodies", "a", POISON[kind](kept))
        assert kept.get("bodies", "a") is None
        assert kept.all("bodies") == {"b": b"<p>B</p>"}


@pytest.mark.parametrize("value", ["text", 7, 1.5])
def test_a_row_that_holds_no_bytes_is_none_of_ours(folder: Path, value: object) -> None:
    with Kept.within(folder) as kept:
        put(kept, "bodies", "a", value)  # type: ignore[arg-type]
        assert kept.get("bodies", "a") is None


def test_what_was_kept_of_another_library_is_nothing_here(tmp_path: Path) -> None:
    with Kept.within(tmp_path / "one") as one, Kept.within(tmp_path / "other") as other:
        one.put("bodies", {"a": b"<p>A</p>"})
        put(other, "bodies", "a", row(one, "bodies", "a"))
        assert (one.get("bodies", "a"), other.get("bodies", "a")) == (b"<p>A</p>", None)
