"""Keeping the preview in step with the draft, through a process that may hang without harm."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QProcess, QTimer, Signal, Slot

from deskeditor.document.fields_json import fields_to_json
from deskeditor.document.model import Document
from deskeditor.document.steps import ReplaceText, SetField
from deskeditor.publish.goal import DEFAULT_THEME
from deskeditor.session.draft import Change, Draft
from deskeditor.session.preview_protocol import Opening, Reply, Request, Sought, reply_from, to_line

DEADLINE_MS = 1_500
WARMING_MS = 20_000
MS_PER_CHARACTER = 0.02
STARTS = 3
WORKER = (sys.executable, "-m", "deskeditor.session.preview_worker")
DEAD = (
    "The preview cannot be started. Your text is safe and is saved as you write; install the program again."
)
STALLED = "This passage takes too long to lay out. The preview shows the last good page; your text is safe."

Asked = Callable[[Reply], None]


class Previewing(QObject):
    """Asks for patches and hands them on; one question is under way, what comes meanwhile goes in one more.

    `replied` carries a Reply for the page. `stalled` carries a sentence, or an empty one once the page is
    up to date again and as its theme wants it. A process that misses its deadline is replaced and is given
    the text at the next change.
    """

    replied = Signal(object)
    stalled = Signal(str)

    def __init__(self, media: Path) -> None:
        super().__init__()
        self._media = media
        self._theme = DEFAULT_THEME
        self._remark = ""
        self._site: dict[str, str] = {}
        self._draft: Draft | None = None
        self._serial = 0
        self._busy = False
        self._lost = True
        self._starts = 0
        self._edits: list[tuple[int, int, str]] = []
        self._fields_changed = False
        self._questions: list[tuple[Request, Asked]] = []
        self._asked: dict[int, Asked] = {}
        self._deadline = QTimer(self, singleShot=True)
        self._deadline.timeout.connect(self._on_deadline)
        self._warm = False
        self._process: QProcess | None = None

    def set_site(self, settings: dict[str, str]) -> None:
        """Show the story as a page of this site from the next draft on."""
        self._site = settings

    def set_theme(self, theme: str) -> None:
        """Show pages as this theme draws them, the one on show too."""
        if theme != self._theme:
            self._theme = theme
            self.refresh()

    def show(self, draft: Draft) -> None:
        """Preview another draft from now on."""
        if self._draft is not None:
            self._draft.changed.disconnect(self._on_changed)
        self._draft = draft
        draft.changed.connect(self._on_changed)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Send the whole draft again: after another draft, a new page, a lost process."""
        self._lost = True
        self._send()

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._busy

    def renew(self) -> None:
        """Put the process away; the next change brings another one, which gets the whole draft."""
        if self._process is not None:
            self._drop_process(self._process)
        self._busy, self._lost = False, True

    def find(self, sought: Sought, answer: Callable[[int], None]) -> None:
        """Ask which place in the text a clicked word comes from."""
        self._ask(Request(serial=0, find=sought), lambda reply: answer(reply.get("position", 0)))

    def locate(self, position: int, answer: Asked) -> None:
        """Ask which word of the page stands for a place in the text."""
        self._ask(Request(serial=0, show=position), answer)

    def close(self) -> None:
        """End the process; nothing of the text lives there alone."""
        self._deadline.stop()
        if self._process is not None:
            self._drop_process(self._process).waitForFinished()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        for step in change.transaction.steps:
            if isinstance(step, ReplaceText):
                self._edits.append((step.start, len(step.old), step.new))
            elif isinstance(step, SetField):
                self._fields_changed = True
        self._send()

    def _ask(self, request: Request, answer: Asked) -> None:
        self._questions.append((request, answer))
        self._send()

    def _send(self) -> None:
        """Put the next question, where none is under way."""
        if self._busy or self._draft is None:
            return
        if self._lost:
            self._put(Request(serial=0, open=self._opening(self._draft)), self.replied.emit)
        elif self._edits or self._fields_changed:
            self._put(self._update(self._draft), self.replied.emit)
        elif self._questions:
            self._put(*self._questions.pop(0))

    def _opening(self, draft: Draft) -> Opening:
        self._lost = self._fields_changed = False
        self._edits.clear()
        document = draft.document
        return Opening(
            article=draft.id,
            text=document.text,
            fields=_fields(document),
            media=str(self._media),
            site=self._site,
            theme=self._theme,
        )

    def _update(self, draft: Draft) -> Request:
        request = Request(serial=0, edits=self._edits, caret=draft.state.selection.head)
        if self._fields_changed:
            request["fields"] = _fields(draft.document)
        self._edits, self._fields_changed = [], False
        return request

    def _put(self, request: Request, answer: Asked) -> None:
        process = self._process or self._started()
        self._serial += 1
        request["serial"] = self._serial
        self._asked = {self._serial: answer}
        self._busy = True
        line = to_line(request)
        self._deadline.start(int(DEADLINE_MS + MS_PER_CHARACTER * len(line)) + self._warming())
        process.write(QByteArray(line))

    def _warming(self) -> int:
        """A process that has not answered yet may still be loading."""
        return 0 if self._warm else WARMING_MS

    @Slot()
    def _on_output(self) -> None:
        while self._process is not None and self._process.canReadLine():
            reply = reply_from(bytes(self._process.readLine().data()))
            answer = self._asked.pop(reply["serial"], None)
            if answer is None:
                continue
            self._deadline.stop()
            self._busy, self._warm = False, True
            answer(reply)
            self._remark = reply.get("remark", self._remark)
            self.stalled.emit(self._remark)
        self._send()

    @Slot()
    def _on_deadline(self) -> None:
        self._fail()

    @Slot()
    def _on_finished(self) -> None:
        self._fail()

    def _fail(self) -> None:
        """The process is replaced; the text goes to the new one with the next change, not before."""
        self._deadline.stop()
        if self._process is not None:
            self._drop_process(self._process)
        self._questions.clear()
        self._asked.clear()
        self._busy, self._lost = False, True
        self._starts = 0 if self._warm else self._starts + 1
        if self._starts >= STARTS:
            self._draft = None
            self.stalled.emit(DEAD)
            return
        self.stalled.emit(STALLED)

    def _drop_process(self, process: QProcess) -> QProcess:
        self._process = None
        process.readyReadStandardOutput.disconnect(self._on_output)
        process.finished.disconnect(self._on_finished)
        process.finished.connect(process.deleteLater)
        process.kill()
        return process

    def _started(self) -> QProcess:
        process = QProcess(self)
        process.setProgram(WORKER[0])
        process.setArguments(WORKER[1:])
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.readyReadStandardOutput.connect(self._on_output)
        process.finished.connect(self._on_finished)
        self._warm = False
        self._process = process
        process.start()
        return process


def _fields(document: Document) -> dict[str, object]:
    return dict(fields_to_json(document.fields))
