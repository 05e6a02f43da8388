"""What no story needs any more is forgotten in the end; what any may need, and every original, stays."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.newsroom import BASE, Newsroom
from tests.publish.test_incremental import files_of, from_nothing

from deskeditor.document.model import Status
from deskeditor.library.kept import Kept
from deskeditor.publish import stage, swap
from deskeditor.publish.bundle import Options
from deskeditor.publish.clearing import AGE, UNUSED, clear_libraries, clear_pictures, clear_spares

SITE = Options(base_url=BASE)


def cache_of(newsroom: Newsroom) -> Path:
    """Where its pictures and trees are kept."""
    return newsroom.library.cache


def kept_pictures(newsroom: Newsroom) -> set[str]:
    """The names of the files that are kept of pictures, indexes too."""
    return {path.name for path in cache_of(newsroom).glob("??/*")}


def age(newsroom: Newsroom, seconds: float = AGE + 60) -> None:
    """Let all that is kept have been made so long ago."""
    for path in [*cache_of(newsroom).glob("??/*"), *cache_of(newsroom).glob("*")]:
        when = path.stat().st_mtime - seconds
        os.utime(path, (when, when))


def withdraw(newsroom: Newsroom) -> None:
    """Take the story with the lead picture back."""
    article = newsroom.library.load(newsroom.water)
    fields = replace(article.document.fields, status=Status.DRAFT)
    newsroom.library.save(article.id, replace(article.document, fields=fields), article.revision)


def needed(newsroom: Newsroom) -> set[str]:
    """The names of the pictures that stories of the bundle show."""
    return {path.rpartition("/")[2] for path in files_of(newsroom.out) if path.startswith("media/")}


def test_renditions_of_a_story_that_left_are_forgotten_and_no_others(newsroom: Newsroom) -> None:
    newsroom.export(SITE)
    all_of_them, originals = kept_pictures(newsroom), newsroom.library.media.all()
    withdraw(newsroom)
    age(newsroom)
    newsroom.export(SITE)
    assert needed(newsroom) < kept_pictures(newsroom) < all_of_them
    assert newsroom.library.media.all() == originals
    assert files_of(newsroom.out) == from_nothing(newsroom)


@pytest.mark.parametrize("days", [0, 29])
def test_what_was_made_lately_stays_whether_it_is_shown_or_not(newsroom: Newsroom, days: int) -> None:
    newsroom.export(SITE)
    all_of_them = kept_pictures(newsroom)
    withdraw(newsroom)
    age(newsroom, days * 24 * 3600)
    newsroom.export(SITE)
    assert kept_pictures(newsroom) == all_of_them


@pytest.mark.parametrize("picked", ["articles", "since"])
def test_an_export_of_some_stories_forgets_nothing_of_the_others(newsroom: Newsroom, picked: str) -> None:
    newsroom.export(SITE)
    all_of_them = kept_pictures(newsroom)
    age(newsroom)
    some: dict[str, Options] = {
        "articles": Options(articles=(newsroom.guard,)),
        "since": Options(since=newsroom.library.load(newsroom.water).updated),
    }
    newsroom.export(some[picked], "some")
    assert kept_pictures(newsroom) == all_of_them


def test_the_pictures_are_not_gone_through_at_every_export(newsroom: Newsroom) -> None:
    newsroom.export(SITE)
    all_of_them = kept_pictures(newsroom)
    age(newsroom)
    (cache_of(newsroom) / "cleared").touch()
    clear_pictures(cache_of(newsroom), ())
    assert kept_pictures(newsroom) == all_of_them


def test_a_story_that_comes_back_after_its_pictures_were_forgotten_has_them(newsroom: Newsroom) -> None:
    newsroom.export(SITE)
    whole = files_of(newsroom.out)
    age(newsroom)
    clear_pictures(cache_of(newsroom), ())
    assert kept_pictures(newsroom) == set()
    shutil.rmtree(newsroom.out)
    newsroom.export(SITE)
    assert files_of(newsroom.out) == whole


def test_a_tree_whose_bundle_was_moved_or_deleted_is_forgotten(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "LARGE", 1)
    newsroom.export(SITE, "moved")
    newsroom.export(SITE)
    both = set(cache_of(newsroom).glob("spare-*"))
    (newsroom.folder / "moved").rename(newsroom.folder / "away")
    withdraw(newsroom)
    newsroom.export(SITE)
    left = set(cache_of(newsroom).glob("spare-*"))
    assert (len(both), len(left)) == (2, 1)
    with Kept.within(newsroom.library.cache) as kept:
        assert left == {stage.spare_place(newsroom.out, kept)}


def test_a_tree_that_another_export_works_on_stays(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stage, "LARGE", 1)
    newsroom.export(SITE)
    shutil.rmtree(newsroom.out)
    (spare,) = cache_of(newsroom).glob("spare-*")
    with swap.hold(spare), Kept.within(newsroom.library.cache) as kept:
        clear_spares(kept)
        assert spare.is_dir()


@pytest.mark.parametrize(("seconds", "stays"), [(60, True), (AGE + 60, False)])
def test_a_tree_of_a_bundle_that_nobody_remembers_is_forgotten_when_it_is_old(
    newsroom: Newsroom, seconds: float, stays: bool
) -> None:
    spare = cache_of(newsroom) / "spare-0123456789abcdef"
    spare.mkdir(parents=True)
    age(newsroom, seconds)
    with Kept.within(newsroom.library.cache) as kept:
        clear_spares(kept)
    assert spare.is_dir() == stays


def unused(folder: Path, seconds: float) -> Path:
    """The folder of a library that was last worked with so long ago."""
    with Kept.within(folder) as kept:
        kept.put("facts", {"a": b"1"})
    when = (folder / "used").stat().st_mtime - seconds
    os.utime(folder / "used", (when, when))
    return folder


def test_what_was_kept_of_a_library_in_no_use_is_forgotten_and_nothing_else(tmp_path: Path) -> None:
    ours, recent, old = (
        unused(tmp_path / (letter * 32), seconds)
        for letter, seconds in (("a", UNUSED + 60), ("b", UNUSED - 3600), ("c", UNUSED + 60))
    )
    foreign = unused(tmp_path / "mine", UNUSED + 60)
    clear_libraries(ours)
    assert (ours.exists(), recent.exists(), old.exists(), foreign.exists()) == (True, True, False, True)
    unused(old, UNUSED + 60)
    clear_libraries(ours)
    assert old.exists()  # not again so soon


def test_work_with_a_library_is_noted_to_the_day(tmp_path: Path) -> None:
    folder = unused(tmp_path / "a", UNUSED)
    before = (folder / "used").stat().st_mtime
    Kept.within(folder).close()
    assert (folder / "used").stat().st_mtime > before + UNUSED / 2
