"""Kept pictures that the disk has changed: made anew in the same export, or named where that cannot be."""

from pathlib import Path

import pytest
from tests.publish.newsroom import BASE, SOUND, Newsroom, story
from tests.publish.test_incremental import files_of

from deskeditor.publish import room, stage
from deskeditor.publish.bundle import Options
from deskeditor.publish.errors import Refused

SITE = Options(base_url=BASE)


def kept_pictures(newsroom: Newsroom) -> list[Path]:
    """Every rendition that is kept."""
    return sorted(newsroom.library.cache.glob("??/*-*"))


def rot(newsroom: Newsroom, most: int = 100) -> None:
    """Let the disk have other bytes of the same size, as it does without a word."""
    for each in kept_pictures(newsroom)[:most]:
        each.write_bytes(bytes(each.stat().st_size))


def break_original(newsroom: Newsroom) -> Path:
    """Let the picture itself be none any more."""
    original = newsroom.library.media.path(newsroom.library.media.all()[0])
    original.write_bytes(b"no picture at all")
    return original


@pytest.mark.parametrize("most", [1, 100])
@pytest.mark.parametrize("name", ["out", "elsewhere"])
def test_a_damaged_kept_picture_is_made_anew_in_the_same_export(
    newsroom: Newsroom, name: str, most: int
) -> None:
    first = newsroom.export(SITE)
    whole = files_of(newsroom.out)
    rot(newsroom, most)
    for path in newsroom.out.glob("media/*"):
        path.unlink()
    assert newsroom.export(SITE, name).findings == first.findings
    assert files_of(newsroom.folder / name) == whole


def test_helpers_make_damaged_pictures_anew_too(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MANY", 1)
    newsroom.export(SITE)
    rot(newsroom)
    newsroom.export(SITE, "elsewhere")
    assert files_of(newsroom.folder / "elsewhere") == files_of(newsroom.out)


def test_a_damaged_picture_whose_original_is_bad_is_named_and_nothing_is_written(newsroom: Newsroom) -> None:
    newsroom.export(SITE)
    rot(newsroom)
    stem = break_original(newsroom).stem
    for path in newsroom.out.glob("media/*"):
        path.unlink()
    before = files_of(newsroom.out)
    with pytest.raises(Refused, match=stem[:12]):
        newsroom.export(SITE)
    assert files_of(newsroom.out) == before


def test_a_picture_put_in_again_is_everywhere_in_the_next_export(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "LARGE", 1)
    original = newsroom.library.media.path(newsroom.library.media.all()[0])
    content = original.read_bytes()
    break_original(newsroom)
    for _ in range(2):
        with pytest.raises(Refused):
            newsroom.export(SITE)
    original.write_bytes(content)
    newsroom.export(SITE)
    newsroom.export(SITE, "elsewhere")
    assert b"media/" in files_of(newsroom.out)["index.html"]
    assert files_of(newsroom.out) == files_of(newsroom.folder / "elsewhere")


@pytest.mark.parametrize("name", ["page.html", "book.epub"])
def test_a_page_and_a_book_with_a_damaged_kept_picture_are_made_all_the_same(
    newsroom: Newsroom, name: str
) -> None:
    wanted = Options(articles=(newsroom.guard,), single_file=name.endswith("html"), base_url=BASE)
    newsroom.export(wanted, name)
    first = (newsroom.folder / name).read_bytes()
    rot(newsroom)
    newsroom.export(wanted, name)
    assert (newsroom.folder / name).read_bytes() == first


def test_a_disk_that_forgets_at_once_refuses_and_the_old_bundle_stands(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.export(SITE)
    before = files_of(newsroom.out)
    monkeypatch.setattr("deskeditor.publish.images._place", lambda *_: newsroom.folder / "gone")
    newsroom.library.new(story(SOUND))
    with pytest.raises(Refused, match="made anew"):
        newsroom.export(SITE, "elsewhere")
    assert files_of(newsroom.out) == before
