"""A large bundle is kept twice and its files once; what may have been touched is never trusted."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from deskeditor.library.kept import Kept
from deskeditor.publish import stage as staging
from deskeditor.publish.manifest import NAME, Entry, manifest_bytes
from deskeditor.publish.stage import Filing, staged, swap
from deskeditor.publish.verify import verify

Bundle = dict[str, bytes]


def bundle(marks: dict[int, str] | None = None, count: int = 12) -> Bundle:
    files = {f"section/{number}.html": f"story {number}".encode() for number in range(count)}
    files |= {f"section/{number}.html": mark.encode() for number, mark in (marks or {}).items()}
    return files | {NAME: manifest_bytes(entries(files), (), "1")}


def entries(files: Bundle) -> list[Entry]:
    return [Entry(path, len(raw), sha256(raw).hexdigest()) for path, raw in files.items()]


def put(out: Path, kept: Kept, files: Bundle) -> list[str]:
    """The bundle at `out`; the paths that had to be written for it."""
    written = []
    with staged(out, kept) as stage:
        filing = Filing(stage.root)
        for path, raw in files.items():
            if not stage.has(path, sha256(raw).hexdigest()):
                stage.note(path, filing.put(path, raw))
                written.append(path)
        stage.settle(files.keys())
        swap(stage, kept)
    return sorted(written)


def read(out: Path) -> Bundle:
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Kept]:
    monkeypatch.setattr(staging, "LARGE", 3)
    with Kept.within(tmp_path / "cache") as found:
        yield found


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def test_only_what_changed_is_written_time_after_time(out: Path, kept: Kept) -> None:
    put(out, kept, bundle())
    for number in range(5):
        wanted = bundle({number: f"changed {number}"})
        expected = {NAME, f"section/{number}.html", f"section/{max(number - 1, 0)}.html"}
        assert set(put(out, kept, wanted)) <= expected
        assert read(out) == wanted


def test_the_bundle_that_stands_keeps_its_files_while_the_next_is_made(out: Path, kept: Kept) -> None:
    put(out, kept, bundle())
    put(out, kept, bundle({1: "second"}))
    with staged(out, kept) as stage:
        Filing(stage.root).put("section/1.html", b"third")
        assert (out / "section/1.html").read_bytes() == b"second"


def test_a_file_edited_by_hand_does_not_come_back_with_the_next_bundle_but_one(out: Path, kept: Kept) -> None:
    put(out, kept, bundle())
    put(out, kept, bundle({1: "second"}))
    (out / "section/5.html").write_bytes(b"Story 5")
    put(out, kept, bundle({1: "third"}))
    put(out, kept, bundle({1: "fourth"}))
    assert read(out) == bundle({1: "fourth"})


def test_a_file_that_was_only_touched_leaves_nothing_beside_it(out: Path, kept: Kept) -> None:
    put(out, kept, bundle())
    put(out, kept, bundle({1: "second"}))
    os.utime(out / "section/5.html", (1, 1))
    put(out, kept, bundle({1: "third"}))
    assert read(out) == bundle({1: "third"})


def test_a_file_put_into_the_kept_bundle_does_not_leave(out: Path, kept: Kept, tmp_path: Path) -> None:
    put(out, kept, bundle())
    put(out, kept, bundle({1: "second"}))
    (spare,) = (tmp_path / "cache").glob("spare-*")
    (spare / "section" / "diary.txt").write_text("mine")
    (spare / "new").mkdir()
    (spare / "new" / "diary.txt").write_text("mine")
    put(out, kept, bundle({1: "third"}))
    assert read(out) == bundle({1: "third"})


def test_a_link_in_the_kept_bundle_leads_nowhere(out: Path, kept: Kept, tmp_path: Path) -> None:
    put(out, kept, bundle())
    put(out, kept, bundle({1: "second"}))
    (spare,) = (tmp_path / "cache").glob("spare-*")
    elsewhere = tmp_path / "elsewhere"
    (spare / "section").rename(elsewhere)
    (spare / "section").symlink_to(elsewhere)
    put(out, kept, bundle({1: "third"}))
    assert read(out) == bundle({1: "third"})
    assert (elsewhere / "1.html").read_bytes() == b"story 1"


def test_a_kept_bundle_that_was_cut_short_is_put_right(out: Path, kept: Kept) -> None:
    put(out, kept, bundle())
    put(out, kept, bundle({1: "second"}))
    with pytest.raises(KeyboardInterrupt), staged(out, kept) as stage:
        for number in range(6):
            Filing(stage.root).put(f"section/{number}.html", b"half")
        raise KeyboardInterrupt
    assert read(out) == bundle({1: "second"})
    put(out, kept, bundle({1: "third"}))
    assert read(out) == bundle({1: "third"})


def test_pages_that_are_gone_leave_no_file_and_no_folder(out: Path, kept: Kept) -> None:
    put(out, kept, bundle() | {"old/2025/1.html": b"gone"} | {NAME: _with(bundle(), "old/2025/1.html")})
    for _ in range(2):
        put(out, kept, bundle())
        assert read(out) == bundle()
        assert not (out / "old").exists()


def _with(files: Bundle, path: str) -> bytes:
    rest = {name: raw for name, raw in files.items() if name != NAME} | {path: b"gone"}
    return manifest_bytes(entries(rest), (), "1")


def test_without_the_kept_bundle_and_its_seals_the_next_export_is_whole(out: Path, kept: Kept) -> None:
    put(out, kept, bundle())
    kept.forget()
    put(out, kept, bundle({2: "second"}))
    assert read(out) == bundle({2: "second"})
    assert verify(out) == ()


def test_a_file_that_could_not_be_taken_over_leaves_nothing_beside_it(
    out: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    for wanted in (bundle(), bundle(count=13)):
        put(out, kept, wanted)
    refusals = iter((OSError(28, "No space left on device"),))
    rename = os.replace

    def refused_once(*args: str) -> None:
        for error in refusals:
            raise error
        rename(*args)

    monkeypatch.setattr(os, "replace", refused_once)
    assert "section/12.html" in put(out, kept, wanted)
    assert read(out) == wanted


def test_a_disk_that_shares_no_files_gets_copies(
    out: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    put(out, kept, bundle())
    put(out, kept, bundle({2: "second"}))
    assert read(out) == bundle({2: "second"})


def test_every_new_file_and_folder_is_on_the_disk_before_the_bundle_stands(
    out: Path, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[int] = set()
    missing: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.add(os.fstat(handle).st_ino))

    def stand(root: Path, place: Path) -> None:
        missing.extend(path.name for path in (root, *root.rglob("*")) if path.stat().st_ino not in synced)
        root.rename(place)

    monkeypatch.setattr(staging, "take_place", stand)
    put(out, kept, bundle())
    assert (read(out), missing) == (bundle(), [])
