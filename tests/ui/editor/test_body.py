"""Keys become the smallest steps, and what changes elsewhere is shown; the text itself is never touched."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from deskeditor.document.commands import bold
from deskeditor.document.model import ArticleId, Document, Selection
from deskeditor.document.transaction import Origin
from deskeditor.library.records import Article
from deskeditor.session.draft import Draft
from deskeditor.ui.editor.body import BodyEditor
from deskeditor.ui.editor.projection import shown

HARD = "a\u00a0b \u202fc\n\n  𝒳 \u2029 x\u2028y \ufdd0\ufffc\n\t* _ `\n\x0b\x0c\x85\x1b[31m"


def draft_of(text: str, caret: int = 0) -> Draft:
    return Draft(Article(ArticleId("a" * 12), 1, Document(text), caret, 0.0, "", None, 0, "s", ""))


@pytest.fixture
def body(qtbot: QtBot) -> BodyEditor:
    body = BodyEditor()
    qtbot.addWidget(body)
    return body


def letters(body: BodyEditor) -> str:
    return body.document().toRawText().replace("\u2029", "\n")


@pytest.mark.parametrize("text", [HARD, "", "\n", "   a\n\t b", "a\n\n\n\nb", "é" * 3000])
def test_opening_changes_not_one_letter(body: BodyEditor, text: str) -> None:
    draft = draft_of(text)
    body.show_draft(draft)
    assert (draft.document.text, letters(body), draft.version) == (text, shown(text), 0)


def test_typing_reaches_the_draft(body: BodyEditor) -> None:
    draft = draft_of("The council met.", 4)
    body.show_draft(draft)
    QTest.keyClicks(body, "city ")
    assert draft.document.text == "The city council met."


def test_typing_beside_hard_letters_keeps_them(body: BodyEditor) -> None:
    draft = draft_of(HARD)
    body.show_draft(draft)
    body.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(body, "z")
    QTest.keyClick(body, Qt.Key.Key_Backspace)
    assert draft.document.text == HARD


def test_undo_ends_at_the_loaded_text(body: BodyEditor) -> None:
    draft = draft_of("Loaded.")
    body.show_draft(draft)
    QTest.keyClicks(body, "Typed ")
    for _ in range(20):
        draft.undo()
    assert (draft.document.text, letters(body)) == ("Loaded.", "Loaded.")


def test_a_command_is_shown_and_keeps_the_selection(body: BodyEditor) -> None:
    draft = draft_of("The council met.")
    body.show_draft(draft)
    draft.select(Selection(4, 11))
    draft.do(bold)
    assert letters(body) == "The **council** met."
    assert body.textCursor().selectedText() == "council"


def test_enter_goes_on_with_a_list(body: BodyEditor) -> None:
    draft = draft_of("- one", 5)
    body.show_draft(draft)
    QTest.keyClick(body, Qt.Key.Key_Return)
    assert draft.document.text == "- one\n- "


def test_a_paste_is_handed_on_and_changes_nothing(body: BodyEditor, qtbot: QtBot) -> None:
    draft = draft_of("Text.")
    body.show_draft(draft)
    data = QMimeData()
    data.setHtml("<b>x</b>")
    with qtbot.waitSignal(body.pasted):
        body.insertFromMimeData(data)
    assert draft.document.text == "Text."


def test_a_copy_takes_the_letters_of_the_body(body: BodyEditor) -> None:
    draft = draft_of("a\u00a0b\u2029c")
    body.show_draft(draft)
    body.selectAll()
    assert body.createMimeDataFromSelection().text() == "a\u00a0b\u2029c"


def test_inserted_text_is_one_gesture(body: BodyEditor) -> None:
    draft = draft_of("Text.", 5)
    body.show_draft(draft)
    body.insert(" Pasted\r\nlines", Origin.PASTE)
    draft.undo()
    assert draft.document.text == letters(body) == "Text."


@pytest.mark.parametrize(
    "press",
    [
        lambda body: QTest.keyClick(body, Qt.Key.Key_Delete),
        lambda body: QTest.keyClick(body, Qt.Key.Key_Backspace),
        lambda body: QTest.keyClicks(body, "new"),
    ],
)
def test_a_selection_gives_way(body: BodyEditor, press: Callable[[BodyEditor], None]) -> None:
    draft = draft_of("one\n\ntwo 𝒳 three")
    body.show_draft(draft)
    cursor = body.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)
    press(body)
    assert letters(body) == draft.document.text
    assert "two" not in draft.document.text
