"""A session of the window over hostile texts: each is typed in whole, rendered, and clicked at.

`python -m tests.e2e.strangers TEXTS.jsonl` takes a JSON object a line, the text under `text`, puts each
into body and headline of an open draft, waits until the page shows it, and presses the mouse in the middle
of the page. Run inside something that counts packets, it shows that opening a draft sends nothing.
Prints how many texts were shown; exits 1 where the page stopped answering for good.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtTest import QTest

from deskeditor.app.session import Session, Start, make_application
from deskeditor.document.commands.restore import restore
from deskeditor.document.model import ArticleId, Document, Fields
from deskeditor.document.state import EditorState
from deskeditor.document.text import clean
from deskeditor.document.transaction import Transaction
from deskeditor.library.store import Library
from deskeditor.session.settings import Settings, SettingsFile
from deskeditor.ui import look

PATIENCE = 30_000
TICK = 10
LINGER = 12


class Strangers(QObject):
    """Shows one text after the other."""

    def __init__(self, session: Session, texts: list[str]) -> None:
        super().__init__()
        self._session = session
        self._texts = texts
        self._waited = 0
        self.shown = 0
        self._seen = 0
        session.window.panes.preview.shown.connect(self._on_shown)
        self._walk = self._steps()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_shown(self) -> None:
        self._seen += 1

    def _on_tick(self) -> None:
        self._waited += TICK
        if self._waited > PATIENCE or next(self._walk, None) is None:
            self._timer.stop()
            self._session.window.close()

    def _steps(self) -> Iterator[str]:
        while self._session.desk.draft is None or not self._seen:
            yield "opening"
        draft, pane = self._session.desk.draft, self._session.window.panes.preview
        for number, text in enumerate(self._texts):
            before = self._seen
            body = clean(text)
            document = Document(f"Text {number}.\n\n{body}\n", Fields(headline=" ".join(body.split())[:200]))
            draft.do(partial(_restored, document=document))
            while self._seen == before:
                yield "waiting for the page"
            QTest.mouseClick(pane, Qt.MouseButton.LeftButton, pos=QPoint(pane.width() // 2, 300))
            for _ in range(LINGER):
                yield "lingering"
            self.shown += 1
            self._waited = 0


def _restored(state: EditorState, document: Document) -> Transaction | None:
    return restore(state, document)


def texts_of(path: Path) -> list[str]:
    """The texts of a file of JSON lines."""
    return [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line]


def main() -> int:
    """Show them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    texts = texts_of(parser.parse_args().texts)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.desk"
        with Library.create(path) as library:
            article: ArticleId = library.new(Document("Nothing yet.\n")).id
        settings = SettingsFile(Path(folder) / "settings.toml")
        settings.save(Settings(article=article, library=str(path)))
        app = make_application([])
        look.apply(app, look.Scheme.LIGHT)
        session = Session(Start(path, Path(folder) / "journals", settings, ""))
        strangers = Strangers(session, texts)
        session.window.show()
        app.exec()
        print(f"{strangers.shown} of {len(texts)} texts shown")
        return 0 if strangers.shown == len(texts) else 1


if __name__ == "__main__":
    sys.exit(main())
