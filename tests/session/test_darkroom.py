"""Pictures of public stories are made beside the writing; nothing of it is waited for, and nothing told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.publish.newsroom import NOW, SOUND, cache_of, story
from tests.publish.pictures import photograph

from deskeditor.document.model import ArticleId, Picture, Status
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.library.kept import Kept
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish import images_print, proofreading
from deskeditor.publish.bundle import Options, export
from deskeditor.publish.developing import develop, waiting
from deskeditor.publish.plates import SHELF
from deskeditor.session.darkroom import Darkroom
from deskeditor.session.desk import Desk


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A library with a picture."""
    with Library.create(tmp_path / "news.desk") as library:
        library.media.add(photograph(240, 180))
    return tmp_path / "news.desk"


@pytest.fixture
def darkroom(shelf: Path) -> Iterator[Darkroom]:
    made = Darkroom(shelf)
    yield made
    made.close()


def pictured(shelf: Path, status: Status = Status.PUBLISHED) -> ArticleId:
    """A story with the picture above it and in it."""
    with Library.open(shelf) as library:
        (media,) = library.media.all()
        lead = Picture(media, "A hall", "The lab", "Ann Lens", (0.2, 0.7))
        fields = replace(SOUND, lead_picture=lead, status=status)
        text = f'Text.\n\n![A hall](media:{media} "The lab"){{credit="Ann Lens"}}\n'
        return library.new(story(fields, text)).id


def lacking(shelf: Path, article: ArticleId) -> int:
    """How many pictures of the article were never made."""
    with Library.open(shelf, Mode.READ) as library:
        return len(waiting(library, article))


def plates(shelf: Path) -> int:
    """How many finished stories are kept."""
    with Kept.within(cache_of(shelf)) as kept:
        return len(kept.all(SHELF))


@pytest.mark.parametrize(
    ("status", "count"), [(Status.PUBLISHED, 2), (Status.CORRECTED, 2), (Status.DRAFT, 0), (Status.KILLED, 0)]
)
def test_only_pictures_of_public_stories_wait_to_be_made(shelf: Path, status: Status, count: int) -> None:
    assert lacking(shelf, pictured(shelf, status)) == count


def test_an_export_makes_no_picture_that_the_darkroom_made(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = pictured(shelf)
    with Library.open(shelf) as library:
        develop(library, article)
        monkeypatch.setattr(images_print, "develop", lambda *_, **__: pytest.fail("made again"))
        assert export(library, tmp_path / "out", Options(now=NOW), lambda *_: None).articles == 1
    assert list((tmp_path / "out" / "media").iterdir())


def test_a_public_story_that_is_saved_has_its_pictures_made_beside_the_writing(
    shelf: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    article = pictured(shelf)
    desk = Desk(shelf, tmp_path, Mode.WRITE)
    with qtbot.waitSignal(desk.opened):
        desk.open(article)
    type_into(desk, "More.\n")
    qtbot.waitUntil(lambda: lacking(shelf, article) == 0, timeout=60_000)
    with qtbot.waitSignal(desk.closed):
        desk.close()
    assert not desk.darkroom.is_at_work


def test_the_page_of_a_public_story_that_is_saved_is_made_beside_the_writing(
    shelf: Path, tmp_path: Path, darkroom: Darkroom, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = pictured(shelf)
    darkroom.develop(article)
    qtbot.waitUntil(lambda: plates(shelf) == 1, timeout=60_000)
    monkeypatch.setattr(proofreading, "article_page", lambda *_: pytest.fail("made again"))
    with Library.open(shelf) as library:
        assert export(library, tmp_path / "out", Options(), lambda *_: None).articles == 1


def test_a_draft_that_is_saved_begins_no_process(shelf: Path, tmp_path: Path, qtbot: QtBot) -> None:
    desk = Desk(shelf, tmp_path, Mode.WRITE)
    with qtbot.waitSignal(desk.opened):
        desk.open(pictured(shelf, Status.DRAFT))
    type_into(desk, "More.\n")
    with qtbot.waitSignal(desk.closed):
        desk.close()
    assert not desk.darkroom.is_at_work


def test_a_picture_that_cannot_be_made_hinders_no_other(
    shelf: Path, darkroom: Darkroom, qtbot: QtBot
) -> None:
    sound = pictured(shelf)
    with Library.open(shelf) as library:
        bad = library.media.add(photograph(90, 70))
        library.media.path(bad).write_bytes(b"no picture at all")
        broken = library.new(story(replace(SOUND, lead_picture=Picture(bad, "A", "B", "C")))).id
    for article in (broken, ArticleId("nobody"), sound):
        darkroom.develop(article)
    qtbot.waitUntil(lambda: lacking(shelf, sound) == 0, timeout=60_000)
    assert lacking(shelf, broken) == 1


def test_a_darkroom_that_was_killed_or_has_gone_begins_again(
    shelf: Path, darkroom: Darkroom, qtbot: QtBot
) -> None:
    article = pictured(shelf)
    darkroom.develop(ArticleId("nobody"))
    assert darkroom.is_at_work
    darkroom.kill()
    darkroom.develop(article)
    qtbot.waitUntil(lambda: lacking(shelf, article) == 0, timeout=60_000)


def type_into(desk: Desk, text: str) -> None:
    """Write at the end of the story on the desk, and save it."""
    assert desk.draft is not None
    step = ReplaceText(len(desk.draft.document.text), "", text)
    desk.draft.apply(Transaction((step,), None, Origin.TYPING, 0.0))
    desk.save()
