"""Every key in every place where the keyboard can be: what it may change there, and what it may not."""

import pytest
from PySide6.QtCore import Qt
from tests.e2e.newsroom import CONTROL, NONE, Newsroom

from deskeditor.library.store import Library


def trashed(newsroom: Newsroom) -> int:
    with Library.open(newsroom.library) as library:
        return library.counts()["trash"]


@pytest.mark.parametrize("place", ["headline", "kicker", "story", "search"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
@pytest.mark.parametrize("modifiers", [NONE, CONTROL])
def test_no_key_that_edits_text_throws_a_story_away(
    newsroom: Newsroom, place: str, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    editor = newsroom.panes.editor
    places = {
        "headline": editor.fields.headline,
        "kicker": editor.fields.kicker,
        "story": editor.body,
        "search": newsroom.panes.articles.header.search,
    }
    open_story = newsroom.draft.id
    places[place].setFocus()
    newsroom.press(places[place], key, modifiers)
    assert (newsroom.draft.id, trashed(newsroom)) == (open_story, 0)


def test_control_and_backspace_in_the_list_put_its_story_into_the_trash(newsroom: Newsroom) -> None:
    rows = newsroom.panes.articles.list
    rows.setFocus()
    newsroom.press(rows, Qt.Key.Key_Backspace, CONTROL)
    newsroom.until(lambda: trashed(newsroom) == 1)
    newsroom.answer()
    newsroom.until(lambda: trashed(newsroom) == 0)
