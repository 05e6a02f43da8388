"""Link, read-also, picture, shortcuts, about: values in, one request out."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.ui.dialogs.hands import button, opened, press, words
from tests.ui.naming import nameless

from deskeditor.document.model import ArticleId, MediaHash, Picture, Status
from deskeditor.library.records import Row
from deskeditor.ui.dialogs.about import AboutDialog
from deskeditor.ui.dialogs.dialog import Dialog
from deskeditor.ui.dialogs.link import LinkDialog, LinkRequest
from deskeditor.ui.dialogs.picture import PictureDialog, PictureRequest
from deskeditor.ui.dialogs.read_also import ReadAlsoChoice, ReadAlsoDialog
from deskeditor.ui.dialogs.shortcuts import ShortcutsDialog

GUARD = Row(ArticleId("a" * 12), "s", "Guard pay restored", Status.READY, "", "", 9, None, "", "")
PICTURE = Picture(MediaHash("0" * 64), "A bridge", "The bridge in May", "Jane Doe")


def test_a_link_leaves_with_its_scheme(qtbot: QtBot) -> None:
    dialog = opened(qtbot, LinkDialog(text="the report"))
    QTest.keyClicks(dialog.address, "example.org/a")
    with qtbot.waitSignal(dialog.link_requested) as wish:
        QTest.keyClick(dialog.address, Qt.Key.Key_Return)
    assert wish.args == [LinkRequest("https://example.org/a", "the report")]


def test_an_address_that_leads_nowhere_cannot_be_added(qtbot: QtBot) -> None:
    dialog = opened(qtbot, LinkDialog())
    QTest.keyClicks(dialog.address, "javascript:alert(1)")
    assert not button(dialog, "Add Link").isEnabled()


def test_a_link_can_be_taken_off(qtbot: QtBot) -> None:
    dialog = opened(qtbot, LinkDialog("https://example.org"))
    with qtbot.waitSignal(dialog.unlink_requested):
        press(dialog, "Remove Link")


def test_what_is_typed_is_searched_for(qtbot: QtBot) -> None:
    dialog = opened(qtbot, ReadAlsoDialog())
    with qtbot.waitSignal(dialog.search_changed) as wish:
        QTest.keyClicks(dialog.query, "g")
    assert wish.args == ["g"]


def test_a_found_article_is_chosen_by_enter(qtbot: QtBot) -> None:
    dialog = opened(qtbot, ReadAlsoDialog("guard"))
    dialog.show_results([GUARD])
    with qtbot.waitSignal(dialog.chosen) as wish:
        QTest.keyClick(dialog.query, Qt.Key.Key_Return)
    assert wish.args == [ReadAlsoChoice(GUARD.headline, GUARD.id)]


def test_a_headline_that_is_not_there_can_wait(qtbot: QtBot) -> None:
    dialog = opened(qtbot, ReadAlsoDialog("guard"))
    dialog.show_results([GUARD])
    QTest.keyClick(dialog.query, Qt.Key.Key_Down)
    assert dialog.choice() == ReadAlsoChoice("guard", None)


def test_a_headline_that_is_there_needs_not_wait(qtbot: QtBot) -> None:
    dialog = opened(qtbot, ReadAlsoDialog("guard PAY  restored"))
    dialog.show_results([GUARD])
    assert dialog.list.count() == 1


def test_what_is_found_after_the_dialog_has_gone_is_dropped(qtbot: QtBot) -> None:
    dialog = ReadAlsoDialog("guard")
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    dialog.show_results([GUARD])
    assert dialog.over


def test_a_picture_leaves_with_all_that_was_filled_in(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "bridge.png"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(file))
    dialog = opened(qtbot, PictureDialog())
    dialog.take_file(file)
    QTest.keyClicks(dialog.alt, " A bridge ")
    QTest.keyClicks(dialog.credit, "Jane Doe")
    with qtbot.waitSignal(dialog.picture_requested) as wish:
        press(dialog, "Add Picture")
    assert wish.args == [PictureRequest(file, "A bridge", "", "Jane Doe")]


def test_a_caption_keeps_its_no_break_space_and_becomes_one_line(qtbot: QtBot) -> None:
    dialog = opened(qtbot, PictureDialog(PICTURE))
    dialog.caption.setPlainText("10\u00a0km\nof road")
    with qtbot.waitSignal(dialog.picture_requested) as wish:
        press(dialog, "Save")
    assert wish.args == [PictureRequest(None, "A bridge", "10\u00a0km of road", "Jane Doe")]


def test_without_a_file_there_is_nothing_to_add(qtbot: QtBot) -> None:
    assert not button(opened(qtbot, PictureDialog()), "Add Picture").isEnabled()


def test_a_file_that_is_no_picture_is_said_to_be_none(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, PictureDialog())
    with qtbot.waitSignal(dialog.look_requested):
        dialog.take_file(tmp_path / "a.jpg")
    dialog.show_look(tmp_path / "a.jpg", None)
    assert "Cannot be shown" in words(dialog)


def test_what_is_missing_before_publishing_is_named(qtbot: QtBot) -> None:
    dialog = opened(qtbot, PictureDialog(Picture(MediaHash("0" * 64), alt="A bridge")))
    warnings = [one.text() for one in dialog.findChildren(QLabel) if one.property("role") == "warning"]
    assert len(warnings) == 1 and "Who made it" in warnings[0]


def test_shortcuts_can_be_searched(qtbot: QtBot) -> None:
    actions = [QAction("Bold"), QAction("Italic"), QAction("About")]
    actions[0].setShortcut("Ctrl+B")
    actions[1].setShortcut("Ctrl+I")
    dialog = opened(qtbot, ShortcutsDialog(actions))
    dialog.query.setText("ctrl+i")
    assert dialog.shown() == ("Italic",)


@pytest.mark.parametrize(
    "make",
    [
        LinkDialog,
        lambda: ReadAlsoDialog("guard"),
        lambda: PictureDialog(PICTURE),
        lambda: ShortcutsDialog([]),
        lambda: AboutDialog("0.1.0"),
    ],
)
def test_every_control_has_a_name_and_esc_closes(qtbot: QtBot, make: Callable[[], Dialog]) -> None:
    dialog = opened(qtbot, make())
    missing = nameless(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (missing, dialog.isVisible()) == ([], False)
