"""The sample newsroom of a first start."""

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.cli.conftest import Desk

from deskeditor.document.model import Status
from deskeditor.intake.samples import furnish
from deskeditor.library.records import Article, ListView
from deskeditor.library.store import Library


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library as a first start makes it."""
    path = tmp_path_factory.mktemp("newsroom") / "newsroom.desk"
    with Library.create(path) as library:
        furnish(library)
    return path


def articles(newsroom: Path) -> list[Article]:
    """All of them, the last changed first."""
    with Library.open(newsroom) as library:
        return [library.load(row.id) for row in library.page(ListView(), None, 100).rows]


def test_every_status_is_there(newsroom: Path) -> None:
    assert {article.document.fields.status for article in articles(newsroom)} == set(Status)


def test_three_languages_are_there(newsroom: Path) -> None:
    assert Counter(article.document.fields.language for article in articles(newsroom)) == {
        "en": 13,
        "de": 1,
        "ar": 1,
    }


def test_the_reference_story_stands_on_top(newsroom: Path) -> None:
    assert articles(newsroom)[0].document.fields.headline.startswith("Trump administration asks Missouri")


def test_the_reference_story_finds_what_it_names(newsroom: Path) -> None:
    story = articles(newsroom)[0]
    linked = [entry.article is not None for entry in story.document.fields.related]
    assert story.document.text.count("](article:") == 2 and sorted(linked) == [False, True, True]


def test_every_picture_is_in_the_library(newsroom: Path) -> None:
    with Library.open(newsroom) as library:
        assert library.doctor() == () and len(library.media.all()) == 6


def test_a_story_has_an_earlier_draft_to_compare_with(newsroom: Path, desk: Desk) -> None:
    found = json.loads(
        desk("compare", newsroom, "chouteau-bridge-closure@1", "chouteau-bridge-closure", "--json").out
    )
    assert found["moved_blocks"] == 1 and {change["risk"] for change in found["changes"]} >= {
        "quote",
        "figure",
    }


def test_nothing_blocks_what_is_published(newsroom: Path, desk: Desk) -> None:
    out = (Status.PUBLISHED, Status.CORRECTED)
    slugs = [each.slug for each in articles(newsroom) if each.document.fields.status in out]
    outcome = desk("check", newsroom, *slugs)
    assert len(slugs) == 6 and outcome.code == 0, outcome.out


def test_what_is_under_embargo_stays(newsroom: Path) -> None:
    with Library.open(newsroom) as library:
        slugs = {article.slug for article in library.publishable("2026-02-01T12:00:00Z")}
    assert len(slugs) == 6 and "chouteau-bridge-closure" not in slugs


def test_pictures_stand_in_the_text_by_hash(newsroom: Path) -> None:
    texts = [article.document.text for article in articles(newsroom)]
    assert sum(text.count("](media:") for text in texts) == 2 and not any(
        "](pictures/" in text for text in texts
    )
