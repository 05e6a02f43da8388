"""A backup is a whole library, and nothing that was there is lost over it."""

import os
import shutil
from pathlib import Path

import pytest
from tests.library.builders import story
from tests.library.test_media import picture

from deskeditor.document.model import ArticleId, Document, Fields, Picture
from deskeditor.library.backup import restore
from deskeditor.library.errors import Damaged, LibraryError, Missing, Unavailable
from deskeditor.library.store import Library


def _with_picture(library: Library) -> ArticleId:
    digest = library.media.add(picture())
    return library.new(Document(f"![x](media:{digest})\n", Fields(lead_picture=Picture(digest)))).id


def test_what_was_backed_up_comes_back(library: Library, tmp_path: Path) -> None:
    article = _with_picture(library)
    backup = library.backup(tmp_path / "b.desk")
    restore(backup, tmp_path / "again.desk")
    with Library.open(tmp_path / "again.desk") as again:
        assert again.load(article).document == library.load(article).document
        assert (again.doctor(), again.uuid) == ((), library.uuid)


def test_a_backup_into_a_folder_keeps_its_name_and_leaves_nothing_else(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    assert library.backup(tmp_path / "stick") == tmp_path / "stick" / "news.desk"
    assert [each.name for each in (tmp_path / "stick").iterdir()] == ["news.desk"]


def test_a_later_backup_takes_the_place_of_an_older_one(library: Library, tmp_path: Path) -> None:
    library.backup(tmp_path / "b.desk")
    article = library.new(story())
    library.backup(tmp_path / "b.desk")
    with Library.open(tmp_path / "b.desk") as backup:
        assert backup.load(article.id).document == story()


def test_a_backup_replaces_nothing_else(library: Library, tmp_path: Path) -> None:
    Library.create(tmp_path / "other.desk").close()
    (tmp_path / "letter.desk").write_text("Dear all")
    for name in ("other.desk", "letter.desk", "news.desk"):
        before = (tmp_path / name).read_bytes()
        with pytest.raises(Unavailable):
            library.backup(tmp_path / name)
        assert (tmp_path / name).read_bytes() == before


def test_a_backup_with_a_damaged_text_takes_no_older_ones_place(library: Library, tmp_path: Path) -> None:
    article, other = library.new(story()), library.new(story())
    before = library.backup(tmp_path / "b.desk").read_bytes()
    _spoil(library, article.id)
    with pytest.raises(Damaged):
        library.backup(tmp_path / "b.desk")
    assert (tmp_path / "b.desk").read_bytes() == before and len(list(tmp_path.glob("*b.desk*"))) == 1
    with Library.open(library.backup(tmp_path / "c.desk")) as copy:
        assert copy.load(other.id).document == story()
        assert [each.article for each in copy.damaged_texts()] == [article.id]


def test_a_disk_that_fails_leaves_the_older_backup(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = library.backup(tmp_path / "b.desk")
    before = backup.read_bytes()
    library.new(story())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="the disk is full"):
        library.backup(backup)
    assert (backup.read_bytes(), sorted(p.name for p in tmp_path.glob("*b.desk*"))) == (before, ["b.desk"])


def test_nothing_is_restored_over_a_library(library: Library, tmp_path: Path) -> None:
    backup = library.backup(tmp_path / "b.desk")
    before = library.path.read_bytes()
    with pytest.raises(Unavailable):
        restore(backup, library.path)
    assert library.path.read_bytes() == before


@pytest.mark.parametrize(("raw", "error"), [(None, Missing), (b"Dear all", Damaged)])
def test_nothing_is_restored_from_what_is_no_backup(
    tmp_path: Path, raw: bytes | None, error: type[LibraryError]
) -> None:
    if raw is not None:
        (tmp_path / "b.desk").write_bytes(raw)
    with pytest.raises(error):
        restore(tmp_path / "b.desk", tmp_path / "again.desk")
    assert not (tmp_path / "again.desk").exists()


def test_the_doctor_finds_a_changed_text(library: Library) -> None:
    article = library.new(story())
    _spoil(library, article.id)
    assert ("text", article.id) in {(finding.rule, finding.article) for finding in library.doctor()}
    with pytest.raises(Damaged):
        library.revision(article.id, 1)


def test_the_doctor_finds_missing_and_damaged_pictures(library: Library) -> None:
    _with_picture(library)
    (digest,) = library.media.all()
    library.media.path(digest).write_bytes(b"broken")
    assert [finding.message for finding in library.doctor()] == [f"The picture {digest[:12]}… is damaged."]
    shutil.rmtree(library.media.root)
    assert [finding.message for finding in library.doctor()] == [f"The picture {digest[:12]}… is missing."]


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        ("insert into search(search) values('delete-all')", "search"),
        ("update counts set n = n + 1 where name = 'draft'", "count"),
        ("pragma foreign_keys = off; insert into tags values(99, 0, 'x')", "reference"),
    ],
)
def test_the_doctor_finds_what_does_not_fit(library: Library, sql: str, rule: str) -> None:
    library.new(story())
    library._at._conn.executescript(sql)  # no public way leads there
    assert {finding.rule for finding in library.doctor()} == {rule}


def test_the_doctor_finds_a_damaged_page(library: Library) -> None:
    for _ in range(30):
        library.new(story(text="word " * 500))
    library.close()
    raw = bytearray(library.path.read_bytes())
    raw[len(raw) // 2 : len(raw) // 2 + 4096] = b"\xff" * 4096
    library.path.write_bytes(raw)
    with Library.open(library.path) as again:
        assert {finding.rule for finding in again.doctor()} <= {"file", "text"}
        assert again.doctor()


def _spoil(library: Library, article: ArticleId) -> None:
    library._at._conn.executescript(
        f"""drop trigger revision_stays; update revisions set text = replace(text, 'spoke', 'sang')
        where article = (select key from articles where id = '{article}')"""
    )
