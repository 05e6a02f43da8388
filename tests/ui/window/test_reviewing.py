"""From the story to its history, back to an older version, and back again."""

import pytest
from tests.e2e.newsroom import Newsroom


@pytest.fixture(scope="module")
def loaded(newsroom: Newsroom) -> str:
    """The story as it was, before a sentence was added to it and saved."""
    text = newsroom.draft.document.text
    newsroom.body.place_caret(0)
    newsroom.type(newsroom.body, "A new beginning. ")
    newsroom.do("history")
    newsroom.until(lambda: newsroom.panes.review.has_comparison)
    return text


def test_the_newest_is_compared_with_the_one_before(newsroom: Newsroom, loaded: str) -> None:
    assert loaded
    assert newsroom.panes.reviewing
    assert len(newsroom.panes.review.history.model.versions) == 2


def test_the_keyboard_is_on_the_versions(newsroom: Newsroom, loaded: str) -> None:
    assert loaded
    assert newsroom.panes.review.history.list.hasFocus()


def test_restoring_is_one_gesture_that_can_be_undone(newsroom: Newsroom, loaded: str) -> None:
    newsroom.panes.review.history.restore.click()
    newsroom.until(lambda: newsroom.draft.document.text == loaded)
    assert not newsroom.panes.reviewing
    newsroom.answer()
    assert newsroom.draft.document.text == "A new beginning. " + loaded


def test_the_way_back_leads_into_the_story(newsroom: Newsroom, loaded: str) -> None:
    assert loaded
    newsroom.do("history")
    newsroom.until(lambda: newsroom.panes.review.has_comparison)
    newsroom.do("end-review")
    assert newsroom.body.hasFocus()
