"""Finished stories are kept: another place needs none made again, and never has what is out of date."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.publish.newsroom import BASE, NOW, SOUND, Newsroom, story
from tests.publish.test_incremental import files_of, from_nothing

from deskeditor.document.model import ArticleId, Document
from deskeditor.library.kept import Kept
from deskeditor.publish import proofreading, room
from deskeditor.publish.bundle import Options
from deskeditor.publish.developing import MOST, finish
from deskeditor.publish.errors import PublishError, Refused
from deskeditor.publish.page import article_page
from deskeditor.publish.place import Place
from deskeditor.publish.plates import SHELF
from deskeditor.publish.site import Site
from deskeditor.publish.story import Story
from deskeditor.publish.theme import Theme

SITE = Options(base_url=BASE)
ZIP = replace(SITE, zip=True)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The headlines of the stories whose pages are drawn."""
    said: list[str] = []

    def telling(story: Story, site: Site, theme: Theme, place: Place) -> str:
        said.append(story.fields.headline)
        return article_page(story, site, theme, place)

    monkeypatch.setattr(proofreading, "article_page", telling)
    return said


def plates(newsroom: Newsroom) -> dict[str, bytes]:
    with Kept.within(newsroom.library.cache) as kept:
        return kept.all(SHELF)


def change(newsroom: Newsroom, id: ArticleId, how: Callable[[Document], Document]) -> None:
    article = newsroom.library.load(id)
    newsroom.library.save(id, how(article.document), article.revision)


@pytest.mark.parametrize("name", ["elsewhere", "elsewhere.zip"])
def test_after_a_zip_another_place_is_written_without_drawing_a_page(
    newsroom: Newsroom, drawn: list[str], name: str
) -> None:
    first = newsroom.export(SITE, "first.zip")
    drawn.clear()
    second = newsroom.export(SITE, name)
    assert drawn == []
    assert (second.findings, second.files, second.size) == (first.findings, first.files, first.size)


def test_a_folder_holds_its_pages_itself_and_nothing_is_kept_twice(newsroom: Newsroom) -> None:
    newsroom.export(SITE)
    assert plates(newsroom) == {}


def test_helpers_write_kept_stories_as_they_were_made(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.export(ZIP)
    monkeypatch.setattr(room, "MANY", 1)
    newsroom.export(SITE, "elsewhere")
    assert files_of(newsroom.folder / "elsewhere") == files_of(newsroom.out)


def test_only_what_has_changed_is_drawn_for_a_second_place(newsroom: Newsroom, drawn: list[str]) -> None:
    newsroom.export(ZIP)
    change(newsroom, newsroom.water, lambda document: replace(document, text="Another text."))
    drawn.clear()
    newsroom.export(SITE, "elsewhere")
    assert drawn == ["Kansas City opens a water lab"]
    assert files_of(newsroom.folder / "elsewhere") == from_nothing(newsroom)


@pytest.mark.parametrize(
    "other",
    [
        Options(base_url="https://elsewhere.example/"),
        Options(base_url=BASE, theme="wire"),
        Options(base_url=BASE, site={"name": "Another name"}),
        Options(base_url=BASE, full=True),
    ],
)
def test_another_address_theme_or_site_is_drawn_anew(
    newsroom: Newsroom, drawn: list[str], other: Options
) -> None:
    newsroom.export(ZIP)
    drawn.clear()
    newsroom.export(other, "elsewhere")
    assert len(drawn) == 2


def test_a_damaged_plate_is_made_anew(newsroom: Newsroom) -> None:
    newsroom.export(ZIP)
    with Kept.within(newsroom.library.cache) as kept:
        kept.put(SHELF, {name: plate[:32] + b"rotten" for name, plate in kept.all(SHELF).items()})
    newsroom.export(SITE, "elsewhere")
    assert files_of(newsroom.folder / "elsewhere") == files_of(newsroom.out)


def test_what_was_finished_later_does_not_leave_before_its_time(newsroom: Newsroom) -> None:
    change(
        newsroom,
        newsroom.water,
        lambda document: replace(document, fields=replace(document.fields, updated="2025-08-22T12:00:00Z")),
    )
    finish(newsroom.library, {newsroom.water})
    with pytest.raises(Refused, match="still to come"):
        newsroom.export(Options(now=NOW))


def test_what_a_save_has_finished_no_export_draws(newsroom: Newsroom, drawn: list[str]) -> None:
    finish(newsroom.library, {newsroom.water, newsroom.draft})
    assert drawn == ["Kansas City opens a water lab"]
    newsroom.export(Options(now="2035-01-01T00:00:00Z"))
    assert drawn.count("Kansas City opens a water lab") == 1
    assert all(b"draft" not in plate for plate in plates(newsroom).values())


def test_a_library_that_was_never_exported_is_left_to_its_first_export(newsroom: Newsroom) -> None:
    for number in range(MOST + 1):
        newsroom.library.new(story(replace(SOUND, headline=f"Story {number}")))
    with pytest.raises(PublishError):
        finish(newsroom.library, {newsroom.water})
    assert plates(newsroom) == {}


def test_plates_of_other_editions_and_of_what_does_not_leave_any_more_are_forgotten(
    newsroom: Newsroom,
) -> None:
    newsroom.export(ZIP)
    before = plates(newsroom)
    newsroom.library.trash([newsroom.water])
    newsroom.export(Options(base_url=BASE, theme="wire"), "elsewhere.zip")
    assert len(before) == 2
    assert len(plates(newsroom)) == 1
    assert not plates(newsroom).keys() & before.keys()


def test_a_choice_of_stories_forgets_no_others(newsroom: Newsroom) -> None:
    newsroom.export(ZIP)
    newsroom.export(Options(base_url=BASE, articles=(newsroom.water,)), "elsewhere")
    assert len(plates(newsroom)) == 2


def test_where_nothing_may_leave_nothing_is_finished(newsroom: Newsroom) -> None:
    everything = newsroom.library.publishable_versions("2035-01-01T00:00:00Z")
    newsroom.library.trash([each.id for each in everything])
    with pytest.raises(PublishError):
        finish(newsroom.library, {newsroom.water})
    assert plates(newsroom) == {}
