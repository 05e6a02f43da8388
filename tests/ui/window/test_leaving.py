"""A window can be closed at any moment, and everything is kept."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.e2e.newsroom import Newsroom, article, stored

from deskeditor.library.store import Library


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


def test_a_page_that_still_owes_answers_does_not_hold_the_window(tmp_path: Path, bot: QtBot) -> None:
    path = tmp_path / "news.desk"
    stored(path, article("One", "Text.\n"))
    room = Newsroom(path, bot)
    room.page_shows("Text.")
    answers: list[str] = []
    for _ in range(50):
        room.panes.preview.read(answers.append)
    room.window.close()
    room.until(lambda: not room.window.isVisible())
    room.close()
