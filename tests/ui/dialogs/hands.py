"""Opening dialogs and pressing their buttons."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from deskeditor.ui.dialogs.dialog import Dialog

D = TypeVar("D", bound=Dialog)


def opened(qtbot: QtBot, dialog: D) -> D:
    """The dialog on the screen; it outlives its closing, so that it can be asked about it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def button(dialog: Dialog, text: str) -> QPushButton:
    """The button that reads so, its key left out."""
    return next(one for one in dialog.findChildren(QPushButton) if one.text().replace("&", "") == text)


def press(dialog: Dialog, text: str) -> None:
    """Press a button."""
    QTest.mouseClick(button(dialog, text), Qt.MouseButton.LeftButton)


def words(dialog: Dialog) -> list[str]:
    """Every sentence that can be read now."""
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
