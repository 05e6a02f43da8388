"""Work that somebody else has put where ours is kept: nothing of it leaves, the export is as any other."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile
from zlib import crc32

import pytest
from tests.publish.newsroom import BASE, Newsroom
from tests.publish.pictures import photograph
from tests.publish.test_incremental import CHANGES, files_of

from deskeditor.library.kept import SHELVES
from deskeditor.publish import page, proofreading, stage
from deskeditor.publish.bundle import Options
from deskeditor.publish.manifest import NAME, read_manifest
from deskeditor.publish.plates import Plate, Plates
from deskeditor.publish.verify import verify

SITE = Options(base_url=BASE)
MARK = "POISONED"
OUTSIDE = "../../PWNED.txt"


@pytest.fixture(autouse=True)
def every_bundle_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage, "LARGE", 1)


def rows_of(folder: Path) -> dict[str, dict[str, bytes]]:
    """Every row by its shelf, as it lies on the disk."""
    with closing(sqlite3.connect(folder / "kept.sqlite")) as conn:
        return {shelf: dict(conn.execute(f"select name, value from {shelf}")) for shelf in SHELVES}


def put_rows(folder: Path, rows: dict[str, dict[str, bytes]]) -> None:
    """Write rows past the program."""
    with closing(sqlite3.connect(folder / "kept.sqlite")) as conn, conn:
        for shelf, values in rows.items():
            conn.executemany(f"insert or replace into {shelf} values(?, ?)", values.items())


@pytest.fixture
def theirs(newsroom: Newsroom, own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What another machine has kept of the same library: poison in each page, and a path that leads out."""

    def evil(*args: object) -> str:
        return made(*args).replace("</body>", f"<p>{MARK}</p></body>")

    def worse(self: Plates, plate: Plate) -> bytes:
        return packed(self, replace(plate, files={**plate.files, OUTSIDE: MARK.encode()}))

    made: Callable[..., str] = page.article_page
    packed = Plates._packed
    with monkeypatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(own_folders / "theirs"))
        patch.setattr(proofreading, "article_page", evil)
        patch.setattr(Plates, "_packed", worse)
        newsroom.export(SITE)
        newsroom.export(SITE, "out.zip")
        folder = newsroom.library.cache
        del newsroom.library.cache
    shutil.copytree(newsroom.out, newsroom.folder / "their bundle")
    shutil.rmtree(newsroom.out)
    (newsroom.folder / "out.zip").unlink()
    return folder


def beside(newsroom: Newsroom, theirs: Path) -> None:
    """Where earlier versions kept it."""
    shutil.copytree(theirs, newsroom.library.media.root / "cache")


def instead(newsroom: Newsroom, theirs: Path) -> None:
    """In the place of ours."""
    shutil.rmtree(newsroom.library.cache)
    shutil.copytree(theirs, newsroom.library.cache)


def among(newsroom: Newsroom, theirs: Path) -> None:
    """Rows of theirs in our own file."""
    put_rows(newsroom.library.cache, rows_of(theirs))


def as_before(newsroom: Newsroom, theirs: Path) -> None:
    """With the checksums of earlier versions."""
    rows = rows_of(theirs)
    for values in rows.values():
        values |= {name: crc32(row[16:]).to_bytes(4, "big") + row[16:] for name, row in values.items()}
    put_rows(newsroom.library.cache, rows)


def under_our_codes(newsroom: Newsroom, theirs: Path) -> None:
    """Their values behind the codes of ours of the same name."""
    ours = rows_of(newsroom.library.cache)
    rows = {
        shelf: {name: ours[shelf].get(name, row)[:16] + row[16:] for name, row in values.items()}
        for shelf, values in rows_of(theirs).items()
    }
    put_rows(newsroom.library.cache, rows)


WAYS = (beside, instead, among, as_before, under_our_codes)


def check(newsroom: Newsroom, clean: dict[str, bytes]) -> None:
    """See that a folder and a zip are as they were without any of it."""
    newsroom.export(SITE)
    newsroom.export(SITE, "elsewhere.zip")
    assert files_of(newsroom.out) == clean
    with ZipFile(newsroom.folder / "elsewhere.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == clean
    assert not list(newsroom.folder.parent.rglob("PWNED*"))
    assert verify(newsroom.out) == ()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("stands", [True, False])
def test_nothing_of_theirs_leaves(
    newsroom: Newsroom, theirs: Path, way: Callable[..., None], stands: bool
) -> None:
    newsroom.export(SITE)
    newsroom.export(SITE, "first.zip")
    clean = files_of(newsroom.out)
    assert MARK.encode() not in b"".join(clean.values())
    if not stands:
        shutil.rmtree(newsroom.out)
    way(newsroom, theirs)
    check(newsroom, clean)


@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_theirs_leaves_with_an_edit(
    newsroom: Newsroom, theirs: Path, way: Callable[..., None]
) -> None:
    newsroom.export(SITE)
    newsroom.export(SITE, "first.zip")
    CHANGES["body"](newsroom.library, newsroom.guard, 1)
    way(newsroom, theirs)
    newsroom.export(SITE)
    assert not [path for path, content in files_of(newsroom.out).items() if MARK.encode() in content]


def test_what_lies_beside_a_library_is_left_alone(newsroom: Newsroom, theirs: Path) -> None:
    beside(newsroom, theirs)
    folder = newsroom.library.media.root / "cache"
    before = files_of(folder)
    newsroom.export(SITE)
    assert files_of(folder) == before


@pytest.mark.usefixtures("theirs")
@pytest.mark.parametrize("stands", [True, False])
def test_of_a_bundle_from_elsewhere_that_proves_itself_nothing_is_taken_over(
    newsroom: Newsroom, stands: bool
) -> None:
    newsroom.export(SITE)
    clean = files_of(newsroom.out)
    if not stands:
        shutil.rmtree(newsroom.library.cache)
    shutil.rmtree(newsroom.out)
    (newsroom.folder / "their bundle").rename(newsroom.out)
    assert verify(newsroom.out) == ()
    check(newsroom, clean)


def test_a_page_changed_together_with_its_manifest_gives_an_edit_nothing(newsroom: Newsroom) -> None:
    newsroom.export(SITE)
    for path in newsroom.out.rglob("*.html"):
        path.write_text(path.read_text("utf-8").replace("</body>", f"<p>{MARK}</p></body>"), "utf-8")
    manifest = (newsroom.out / NAME).read_bytes()
    for entry in read_manifest(manifest) or ():
        now = sha256((newsroom.out / entry.path).read_bytes()).hexdigest()
        manifest = manifest.replace(entry.sha256.encode(), now.encode())
    (newsroom.out / NAME).write_bytes(manifest)
    CHANGES["body"](newsroom.library, newsroom.guard, 1)
    newsroom.export(SITE)
    assert not [path for path, content in files_of(newsroom.out).items() if MARK.encode() in content]


def indexes(newsroom: Newsroom) -> list[Path]:
    """What says which files were made of each picture."""
    return sorted(newsroom.library.cache.glob("??/*.json"))


def another_picture(index: Path, picture: bytes) -> None:
    """Exchange the files of an index for another picture, hashes and all."""
    rows = json.loads(index.read_bytes()[16:])
    for row in rows[3]:
        row[5:] = sha256(picture).hexdigest(), len(picture)
        (index.parent.parent / row[0][:2] / row[0]).write_bytes(picture)
    index.write_bytes(index.read_bytes()[:16] + json.dumps(rows).encode())


def test_another_picture_does_not_leave_in_the_place_of_ours(newsroom: Newsroom) -> None:
    newsroom.export(SITE)
    clean, picture = files_of(newsroom.out), photograph(640, 480)
    for index in indexes(newsroom):
        another_picture(index, picture)
    shutil.rmtree(newsroom.out)
    for path in newsroom.library.cache.glob("kept.sqlite*"):
        path.unlink()
    check(newsroom, clean)


def test_the_index_of_another_picture_is_none_of_this_one(newsroom: Newsroom) -> None:
    newsroom.library.media.add(photograph(640, 480))
    newsroom.export(SITE)
    clean = files_of(newsroom.out)
    for index in indexes(newsroom):
        index.write_bytes(indexes(newsroom)[-1].read_bytes())
    for path in newsroom.library.cache.glob("kept.sqlite*"):
        path.unlink()
    check(newsroom, clean)


def test_old_values_of_ours_are_not_taken_for_new_ones(newsroom: Newsroom) -> None:
    newsroom.export(SITE)
    newsroom.export(SITE, "first.zip")
    old = rows_of(newsroom.library.cache)
    CHANGES["headline"](newsroom.library, newsroom.guard, 1)
    newsroom.export(SITE)
    clean = files_of(newsroom.out)
    put_rows(newsroom.library.cache, old)
    check(newsroom, clean)


@pytest.mark.parametrize("shelf", SHELVES)
def test_values_that_change_places_prove_nothing(newsroom: Newsroom, shelf: str) -> None:
    newsroom.export(SITE)
    newsroom.export(SITE, "first.zip")
    clean = files_of(newsroom.out)
    rows = rows_of(newsroom.library.cache)[shelf]
    names = sorted(rows)
    put_rows(
        newsroom.library.cache,
        {shelf: {a: rows[b] for a, b in zip(names, names[1:] + names[:1], strict=True)}},
    )
    shutil.rmtree(newsroom.out)
    check(newsroom, clean)
