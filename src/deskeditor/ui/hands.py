"""Where somebody's hands are: what comes late moves the keyboard only where these have not moved since."""

from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


@dataclass(frozen=True, slots=True)
class Hands:
    """The input that has the keyboard and where its caret is; two are equal where nothing was typed between.

    `place` counts rows in a list, and characters as Qt does elsewhere; `over` is the dialog or menu on top.
    """

    widget: QWidget | None
    over: QWidget | None
    letters: int = 0
    place: int = -1
    anchor: int = -1


def hands(window: QWidget) -> Hands:
    """Where they are now, also while another program is in front."""
    widget = window.focusWidget()
    over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if isinstance(widget, QLineEdit):
        anchor = widget.selectionStart()
        return Hands(widget, over, len(widget.text()), widget.cursorPosition(), anchor)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        cursor = widget.textCursor()
        count = widget.document().characterCount()
        return Hands(widget, over, count, cursor.position(), cursor.anchor())
    if isinstance(widget, QAbstractItemView):
        return Hands(widget, over, 0, widget.currentIndex().row())
    return Hands(widget, over)


def holds_keyboard(part: QWidget) -> bool:
    """Whether the keyboard is in a part of a window."""
    now = part.window().focusWidget()
    return now is not None and (now is part or part.isAncestorOf(now))


def release_keyboard(part: QWidget, to: QWidget) -> None:
    """Before a part of the window goes by itself: what is typed goes nowhere then, not to whatever is next.

    Qt: the keyboard of a widget that is hidden goes to the next one that takes it, such as the story.
    """
    if holds_keyboard(part):
        to.setFocus()
