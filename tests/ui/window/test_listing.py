"""Search, selection and trash, as a person at the keyboard meets them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from tests.e2e.newsroom import SHIFT, Newsroom

from deskeditor.ui.actions import ACTIONS, Scene


@pytest.fixture(autouse=True)
def everything_listed(newsroom: Newsroom) -> Iterator[None]:
    """Every test begins with the whole list and leaves it so."""
    yield
    newsroom.panes.articles.header.search.clear()
    newsroom.until(lambda: len(headlines(newsroom)) == 3)


def headlines(newsroom: Newsroom) -> list[str]:
    model = newsroom.panes.articles.model
    return [
        str(model.data(model.index(row, 0), Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())
    ]


def find(newsroom: Newsroom, query: str) -> None:
    newsroom.do("find-article")
    newsroom.type(newsroom.panes.articles.header.search, query)


def test_the_search_shows_hits_while_it_is_typed(newsroom: Newsroom) -> None:
    find(newsroom, "barg")
    newsroom.until(lambda: len(headlines(newsroom)) == 1)
    assert headlines(newsroom)[0].startswith("River rises")
    assert newsroom.panes.articles.model.has_snippets()


def test_from_the_search_arrows_and_enter_lead_to_an_article(newsroom: Newsroom) -> None:
    find(newsroom, "budget")
    newsroom.until(lambda: len(headlines(newsroom)) == 1)
    newsroom.press(newsroom.panes.articles.header.search, Qt.Key.Key_Down)
    assert newsroom.panes.articles.list.hasFocus()
    newsroom.press(newsroom.panes.articles.list, Qt.Key.Key_Return)
    newsroom.until(lambda: newsroom.draft.document.fields.headline == "Budget passes")


def test_an_answer_that_was_overtaken_is_never_shown(newsroom: Newsroom) -> None:
    shelf = newsroom.session.wiring.shelf
    shown: list[int] = []
    shelf.shown.connect(lambda answer: shown.append(len(answer.page.rows)))
    for query in ("the", "river", "council", "barges"):
        shelf.search(query)
    newsroom.until(lambda: shown)
    shelf.search("")
    newsroom.until(lambda: shown[-1] == 3)
    assert shown in ([1, 3], [1, 1, 3])  # by time and by rank; never the three hits of "the"


def test_articles_go_to_the_trash_and_come_back(newsroom: Newsroom) -> None:
    before = headlines(newsroom)
    newsroom.panes.articles.focus_list()
    newsroom.press(newsroom.panes.articles.list, Qt.Key.Key_Home)
    newsroom.press(newsroom.panes.articles.list, Qt.Key.Key_Down, SHIFT)
    newsroom.press(newsroom.panes.articles.list, Qt.Key.Key_Delete)
    newsroom.until(lambda: len(headlines(newsroom)) == 1)
    assert newsroom.said == "2 articles moved to the trash."
    newsroom.answer()
    newsroom.until(lambda: headlines(newsroom) == before)


def test_the_open_article_is_open_again_after_it_came_back(newsroom: Newsroom) -> None:
    here = newsroom.draft.id
    newsroom.panes.articles.list.select((here,), here)
    newsroom.do("trash")
    assert newsroom.desk.draft is None
    newsroom.answer()
    newsroom.until(lambda: newsroom.desk.draft is not None and newsroom.draft.id == here)


def test_the_trash_offers_the_way_out_and_not_the_way_in() -> None:
    scene = Scene(state=None, writable=True, reviewing=False, selected=1, in_trash=True)
    offered = {row.name for row in ACTIONS if row.when(scene)}
    assert "untrash" in offered
    assert "trash" not in offered
