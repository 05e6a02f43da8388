"""What is let go over the story."""

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from deskeditor.document.model import ArticleId, Document, Selection
from deskeditor.library.records import Article
from deskeditor.session.draft import Draft
from deskeditor.ui.editor.body import BodyEditor


class Drop(QDropEvent):
    """A drop that says where it comes from, as Qt knows it of a drag with the mouse."""

    def __init__(self, at: QPointF, data: QMimeData, source: QObject) -> None:
        action, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
        super().__init__(at, action, data, button, Qt.KeyboardModifier.NoModifier)
        self._source = source

    def source(self) -> QObject:
        return self._source


@pytest.fixture
def draft() -> Draft:
    article = Article(ArticleId("a" * 12), 1, Document("one two three\n"), 0, 0.0, "", None, 0, "s", "")
    return Draft(article)


@pytest.fixture
def body(qtbot: QtBot, draft: Draft) -> BodyEditor:
    body = BodyEditor()
    qtbot.addWidget(body)
    body.resize(600, 300)
    body.show_draft(draft)
    body.show()
    return body


def end_of_line(body: BodyEditor) -> QPointF:
    return QPointF(500, body.cursorRect().center().y())


def test_words_dragged_within_the_story_are_moved(body: BodyEditor, draft: Draft) -> None:
    draft.select(Selection(0, 4))
    data = body.createMimeDataFromSelection()
    body.dropEvent(Drop(end_of_line(body), data, body))
    assert draft.document.text == "two threeone \n"
    assert body.toPlainText() == draft.document.text


def test_what_comes_from_elsewhere_is_put_where_it_was_let_go(
    body: BodyEditor, draft: Draft, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setText("four")
    with qtbot.waitSignal(body.pasted):
        body.dropEvent(Drop(end_of_line(body), data, QObject()))
    assert draft.state.selection == Selection(13, 13)


def test_a_story_that_is_only_read_takes_nothing(body: BodyEditor, draft: Draft) -> None:
    draft.select(Selection(0, 4))
    body.setReadOnly(True)
    body.dropEvent(Drop(end_of_line(body), body.createMimeDataFromSelection(), body))
    assert draft.document.text == "one two three\n"
