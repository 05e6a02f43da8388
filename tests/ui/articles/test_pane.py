"""The list takes values and tells wishes; it decides nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.articles.builders import page, row
from tests.ui.naming import nameless

from deskeditor.document.model import Status
from deskeditor.library.records import Cursor, ListView, Order, Page
from deskeditor.ui import look
from deskeditor.ui.articles.model import Role
from deskeditor.ui.articles.pane import Append, ArticlesPane
from deskeditor.ui.widgets.message import Message

END = Cursor("2025", 7)
FIRST, SECOND = row(0).id, row(1).id


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> ArticlesPane:
    """A pane with fifty rows of many, on the screen."""
    if look.current().dark or not qapp.styleSheet():
        look.apply(qapp, look.Scheme.LIGHT)
    pane = ArticlesPane(clock=lambda: datetime(2025, 5, 20, 15, 0, tzinfo=UTC))
    qtbot.addWidget(pane)
    pane.resize(300, 600)
    pane.show_counts({"draft": 48, "ready": 2, "trash": 3})
    pane.show_page(page(0, 50, END), Append.FRESH)
    pane.show()
    qtbot.waitExposed(pane)
    return pane


def message(pane: ArticlesPane) -> str:
    """The title of the message that is on the screen, or nothing."""
    shown = [part for part in pane.findChildren(Message) if part.isVisible()]
    return shown[0].saying.title if shown and shown[0].saying else ""


def press(pane: QWidget, label: str) -> None:
    """Press the button of a message."""
    buttons = [one for one in pane.findChildren(QPushButton) if one.text() == label and not one.isHidden()]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_enter_opens_the_row_that_the_keyboard_is_on(pane: ArticlesPane, qtbot: QtBot) -> None:
    pane.focus_list()
    QTest.keyClick(pane.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.open_requested) as wish:
        QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert wish.args == [SECOND]


def test_a_click_opens(pane: ArticlesPane, qtbot: QtBot) -> None:
    place = pane.list.visualRect(pane.model.index(1, 0)).center()
    with qtbot.waitSignal(pane.open_requested) as wish:
        QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wish.args == [SECOND]


def test_a_click_that_adds_to_the_selection_opens_nothing(pane: ArticlesPane, qtbot: QtBot) -> None:
    pane.focus_list()
    place = pane.list.visualRect(pane.model.index(1, 0)).center()
    with qtbot.assertNotEmitted(pane.open_requested):
        control = Qt.KeyboardModifier.ControlModifier
        QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, control, place)
    assert pane.selected_ids() == (FIRST, SECOND)


def test_del_wishes_all_selected_into_the_trash(pane: ArticlesPane, qtbot: QtBot) -> None:
    pane.focus_list()
    QTest.keyClick(pane.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(pane.trash_requested) as wish:
        QTest.keyClick(pane.list, Qt.Key.Key_Delete)
    assert wish.args == [(FIRST, SECOND)]


def test_del_does_nothing_in_the_trash(pane: ArticlesPane, qtbot: QtBot) -> None:
    pane.show_view(ListView(trashed=True))
    pane.focus_list()
    with qtbot.assertNotEmitted(pane.trash_requested):
        QTest.keyClick(pane.list, Qt.Key.Key_Delete)


def test_ctrl_a_selects_all_rows(pane: ArticlesPane) -> None:
    pane.focus_list()
    QTest.keyClick(pane.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert (len(pane.selected_ids()), pane.header.count.text()) == (50, "50 selected")


def test_every_letter_searches(pane: ArticlesPane) -> None:
    pane.focus_search()
    heard: list[str] = []
    pane.search_changed.connect(heard.append)
    QTest.keyClicks(pane.header.search, "gu")
    QTest.keyClick(pane.header.search, Qt.Key.Key_Escape)
    assert heard == ["g", "gu", ""]


def test_down_goes_from_the_search_into_the_list_and_up_comes_back(pane: ArticlesPane) -> None:
    pane.focus_search()
    QTest.keyClick(pane.header.search, Qt.Key.Key_Down)
    there = pane.focusWidget()
    QTest.keyClick(pane.list, Qt.Key.Key_Up)
    assert (there, pane.focusWidget()) == (pane.list, pane.header.search)


def test_the_end_of_the_rows_asks_for_more(pane: ArticlesPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.more_requested) as wish:
        pane.list.verticalScrollBar().setValue(pane.list.verticalScrollBar().maximum())
    assert wish.args == [END]


def test_the_same_list_shown_anew_keeps_place_and_selection(pane: ArticlesPane) -> None:
    pane.set_current(SECOND)
    pane.list.verticalScrollBar().setValue(300)
    pane.show_page(page(0, 50, END))
    assert (pane.list.verticalScrollBar().value(), pane.selected_ids()) == (300, (SECOND,))


def test_a_place_behind_the_first_page_is_found_again(pane: ArticlesPane, qtbot: QtBot) -> None:
    pane.show_page(page(50, 50), Append.MORE)
    qtbot.waitUntil(lambda: pane.list.verticalScrollBar().maximum() > 5_000)
    pane.list.verticalScrollBar().setValue(5_000)
    with qtbot.waitSignal(pane.more_requested):
        pane.show_page(page(0, 50, END))
    pane.show_page(page(50, 50), Append.MORE)
    assert pane.list.verticalScrollBar().value() == 5_000


def test_a_hit_keeps_its_found_place_when_the_article_is_saved(pane: ArticlesPane) -> None:
    pane.show_page(Page((row(0, snippet="the Guard"),), None))
    pane.update_row(row(0, "Rents rise"))
    assert pane.model.index(0, 0).data(Role.ROW).snippet == "the Guard"


def test_another_list_begins_at_the_top(pane: ArticlesPane) -> None:
    pane.list.verticalScrollBar().setValue(300)
    pane.show_view(ListView(status=Status.READY))
    pane.show_page(page(0, 40))
    assert pane.list.verticalScrollBar().value() == 0


@pytest.mark.parametrize(
    ("menu", "line", "view"),
    [
        ("shelf", "In review\t0", ListView(status=Status.IN_REVIEW)),
        ("shelf", "Trash\t3", ListView(trashed=True)),
        ("section", "City && Law", ListView(section="City & Law")),
        ("order", "Headline A–Z", ListView(order=Order.HEADLINE)),
    ],
)
def test_a_menu_changes_the_view(
    pane: ArticlesPane, qtbot: QtBot, menu: str, line: str, view: ListView
) -> None:
    pane.show_sections(["City & Law"])
    lines: QMenu = getattr(pane.header, menu).menu()
    lines.aboutToShow.emit()
    with qtbot.waitSignal(pane.view_changed) as wish:
        next(action for action in lines.actions() if action.text() == line).trigger()
    assert wish.args == [view]


def test_an_empty_library_offers_the_first_article(pane: ArticlesPane, qtbot: QtBot) -> None:
    pane.show_counts({})
    pane.show_page(Page((), None))
    with qtbot.waitSignals([pane.new_requested, pane.import_requested]):
        press(pane, "New article")
        press(pane, "Import…")
    assert message(pane) == "No articles yet"


def test_no_hits_offer_to_clear_the_search(pane: ArticlesPane, qtbot: QtBot) -> None:
    pane.header.search.setText("xyzzy")
    pane.show_page(Page((), None))
    told = message(pane)
    with qtbot.waitSignal(pane.search_changed) as wish:
        press(pane, "Clear the search")
    assert (told, wish.args) == ("Nothing found for “xyzzy”", [""])


def test_an_empty_filter_offers_everything(pane: ArticlesPane, qtbot: QtBot) -> None:
    pane.show_view(ListView(status=Status.KILLED, order=Order.WORDS))
    pane.show_page(Page((), None))
    told = message(pane)
    with qtbot.waitSignal(pane.view_changed) as wish:
        press(pane, "Show all articles")
    assert (told, wish.args) == ("No articles in “Killed”", [ListView(order=Order.WORDS)])


def test_an_error_can_be_tried_again(pane: ArticlesPane, qtbot: QtBot) -> None:
    pane.show_error("The drive is gone.")
    with qtbot.waitSignal(pane.view_changed) as wish:
        press(pane, "Try again")
    assert wish.args == [ListView()]


def test_taking_out_the_last_row_shows_the_reason(pane: ArticlesPane) -> None:
    pane.show_page(page(0, 1))
    pane.remove_rows({FIRST})
    assert message(pane) == "No articles here"


def test_rows_that_show_a_hit_are_higher(pane: ArticlesPane) -> None:
    plain = pane.list.sizeHintForRow(0)
    pane.show_page(Page((row(0, snippet="the Guard"),), None))
    assert pane.list.sizeHintForRow(0) > plain


def test_files_dropped_anywhere_are_wished_in(pane: ArticlesPane, qtbot: QtBot, tmp_path: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt")), QUrl("https://example.org/b.txt")])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with qtbot.waitSignal(pane.dropped) as wish:
        pane.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, files, button, key))
    assert wish.args == [(tmp_path / "a.txt",)]


def test_the_context_menu_offers_what_was_handed_in(pane: ArticlesPane, qtbot: QtBot) -> None:
    pane.set_row_actions([QAction("Duplicate", pane)])
    pane.focus_list()
    pane.list.show_menu(pane.list.mapToGlobal(pane.list.rect().center()))
    menus = pane.list.findChildren(QMenu)
    offered = [action.text() for menu in menus for action in menu.actions()]
    menus[0].close()
    qtbot.waitUntil(lambda: pane.list.findChild(QMenu) is None)
    assert offered == ["Duplicate"]


@pytest.mark.parametrize("scheme", [look.Scheme.LIGHT, look.Scheme.DARK])
def test_rows_are_painted_in_the_look_that_is_on(
    pane: ArticlesPane, qapp: QApplication, scheme: look.Scheme
) -> None:
    worn = look.apply(qapp, scheme)
    pane.focus_list()
    image = pane.list.viewport().grab().toImage()
    painted = {image.pixelColor(40, y).name() for y in range(image.height())}
    assert {worn.window, worn.accent_soft, worn.border} <= painted


def test_every_control_has_a_name(pane: ArticlesPane) -> None:
    pane.show_counts({})
    pane.show_page(Page((), None))
    assert nameless(pane) == []
