"""A line passes, an error waits."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.naming import nameless

from deskeditor.ui.widgets import notice as module
from deskeditor.ui.widgets.notice import Notice


@pytest.fixture
def notice(qtbot: QtBot) -> Iterator[Notice]:
    """A notice with nothing to say yet, in a window where somebody types."""
    window = QWidget()
    qtbot.addWidget(window)
    notice = Notice(window)
    window.move(300, 300)  # away from the pointer, which would hold a line
    line = QLineEdit(window)
    window.show()
    line.setFocus()
    yield notice
    window.close()


def text(notice: Notice) -> str:
    """What is on the screen."""
    return notice.line.text if notice.line and notice.isVisible() else ""


def test_a_line_goes_by_itself(notice: Notice, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SHORT_MS", 1)
    with qtbot.waitSignal(notice.closed) as gone:
        notice.tell("3 articles came in.")
    assert (gone.args, notice.isVisible()) == (["3 articles came in."], False)


def test_its_button_does_what_it_says_once(notice: Notice) -> None:
    done: list[str] = []
    notice.tell("Moved to the trash.", "Undo", lambda: done.append("undone"))
    QTest.mouseClick(notice.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert (done, notice.isVisible()) == (["undone"], False)


def test_an_error_stays_behind_a_passing_line(notice: Notice) -> None:
    notice.show_error("The disk is full.")
    notice.tell("Saved.")
    seen = [text(notice)]
    notice.close_line()
    seen.append(text(notice))
    assert seen == ["Saved.", "The disk is full."]


def test_the_same_error_is_said_once(notice: Notice) -> None:
    for _ in range(3):
        notice.show_error("The disk is full.")
    QTest.mouseClick(notice.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert text(notice) == ""


def test_a_message_is_no_markup(notice: Notice) -> None:
    notice.tell("<b>Bold</b> headline moved.")
    assert "<b>Bold</b> headline moved." in [label.text() for label in notice.findChildren(QLabel)]


def test_every_control_has_a_name(notice: Notice) -> None:
    notice.tell("Moved.", "Undo")
    assert nameless(notice) == []


def test_while_the_keyboard_is_in_it_nothing_changes_under_it(
    notice: Notice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LONG_MS", 0)
    notice.tell("Moved to the trash.", "Undo", lambda: None)
    notice.findChildren(QPushButton)[0].setFocus()
    notice.show_error("The disk is full.")
    notice.tell("1 article came in.", "Open", lambda: None)
    assert text(notice) == "Moved to the trash."
    notice.window().findChildren(QLineEdit)[0].setFocus()
    assert text(notice) == "The disk is full."


def test_a_click_on_it_leaves_the_keyboard_where_it_is(notice: Notice) -> None:
    notice.tell("Moved to the trash.", "Undo", lambda: None)
    QTest.mouseClick(notice.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert isinstance(notice.window().focusWidget(), QLineEdit)
