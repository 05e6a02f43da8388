"""Keys that edit text edit it in every input, and one press takes what a reader calls one character."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.document.model import ArticleId, Document
from deskeditor.document.text import utf16_length
from deskeditor.library.records import Article
from deskeditor.session.draft import Draft
from deskeditor.ui.articles.header import SearchField
from deskeditor.ui.editor.body import BodyEditor
from deskeditor.ui.editor.inputs import GrowingField, LineField
from deskeditor.ui.look import text_font
from deskeditor.ui.widgets.keys import Erasure, TextArea, TextLine, erasure

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CHARACTERS = {
    "flag": "🇩🇪",
    "family": "👨‍👩‍👧‍👦",
    "skin tone": "👍🏽",
    "rainbow": "🏳️‍🌈",
    "keycap": "1️⃣",
    "England": "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "two marks": "e\u0301\u0323",
    "Hangul": "\u1112\u1161\u11ab",
    "Devanagari": "क्षि",
    "Tamil": "நி",
    "Thai": "กำ",
    "letter": "𝒳",
}
Input = QLineEdit | QTextEdit | QPlainTextEdit
INPUTS: dict[str, Callable[[], Input]] = {
    "story": BodyEditor,
    "headline": lambda: GrowingField("headline", "Headline", text_font(30)),
    "field": lambda: LineField("kicker", "Kicker"),
    "search": SearchField,
    "dialog's line": TextLine,
    "dialog's area": TextArea,
}


def draft_of(text: str) -> Draft:
    return Draft(Article(ArticleId("a" * 12), 1, Document(text), len(text), 0.0, "", None, 0, "s", ""))


def with_text(kind: str, text: str, caret: int, bot: QtBot) -> Input:
    """An input that holds the text, the caret before its unit `caret`."""
    widget = INPUTS[kind]()
    bot.addWidget(widget)
    widget.show()
    if isinstance(widget, QLineEdit):
        widget.setText(text)
        widget.setCursorPosition(caret)
        return widget
    if isinstance(widget, BodyEditor):
        widget.show_draft(draft_of(text))
    else:
        widget.setPlainText(text)
    cursor = widget.textCursor()
    cursor.setPosition(caret)
    widget.setTextCursor(cursor)
    return widget


def text_in(widget: Input) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else widget.document().toRawText()


@pytest.mark.parametrize("kind", INPUTS)
@pytest.mark.parametrize("name", CHARACTERS)
def test_backspace_takes_one_character(kind: str, name: str, qtbot: QtBot) -> None:
    widget = with_text(kind, f"x{CHARACTERS[name]}y", 1 + utf16_length(CHARACTERS[name]), qtbot)
    QTest.keyClick(widget, Qt.Key.Key_Backspace)
    assert text_in(widget) == "xy"


@pytest.mark.parametrize("kind", INPUTS)
@pytest.mark.parametrize("name", CHARACTERS)
def test_delete_takes_one_character(kind: str, name: str, qtbot: QtBot) -> None:
    widget = with_text(kind, f"x{CHARACTERS[name]}y", 1, qtbot)
    QTest.keyClick(widget, Qt.Key.Key_Delete)
    assert text_in(widget) == "xy"


@pytest.mark.parametrize("kind", INPUTS)
@pytest.mark.parametrize("name", CHARACTERS)
def test_arrows_step_over_one_character(kind: str, name: str, qtbot: QtBot) -> None:
    widget = with_text(kind, f"x{CHARACTERS[name]}y", 1, qtbot)
    QTest.keyClick(widget, Qt.Key.Key_Right)
    QTest.keyClicks(widget, ">")
    QTest.keyClick(widget, Qt.Key.Key_Left)
    QTest.keyClick(widget, Qt.Key.Key_Left)
    QTest.keyClicks(widget, "<")
    assert text_in(widget) == f"x<{CHARACTERS[name]}>y"


@pytest.mark.parametrize("kind", INPUTS)
def test_of_two_flags_backspace_leaves_one(kind: str, qtbot: QtBot) -> None:
    widget = with_text(kind, "🇩🇪🇫🇷", 8, qtbot)
    QTest.keyClick(widget, Qt.Key.Key_Backspace)
    assert text_in(widget) == "🇩🇪"


@pytest.mark.parametrize("kind", INPUTS)
def test_backspace_at_the_beginning_takes_nothing(kind: str, qtbot: QtBot) -> None:
    widget = with_text(kind, "xy", 0, qtbot)
    QTest.keyClick(widget, Qt.Key.Key_Backspace)
    assert text_in(widget) == "xy"


@pytest.mark.parametrize("kind", INPUTS)
def test_control_and_backspace_take_a_word(kind: str, qtbot: QtBot) -> None:
    widget = with_text(kind, "one two", 7, qtbot)
    QTest.keyClick(widget, Qt.Key.Key_Backspace, CONTROL)
    assert text_in(widget) == "one "


@pytest.mark.parametrize("kind", INPUTS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
@pytest.mark.parametrize("modifiers", [NONE, CONTROL, SHIFT, CONTROL | SHIFT])
def test_no_action_of_the_window_can_have_an_erasing_key(
    kind: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, qtbot: QtBot
) -> None:
    widget = with_text(kind, "one two", 3, qtbot)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(widget, event)
    assert event.isAccepted()


def test_backspace_joins_two_lines(qtbot: QtBot) -> None:
    body = BodyEditor()
    qtbot.addWidget(body)
    draft = draft_of("one\ntwo")
    body.show_draft(draft)
    body.place_caret(4)
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert draft.document.text == "onetwo"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_nothing_is_taken_out_of_a_story_that_can_only_be_read(key: Qt.Key, qtbot: QtBot) -> None:
    body = BodyEditor()
    qtbot.addWidget(body)
    draft = draft_of("one two")
    body.show_draft(draft)
    body.make_read_only()
    body.moveCursor(QTextCursor.MoveOperation.StartOfWord)
    QTest.keyClick(body, key)
    QTest.keyClick(body, key, CONTROL)
    assert draft.document.text == "one two"


def pressed(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers)


def test_on_a_mac_command_and_backspace_take_the_line_before_the_caret() -> None:
    assert erasure(pressed(Qt.Key.Key_Backspace, CONTROL), mac=True) is Erasure.LINE
    assert erasure(pressed(Qt.Key.Key_Backspace, CONTROL), mac=False) is None
    assert erasure(pressed(Qt.Key.Key_Backspace, ALT), mac=True) is None


@pytest.mark.parametrize(
    ("text", "key", "after"),
    [
        ("- one", Qt.Key.Key_Tab, "- one"),
        ("- one\n- two", Qt.Key.Key_Tab, "- one\n    - two"),
        ("- one", Qt.Key.Key_Backtab, "- one"),
        ("1. one", Qt.Key.Key_Tab, "1. one"),
        ("- one\n    more", Qt.Key.Key_Tab, "- one\n    more"),
    ],
)
def test_tab_never_leads_out_of_a_list(text: str, key: Qt.Key, after: str, qtbot: QtBot) -> None:
    holder, body, other = QWidget(), BodyEditor(), TextLine()
    qtbot.addWidget(holder)
    for part in (body, other):
        part.setParent(holder)
    draft = draft_of(text)
    body.show_draft(draft)
    holder.show()
    body.setFocus()
    QTest.keyClick(body, key)
    QTest.keyClicks(body, "x")
    assert (draft.document.text, holder.focusWidget()) == (after + "x", body)
