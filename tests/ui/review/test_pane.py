"""The pane takes a comparison, steps through it, and asks for nothing else."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.ui.naming import nameless

from deskeditor.document.model import Document
from deskeditor.review import Risk, compare
from deskeditor.ui import look
from deskeditor.ui.review.pane import EQUAL, NOTHING, ReviewPane, Side
from deskeditor.ui.widgets.message import Message

BEFORE = "The council met on Monday.\n\nIt spoke of water, said Kehoe, and nobody came.\n\nThe end was near."
AFTER = "The council met on Friday.\n\nIt spoke of water, said Parson, and nobody came.\n\nThe end was here."


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> ReviewPane:
    """A pane with three changes, on the screen."""
    look.apply(qapp, look.Scheme.LIGHT)
    pane = ReviewPane()
    qtbot.addWidget(pane)
    pane.resize(1000, 600)
    pane.show()
    qtbot.waitExposed(pane)
    show(pane, BEFORE, AFTER)
    return pane


def show(pane: ReviewPane, a: str, b: str) -> None:
    """Show two bodies."""
    pane.show_comparison(compare(Document(a), Document(b)), Side("Before"), Side("After", "today"))


def said(pane: ReviewPane) -> str:
    """The title of the message on the screen, or nothing."""
    shown = [part for part in pane.findChildren(Message) if part.isVisible()]
    return shown[0].saying.title if shown and shown[0].saying else ""


def test_the_first_change_is_where_one_begins(pane: ReviewPane) -> None:
    assert pane.counter.text() == "1 of 3"


def test_next_goes_on_and_round(pane: ReviewPane) -> None:
    counted = []
    for _ in range(3):
        pane.next_change()
        counted.append(pane.counter.text())
    assert counted == ["2 of 3", "3 of 3", "1 of 3"]


def test_previous_goes_back_and_round(pane: ReviewPane) -> None:
    pane.previous_change()
    assert pane.counter.text() == "3 of 3"


def test_the_keys_n_and_p_step_too(pane: ReviewPane) -> None:
    QTest.keyClick(pane.sheet, Qt.Key.Key_N)
    QTest.keyClick(pane.sheet, Qt.Key.Key_N)
    QTest.keyClick(pane.sheet, Qt.Key.Key_P)
    assert pane.counter.text() == "2 of 3"


def test_a_step_says_what_changed_to_a_screen_reader(pane: ReviewPane) -> None:
    pane.next_change()
    assert pane.sheet.accessibleDescription() == "Name. “Kehoe” became “Parson”"


def test_a_filter_leaves_only_the_changes_of_one_risk(pane: ReviewPane) -> None:
    pane.filter.chosen.emit(Risk.NAME.word)
    assert pane.counter.text() == "1 of 1"


def test_sides_exchange_without_asking_anyone(pane: ReviewPane) -> None:
    QTest.mouseClick(pane.swap, Qt.MouseButton.LeftButton)
    assert (pane.heads.accessibleName(), pane.counter.text()) == ("After today beside Before", "1 of 3")


def test_equal_drafts_say_so(pane: ReviewPane) -> None:
    show(pane, BEFORE, BEFORE)
    assert said(pane) == EQUAL.title


def test_without_drafts_it_says_what_to_do(pane: ReviewPane) -> None:
    pane.show_nothing()
    assert said(pane) == NOTHING.title


def test_an_error_offers_another_try(pane: ReviewPane, qtbot: QtBot) -> None:
    pane.show_error("The library is locked.")
    buttons = [one for one in pane.findChildren(QPushButton) if one.text() == "Try again"]
    with qtbot.waitSignal(pane.again_requested):
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_a_click_on_a_change_stands_on_it(pane: ReviewPane) -> None:
    place = pane.sheet.board.stop_rects(2, 2)[1].center().toPoint()
    QTest.mouseClick(pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pane.counter.text() == "3 of 3"


def test_what_was_dragged_over_can_be_copied(pane: ReviewPane) -> None:
    box = pane.sheet.board.box(0, 1)
    start, end = box.topLeft().toPoint() + QPoint(0, 8), box.topRight().toPoint() + QPoint(0, 8)
    QTest.mousePress(pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(pane.sheet.viewport(), end)
    QTest.mouseRelease(pane.sheet.viewport(), Qt.MouseButton.LeftButton, pos=end)
    pane.sheet.copy()
    assert QGuiApplication.clipboard().text() == "The council met on Friday."


def test_a_change_far_below_comes_into_view(pane: ReviewPane) -> None:
    many = "\n\n".join(f"Paragraph {n} of a long story that goes on for a while." for n in range(300))
    show(pane, many, many.replace("Paragraph 290", "Passage 290"))
    top, bottom = pane.sheet.board.extent(0)
    scroll = pane.sheet.verticalScrollBar().value()
    assert scroll < top < bottom < scroll + pane.sheet.viewport().height()


def test_a_side_that_is_longer_pushes_both_sides_of_the_next_level_down(pane: ReviewPane) -> None:
    show(pane, f"The council met.\n\n{'It met. ' * 200}", f"The council met on {'Friday ' * 200}.")
    board = pane.sheet.board
    assert board.box(0, 1).bottom() < min(board.box(1, 0).top(), board.strip(1, 0).top())


def test_a_narrow_pane_has_room_for_its_words(pane: ReviewPane) -> None:
    pane.resize(500, 500)
    assert pane.sheet.columns.text_left(1) + pane.sheet.columns.text_width <= 500


def test_from_right_to_left_the_first_draft_stands_on_the_right(pane: ReviewPane) -> None:
    pane.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pane.sheet.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert pane.sheet.columns.text_left(0) > pane.sheet.columns.text_left(1)


def test_every_control_has_a_name(pane: ReviewPane) -> None:
    assert nameless(pane) == []
