"""The point that crops must show: by hand, by key, and seen in the crops."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.dialogs.hands import button, opened, press

from deskeditor.document.model import MediaHash, Picture
from deskeditor.ui.dialogs.picture import LeadPictureDialog, PictureRequest

KNOWN = Picture(MediaHash("0" * 64), "A bridge", "The bridge in May", "Jane Doe", (0.25, 0.75))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("navy"))
    image.save(str(tmp_path / "bridge.png"))
    return tmp_path / "bridge.png"


def wish_of(qtbot: QtBot, dialog: LeadPictureDialog) -> PictureRequest:
    with qtbot.waitSignal(dialog.picture_requested) as wish:
        press(dialog, "Save")
    assert wish.args and isinstance(wish.args[0], PictureRequest)
    return wish.args[0]


def test_a_click_sets_the_point_where_it_was(qtbot: QtBot, file: Path) -> None:
    dialog = opened(qtbot, LeadPictureDialog(KNOWN, file))
    point = dialog.focal.point
    QTest.mouseClick(point, Qt.MouseButton.LeftButton, pos=QPoint(point.width() // 2, point.height() // 4))
    assert wish_of(qtbot, dialog).focus == pytest.approx((0.5, 0.25), abs=0.01)


@pytest.mark.parametrize(
    ("key", "shift", "focus"),
    [
        (Qt.Key.Key_Left, False, (0.23, 0.75)),
        (Qt.Key.Key_Down, False, (0.25, 0.77)),
        (Qt.Key.Key_Right, True, (0.35, 0.75)),
        (Qt.Key.Key_Up, True, (0.25, 0.65)),
    ],
)
def test_the_arrow_keys_move_the_point(
    qtbot: QtBot, file: Path, key: Qt.Key, shift: bool, focus: tuple[float, float]
) -> None:
    dialog = opened(qtbot, LeadPictureDialog(KNOWN, file))
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(dialog.focal.point, key, held)
    assert wish_of(qtbot, dialog).focus == focus


def test_the_point_never_leaves_the_picture(qtbot: QtBot, file: Path) -> None:
    dialog = opened(qtbot, LeadPictureDialog(KNOWN, file))
    for _ in range(20):
        QTest.keyClick(dialog.focal.point, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.focal.chosen == (0.25, 1.0)


def test_the_crops_follow_the_point(qtbot: QtBot, file: Path) -> None:
    dialog = opened(qtbot, LeadPictureDialog(KNOWN, file))
    before = dialog.focal.crops["16x9"].box().top()
    dialog.focal.choose((0.5, 0.1))
    assert dialog.focal.crops["16x9"].box().top() == 0 < before


def test_a_point_that_nobody_moved_stays_as_it_was(qtbot: QtBot, file: Path) -> None:
    assert wish_of(qtbot, opened(qtbot, LeadPictureDialog(KNOWN, file))).focus == (0.25, 0.75)


def test_the_usual_point_is_a_button_away(qtbot: QtBot, file: Path) -> None:
    dialog = opened(qtbot, LeadPictureDialog(KNOWN, file))
    press(dialog, "Usual Point")
    assert not button(dialog, "Usual Point").isEnabled()
    assert wish_of(qtbot, dialog).focus is None


def test_another_picture_begins_with_the_usual_point(qtbot: QtBot, file: Path) -> None:
    dialog = opened(qtbot, LeadPictureDialog(KNOWN, file))
    dialog.take_file(file)
    assert dialog.focal.chosen is None


def test_a_screen_reader_hears_where_the_point_is(qtbot: QtBot, file: Path) -> None:
    dialog = opened(qtbot, LeadPictureDialog(KNOWN, file))
    point = dialog.focal.point
    QTest.keyClick(point, Qt.Key.Key_Up)
    assert point.accessibleName() == "Focal point"
    assert point.accessibleDescription().startswith("25 percent from the left, 73 percent from the top.")


def test_without_a_picture_there_is_nothing_to_point_at(qtbot: QtBot) -> None:
    dialog = opened(qtbot, LeadPictureDialog())
    point = dialog.focal.point
    QTest.mouseClick(point, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    assert not point.isEnabled() and point.focus == (0.5, 0.4)
