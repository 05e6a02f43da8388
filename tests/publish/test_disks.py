"""Whatever a disk refuses: the old bundle stands, one line says so, and the next export is as any other."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.e2e.cuts import edit, files_of, from_nothing, furnish, hurry, publish
from tests.publish.newsroom import cache_of

from deskeditor.publish import amend_spare, stage, whole
from deskeditor.publish.errors import Refused
from deskeditor.publish.verify import verify

CALLS = ("open", "write", "fsync", "mkdir", "replace")


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)


def failing(patch: pytest.MonkeyPatch, call: str, at: int, error: int) -> list[int]:
    """Let one call fail from its so many-th time on, as on a disk that is full; the count of those made."""
    made = [0]

    def refuse(*args: object, **named: object) -> object:
        made[0] += 1
        if made[0] >= at:
            raise OSError(error, os.strerror(error))
        return real(*args, **named)

    real: Callable[..., object] = getattr(os, call)
    patch.setattr(os, call, refuse)
    return made


@pytest.mark.parametrize("kind", ["whole", "amended"])
@pytest.mark.parametrize("call", CALLS)
def test_a_disk_that_refuses_any_call_leaves_the_old_bundle_or_the_new_one(
    tmp_path: Path, kind: str, call: str
) -> None:
    library, out = tmp_path / "news.desk", tmp_path / "site" / "out"
    (id, *_) = furnish(library)
    publish(library, out)
    for at in (1, 4, 16):
        old = files_of(out)
        edit(library, id, kind, at)
        new = from_nothing(library, tmp_path / "anew")
        with pytest.MonkeyPatch.context() as patch:
            made = failing(patch, call, at, errno.ENOSPC)
            said = _told(library, out)
        assert files_of(out) in (old, new)
        assert files_of(out) == (old if said else new)
        assert not said or ("the disk is full" in said and "stands as it was" in said)
        publish(library, out)
        assert files_of(out) == new
        if made[0] < at:
            break


def _told(library: Path, out: Path) -> str:
    try:
        publish(library, out)
    except Refused as refused:
        return str(refused)
    return ""


def test_a_disk_without_links_gets_whole_bundles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library, out = tmp_path / "news.desk", tmp_path / "out"
    (id, *_) = furnish(library)
    failing(monkeypatch, "link", 1, errno.EPERM)
    for number, kind in enumerate(("whole", "amended", "whole", "amended")):
        edit(library, id, kind, number)
        publish(library, out)
        assert files_of(out) == from_nothing(library, tmp_path / "anew")


def test_a_place_on_another_disk_than_the_library_gets_whole_bundles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, out = tmp_path / "news.desk", tmp_path / "out"
    (id, *_) = furnish(library)
    for module in (stage, whole, amend_spare):
        monkeypatch.setattr(module, "spare_place", lambda *_: None)
    for number, kind in enumerate(("whole", "amended")):
        edit(library, id, kind, number)
        publish(library, out)
        assert files_of(out) == from_nothing(library, tmp_path / "anew")
    assert not list(cache_of(library).glob("spare-*"))


def test_on_another_disk_than_the_cache_nothing_new_is_seen_at_a_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, out = tmp_path / "news.desk", tmp_path / "out"
    (id, *_) = furnish(library)
    for module in (stage, whole, amend_spare):
        monkeypatch.setattr(module, "spare_place", lambda *_: None)
    publish(library, out)
    edit(library, id, "amended", 1)
    publish(library, out)
    monkeypatch.setattr(whole, "exported", lambda *_: pytest.fail("made anew"))
    publish(library, out)
    (out / "index.html").write_text("touched")
    with pytest.raises(pytest.fail.Exception):
        publish(library, out)


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(tmp_path: Path) -> None:
    library, out = tmp_path / "news.desk", tmp_path / "out"
    (id, *_) = furnish(library)
    cache = cache_of(library)
    shutil.rmtree(cache, ignore_errors=True)
    cache.write_text("no folder")
    for number in range(2):
        edit(library, id, "whole", number)
        publish(library, out)
        assert verify(out) == ()
    assert files_of(out) == from_nothing(library, tmp_path / "anew")


def test_a_parent_that_is_a_link_is_gone_through_and_stays_a_link(tmp_path: Path) -> None:
    library = tmp_path / "news.desk"
    (id, *_) = furnish(library)
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for number in range(3):
        edit(library, id, "amended", number)
        publish(library, tmp_path / "link" / "out")
        assert files_of(tmp_path / "real" / "out") == from_nothing(library, tmp_path / "anew")
    assert (tmp_path / "link").is_symlink()


LOST: dict[str, Callable[[Path, Path], object]] = {
    "lost": lambda kept, _: kept.unlink(),
    "of another time": lambda kept, old: shutil.copy(old, kept),
    "torn": lambda kept, _: kept.write_bytes(kept.read_bytes()[:5000]),
    "overwritten": lambda kept, _: kept.write_bytes(b"\0" * 20_000),
}


@pytest.mark.parametrize("name", LOST)
def test_what_was_kept_may_be(tmp_path: Path, name: str) -> None:
    library, out = tmp_path / "news.desk", tmp_path / "out"
    (id, *_) = furnish(library)
    kept, old = cache_of(library) / "kept.sqlite", tmp_path / "old.sqlite"
    publish(library, out)
    shutil.copy(kept, old)
    for number, kind in enumerate(("whole", "amended")):
        edit(library, id, kind, number)
        publish(library, out)
        LOST[name](kept, old)
        edit(library, id, "amended", number + 10)
        publish(library, out)
        assert files_of(out) == from_nothing(library, tmp_path / "anew")


def test_a_library_of_a_backup_makes_its_own_bundle_where_a_later_one_stands(tmp_path: Path) -> None:
    library, out = tmp_path / "news.desk", tmp_path / "out"
    (id, *_) = furnish(library)
    publish(library, out)
    shutil.copytree(tmp_path, tmp_path.parent / "backup", symlinks=True)
    for number, kind in enumerate(("amended", "whole", "amended")):
        edit(library, id, kind, number)
        publish(library, out)
    library.rename(tmp_path / "news.desk.lost")
    shutil.move(tmp_path.parent / "backup" / "news.desk", library)
    edit(library, id, "amended", 7)
    publish(library, out)
    assert files_of(out) == from_nothing(library, tmp_path / "anew")
