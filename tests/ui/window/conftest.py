"""One window for each file of tests: a browser takes two seconds to start."""

from collections.abc import Iterator
from pathlib import Path

import PySide6.QtWebEngineWidgets  # noqa: F401  # Qt: has to be imported before there is an application
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.e2e.newsroom import Newsroom, article, left_at, stored

from deskeditor.ui import look

COUNCIL = "The council met on Monday. It voted *twice*.\n\nNobody spoke against it.\n"
RIVER = "The river rose two feet overnight.\n\n- barges wait\n- locks stay shut\n"
BUDGET = "The budget passed. The mayor signed it.\n"


@pytest.fixture(scope="module")
def bot(request: pytest.FixtureRequest, qapp: QApplication) -> QtBot:
    """Waits, for as long as a file of tests runs."""
    look.apply(qapp, look.Scheme.LIGHT)
    return QtBot(request)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of three articles, the first of which was open last."""
    path = tmp_path_factory.mktemp("newsroom") / "news.desk"
    council, *_ = stored(
        path,
        article("Council meets", COUNCIL),
        article("River rises", RIVER),
        article("Budget passes", BUDGET),
    )
    left_at(path, council)
    return path


@pytest.fixture(scope="module")
def newsroom(library: Path, bot: QtBot) -> Iterator[Newsroom]:
    """The window on it, with the article that was open last."""
    room = Newsroom(library, bot)
    room.until(lambda: room.desk.draft is not None and room.panes.articles.model.rowCount())
    yield room
    room.close()
