"""What keys do wherever one types: those that edit text do so, and no action of the window comes first."""

import sys
from enum import Enum

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_STANDARD = QKeySequence.StandardKey
EDITING = (
    _STANDARD.Backspace,
    _STANDARD.Delete,
    _STANDARD.DeleteStartOfWord,
    _STANDARD.DeleteEndOfWord,
    _STANDARD.Cut,
    _STANDARD.Copy,
    _STANDARD.Paste,
    _STANDARD.SelectAll,
    _STANDARD.MoveToNextChar,
    _STANDARD.MoveToPreviousChar,
    _STANDARD.MoveToNextWord,
    _STANDARD.MoveToPreviousWord,
    _STANDARD.MoveToNextLine,
    _STANDARD.MoveToPreviousLine,
    _STANDARD.MoveToStartOfLine,
    _STANDARD.MoveToStartOfBlock,
    _STANDARD.MoveToEndOfBlock,
    _STANDARD.MoveToStartOfDocument,
    _STANDARD.MoveToEndOfDocument,
    _STANDARD.SelectNextChar,
    _STANDARD.SelectPreviousChar,
    _STANDARD.SelectNextWord,
    _STANDARD.SelectPreviousWord,
    _STANDARD.SelectNextLine,
    _STANDARD.SelectPreviousLine,
    _STANDARD.SelectStartOfLine,
    _STANDARD.SelectEndOfLine,
    _STANDARD.SelectStartOfBlock,
    _STANDARD.SelectEndOfBlock,
    _STANDARD.SelectStartOfDocument,
    _STANDARD.SelectEndOfDocument,
)
"""The meanings, whatever their keys are on this system; undo and redo are the window's own."""

_ERASERS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_TO_LINE_START = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Backspace)
MAC = sys.platform == "darwin"


class Erasure(Enum):
    """What is taken away before the caret."""

    CHARACTER = "character"
    LINE = "line"


def edits_text(event: QKeyEvent) -> bool:
    """Whether a key edits text or moves in it: with any modifier, Backspace and Delete do nothing else."""
    return event.key() in _ERASERS or any(event.matches(meaning) for meaning in EDITING)


def kept_from_shortcuts(event: QEvent) -> bool:
    """Claim an editing key for the input that has the keyboard; whether it was one.

    Qt: a text widget claims only some of its own keys, and Ctrl+Backspace is none of them.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if edits_text(event):
        event.accept()
        return True
    return False


def erasure(event: QKeyEvent, *, mac: bool = MAC) -> Erasure | None:
    """What a key is to take away where Qt would take something else."""
    if event.key() == Qt.Key.Key_Backspace and not event.modifiers() & ~_SHIFT:
        return Erasure.CHARACTER
    return Erasure.LINE if mac and event.keyCombination() == _TO_LINE_START else None


def erased(widget: QTextEdit | QPlainTextEdit, event: QKeyEvent) -> bool:
    """Take away the selection or what a key erases before the caret; whether the key was one of these.

    Qt: its own Backspace takes half a flag, and one mark of several off a letter.
    """
    what = erasure(event)
    if what is None or widget.isReadOnly():
        return False
    cursor = widget.textCursor()
    if not cursor.hasSelection():
        keep = QTextCursor.MoveMode.KeepAnchor
        if what is Erasure.LINE:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfLine, keep)
        if not cursor.hasSelection():
            cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter, keep)
    cursor.removeSelectedText()
    widget.setTextCursor(cursor)
    event.accept()
    return True


class TextLine(QLineEdit):
    """A line to type in, on which every editing key does what it does elsewhere."""

    def __init__(self, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(text, parent)

    def event(self, event: QEvent) -> bool:
        """Editing keys stay here."""
        return kept_from_shortcuts(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: its own Backspace takes half a flag."""
        what = erasure(event)
        if what is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        if not self.hasSelectedText():
            if what is Erasure.LINE:
                self.home(True)
            else:
                self.cursorBackward(True)
        # Qt: with nothing selected this would take what stands behind the caret.
        if self.hasSelectedText():
            self.del_()
        event.accept()


class TextArea(QPlainTextEdit):
    """Lines to type in, on which every editing key does what it does elsewhere."""

    def event(self, event: QEvent) -> bool:
        """Editing keys stay here."""
        return kept_from_shortcuts(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: its own Backspace takes half a flag."""
        if not erased(self, event):
            super().keyPressEvent(event)
