"""The tour: what a visitor would do at a screen, done without one, with pictures of every stop.

`deskeditor tour --out DIR` makes a sample newsroom in DIR, takes in the reference story, types into it with
real key events, waits for the page, searches, compares, exports, checks the bundle, and says where all is.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from deskeditor.app.session import Session, Start, make_application
from deskeditor.document.commands import set_field
from deskeditor.document.fields import FieldValue
from deskeditor.document.model import ArticleId, Author, Status
from deskeditor.document.state import EditorState
from deskeditor.document.transaction import Transaction
from deskeditor.intake.samples import furnish
from deskeditor.library.store import Library
from deskeditor.publish.bundle import Options
from deskeditor.publish.verify import verify
from deskeditor.resources import resource
from deskeditor.session.exporting import Exporting
from deskeditor.session.reviewing import Version
from deskeditor.session.settings import SettingsFile
from deskeditor.ui import look

STEP_MS = 20
PATIENCE_MS = 60_000
LARGE, SMALL = (1400, 900), (1000, 700)
REFERENCE = "Trump administration asks Missouri to send Guard troops for ICE support duties"
TYPED = " A reply is expected this week."
MISSING: dict[str, FieldValue] = {
    "standfirst": "Governor Mike Kehoe is weighing a federal request for paperwork and transport duties.",
    "byline": (Author("Mara Lindqvist"),),
    "section": "Politics",
    "status": Status.PUBLISHED,
    "published": "2025-08-28T14:30:00-05:00",
}

Ready = Callable[[], bool]


class Tour(QObject):
    """Walks from stop to stop; a stop that is not reached within a minute ends it with what was awaited."""

    def __init__(self, out: Path) -> None:
        super().__init__()
        self._out = out
        self._pictures: list[Path] = []
        self._said: list[str] = []
        self._page = ""
        self.failure = ""
        self._session = _session(out, "newsroom.desk")
        self._stops = self._walk(self._session)
        self._ready: Ready = lambda: True
        self._waited = 0
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Open the window and go."""
        self._session.window.resize(*LARGE)
        self._session.window.show()
        self._timer.start()

    def report(self) -> str:
        """What was made, and where."""
        return "\n".join([*self._said, *(f"screenshot {path}" for path in self._pictures)])

    def _on_tick(self) -> None:
        self._waited += STEP_MS
        if self._session.window.panes.preview.lacking:
            self._end(self._session.window.panes.preview.lacking)
        elif self._waited > PATIENCE_MS:
            self._end("The tour waited a minute in vain after: " + (self._said or ["the start"])[-1])
        elif self._ready():
            self._waited = 0
            try:
                self._ready = next(self._stops)
            except StopIteration:
                self._end("")

    def _end(self, failure: str) -> None:
        self.failure = failure
        self._timer.stop()
        QCoreApplication.exit(1 if failure else 0)

    def _walk(self, session: Session) -> Iterator[Ready]:
        yield from self._take_in(session)
        yield from self._write(session)
        yield from self._photograph(session, "story")
        yield from self._slots(session)
        yield from self._check(session)
        yield from self._search(session)
        yield from self._review(session)
        yield from self._export(session)
        yield from self._close(session)
        yield from self._empty()

    def _take_in(self, session: Session) -> Iterator[Ready]:
        """The reference story comes in as a visitor would bring it; the sample of it makes room."""
        articles, desk = session.window.panes.articles, session.desk
        yield lambda: articles.model.rowCount() > 0
        found: list[ArticleId | None] = []
        desk.job(lambda library: library.find_headline(REFERENCE), found.append)
        yield lambda: bool(found)
        desk.trash([each for each in found if each])
        session.wiring.gestures.intaking.take((resource("samples/missouri-guard.txt"),))
        yield lambda: desk.draft is not None and desk.draft.document.fields.headline == REFERENCE
        self._said.append("imported the reference story")

    def _write(self, session: Session) -> Iterator[Ready]:
        """Type at the end of the first paragraph and wait until the page shows it."""
        draft, body = session.desk.draft, session.window.panes.editor.body
        assert draft is not None
        body.place_caret(draft.document.text.index("\n"))
        for letter in TYPED:
            _press(body, letter)
        yield lambda: self._shows(session, TYPED.strip())
        self._said.append("typed, and the preview shows it")
        for name, value in MISSING.items():
            draft.do(partial(_filled, name=name, value=value))
        saved: list[object] = []
        session.desk.changed.connect(saved.append)
        session.desk.save()
        yield lambda: bool(saved)
        self._said.append("saved")

    def _check(self, session: Session) -> Iterator[Ready]:
        """Open the checks beside the story and go to the first finding."""
        findings = session.wiring.gestures.findings
        findings.show()
        yield lambda: findings.checking.looked is not None and findings.checking.looked.answer.whole
        findings.step(1)
        looked = findings.checking.looked
        assert looked is not None
        self._said.append(f"checked the story: {looked.answer.blocks} block, {looked.answer.asks} ask")
        yield from self._photograph(session, "checks")
        findings.toggle()

    def _shows(self, session: Session, words: str) -> bool:
        """Whether the page has these words; it is asked anew at every tick."""
        session.window.panes.preview.read(self._on_page)
        return words in self._page

    def _on_page(self, html: str) -> None:
        self._page = html

    def _photograph(self, session: Session, name: str) -> Iterator[Ready]:
        for scheme in (look.Scheme.LIGHT, look.Scheme.DARK):
            _wear(scheme)
            for size in (LARGE, SMALL):
                session.window.resize(*size)
                yield from self._settled(session)
                self._picture(session.window, f"{name}-{scheme}-{size[0]}x{size[1]}")
        _wear(look.Scheme.LIGHT)
        session.window.resize(*LARGE)

    def _settled(self, session: Session) -> Iterator[Ready]:
        """Two answers of the page and half a second of ticks: what was asked for has been painted by then."""
        for _ in range(25):
            self._page = ""
            yield lambda: self._shows(session, "<") or session.window.panes.reviewing

    def _picture(self, widget: QWidget, name: str) -> None:
        path = self._out / f"{name}.png"
        widget.grab().save(str(path))
        self._pictures.append(path)

    def _slots(self, session: Session) -> Iterator[Ready]:
        """The same story as card, search result, social card, push message and print column."""
        preview = session.window.panes.preview
        session.wiring.gestures.slots()
        yield lambda: preview.slots is not None and preview.slots.isVisible()
        self._said.append("showed the story in its slots")
        yield from self._photograph(session, "slots")
        sheet = preview.slots.widget() if preview.slots is not None else None
        if sheet is not None:
            self._picture(sheet, "slots-all")
        session.wiring.gestures.slots()

    def _search(self, session: Session) -> Iterator[Ready]:
        articles = session.window.panes.articles
        articles.focus_search()
        for letter in "water te":
            _press(articles.header.search, letter)
        yield articles.model.has_snippets
        self._said.append(f"searched: {articles.model.rowCount()} hits")
        yield from self._photograph(session, "search")
        articles.header.search.clear()
        yield lambda: articles.model.rowCount() > 5

    def _review(self, session: Session) -> Iterator[Ready]:
        gestures, panes, draft = session.wiring.gestures, session.window.panes, session.desk.draft
        assert draft is not None
        gestures.history()
        yield lambda: panes.review.has_history
        gestures.reviewing.compare(Version(draft.id, 1), Version(draft.id, draft.revision))
        yield lambda: panes.review.has_comparison
        self._said.append("compared two revisions side by side")
        yield from self._photograph(session, "review")
        gestures.write()

    def _export(self, session: Session) -> Iterator[Ready]:
        bundle = self._out / "bundle"
        exporting = Exporting(session.desk.path)
        told: list[str] = []
        exporting.exported.connect(
            lambda written: told.append(f"exported {written.report.articles} articles to {bundle}")
        )
        exporting.refused.connect(lambda refusal: told.append(f"! {refusal.message}"))
        exporting.export(bundle, Options(now="2026-01-01T00:00:00Z"))
        yield lambda: bool(told)
        exporting.close()
        differs = verify(bundle) if not told[0].startswith("!") else (told[0],)
        if differs:
            self._end("; ".join(differs))
        self._said += [*told, "verified the bundle: intact"]

    def _close(self, session: Session) -> Iterator[Ready]:
        closed: list[bool] = []
        session.desk.closed.connect(lambda: closed.append(True))
        session.window.close()
        yield lambda: bool(closed)

    def _empty(self) -> Iterator[Ready]:
        """The same window on a library without a story."""
        session = _session(self._out, "empty.desk")
        self._session = session
        session.window.resize(*LARGE)
        session.window.show()
        counted: list[object] = []
        session.wiring.shelf.overview.connect(counted.append)
        yield lambda: bool(counted)
        for scheme in (look.Scheme.LIGHT, look.Scheme.DARK):
            _wear(scheme)
            self._picture(session.window, f"empty-{scheme}")
        yield from self._close(session)


def _session(out: Path, name: str) -> Session:
    path = out / name
    with Library.create(path) as library:
        if name != "empty.desk":
            furnish(library)
    state = out / "state"
    return Session(Start(path, state / "journals", SettingsFile(state / "settings.toml"), ""))


def _filled(state: EditorState, name: str, value: FieldValue) -> Transaction | None:
    return set_field(state, name, value)


def _wear(scheme: look.Scheme) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    look.apply(app, scheme)


def _press(widget: QWidget, letter: str) -> None:
    """A key goes down and up, as the window system would say it."""
    key = Qt.Key(ord(letter.upper()))
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(widget, event)


def tour(arguments: list[str]) -> int:
    """Do the tour; the exit code is 0 where every stop was reached."""
    parser = argparse.ArgumentParser(prog="deskeditor tour", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/tour"))
    out: Path = parser.parse_args(arguments).out
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application([])
    app.setQuitOnLastWindowClosed(False)  # a second window follows the first
    _wear(look.Scheme.LIGHT)
    walk = Tour(out.resolve())
    walk.start()
    code = app.exec()
    print(walk.report())
    if walk.failure:
        print(f"deskeditor: {walk.failure}", file=sys.stderr)
    return code
