"""The page in its browser: patched from a world of its own, with everything else switched off."""

import json
from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QTimer, QUrl, Signal, Slot
from PySide6.QtWebEngineCore import QWebEngineProfile, QWebEngineScript

from deskeditor.resources import resource
from deskeditor.session.preview_protocol import Reply, Sought
from deskeditor.ui import look
from deskeditor.ui.preview.locked import LockedPage
from deskeditor.ui.preview.serving import ADDRESS, Serving

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
WATCH_MS = 8_000


class PreviewPage(LockedPage):
    """Takes replies of the rendering process; `stuck`: the page no longer answers, `shown`: it does."""

    shown = Signal()
    stuck = Signal()

    def __init__(self, profile: QWebEngineProfile, serving: Serving, parent: QObject) -> None:
        super().__init__(profile, parent)
        self._serving = serving
        self._loaded = False
        self._retired = False
        self._waiting: list[Reply] = []
        self._inject()
        self._watch = QTimer(self, singleShot=True, interval=WATCH_MS)
        self._watch.timeout.connect(self.stuck)
        self.loadFinished.connect(self._on_loaded)
        self.renderProcessTerminated.connect(self.stuck)

    def take(self, reply: Reply) -> None:
        """Show what a reply says; a shell that is new is loaded first."""
        shell = reply.get("shell")
        if shell is not None and shell != self._serving.shell:
            self._serving.shell = shell
            self._loaded = False
            self._waiting.clear()
            self.load(QUrl(ADDRESS))
        if self._loaded:
            self._run(reply)
        else:
            self._waiting.append(reply)

    def retire(self) -> None:
        """Answers that are still under way count no more: the page is about to go."""
        self._retired = True
        self._watch.stop()

    def _ask(self, script: str, answer: Callable[[object], None]) -> None:
        """Qt: a page that is deleted answers what was asked of it, out of its own destructor."""

        def heard(found: object) -> None:
            if not self._retired:
                answer(found)

        self.runJavaScript(script, WORLD, heard)

    def at(self, point: QPointF, answer: Callable[[Sought], None]) -> None:
        """Which word of the body is at a point of the page; no answer where there is none."""

        def heard(found: object) -> None:
            place = json.loads(found) if isinstance(found, str) and found else None
            if place is not None:
                answer(Sought(block=place["block"], prefix=place["prefix"], word=place["word"]))

        # Qt: an object would arrive here as an empty string.
        self._ask(f"JSON.stringify(desk.at({point.x()}, {point.y()}))", heard)

    def read(self, answer: Callable[[str], None]) -> None:
        """The body's HTML as it stands in the page now."""

        def heard(html: object) -> None:
            if isinstance(html, str):
                answer(html)

        self._ask("desk.html()", heard)

    def mark(self, reply: Reply) -> None:
        """Show where the caret stands in the page."""
        if self._loaded and "block" in reply:
            word = json.dumps(reply.get("word", ""))
            self.runJavaScript(f"desk.mark({reply['block']}, {word}, {reply.get('nth', 0)})", WORLD)

    @Slot(object)
    def shade(self, tokens: look.Tokens) -> None:
        """Show the page's light or dark side as the desk's look has it."""
        if self._loaded:
            self.runJavaScript(f"desk.shade({json.dumps(tokens.dark)})", WORLD)

    def _inject(self) -> None:
        script = QWebEngineScript()
        script.setName("desk")
        script.setWorldId(WORLD)
        script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
        script.setSourceCode(resource("preview/desk.js").read_text(encoding="utf-8"))
        self.scripts().insert(script)

    @Slot(bool)
    def _on_loaded(self, well: bool) -> None:
        if not well:
            # Qt: a link that was refused counts as a page that failed; the one that stands is well.
            if not self._loaded:
                self.stuck.emit()
            return
        self._loaded = True
        self.shade(look.current())
        look.notice().changed.connect(self.shade)
        waiting, self._waiting = self._waiting, []
        for reply in waiting:
            self._run(reply)

    def _run(self, reply: Reply) -> None:
        told = {name: reply[name] for name in ("reset", "parts", "patches", "block") if name in reply}
        self._watch.start()
        self._ask(f"desk.take({json.dumps(told)})", self._on_taken)

    def _on_taken(self, _blocks: object) -> None:
        self._watch.stop()
        self.shown.emit()
