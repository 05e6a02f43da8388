"""A window can be closed at any moment, and everything is kept."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.e2e.newsroom import Newsroom, article, stored

from deskeditor.library.store import Library
from deskeditor.ui.preview.page import WORLD


@pytest.mark.parametrize("words", ["", "x", "Typed in the last moment. "])
def test_what_was_typed_in_the_last_moment_is_kept(words: str, tmp_path: Path, bot: QtBot) -> None:
    path = tmp_path / "news.desk"
    (one,) = stored(path, article("One", "Text.\n"))
    room = Newsroom(path, bot)
    room.until(lambda: room.desk.draft is not None)
    room.page_shows("Text.")
    room.body.place_caret(0)
    room.type(room.body, words)
    room.close()
    with Library.open(path) as library:
        assert library.load(one).document.text == words + "Text.\n"


def test_a_page_that_goes_answers_nothing_more(tmp_path: Path, bot: QtBot) -> None:
    path = tmp_path / "news.desk"
    stored(path, article("One", "Text.\n"))
    room = Newsroom(path, bot)
    room.page_shows("Text.")
    browser = room.browser
    late: list[object] = []
    asked: list[object] = []
    browser.page.read(late.append)
    browser.page.runJavaScript("1", WORLD, asked.append)
    browser.page.retire()
    room.until(lambda: asked)
    room.close()
    assert late == []
