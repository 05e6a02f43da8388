"""The program under a tireless writer: `type LIBRARY` until killed, `read LIBRARY` what is on screen.

Prints `key COUNT TIME` after each key has been handled and `saved COUNT TIME` when the window says so; `read`
prints `kept COUNT`, or `wrong` where the text on screen is not what was typed. With `--die-at COUNT` it kills
itself once so many keys have been handled.
"""

import argparse
import os
import signal
import string
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from deskeditor.app import journal_folder, settings_file
from deskeditor.app.session import Session, Start, make_application
from deskeditor.document.model import Document, Fields
from deskeditor.library.store import Library
from deskeditor.session.autosave import Keeping, Kept
from deskeditor.session.draft import Draft
from deskeditor.session.journals import Journals
from deskeditor.session.settings import Settings
from deskeditor.ui import look

PER_SECOND = 200
BURST = 300
BREATH_MS = 1_400
BASE = "The story so far.\n\n"


def letter(number: int) -> str:
    """The letter typed at this place; a space now and then."""
    return " " if number % 7 == 6 else string.ascii_lowercase[number % 26]


def say(kind: str, count: int) -> None:
    """One line, at once."""
    os.write(1, f"{kind} {count} {time.monotonic():.6f}\n".encode())


class Typist:
    """Types into the window for as long as it lives."""

    def __init__(self, session: Session, die_at: int) -> None:
        self._session = session
        self._die_at = die_at
        self._count = 0
        self._timer = QTimer(interval=1000 // PER_SECOND)
        self._timer.timeout.connect(self._type)
        session.desk.opened.connect(self._begin)
        session.desk.keeping.connect(self._on_keeping)

    def _begin(self, draft: Draft) -> None:
        self._draft = draft
        self._body = self._session.window.panes.editor.body
        self._body.place_caret(len(draft.document.text))
        self._timer.start()

    def _type(self) -> None:
        QTest.keyClicks(self._body, letter(self._count))
        self._count += 1
        say("key", self._count)
        if self._count == self._die_at:
            os.kill(os.getpid(), signal.SIGKILL)
        if self._count % BURST == 0:
            self._timer.stop()
            QTimer.singleShot(BREATH_MS, self._timer.start)

    def _on_keeping(self, keeping: Keeping) -> None:
        """The window says saved of everything only when nothing newer was typed meanwhile."""
        if keeping.kept is Kept.SAVED:
            say("saved", self._count)


def read(session: Session) -> None:
    """Say how much stands on screen once an article is there."""

    def look_at(_draft: Draft) -> None:
        text = session.window.panes.editor.body.document().toRawText().replace("\u2029", "\n")
        typed = text.removeprefix(BASE)
        wanted = "".join(letter(number) for number in range(len(typed)))
        print(f"kept {len(typed)}" if typed == wanted and text.startswith(BASE) else f"wrong {text[-80:]!r}")
        session.window.close()

    session.desk.opened.connect(look_at)


def main() -> int:
    """Type or read."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["type", "read"])
    parser.add_argument("library", type=Path)
    parser.add_argument("--without-journal", action="store_true")
    parser.add_argument("--die-at", type=int, default=0)
    asked = parser.parse_args()
    if asked.without_journal:
        Journals.append = lambda *_: None  # type: ignore[method-assign]  # the promise taken away on purpose
    if asked.what == "type":
        with Library.create(asked.library) as library:
            made = library.new(Document(BASE, Fields(headline="A long night")))
        settings_file().save(Settings(article=made.id, library=str(asked.library)))
    app = make_application([])
    look.apply(app, look.Scheme.LIGHT)
    session = Session(Start(asked.library, journal_folder(), settings_file(), ""))
    typist = Typist(session, asked.die_at) if asked.what == "type" else None
    if typist is None:
        read(session)
    session.window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
