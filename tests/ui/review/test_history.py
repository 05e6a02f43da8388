"""The history tells what to compare and what to restore."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.naming import nameless

from deskeditor.document.model import ArticleId
from deskeditor.library.records import Revision
from deskeditor.ui import look
from deskeditor.ui.review.history import HistoryList
from deskeditor.ui.review.versions import versions, when

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)


def revision(number: int, words: int, name: str | None = None) -> Revision:
    """A revision of today, made from the one before."""
    at = f"2026-11-23T1{number}:05:00+00:00"
    return Revision(number, ArticleId("a" * 12), at, "typing", name, words, "", number - 1 or None)


REVISIONS = (revision(4, 520), revision(3, 512, "For the lawyer"), revision(2, 530), revision(1, 500))


@pytest.fixture
def history(qtbot: QtBot, qapp: QApplication) -> HistoryList:
    """Four versions, on the screen."""
    look.apply(qapp, look.Scheme.LIGHT)
    history = HistoryList(clock=lambda: NOW)
    qtbot.addWidget(history)
    history.resize(260, 500)
    history.show()
    qtbot.waitExposed(history)
    history.show_history(REVISIONS)
    history.list.setFocus()
    return history


def test_the_last_step_is_compared_at_first(history: HistoryList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(history.compare_requested) as wish:
        history.show_history(REVISIONS)
    assert (wish.args, history.selected()) == ([(3, 4)], (3,))


def test_showing_a_history_asks_once(history: HistoryList) -> None:
    asked: list[object] = []
    history.compare_requested.connect(asked.append)
    history.show_history(REVISIONS)
    assert len(asked) == 1


def test_the_arrow_keys_compare_another_version_with_the_newest(history: HistoryList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(history.compare_requested) as wish:
        QTest.keyClick(history.list, Qt.Key.Key_Down)
    assert wish.args == [(2, 4)]


def test_two_versions_are_compared_with_each_other(history: HistoryList, qtbot: QtBot) -> None:
    QTest.keyClick(history.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(history.compare_requested) as wish:
        QTest.keyClick(history.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert wish.args == [(1, 2)]


def test_the_newest_is_compared_with_the_one_before(history: HistoryList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(history.compare_requested) as wish:
        QTest.keyClick(history.list, Qt.Key.Key_Home)
        QTest.keyClick(history.list, Qt.Key.Key_Return)
    assert wish.args == [(3, 4)]


def test_restore_names_the_selected_version(history: HistoryList, qtbot: QtBot) -> None:
    QTest.keyClick(history.list, Qt.Key.Key_End)
    with qtbot.waitSignal(history.restore_requested) as wish:
        QTest.mouseClick(history.restore, Qt.MouseButton.LeftButton)
    assert wish.args == [1]


def test_the_newest_cannot_be_restored(history: HistoryList) -> None:
    QTest.keyClick(history.list, Qt.Key.Key_Home)
    assert not history.restore.isEnabled()


def test_a_history_of_one_version_asks_for_nothing(history: HistoryList) -> None:
    asked: list[object] = []
    history.compare_requested.connect(asked.append)
    history.show_history(REVISIONS[-1:])
    assert (asked, history.restore.isEnabled()) == ([], False)


def test_every_control_has_a_name(history: HistoryList) -> None:
    assert nameless(history) == []


def test_a_version_tells_how_much_longer_it_is() -> None:
    assert [version.grown for version in versions(REVISIONS, NOW)] == ["+8", "−18", "+30", ""]


def test_a_named_version_goes_by_its_name() -> None:
    assert versions(REVISIONS, NOW)[1].told == "Today, 13:05, For the lawyer, 512 words, −18 words"


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-23T09:05:00+00:00", "Today, 09:05"),
        ("2026-11-22T23:30:00-05:00", "Today, 04:30"),
        ("2026-11-22T09:05:00+00:00", "Yesterday, 09:05"),
        ("2026-11-18T09:05:00+00:00", "Wednesday, 09:05"),
        ("2026-03-02T09:05:00+00:00", "2 Mar, 09:05"),
        ("2025-11-23T09:05:00+00:00", "23 Nov 2025, 09:05"),
        ("2026-12-23T09:05:00+00:00", "23 Dec, 09:05"),
        ("long ago", "long ago"),
    ],
)
def test_a_moment_is_named_by_how_near_it_is(at: str, told: str) -> None:
    assert when(at, NOW) == told
