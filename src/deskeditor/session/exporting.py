"""Letting stories leave while the window goes on: checks, progress, and an end that can be asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from deskeditor.publish.bundle import Options
from deskeditor.publish.proof import Proof, ProofOrder
from deskeditor.session.export_process import (
    Answer,
    Checked,
    Halted,
    Job,
    Refusal,
    Sheets,
    Underway,
    Work,
    Written,
    work_off,
)
from deskeditor.session.jobs import Lane
from deskeditor.worker import Worker, WorkerError

PATIENCE = 5.0
"""Seconds that a process is given to end by itself; killed, it leaves the old bundle as whole."""
CUT_SHORT = (
    "The export ended in the middle: the program that makes the pages stopped. "
    "What was there before is unchanged. Free some memory and export again."
)


Exporter = Worker[Work, Answer]


class Exporting(QObject):
    """Checks and exports in a process of its own; of what was asked for the newest wins.

    `checked` carries Checked, `progressed` and `checking` Underway, `exported` Written, `refused` Refusal.
    A proof is drawn here and printed by whoever hears `drawn`, which carries a Proof, and hands the sheets
    back; it counts as one export from `draw` to the end of `write`.
    """

    checked = Signal(object)
    checking = Signal(object)
    progressed = Signal(object)
    drawn = Signal(object)
    exported = Signal(object)
    refused = Signal(object)
    cancelled = Signal()

    def __init__(self, library: Path) -> None:
        super().__init__()
        self._library = library
        self._workers: list[Exporter] = []
        self._number = 0
        self._running = False
        self._lane: Lane[list[Exporter]] = Lane("export", lambda: self._workers, (WorkerError,))

    @property
    def running(self) -> bool:
        """Whether an export, and not a check alone, is under way."""
        return self._running

    def check(self, options: Options) -> None:
        """Ask what stands between these articles and their readers; an older question is dropped."""
        if not self._running:
            self._ask(Job(options), self.checking.emit)

    def export(self, out: Path, options: Options) -> None:
        """Begin; `exported`, `refused` or `cancelled` tells the end. A check under way is dropped."""
        self._running = True
        self._ask(Job(options, out), self.progressed.emit)

    def draw(self, order: ProofOrder) -> None:
        """Begin a proof; `drawn`, `refused` or `cancelled` comes next."""
        self._running = True
        self._ask(order, self.progressed.emit)

    def write(self, sheets: Sheets) -> None:
        """Write the proof that was drawn; nothing where it was cancelled meanwhile."""
        if self._running:
            self._ask(sheets, self.progressed.emit)

    def give_up(self, message: str) -> None:
        """The press could not print what was drawn."""
        if self._running:
            self._running = False
            self.refused.emit(Refusal(message))

    def cancel(self) -> None:
        """End it before the next story; what was there before stays as it is."""
        for worker in self._workers:
            worker.interrupt()
        number = self._number
        self._number += 1
        if self._running:
            self._lane.run(lambda _: None, lambda _: self._end_cancelled(number + 1), self._on_lost)

    def rest(self) -> None:
        """Nobody looks any more: let the process go unless it has an export to finish."""
        if not self._running:
            self.cancel()
            self._lane.run(_let_go, lambda _: None, self._on_lost)

    def kill(self) -> None:
        """End the process in the middle, as the system may for want of memory; the next job tells of it."""
        for worker in self._workers:
            worker.kill()

    def close(self) -> None:
        """End it and wait until it has."""
        self._number += 1
        for worker in self._workers:
            worker.interrupt()
        self._lane.close(_let_go)

    def _ask(self, wanted: Work, tell: Callable[[Underway], None]) -> None:
        for worker in self._workers:
            worker.interrupt()
        self._number += 1
        number = self._number

        def stopped() -> bool:
            return self._number != number

        def work(workers: list[Exporter]) -> Answer:
            if stopped():
                return Halted()
            if not workers:
                workers.append(Worker(work_off, self._library))
            return workers[0].ask(wanted, hear=lambda said: hear(workers[0], said))

        def hear(worker: Exporter, said: object) -> None:
            if stopped():
                worker.interrupt()
            elif isinstance(said, Underway):
                tell(said)

        self._lane.run(work, lambda answer: self._on_answer(number, answer), self._on_lost)

    def _on_answer(self, number: int, answer: Answer) -> None:
        if number != self._number and not isinstance(answer, Written):
            return
        match answer:
            case Checked():
                self.checked.emit(answer)
            case Proof():
                self.drawn.emit(answer)
            case Written():
                self._running = False
                self.exported.emit(answer)
            case Refusal():
                self._running = False
                self.refused.emit(answer)
            case Halted():
                self._end_cancelled(number)

    def _end_cancelled(self, number: int) -> None:
        if self._running and number == self._number:
            self._running = False
            self.cancelled.emit()

    def _on_lost(self, error: Exception) -> None:
        """The process is gone; the next job brings another one."""
        del error
        self._lane.run(_let_go, lambda _: None, lambda _: None)
        self._running = False
        self.refused.emit(Refusal(CUT_SHORT))


def _let_go(workers: list[Exporter]) -> None:
    while workers:
        workers.pop().close(PATIENCE)
