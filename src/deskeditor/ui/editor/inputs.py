"""The fields' own inputs: a line, a headline that grows, a choice; each knows one field of the draft."""

import time
from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QEvent, QKeyCombination, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QComboBox, QMenu, QPlainTextEdit, QSizePolicy, QWidget

from deskeditor.document.commands import set_field
from deskeditor.document.model import Fields
from deskeditor.document.text import to_utf16, utf16_length
from deskeditor.document.transaction import Origin
from deskeditor.session.draft import Draft
from deskeditor.ui.editor.field_text import text_of, value_of
from deskeditor.ui.widgets.keys import TextArea, TextLine

MOST_LINES = 6
# Qt: on X11 these move to the end of the line and delete up to it; here they export and link.
_WINDOWS = tuple(
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, key) for key in (Qt.Key.Key_E, Qt.Key.Key_K)
)


class FieldLink:
    """Ties one input to one field: what is typed becomes a step, what changes elsewhere is shown."""

    def __init__(self, name: str, show: Callable[[str], None], complain: Callable[[str], None]) -> None:
        self.name = name
        self._show = show
        self._complain = complain
        self._draft: Draft | None = None
        self._shown = ""

    def attach(self, draft: Draft | None) -> None:
        """Show another draft's field."""
        self._draft = draft
        self._complain("")
        self.follow(draft.document.fields if draft else Fields())

    def go_on_with(self, draft: Draft) -> None:
        """Let a new draft have what was typed before it was there."""
        if self._shown == text_of(Fields(), self.name):
            self.attach(draft)
            return
        self._draft = draft
        self.typed(self._shown)

    def follow(self, fields: Fields) -> None:
        """Show the field as it is now, unless what stands there already means the same."""
        wanted = text_of(fields, self.name)
        try:
            same = value_of(fields, self.name, self._shown) == getattr(fields, self.name)
        except ValueError:
            same = False
        if not same or self._draft is None:
            self._shown = wanted
            self._show(wanted)

    def typed(self, text: str) -> None:
        """The writer changed the input; a value that is none is said beside it and stays only there."""
        self._shown = text
        if self._draft is None:
            return
        fields = self._draft.document.fields
        try:
            new = value_of(fields, self.name, text)
        except ValueError as error:
            self._complain(str(error))
            return
        self._complain("")
        name, at = self.name, time.monotonic()
        self._draft.do(lambda state: set_field(state, name, new, Origin.TYPING, at))


def marked_wrong(widget: QWidget, message: str) -> None:
    """Say what is wrong in words; the colour only helps to find it."""
    widget.setToolTip(message)
    widget.setAccessibleDescription(message)
    widget.setProperty("wrong", bool(message))
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Line(TextLine):
    """One line; `label` names it for a screen reader and stands in it while it is empty."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(label)
        self.setAccessibleName(label)

    def put(self, text: str) -> None:
        """Show a text from its beginning."""
        self.setText(text)
        self.setCursorPosition(0)

    def select_from(self, start: int) -> None:
        """Select the words from there to the end."""
        self.setSelection(to_utf16(self.text(), start), utf16_length(self.text()))

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the draft, so that headline and body undo in one order."""
        return False if is_the_windows(event) else super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy, paste; undo is the window's."""
        without_undo(self.createStandardContextMenu()).popup(event.globalPos())


class LineField(Line):
    """A line that is a field of the draft."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.link = FieldLink(name, self.put, lambda text: marked_wrong(self, text))
        self.textEdited.connect(self.link.typed)


class GrowingField(TextArea):
    """A paragraph that is as high as its text; Enter goes on to the next field."""

    left = Signal()

    def __init__(self, name: str, label: str, font: QFont) -> None:
        super().__init__()
        self.link = FieldLink(name, self._put, lambda text: marked_wrong(self, text))
        self.setPlaceholderText(label)
        self.setAccessibleName(label)
        self._dress(font)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._showing = False
        self.textChanged.connect(self._on_text_changed)

    def set_type(self, font: QFont) -> None:
        """Set the text in another font from now on."""
        if font != self.document().defaultFont():
            self._dress(font)
            self._fit()

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Write from the left or from the right, as the article's language does."""
        self.setLayoutDirection(direction)
        option = self.document().defaultTextOption()
        option.setTextDirection(direction)
        option.setAlignment(
            Qt.AlignmentFlag.AlignRight
            if direction is Qt.LayoutDirection.RightToLeft
            else Qt.AlignmentFlag.AlignLeft
        )
        self.document().setDefaultTextOption(option)

    def _dress(self, font: QFont) -> None:
        """Qt: the placeholder is set in the widget's font, the letters in the document's."""
        self.setFont(font)
        self.document().setDefaultFont(font)

    def _put(self, text: str) -> None:
        self._showing = True
        self.setPlainText(" ".join(text.splitlines()))
        self._showing = False
        self._fit()

    def _on_text_changed(self) -> None:
        if not self._showing:
            # Qt: `toPlainText` would turn no-break spaces into spaces.
            self.link.typed(self.document().toRawText().replace("\u2029", " "))
        self._fit()

    def _fit(self) -> None:
        lines = max(1, self.document().lineCount() if self.document().isEmpty() else self._line_count())
        wanted = lines * self._line_height() + 8
        if wanted != self.height():
            self.setFixedHeight(wanted)

    def _line_height(self) -> int:
        """Qt: a style sheet may change the widget's font, the letters are the document's."""
        return ceil(QFontMetricsF(self.document().defaultFont()).lineSpacing())

    def _line_count(self) -> int:
        """Qt: the widget's own layout may still be that of the width before."""
        option = QTextOption(self.document().defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines, block = 0, self.document().begin()
        while block.isValid():
            lines += _lines_of(block.text(), self.document().defaultFont(), option, self.viewport().width())
            block = block.next()
        return min(lines, MOST_LINES)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower pane needs more lines."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, self._line_height() + 8)

    def select_from(self, start: int) -> None:
        """Select the words from there to the end, with the caret where they begin."""
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.setPosition(to_utf16(self.document().toRawText(), start), cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come in at the end of the text by keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason):
            self.moveCursor(self.textCursor().MoveOperation.End)

    def event(self, event: QEvent) -> bool:
        """Undo belongs to the draft."""
        return False if is_the_windows(event) else super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy, paste; undo is the window's."""
        without_undo(self.createStandardContextMenu()).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ChoiceField(QComboBox):
    """One of a few values."""

    def __init__(self, name: str, label: str, choices: tuple[str, ...]) -> None:
        super().__init__()
        self.link = FieldLink(name, self._put, lambda text: marked_wrong(self, text))
        self.setAccessibleName(label)
        self.view().setAccessibleName(label)
        self.setToolTip(label)
        for choice in choices:
            self.addItem(choice.capitalize(), choice)
        self.activated.connect(lambda index: self.link.typed(str(self.itemData(index))))

    def _put(self, text: str) -> None:
        self.setCurrentIndex(max(0, self.findData(text)))


def _lines_of(text: str, font: QFont, option: QTextOption, width: int) -> int:
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    count = 0
    while count < MOST_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        count += 1
    layout.endLayout()
    return max(1, count)


def without_undo(menu: QMenu) -> QMenu:
    """Qt: its menu offers an undo of its own, which knows nothing of the draft's."""
    for action in menu.actions():
        if action.objectName() in ("edit-undo", "edit-redo"):
            menu.removeAction(action)
    first = menu.actions()[0]
    if first.isSeparator():
        menu.removeAction(first)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def is_the_windows(event: QEvent) -> bool:
    """Whether a key is undo, redo or another one of the window's: ignored here, so that its action hears it.

    Qt: an input claims these keys by accepting ShortcutOverride, even where its own undo is off.
    """
    if not isinstance(event, QKeyEvent):
        return False
    undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
    if undo or event.keyCombination() in _WINDOWS:
        event.ignore()
        return True
    return False
