"""The list grows page by page and asks once for each."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from tests.ui.articles.builders import page, row

from deskeditor.library.records import Cursor, Page
from deskeditor.ui.articles.model import Append, ArticlesModel

END = Cursor("2025", 7)


@pytest.fixture
def model(qtbot: QtBot) -> ArticlesModel:
    """A model with two rows of many, watched by Qt's own tester."""
    del qtbot
    model = ArticlesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(page(0, 2, END), Append.FRESH)
    return model


def shown(model: ArticlesModel) -> list[str]:
    """The numbers of the rows, as they stand."""
    return [one.lstrip("a0") or "0" for one in model.ids(range(model.rowCount()))]


def test_more_is_asked_for_once(model: ArticlesModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.more_requested) as asked:
        model.fetchMore(QModelIndex())
    with qtbot.assertNotEmitted(model.more_requested):
        model.fetchMore(QModelIndex())
    assert asked.args == [END]


def test_a_page_goes_on_where_the_last_one_ended(model: ArticlesModel) -> None:
    model.show(page(2, 2), Append.MORE)
    assert (shown(model), model.canFetchMore(QModelIndex())) == (["0", "1", "2", "3"], False)


def test_an_article_that_moved_between_two_pages_is_shown_once(model: ArticlesModel) -> None:
    model.show(page(1, 2), Append.MORE)
    assert shown(model) == ["0", "1", "2"]


def test_a_fresh_page_begins_anew(model: ArticlesModel) -> None:
    model.show(page(5, 1), Append.FRESH)
    assert shown(model) == ["5"]


def test_a_newer_state_takes_the_place_of_the_older(model: ArticlesModel) -> None:
    model.update_row(row(1, "Rents rise"))
    assert [model.index(place, 0).data() for place in (0, 1)] == ["Rents fall", "Rents rise"]


def test_a_state_of_an_unknown_article_changes_nothing(model: ArticlesModel) -> None:
    model.update_row(row(9))
    assert shown(model) == ["0", "1"]


def test_removed_rows_leave_the_others_findable(model: ArticlesModel) -> None:
    model.show(page(2, 3), Append.MORE)
    model.remove({row(0).id, row(2).id, row(3).id, row(9).id})
    assert (shown(model), model.place(row(4).id)) == (["1", "4"], 1)


def test_an_empty_page_ends_the_list(model: ArticlesModel) -> None:
    model.show(Page((), None), Append.MORE)
    assert not model.canFetchMore(QModelIndex())


def test_rows_are_counted_without_python() -> None:
    # Qt asks once a row at every layout: half a second at 100,000 rows.
    assert not {"rowCount", "columnCount", "index", "flags"} & set(vars(ArticlesModel))
