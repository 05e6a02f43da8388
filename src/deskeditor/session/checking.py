"""Keeping the findings in step with the draft: asked after a rest, answered by a process of their own."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from deskeditor.document.steps import ReplaceText
from deskeditor.publish.findings import Finding
from deskeditor.session.checking_protocol import Answer, Question
from deskeditor.session.checking_start import begin
from deskeditor.session.draft import Change, Draft
from deskeditor.session.jobs import Lane
from deskeditor.worker import Limits, Worker, WorkerError

WORDS_MS = 600
"""How long after a key the words are looked at again, while others follow it."""
PAGE_MS = 2_000
"""How long the writer rests before the page is looked at too."""
OPENING_MS = 1_000
HUGE = 200_000
"""Letters from which on looking waits for the end of a burst of keys: sending them would be felt."""
PATIENT = 5
"""By how much the process stands back where others want the processor."""
DEADLINE = 120.0
"""Seconds for one answer: a page may need its pictures made first."""
LOST = (
    "The checks stopped in the middle of this story. Your text is safe; they begin again at the next change."
)


NOTHING = Answer()


@dataclass(frozen=True, slots=True)
class Looked:
    """What is known of the open story: `working` until something is, `message` where nothing can be."""

    answer: Answer = NOTHING
    working: bool = False
    message: str = ""


Checker = Worker[Question, Answer]


class Checking(QObject):
    """Tells what is found of the draft; `told` carries Looked, or None while no article is on the desk.

    A finding says where it was when it was asked about; `place` says where that is now.
    """

    told = Signal(object)

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._library = library
        self._draft: Draft | None = None
        self._steps: list[ReplaceText] = []
        self._asked = 0
        self._busy = False
        self._number = 0
        self.looked: Looked | None = None
        self._workers: list[Checker] = []
        self._lane: Lane[list[Checker]] | None = None
        self._words, self._page = (
            QTimer(self, singleShot=True),
            QTimer(self, singleShot=True),
        )
        self._words.timeout.connect(lambda: self._ask(page=False))
        self._page.timeout.connect(lambda: self._ask(page=True))

    def show(self, draft: Draft | None) -> None:
        """Another draft from now on, or none."""
        if self._draft is not None:
            self._draft.changed.disconnect(self._on_changed)
        self._draft = draft
        self._number += 1
        self._busy = False
        self._forget()
        if draft is None:
            self._words.stop()
            self._page.stop()
            self._tell(None)
            return
        draft.changed.connect(self._on_changed)
        self._tell(Looked(working=True))
        self._words.start(OPENING_MS)

    def look_again(self) -> None:
        """Something else than the draft changed that findings may hang on."""
        if self._draft is not None and not self._words.isActive():
            self._words.start(WORDS_MS)

    def place(self, finding: Finding) -> tuple[int, int] | None:
        """Where a finding of the last answer stands now; None for any other, and where its words changed."""
        known = self.looked is not None and finding in self.looked.answer.findings
        if not known or finding.start is None or finding.end is None:
            return None
        return moved((finding.start, finding.end), self._steps)

    def kill(self) -> None:
        """End the process in the middle, as the system may for want of memory."""
        for worker in self._workers:
            worker.kill()

    def close(self) -> None:
        """End what is still under way."""
        self.show(None)
        self.kill()
        if self._lane is not None:
            self._lane.close(_let_go)
            self._lane = None

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        for step in change.transaction.steps:
            if isinstance(step, ReplaceText):
                self._steps.append(step)
        if not self._words.isActive() or len(change.after.document.text) > HUGE:
            self._words.start(WORDS_MS)
        self._page.stop()

    def _ask(self, *, page: bool) -> None:
        draft = self._draft
        if draft is None:
            return
        if self._busy:
            self._words.start(WORDS_MS)
            return
        self._busy, self._asked = True, len(self._steps)
        question, number = Question(draft.id, draft.document, page), self._number
        if self._lane is None:
            self._lane = Lane("checks", lambda: self._workers, (WorkerError,))

        def work(workers: list[Checker]) -> Answer:
            if not workers:
                workers.append(Worker(begin, self._library, limits=Limits(nice=PATIENT)))
            return workers[0].ask(question, DEADLINE)

        self._lane.run(work, lambda answer: self._on_answer(number, answer), lambda _: self._on_lost(number))

    def _on_answer(self, number: int, answer: Answer) -> None:
        if number != self._number:
            return
        self._busy = False
        passed, self._steps = self._steps[: self._asked], self._steps[self._asked :]
        before = self.looked.answer if self.looked else NOTHING
        if not answer.whole:
            answer = with_page(answer, before, passed)
            if not self._words.isActive():
                self._page.start(PAGE_MS)
        self._tell(Looked(answer, message=answer.message))

    def _on_lost(self, number: int) -> None:
        """The process is gone or was too slow; the next change brings another one."""
        if self._lane is not None:
            self._lane.run(_let_go, lambda _: None, lambda _: None)
        if number == self._number:
            self._busy = False
            self._forget()
            self._tell(Looked(message=LOST))

    def _forget(self) -> None:
        self._steps.clear()
        self._asked = 0

    def _tell(self, looked: Looked | None) -> None:
        self.looked = looked
        self.told.emit(looked)


def moved(place: tuple[int, int], steps: Iterable[ReplaceText]) -> tuple[int, int] | None:
    """Where a passage is after these steps; None where one of them changed it."""
    start, end = place
    for step in steps:
        if step.end <= start:
            grown = len(step.new) - len(step.old)
            start, end = start + grown, end + grown
        elif step.start < end:
            return None
    return start, end


def with_page(words: Answer, before: Answer, steps: Iterable[ReplaceText]) -> Answer:
    """What is found of the words, with what the page still has to be asked about again."""
    gone = list(steps)
    kept = [_following(each, gone) for each in before.findings if of_page(each)]
    found = [each for each in kept if each is not None]
    blocks = sum(each.level == "block" for each in found)
    joined = sorted(
        (*zip(words.findings, words.paragraphs, strict=True), *((each, 0) for each in found)),
        key=lambda row: row[0].level != "block",
    )
    return replace(
        words,
        findings=tuple(each for each, _ in joined),
        paragraphs=tuple(number for _, number in joined),
        blocks=words.blocks + blocks,
        asks=words.asks + len(found) - blocks,
    )


def of_page(finding: Finding) -> bool:
    """Whether it was found on the finished page."""
    return finding.rule.startswith("page-") or finding.rule == "bad-picture"


def _following(finding: Finding, steps: list[ReplaceText]) -> Finding | None:
    if finding.start is None or finding.end is None:
        return finding
    now = moved((finding.start, finding.end), steps)
    return None if now is None else finding._replace(start=now[0], end=now[1])


def _let_go(workers: list[Checker]) -> None:
    while workers:
        workers.pop().close()
