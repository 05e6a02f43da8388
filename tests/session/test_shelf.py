"""The list shows the newest question's answer, page by page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.document.model import Document, Fields, Status
from deskeditor.library.errors import LibraryError
from deskeditor.library.records import ListView, Mode
from deskeditor.library.store import Library
from deskeditor.session.jobs import Lane
from deskeditor.session.shelf import PAGE, Overview, Shelf, Shown


@pytest.fixture
def shelf_of_many(tmp_path: Path) -> Iterator[Shelf]:
    path = tmp_path / "many.desk"
    with Library.create(path) as library:
        for number in range(PAGE + 20):
            status = Status.READY if number % 4 == 0 else Status.DRAFT
            library.new(
                Document(f"Word{number} council.\n", Fields(headline=f"Story {number}", status=status))
            )
    lane: Lane[Library] = Lane("reader", lambda: Library.open(path, Mode.READ), (LibraryError,))
    yield Shelf(lane, ListView())
    lane.close(lambda library: library.close())


def asked(shelf: Shelf, qtbot: QtBot) -> list[Shown]:
    came: list[Shown] = []
    shelf.shown.connect(came.append)
    shelf.refresh()
    qtbot.waitUntil(lambda: bool(came))
    return came


def test_pages_follow_each_other_without_a_gap(shelf_of_many: Shelf, qtbot: QtBot) -> None:
    came = asked(shelf_of_many, qtbot)
    cursor = came[0].page.next
    assert cursor is not None
    shelf_of_many.more(cursor)
    qtbot.waitUntil(lambda: len(came) == 2)
    ids = [row.id for shown in came for row in shown.page.rows]
    assert (len(set(ids)), len(ids), came[1].first) == (PAGE + 20, PAGE + 20, False)


def test_counts_come_with_the_first_page(shelf_of_many: Shelf, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shelf_of_many.overview) as told:
        shelf_of_many.refresh()
    overview = told.args[0] if told.args else None
    assert isinstance(overview, Overview)
    assert overview.counts["ready"] == 30


def test_typing_a_search_ends_with_the_last_query(shelf_of_many: Shelf, qtbot: QtBot) -> None:
    came: list[Shown] = []
    shelf_of_many.shown.connect(came.append)
    for end in range(1, 8):
        shelf_of_many.search("word117"[:end])
    qtbot.waitUntil(lambda: bool(came) and len(came[-1].page.rows) == 1)
    assert came[-1].page.rows[0].headline == "Story 117"


def test_an_empty_search_shows_the_view_again(shelf_of_many: Shelf, qtbot: QtBot) -> None:
    came: list[Shown] = []
    shelf_of_many.shown.connect(came.append)
    shelf_of_many.search("word117")
    qtbot.waitUntil(lambda: bool(came))
    shelf_of_many.search("  ")
    qtbot.waitUntil(lambda: len(came[-1].page.rows) == PAGE)
    assert came[-1].page.next is not None


def test_hits_that_fit_on_a_page_follow_by_rank(shelf_of_many: Shelf, qtbot: QtBot) -> None:
    first: list[Shown] = []
    shelf_of_many.shown.connect(first.append)
    with qtbot.waitSignal(shelf_of_many.ranked) as told:
        shelf_of_many.search("story 11")
    ranked = told.args[0] if told.args else None
    assert isinstance(ranked, Shown)
    assert {row.id for row in ranked.page.rows} == {row.id for row in first[-1].page.rows}
