"""The writing surface: a text widget over the draft's body, in both directions the smallest change."""

import time

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from deskeditor.document.commands import enter, in_list, indent, outdent
from deskeditor.document.model import Selection
from deskeditor.document.steps import ReplaceText
from deskeditor.document.text import clean
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.session.draft import Change, Draft
from deskeditor.ui import look
from deskeditor.ui.editor.carrying import carried
from deskeditor.ui.editor.dress import MARGIN, side
from deskeditor.ui.editor.highlighter import Highlighter
from deskeditor.ui.editor.inputs import is_the_windows, without_undo
from deskeditor.ui.editor.projection import Heard, Projection, shown
from deskeditor.ui.widgets.keys import erased, kept_from_shortcuts

SIZE = 18
LINE_PERCENT = 140
_ALONE = Qt.KeyboardModifier.NoModifier


class BodyEditor(QTextEdit):
    """Shows a draft's body and turns what is typed into steps.

    The draft is the truth: the widget holds letters that look like it, and is corrected where they differ.
    `pasted` carries the mime data of a paste or drop that wants turning into Markdown first; `composed`: an
    input method has put in what was composed with it, or given it up.
    """

    pasted = Signal(object)
    composed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Story")
        self.setObjectName("body")
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPlaceholderText("Write the story here, or drop wire copy on it.")
        self.setTabChangesFocus(True)
        self.document().setUndoRedoEnabled(False)
        # Qt: the placeholder is set in the widget's font, the letters in the document's.
        self.setFont(look.text_font(SIZE))
        self.document().setDefaultFont(look.text_font(SIZE))
        self.document().setDocumentMargin(MARGIN)
        self._draft: Draft | None = None
        self._projection = Projection("")
        self._showing = False
        self._speaking = False
        self._highlighter = Highlighter(self.document(), look.current(), SIZE)
        self.document().contentsChange.connect(self._on_contents_change)
        self.cursorPositionChanged.connect(self._on_cursor)
        self.selectionChanged.connect(self._on_cursor)
        look.notice().changed.connect(self._on_look)

    def show_draft(self, draft: Draft | None) -> None:
        """Show another draft from now on, at the place where its writer left it."""
        if self._draft is not None:
            self._draft.changed.disconnect(self._on_changed)
        self._draft = draft
        text = draft.document.text if draft else ""
        self._show_whole(text)
        if draft is not None:
            draft.changed.connect(self._on_changed)
            self._place(draft.state.selection)
            scroll = draft.scroll
            QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(int(scroll)))

    def go_on_with(self, draft: Draft) -> None:
        """Let a new draft have what was typed here before it was there."""
        typed, place = self._letters(0, self.document().characterCount() - 1), self.textCursor().position()
        self.show_draft(draft)
        if typed:
            self.insert(typed, Origin.TYPING)
            place = self._projection.to_body(place)
            self._place(Selection(place, place))
            self._on_cursor()

    def set_direction(self, direction: Qt.LayoutDirection) -> None:
        """Write from the left or from the right, as the article's language does."""
        option = self.document().defaultTextOption()
        option.setTextDirection(direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)

    def make_read_only(self) -> None:
        """Let the story be read, selected and copied."""
        self.setReadOnly(True)
        # Qt: without it nothing could be selected by keyboard any more.
        self.setTextInteractionFlags(
            self.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setPlaceholderText("")

    def place_caret(self, position: int) -> None:
        """Put the caret before a letter of the body and bring it into view."""
        self._place(Selection(position, position))
        self._on_cursor()
        self.setFocus()

    def select(self, start: int, end: int) -> None:
        """Select letters of the body, bring them into view and take the keyboard."""
        self._place(Selection(start, end))
        self._on_cursor()
        self.setFocus()

    def insert(self, text: str, origin: Origin) -> None:
        """Put text in the place of the selection, as one gesture."""
        if self._draft is None:
            return
        selection, body = self._draft.state.selection, self._draft.document.text
        wanted = clean(text)
        step = ReplaceText(selection.start, body[selection.start : selection.end], wanted)
        if step.old != step.new:
            after = Selection(step.new_end, step.new_end)
            self._draft.apply(Transaction((step,), after, origin, time.monotonic()))

    def _show_whole(self, text: str) -> None:
        self._showing = True
        self._projection = Projection(text)
        self.setPlainText(shown(text))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(spacing)
        self._showing = False

    def _place(self, selection: Selection, *, bring: bool = True) -> None:
        """Put the caret or the selection there, and bring it into view or leave the page where it is."""
        cursor = self.textCursor()
        anchor, head = (self._projection.to_widget(each) for each in (selection.anchor, selection.head))
        cursor.setPosition(anchor)
        cursor.setPosition(head, QTextCursor.MoveMode.KeepAnchor)
        was, self._showing = self._showing, True
        self.setTextCursor(cursor)
        self._showing = was
        if bring:
            self.ensureCursorVisible()

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        """Qt: the numbers only mean "look there"; at times they count the end of the document too."""
        if self._showing or self._draft is None:
            return
        units = self.document().characterCount() - 1
        added = min(added, units - position)
        removed = min(removed, self._projection.units - position)
        if self._projection.units - removed + added == units:
            step = self._projection.step_for(Heard(position, removed, self._letters(position, added)))
        else:
            step = self._projection.step_to(self._letters(0, units))
        if step is None:
            return
        fit = ReplaceText(step.start, step.old, clean(step.new))
        self._projection.follow(fit)
        self._speaking = True
        after = Selection(fit.new_end, fit.new_end)
        self._draft.apply(Transaction((fit,), after, Origin.TYPING, time.monotonic()))
        self._speaking = False
        if fit.new != step.new:
            QTimer.singleShot(0, self, self._correct)

    def _letters(self, position: int, count: int) -> str:
        """What the widget holds there. Qt: `toPlainText` would turn no-break spaces into spaces."""
        block = self.document().findBlock(position)
        parts: list[str] = []
        start, end = position - block.position(), position + count
        while block.isValid() and block.position() <= end:
            parts.append(block.text())
            block = block.next()
        letters = "\n".join(parts)
        if letters.isascii() or len(letters) == len(letters.encode("utf-16-le", "surrogatepass")) // 2:
            return letters[start : start + count]
        units = letters.encode("utf-16-le", "surrogatepass")[2 * start : 2 * (start + count)]
        return units.decode("utf-16-le", "surrogatepass")

    @Slot()
    def _correct(self) -> None:
        """Make the widget show what the draft holds: after letters that no text can keep."""
        if self._draft is not None:
            self._show_whole(self._draft.document.text)
            self._place(self._draft.state.selection)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """Follow what was not typed here: commands, undo, another pane."""
        if self._speaking:
            return
        steps = [step for step in change.transaction.steps if isinstance(step, ReplaceText)]
        self._showing = True
        for step in steps:
            self._replace(step)
        self._showing = False
        if steps or change.transaction.selection is not None:
            self._place(change.after.selection, bring=not change.late)

    def _replace(self, step: ReplaceText) -> None:
        start = self._projection.to_widget(step.start)
        end = self._projection.to_widget(step.end)
        self._projection.follow(step)
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(shown(step.new))

    @Slot()
    def _on_cursor(self) -> None:
        if self._showing or self._draft is None:
            return
        cursor = self.textCursor()
        anchor, head = self._projection.to_body(cursor.anchor()), self._projection.to_body(cursor.position())
        if max(anchor, head) <= len(self._draft.document.text):
            self._draft.select(Selection(anchor, head))

    def event(self, event: QEvent) -> bool:
        """The window's undo comes first, since it is ours, not Qt's; what edits text stays here."""
        if is_the_windows(event):
            return False
        return kept_from_shortcuts(event) or self._tabbed(event) or super().event(event)

    def _tabbed(self, event: QEvent) -> bool:
        """Qt: it leads on to the next input before `keyPressEvent` hears of Tab."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return tab and not self.isReadOnly() and self._commanded(event)

    @property
    def composing(self) -> bool:
        """Whether letters are being composed by an input method: nothing may be put in beside them now."""
        layout = self.textCursor().block().layout()
        return layout is not None and bool(layout.preeditAreaText())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Say when nothing is being composed any more."""
        super().inputMethodEvent(event)
        if not event.preeditString():
            self.composed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy, paste; undo is the window's."""
        without_undo(self.createStandardContextMenu()).popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lists and quotes go on by themselves."""
        if self._draft is not None and not self.isReadOnly() and self._commanded(event):
            event.accept()
        elif not erased(self, event):
            super().keyPressEvent(event)

    def _commanded(self, event: QKeyEvent) -> bool:
        """Qt: on an empty line Enter would reset the line's format instead of beginning another line."""
        key, shift = Qt.Key(event.key()), Qt.KeyboardModifier.ShiftModifier
        alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier in (_ALONE, shift)
        if self._draft is None or not alone:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            going_on = None if event.modifiers() & shift else enter(self._draft.state)
            if going_on is None:
                self.insert("\n", Origin.TYPING)
            else:
                self._draft.apply(going_on)
            return True
        command = {Qt.Key.Key_Tab: indent, Qt.Key.Key_Backtab: outdent}.get(key)
        if command is None:
            return False
        transaction = command(self._draft.state)
        if transaction is not None:
            self._draft.apply(transaction)
        # In mid list these keys never lead out of the story: what is typed next would be put into a field.
        return transaction is not None or in_list(self._draft.state)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text, HTML, pictures and files are welcome."""
        return source.hasText() or source.hasHtml() or source.hasUrls() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted or dropped is turned into Markdown elsewhere first."""
        self.pasted.emit(source)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: it would take carried words out before ours are put in, and lose them."""
        # Qt: the caret that follows the mouse goes with the end of a drag only.
        super().dragLeaveEvent(QDragLeaveEvent())
        if self._draft is None or self.isReadOnly():
            event.ignore()
            return
        position = self._projection.to_body(self.cursorForPosition(event.position().toPoint()).position())
        from_here = event.source() in (self, self.viewport())
        if from_here and event.dropAction() == Qt.DropAction.MoveAction:
            self._draft.do(lambda state: carried(state, position))
        else:
            self.place_caret(position)
            self.pasted.emit(event.mimeData())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies take the body's own letters, not their stand-ins."""
        data = QMimeData()
        if self._draft is not None:
            selection = self._draft.state.selection
            data.setText(self._draft.document.text[selection.start : selection.end])
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure readable in a wide pane."""
        super().resizeEvent(event)
        free = side(self.width())
        self.setViewportMargins(free, 0, free, 0)

    def caret_point(self) -> QPoint:
        """Where the caret stands, in the coordinates of the screen."""
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    @Slot(object)
    def _on_look(self, tokens: look.Tokens) -> None:
        self._showing = True
        self._highlighter.wear(tokens, SIZE)
        self._showing = False
