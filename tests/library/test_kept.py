"""Kept values: as they were put, gone where the file is damaged, never a reason to fail."""

from pathlib import Path

import pytest

from deskeditor.library.kept import Kept


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    return tmp_path / "news.media"


def file_of(pictures: Path) -> Path:
    return pictures / "cache" / "kept.sqlite"


def test_what_is_put_is_there_for_the_next_one_who_asks(pictures: Path) -> None:
    with Kept.beside(pictures) as kept:
        kept.put("bodies", {"a": b"<p>A</p>", "b": b""})
    with Kept.beside(pictures) as kept:
        assert kept.some("bodies", ("a", "b", "c")) == {"a": b"<p>A</p>", "b": b""}


def test_a_value_that_the_disk_changed_is_not_handed_out(pictures: Path) -> None:
    with Kept.beside(pictures) as kept:
        kept.put("bodies", {"a": b"nobody was surprised" * 40})
    raw = file_of(pictures).read_bytes()
    file_of(pictures).write_bytes(raw.replace(b"surprised", b"surpriseD"))
    with Kept.beside(pictures) as kept:
        assert kept.get("bodies", "a") is None


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 500, None])
def test_a_damaged_file_is_thrown_away_and_begun_anew(pictures: Path, damage: bytes | None) -> None:
    with Kept.beside(pictures) as kept:
        kept.put("facts", {str(number): b"x" * 3000 for number in range(200)})
    raw = file_of(pictures).read_bytes()
    file_of(pictures).write_bytes(raw[:100] + b"\xff" * (len(raw) - 100) if damage is None else damage)
    with Kept.beside(pictures) as kept:
        assert kept.all("facts") == {}
        kept.put("facts", {"a": b"1"})
        assert kept.get("facts", "a") == b"1"


def test_where_nothing_can_be_written_values_last_as_long_as_they_are_held(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    with Kept.beside(tmp_path) as kept:
        kept.put("facts", {"a": b"1"})
        assert kept.get("facts", "a") == b"1"
        assert kept.place is None


def test_two_may_have_it_open_at_once(pictures: Path) -> None:
    with Kept.beside(pictures) as one, Kept.beside(pictures) as other:
        one.put("facts", {"a": b"1"})
        other.put("facts", {"b": b"2"})
        assert one.all("facts") == other.all("facts") == {"a": b"1", "b": b"2"}


def test_what_is_forgotten_is_gone_from_every_shelf(pictures: Path) -> None:
    with Kept.beside(pictures) as kept:
        kept.put("facts", {"a": b"1"})
        kept.put("seals", {"b": b"2"})
        kept.forget()
        assert (kept.all("facts"), kept.all("seals")) == ({}, {})
