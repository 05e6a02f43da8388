"""The palette finds and runs what the menus have."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from tests.ui.naming import nameless

from deskeditor.ui.dialogs.palette import CommandPalette, command


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """A window with a menu of three actions, the last of which cannot be done."""
    window = QMainWindow()
    qtbot.addWidget(window)
    menu = window.menuBar().addMenu("&Format")
    for name in ("Bold", "&Bulleted List", "Bookmark"):
        menu.addAction(name).setObjectName(name)
    menu.actions()[0].setShortcut("Ctrl+B")
    menu.actions()[2].setEnabled(False)
    window.show()
    return window


def palette(window: QMainWindow, *recent: str) -> CommandPalette:
    """The palette of that window, open."""
    opened = CommandPalette(actions(window), recent, window)
    opened.open_over(window)
    return opened


def actions(window: QMainWindow) -> list[QAction]:
    """The actions of the window's menu."""
    return [one for one in window.findChildren(QAction) if one.objectName()]


def test_an_action_is_shown_with_its_menu_and_key(window: QMainWindow) -> None:
    shown = command(actions(window)[0])
    assert (shown.title, shown.menu, shown.keys) == ("Bold", "Format", "Ctrl+B")


def test_enter_runs_the_chosen_one_after_the_palette_has_gone(window: QMainWindow, qtbot: QtBot) -> None:
    opened = palette(window)
    QTest.keyClicks(opened.query, "list")
    with qtbot.waitSignals([actions(window)[1].triggered, opened.ran, opened.destroyed]):
        QTest.keyClick(opened.query, Qt.Key.Key_Return)


def test_down_goes_to_the_next_and_round(window: QMainWindow) -> None:
    opened = palette(window)
    places = []
    for _ in range(3):
        QTest.keyClick(opened.query, Qt.Key.Key_Down)
        places.append(opened.rows.currentIndex().row())
    assert places == [1, 2, 0]


def test_what_cannot_be_done_is_shown_last_and_not_run(window: QMainWindow, qtbot: QtBot) -> None:
    opened = palette(window)
    QTest.keyClicks(opened.query, "boo")
    with qtbot.assertNotEmitted(opened.ran):
        QTest.keyClick(opened.query, Qt.Key.Key_Return)
    assert opened.found() == ("Bookmark",)


def test_what_was_used_last_comes_first(window: QMainWindow) -> None:
    assert palette(window, "&Bulleted List").found() == ("Bulleted List", "Bold", "Bookmark")


def test_every_control_has_a_name(window: QMainWindow) -> None:
    assert nameless(palette(window)) == []
