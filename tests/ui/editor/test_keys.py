"""What keys do in the story and the fields, where Qt would do something else of its own."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.document.commands.restore import restore
from deskeditor.document.model import ArticleId, Document
from deskeditor.library.records import Article
from deskeditor.session.draft import Draft
from deskeditor.ui.editor.body import LINE_PERCENT, BodyEditor
from deskeditor.ui.editor.inputs import GrowingField, LineField, without_undo
from deskeditor.ui.look import text_font

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def draft_of(text: str) -> Draft:
    return Draft(Article(ArticleId("a" * 12), 1, Document(text), len(text), 0.0, "", None, 0, "s", ""))


@pytest.fixture
def body(qtbot: QtBot) -> BodyEditor:
    body = BodyEditor()
    qtbot.addWidget(body)
    return body


def line_heights(body: BodyEditor) -> set[float]:
    blocks = (body.document().findBlockByNumber(number) for number in range(body.document().blockCount()))
    return {block.blockFormat().lineHeight() for block in blocks}


@pytest.mark.parametrize("text", ["", "One.", "One **two**", "One.\n\n"])
def test_enter_twice_makes_two_lines_of_the_same_height(body: BodyEditor, text: str) -> None:
    draft = draft_of(text)
    body.show_draft(draft)
    for _ in range(2):
        QTest.keyClick(body, Qt.Key.Key_Return)
    QTest.keyClicks(body, "x")
    assert (draft.document.text, line_heights(body)) == (text + "\n\nx", {LINE_PERCENT})


def test_shift_and_enter_begin_a_line_that_every_program_knows(body: BodyEditor) -> None:
    draft = draft_of("One")
    body.show_draft(draft)
    QTest.keyClick(body, Qt.Key.Key_Return, SHIFT)
    assert draft.document.text == "One\n"


def test_enter_takes_the_place_of_a_selection(body: BodyEditor) -> None:
    draft = draft_of("One two")
    body.show_draft(draft)
    QTest.keyClick(body, Qt.Key.Key_Left, CONTROL | SHIFT)
    QTest.keyClick(body, Qt.Key.Key_Return)
    assert draft.document.text == "One \n"


def test_a_text_that_is_brought_back_has_lines_of_one_height(body: BodyEditor) -> None:
    draft = draft_of("One.\n\nTwo.\n")
    body.show_draft(draft)
    draft.do(lambda state: restore(state, Document("Other.\n\n- a\n- b\n")))
    assert line_heights(body) == {LINE_PERCENT}


def made(kind: str) -> QWidget:
    makers: dict[str, Callable[[], QWidget]] = {
        "story": BodyEditor,
        "line": lambda: LineField("kicker", "Kicker"),
        "headline": lambda: GrowingField("headline", "Headline", text_font(30)),
    }
    return makers[kind]()


@pytest.mark.parametrize("kind", ["story", "line", "headline"])
@pytest.mark.parametrize(
    ("key", "modifiers"),
    [
        (Qt.Key.Key_Z, CONTROL),
        (Qt.Key.Key_Z, CONTROL | SHIFT),
        (Qt.Key.Key_E, CONTROL),
        (Qt.Key.Key_K, CONTROL),
    ],
)
def test_the_windows_keys_are_left_to_it(
    kind: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, qtbot: QtBot
) -> None:
    widget = made(kind)
    qtbot.addWidget(widget)
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, "z")
    event.ignore()
    QApplication.sendEvent(widget, event)
    assert not event.isAccepted()


def test_the_menu_of_an_input_offers_no_undo_of_its_own(body: BodyEditor) -> None:
    names = [action.objectName() for action in without_undo(body.createStandardContextMenu()).actions()]
    assert names[:3] == ["edit-cut", "edit-copy", "edit-paste"]
