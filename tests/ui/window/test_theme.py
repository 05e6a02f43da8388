"""The page beside the story is drawn as the library's site is, and as the window's next export will be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.e2e.newsroom import Newsroom, article, stored

from deskeditor.library.store import Library
from deskeditor.publish.theme import Theme
from deskeditor.ui.dialogs.export_values import KEPT, ExportRequest, Form, Scope, request_json
from deskeditor.ui.preview.page import WORLD

STYLE = "(document.querySelector('style') || document.body).textContent"


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory, bot: QtBot) -> Iterator[Newsroom]:
    """A window on a library whose site is plain."""
    path = tmp_path_factory.mktemp("plain") / "news.desk"
    stored(path, article("Council meets", "The council met.\n"))
    with Library.open(path) as library:
        library.set_setting("site.theme", "wire")
    room = Newsroom(path, bot)
    room.until(lambda: room.desk.draft)
    yield room
    room.close()


def style_of(newsroom: Newsroom) -> str:
    """The style of the page that is on screen."""
    answers: list[str] = []
    newsroom.browser.page.runJavaScript(STYLE, WORLD, answers.append)
    newsroom.until(lambda: answers)
    return answers[0] or ""


def test_the_preview_is_drawn_as_the_site_of_the_library(newsroom: Newsroom) -> None:
    newsroom.until(lambda: style_of(newsroom).strip() == Theme.load("wire").style.strip())


def test_an_export_as_another_theme_shows_it_in_the_preview_at_once(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    newsroom.session.wiring.gestures._leaving()._export(
        ExportRequest(Scope.EVERYTHING, None, Form.FOLDER, tmp_path / "site", "broadsheet", "")
    )
    newsroom.until(lambda: style_of(newsroom).strip() == Theme.load("broadsheet").style.strip())


def test_the_next_window_shows_what_was_exported_last(tmp_path: Path, bot: QtBot) -> None:
    stored(path := tmp_path / "news.desk", article("Council meets", "The council met.\n"))
    before = ExportRequest(Scope.EVERYTHING, None, Form.FOLDER, tmp_path / "site", "wire", "")
    with Library.open(path) as library:
        library.set_setting(KEPT, request_json(before))
    room = Newsroom(path, bot)
    room.until(lambda: room.desk.draft)
    room.until(lambda: style_of(room).strip() == Theme.load("wire").style.strip())
    room.close()
