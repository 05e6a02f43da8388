"""A real window on a library of its own, and the hands that use it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.app.session import Session, Start
from deskeditor.document.model import ArticleId, Document, Fields
from deskeditor.library.records import Row
from deskeditor.library.store import Library
from deskeditor.session.desk import Desk
from deskeditor.session.draft import Draft
from deskeditor.session.settings import Settings, SettingsFile
from deskeditor.ui.articles.model import Role
from deskeditor.ui.editor.body import BodyEditor
from deskeditor.ui.panes import Panes
from deskeditor.ui.preview.browser import Browser
from deskeditor.ui.window import Window

PATIENCE = 60_000
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def stored(path: Path, *documents: Document) -> tuple[ArticleId, ...]:
    """Make a library of these articles; the last one is the newest."""
    with Library.create(path) as library:
        return tuple(library.new(document).id for document in documents)


def article(headline: str, text: str) -> Document:
    """A draft of these words."""
    return Document(text, Fields(headline=headline))


class Newsroom:
    """One session; every wait is for something that happens."""

    def __init__(self, library: Path, bot: QtBot, reading: str = "") -> None:
        self.library = library
        self.bot = bot
        self._page = ""
        self.state = library.with_suffix(".state")
        self.session = Session(Start(library, self.state, settings_of(library), reading))
        self.session.window.show()

    @property
    def window(self) -> Window:
        """The window."""
        return self.session.window

    @property
    def panes(self) -> Panes:
        """Its panes."""
        return self.session.window.panes

    @property
    def desk(self) -> Desk:
        """What is live behind them."""
        return self.session.desk

    @property
    def draft(self) -> Draft:
        """The article on the desk."""
        draft = self.session.desk.draft
        assert draft is not None
        return draft

    @property
    def body(self) -> BodyEditor:
        """The story on screen."""
        return self.panes.editor.body

    @property
    def browser(self) -> Browser:
        """The browser of the preview, which comes a little after the window."""
        self.until(lambda: self.panes.preview.browser)
        browser = self.panes.preview.browser
        assert browser is not None
        return browser

    @property
    def said(self) -> str:
        """What the line at the bottom says now."""
        line = self.window.notice.line
        return line.text if line else ""

    @property
    def kept(self) -> str:
        """What the status line says of the saved state."""
        labels = self.window.status.findChildren(QLabel)
        return next(label.text() for label in labels if label.accessibleName() == "Saved state")

    @property
    def place(self) -> str:
        """What the status line says of the library."""
        return self.window.status.findChildren(QLabel, "place")[0].text()

    @property
    def focused(self) -> str:
        """What a screen reader would call the control that has the window's keyboard."""
        widget = self.window.focusWidget()
        return widget.accessibleName() if widget else ""

    def rows(self) -> list[Row]:
        """The list as it stands."""
        model = self.panes.articles.model
        found = [model.index(row, 0).data(Role.ROW) for row in range(model.rowCount())]
        return [row for row in found if isinstance(row, Row)]

    def journals(self) -> tuple[Path, ...]:
        """The recovery journals there are."""
        return tuple(self.state.glob("*.journal"))

    def until(self, condition: Callable[[], object]) -> None:
        """Go on when this is so."""
        self.bot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def open(self, article: ArticleId) -> None:
        """Put an article on the desk."""
        self.desk.open(article)
        self.until(lambda: self.desk.draft is not None and self.desk.draft.id == article)

    def press(self, widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One key with its modifiers, as a keyboard would send it."""
        QTest.keyClick(widget, key, modifiers)

    def type(self, widget: QWidget, text: str) -> None:
        """Key after key."""
        QTest.keyClicks(widget, text)

    def do(self, name: str) -> None:
        """An action of the menus, where it is not greyed."""
        self.session.wiring.menus.do(name)

    def answer(self) -> None:
        """Press the button beside what the bottom line says."""
        self.window.notice.findChildren(QPushButton)[0].click()

    def page_shows(self, words: str) -> None:
        """Go on when the page has these words."""
        self.until(lambda: words in self.page())

    def page(self) -> str:
        """The body as the page had it when it was asked last; asks again."""
        self.panes.preview.read(self._on_page)
        return self._page

    def _on_page(self, html: str) -> None:
        self._page = html

    def close(self) -> None:
        """Close the window as a person would, and wait until everything is kept."""
        self.window.close()
        self.until(lambda: self.desk.is_closed)
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete.value)


def click(dialog: QWidget, text: str) -> None:
    """Press the button of a dialog that says this."""
    buttons = dialog.findChildren(QPushButton)
    next(button for button in buttons if button.text().replace("&", "") == text).click()


def settings_of(library: Path) -> SettingsFile:
    """The settings of whoever opens this library."""
    return SettingsFile(library.with_suffix(".toml"))


def left_at(library: Path, article: ArticleId) -> None:
    """Let the last session have ended with this article on the desk."""
    settings_of(library).save(Settings(library=str(library.resolve()), article=article))
