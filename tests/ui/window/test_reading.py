"""A library that cannot be written, or not be read, says so and stays as it is."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.e2e.newsroom import Newsroom, article, stored

HOLDER = "Mara on newsdesk-2 has it open"


@pytest.fixture(scope="module")
def reader(library: Path, bot: QtBot) -> Iterator[Newsroom]:
    """A window on a library that somebody else has."""
    room = Newsroom(library, bot, reading=HOLDER)
    room.until(lambda: room.desk.draft is not None and room.panes.articles.model.rowCount())
    yield room
    room.close()


def test_the_holder_is_named(reader: Newsroom) -> None:
    assert HOLDER in reader.said
    assert HOLDER in reader.place


def test_keys_change_nothing(reader: Newsroom) -> None:
    before = reader.draft.document
    for widget in (reader.body, reader.panes.editor.fields.headline, reader.panes.editor.fields.byline):
        reader.type(widget, "x")
        reader.press(widget, Qt.Key.Key_Return)
    assert reader.draft.document == before
    assert all(line.isReadOnly() for line in reader.panes.editor.fields.findChildren(QLineEdit))


def test_only_what_changes_nothing_is_offered(reader: Newsroom) -> None:
    reader.panes.articles.list.select((reader.draft.id,), reader.draft.id)
    for name in ("new", "import", "trash", "duplicate", "bold", "link", "undo", "save"):
        reader.do(name)
        assert not reader.session.wiring.menus.actions[name].isEnabled()
    assert not reader.panes.articles.header.new.isEnabled()


def test_nothing_is_called_saved(reader: Newsroom) -> None:
    assert reader.kept == "Read only"


def test_the_history_can_be_read_but_not_brought_back(reader: Newsroom) -> None:
    reader.do("history")
    reader.until(lambda: reader.panes.review.has_history)
    assert not reader.panes.review.history.restore.isVisible()
    reader.do("end-review")


def newer(path: Path) -> None:
    stored(path, article("One", "Text.\n"))
    with closing(sqlite3.connect(path)) as at:
        at.execute("pragma user_version = 999")


def foreign(path: Path) -> None:
    path.write_bytes(b"This is no library at all.\n" * 400)


@pytest.mark.parametrize(
    ("make", "word"), [(newer, "newer"), (foreign, "no deskeditor library"), (lambda _: None, "no library")]
)
def test_a_library_that_cannot_be_opened_is_named_and_left_alone(
    make: Callable[[Path], None], word: str, tmp_path: Path, bot: QtBot
) -> None:
    path = tmp_path / "news.desk"
    make(path)
    before = {each: each.read_bytes() for each in tmp_path.iterdir()}
    room = Newsroom(path, bot)
    room.until(lambda: word in room.said)
    assert "news.desk" in room.said
    room.close()
    assert {each: each.read_bytes() for each in tmp_path.iterdir() if each.suffix != ".toml"} == before


def test_an_empty_library_can_be_closed_again(tmp_path: Path, bot: QtBot) -> None:
    path = tmp_path / "empty.desk"
    stored(path)
    room = Newsroom(path, bot)
    room.window.close()
    room.until(lambda: not room.window.isVisible())
    room.close()
