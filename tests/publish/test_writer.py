"""The old bundle or the new one, never half of either, and nothing of anyone else's."""

import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest

from deskeditor.publish import stage, swap, target
from deskeditor.publish.errors import Refused
from deskeditor.publish.manifest import NAME, Entry, manifest_bytes
from deskeditor.publish.verify import verify
from deskeditor.publish.writer import write_file, write_files, write_folder


def bundle(mark: str, count: int = 4) -> dict[str, bytes]:
    files = {f"section/{number}.html": f"{mark} {number}".encode() for number in range(count)}
    entries = [Entry(path, len(raw), sha256(raw).hexdigest()) for path, raw in files.items()]
    return files | {NAME: manifest_bytes(entries, (), "1")}


def write(out: Path, mark: str, count: int = 4) -> None:
    write_folder(out, bundle(mark, count), lambda _: None)


def read(out: Path) -> set[str]:
    return {path.read_text().split()[0] for path in out.glob("section/*.html")}


class Killed(BaseException):
    """The program ends here: nothing that the code does afterwards counts."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_a_new_bundle_takes_the_place_of_the_old_one(out: Path) -> None:
    write(out, "old", 9)
    write(out, "new")
    assert read(out) == {"new"}
    assert verify(out) == ()
    assert list(out.parent.iterdir()) == [out]


KILLS = [(ways, call) for ways in ("exchange", "two renames") for call in ("fsync", "open", "mkdir")]


@pytest.mark.parametrize(("exchanging", "call"), [*KILLS, ("two renames", "rename")])
def test_a_kill_at_any_call_leaves_the_old_bundle_or_the_new_one(
    out: Path, monkeypatch: pytest.MonkeyPatch, exchanging: str, call: str
) -> None:
    if exchanging == "two renames":
        monkeypatch.setattr(stage, "exchange", lambda *_: False)
    write(out, "old")
    for count in range(60):
        if not killed_at(count, call, out):
            break
        if not out.exists():
            assert exchanging == "two renames"
            target.recover(out)
        assert verify(out) == ()
        assert read(out) in ({"old"}, {"new"})
    assert count > 1
    write(out, "last")
    assert list(out.parent.iterdir()) == [out]


def killed_at(count: int, call: str, out: Path) -> bool:
    """Run one export that ends at the count-th call; False where it came to its end."""
    left = count
    real = getattr(os, call)

    def dying(*arguments: object, **named: object) -> object:
        nonlocal left
        left -= 1
        if left < 0:
            raise Killed
        return real(*arguments, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, dying)
        patch.setattr("shutil.rmtree", lambda *_, **__: None)  # a dead program clears nothing up
        try:
            write(out, "new")
        except Killed:
            return True
    return False


def test_a_run_killed_between_two_renames_is_mended_by_the_next(out: Path) -> None:
    write(out, "old")
    out.rename(out.with_name(".out.deskeditor-old-abc"))
    with pytest.raises(Refused):
        write_folder(out, {"../evil": b""} | {"x" * 300: b""}, lambda _: None)
    assert read(out) == {"old"}


def test_a_folder_of_somebody_else_is_not_touched(out: Path) -> None:
    out.mkdir()
    (out / "novel.txt").write_text("mine")
    with pytest.raises(Refused, match="not empty and is no bundle of ours"):
        write(out, "new")
    assert (out / "novel.txt").read_text() == "mine"


def test_a_file_that_somebody_put_into_a_bundle_is_not_lost(out: Path) -> None:
    write(out, "old")
    (out / "CNAME").write_text("courier.example.org")
    with pytest.raises(Refused, match="CNAME, which is not of the bundle"):
        write(out, "new")
    assert read(out) == {"old"}


def test_an_empty_folder_is_taken(out: Path) -> None:
    out.mkdir()
    write(out, "new")
    assert read(out) == {"new"}


def test_a_link_is_never_followed_out_of_the_target(out: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "diary.txt").write_text("mine")
    write(out, "old")
    (out / "link").symlink_to(elsewhere)
    with pytest.raises(Refused, match="link, which is not of the bundle"):
        write(out, "new")
    (out / "link").unlink()
    (out / "section" / "0.html").unlink()
    (out / "section" / "0.html").symlink_to(elsewhere / "diary.txt")
    with pytest.raises(Refused, match="not of the bundle"):
        write(out, "new")
    assert (elsewhere / "diary.txt").read_text() == "mine"


def test_a_target_that_is_a_link_is_refused(out: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    out.symlink_to(tmp_path / "real")
    with pytest.raises(Refused, match="is a link"):
        write(out, "new")
    assert list((tmp_path / "real").iterdir()) == []


def test_a_manifest_of_another_program_does_not_make_a_folder_ours(out: Path) -> None:
    out.mkdir()
    (out / NAME).write_text('{"generator": "other", "files": []}')
    with pytest.raises(Refused, match="no bundle of ours"):
        write(out, "new")


def test_what_a_killed_run_left_is_cleared_but_not_what_another_run_holds(out: Path) -> None:
    left, held = out.with_name(".out.deskeditor-new-left"), out.with_name(".out.deskeditor-new-held")
    left.mkdir()
    held.mkdir()
    with swap.hold(held):
        write(out, "new")
        assert held.exists()
        assert not left.exists()


def test_a_full_disk_is_said_and_the_old_bundle_stays(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(out, "old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match="the disk is full"):
        write(out, "new")
    assert read(out) == {"old"}


def test_many_files_are_made_durable_with_one_sync(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    monkeypatch.setattr(os, "sync", lambda: calls.append("sync"))
    write(out, "new", 400)
    assert calls == ["sync"]


@pytest.mark.parametrize("thing", ["page", "book", "proof"])
def test_a_file_that_the_disk_refuses_is_called_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, thing: str
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(Refused, match=f"The {thing} could not be written to out: the disk is full"):
        write_file(tmp_path / "out", b"new", thing)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "a.zip", b"old", "zip")
    write_file(tmp_path / "a.zip", b"new", "zip")
    assert (tmp_path / "a.zip").read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [tmp_path / "a.zip"]


def test_of_several_files_none_has_its_name_before_all_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = iter(range(99))

    def full(_: int) -> None:
        if next(calls) == 1:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("deskeditor.publish.writer.os.fsync", full)
    files = {tmp_path / "pages" / name: b"x" for name in ("a.html", "b.html", "c.html")}
    with pytest.raises(Refused, match="the disk is full"):
        write_files(files, "page")
    assert list(tmp_path.iterdir()) == []
