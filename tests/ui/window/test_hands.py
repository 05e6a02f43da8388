"""No work that ends takes keyboard, caret, selection, search or place from whoever types meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from tests.e2e.newsroom import Newsroom, click

from deskeditor.document.model import ArticleId
from deskeditor.resources import resource
from deskeditor.session.checking import Looked
from deskeditor.session.intaking import Intaken, TakenIn
from deskeditor.ui.dialogs.picture import PictureDialog
from deskeditor.ui.hands import hands

PLACES: dict[str, Callable[[Newsroom], QWidget]] = {
    "headline": lambda room: room.panes.editor.fields.headline,
    "kicker": lambda room: room.panes.editor.fields.kicker,
    "story": lambda room: room.body,
    "search": lambda room: room.panes.articles.header.search,
    "list": lambda room: room.panes.articles.list,
    "checks": lambda room: room.panes.checks.list,
    "message": lambda room: room.window.notice.findChildren(QPushButton)[0],
    "export line": lambda room: room.window.underway.findChildren(QPushButton)[0],
}


def other(room: Newsroom) -> ArticleId:
    return next(row.id for row in room.rows() if row.id != room.draft.id)


def arrived(room: Newsroom) -> None:
    room.session.wiring.gestures.intaking.taken.emit(Intaken((TakenIn(other(room), "B", ()),), ("No.",)))


def listed(room: Newsroom) -> None:
    asked = room.session.wiring.shelf
    with room.bot.waitSignal(asked.shown):
        room.desk.changed.emit(())


ENDS: dict[str, Callable[[Newsroom], object]] = {
    "import": arrived,
    "list": listed,
    "save": lambda room: room.desk.changed.emit((room.draft.id,)),
    "failure": lambda room: room.desk.failed.emit("The disk is full."),
    "checks begin": lambda room: room.panes.checks.show_looked(None),
    "checks fail": lambda room: room.panes.checks.show_looked(Looked(message="Gone.")),
    "second start": lambda room: room.session.wiring.come_forward(other(room)),
    "preview stalls": lambda room: room.session.wiring.previewing.stalled.emit("The preview is late."),
    "export": lambda room: room.window.underway.end(),
    "message": lambda room: room.window.notice.tell("Done.", "Undo", room.window.notice.close_line),
    "site": lambda room: room.session.wiring.previewing.set_site({}),
}
GOES_WITH_IT = {("checks", "checks begin"), ("checks", "checks fail"), ("export line", "export")}
"""Here the keyboard's own widget goes: it may be given up, and to nothing that takes letters."""


def typing_in(room: Newsroom, place: str) -> QWidget:
    room.window.notice.tell("Read this.", "Do it", lambda: None)
    room.window.underway.tell("Exporting", 1, 2)
    room.session.wiring.gestures.findings.show()
    room.until(room.panes.checks.list.isVisible)
    widget = PLACES[place](room)
    widget.setFocus()
    if place not in ("list", "checks", "message", "export line"):
        room.type(widget, "ab")
    return widget


def leave(room: Newsroom) -> None:
    room.panes.articles.header.search.clear()
    room.window.underway.end()
    room.body.setFocus()
    while room.window.notice.line:
        room.window.notice.close_line()


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("place", PLACES)
def test_what_ends_leaves_the_hands_where_they_are(newsroom: Newsroom, place: str, end: str) -> None:
    widget = typing_in(newsroom, place)
    before = (hands(newsroom.window), newsroom.draft, newsroom.draft.document, newsroom.draft.state.selection)
    ENDS[end](newsroom)
    after = (hands(newsroom.window), newsroom.draft, newsroom.draft.document, newsroom.draft.state.selection)
    if (place, end) in GOES_WITH_IT:
        assert not isinstance(newsroom.window.focusWidget(), QLineEdit | type(newsroom.body))
    else:
        assert (after, widget.hasFocus()) == (before, True)
    leave(newsroom)


def test_letters_typed_while_copy_comes_in_stay_in_their_story(newsroom: Newsroom, tmp_path: Path) -> None:
    copy = tmp_path / "wire.txt"
    copy.write_text("Mayor resigns\n\nSPRINGFIELD, Ill. — The mayor resigned on Friday.\n", "utf-8")
    draft, before = newsroom.draft, newsroom.draft.document.text
    newsroom.body.setFocus()
    newsroom.body.place_caret(len(before))
    newsroom.panes.articles.dropped.emit((copy,))
    typed = 0
    while not newsroom.said.startswith("1 article came in."):
        newsroom.type(newsroom.body, "x")
        typed += 1
        QApplication.sendPostedEvents()
        newsroom.bot.wait(1)
    newsroom.type(newsroom.body, "y")
    assert (newsroom.draft, draft.document.text) == (draft, before + "x" * typed + "y")


def test_what_came_in_is_opened_by_a_key(newsroom: Newsroom) -> None:
    written, wanted = newsroom.draft.id, other(newsroom)
    arrived(newsroom)
    newsroom.do("open-arrival")
    newsroom.until(lambda: newsroom.draft.id == wanted)
    assert newsroom.body.hasFocus()
    newsroom.open(written)


def test_letters_typed_before_a_new_article_is_there_are_in_it(newsroom: Newsroom) -> None:
    old, text = newsroom.draft, newsroom.draft.document
    newsroom.do("new")
    newsroom.type(newsroom.panes.editor.fields.headline, "Flood")
    newsroom.body.setFocus()
    newsroom.type(newsroom.body, "It")
    newsroom.press(newsroom.body, Qt.Key.Key_Return)
    newsroom.type(newsroom.body, "rained")
    newsroom.until(lambda: newsroom.desk.draft is not None)
    newsroom.type(newsroom.body, ".")
    made = newsroom.draft.document
    assert (made.fields.headline, made.text, old.document) == ("Flood", "It\nrained.", text)
    newsroom.open(old.id)


def picture_asked(newsroom: Newsroom) -> PictureDialog:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(resource("samples/pictures/bridge.jpg")))])
    newsroom.body.insertFromMimeData(data)
    asking = QApplication.activeModalWidget()
    assert isinstance(asking, PictureDialog)
    asking.alt.setText("A bridge")
    return asking


def test_a_picture_that_comes_late_splits_no_word(newsroom: Newsroom) -> None:
    newsroom.body.setFocus()
    newsroom.body.place_caret(len(newsroom.draft.document.text.rstrip()))
    newsroom.type(newsroom.body, " Wo")
    click(picture_asked(newsroom), "Add Picture")
    newsroom.type(newsroom.body, "r")
    newsroom.until(lambda: "![A bridge](media:" in newsroom.draft.document.text)
    newsroom.type(newsroom.body, "d")
    assert " Word\n\n![A bridge]" in newsroom.draft.document.text
    while newsroom.draft.state.undo() is not None:
        newsroom.draft.undo()


def test_a_picture_never_comes_into_another_story(newsroom: Newsroom) -> None:
    written, wanted = newsroom.draft, other(newsroom)
    asking = picture_asked(newsroom)
    newsroom.desk.open(wanted)
    click(asking, "Add Picture")
    newsroom.until(lambda: "was not put in" in newsroom.said)
    assert newsroom.draft.id == wanted
    assert "media:" not in newsroom.draft.document.text + written.document.text
    newsroom.open(written.id)


def test_what_comes_late_waits_until_letters_are_composed(newsroom: Newsroom) -> None:
    newsroom.body.setFocus()
    newsroom.body.place_caret(0)
    asking = picture_asked(newsroom)
    QApplication.sendEvent(newsroom.body, QInputMethodEvent("ni", []))
    with newsroom.bot.waitSignal(newsroom.session.wiring.gestures.late):
        click(asking, "Add Picture")
    assert (newsroom.body.composing, "media:" in newsroom.draft.document.text) == (True, False)
    done = QInputMethodEvent()
    done.setCommitString("你")
    QApplication.sendEvent(newsroom.body, done)
    newsroom.until(lambda: "media:" in newsroom.draft.document.text)
    assert newsroom.draft.document.text.startswith("你")
    assert done.type() is QEvent.Type.InputMethod
