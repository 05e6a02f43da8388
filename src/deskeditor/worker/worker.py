"""The asking side: one process that is started when it is needed and replaced when it is lost."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from deskeditor.worker.errors import Crashed, Exhausted, Late, Mistaken, Stopped, WorkerError
from deskeditor.worker.limits import OUT_OF_MEMORY, Limits
from deskeditor.worker.messages import Answer, Beginning, Failure, Question, Told

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from deskeditor.worker.launching import Child

Q = TypeVar("Q")
A = TypeVar("A")

Hear = Callable[[object], object]
"""Hears what the process tells on its way; what it returns goes back where the process asked."""


def _unheard(_: object) -> object:
    return None


class _Running:
    """One process, its pipes, and why it was ended where we ended it."""

    def __init__(self, beginning: Beginning) -> None:
        # The window imports workers before it needs one: what starts a process is loaded with the first.
        from deskeditor.worker.launching import launched

        self.child: Child
        self.child, self.questions, self.stops = launched(silent=beginning.limits.memory is not None)
        self.why: type[WorkerError] | None = None
        try:
            self.questions.send(beginning)
        except OSError:
            self.end(0.0)
            raise

    @property
    def is_over(self) -> bool:
        return self.why is not None or not self.child.is_alive()

    def kill(self, why: type[WorkerError]) -> None:
        self.why = self.why or why
        self.child.kill()

    def end(self, patience: float) -> None:
        """Let it end by itself for so many seconds, then end it; nothing of it stays behind."""
        self.questions.close()
        self.stops.close()
        if patience:
            self.child.join(patience)
        self.child.kill()
        self.child.join()


class Worker(Generic[Q, A]):
    """A process that answers questions, started at the first one.

    One question is under way at a time, from whichever thread; `interrupt` and `kill` may come from others.
    An error leaves no process behind, and the next question starts another. `serve` is a function of a
    module, which the process calls with its Calls and the arguments. Whoever makes a worker closes it.
    """

    def __init__(self, serve: Callable[..., None], *arguments: object, limits: Limits | None = None) -> None:
        self._beginning = Beginning(serve, arguments, limits or Limits())
        self._guard = threading.RLock()
        self._running: _Running | None = None
        self._asked: _Running | None = None
        self._number = 0
        self._due = 0
        self._timer: threading.Timer | None = None

    def __enter__(self) -> "Worker[Q, A]":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def pid(self) -> int | None:
        """The number of the process; None where there is none."""
        running = self._running
        return running.child.pid if running else None

    @property
    def is_alive(self) -> bool:
        """Whether the process is there."""
        running = self._running
        return running is not None and not running.is_over

    @property
    def connection(self) -> "Connection":
        """What is ready once there is something to receive; only between `send` and `receive`."""
        return self._under_way().questions

    def warm(self) -> None:
        """Have a process ready: start one where there is none any more."""
        with self._guard:
            if self._running is not None and self._running.is_over:
                self._drop()
            self._now()

    def ask(self, question: Q, deadline: float | None = None, hear: Hear = _unheard) -> A:
        """The answer, within so many seconds; raises a WorkerError where none comes."""
        self.send(question, deadline)
        return self.receive(hear)

    def send(self, question: Q, deadline: float | None = None) -> None:
        """Hand a question over, or one that wants no answer; raises a WorkerError where nobody is there."""
        with self._guard:
            running = self._asked = self._now()
            self._number += 1
            if deadline is not None:
                self._begin_timer(deadline)
        try:
            running.questions.send(Question(self._number, question, deadline))
        except OSError:
            raise self._lost(running) from None

    def receive(self, hear: Hear = _unheard) -> A:
        """The answer to what was sent."""
        running = self._under_way()
        while True:
            try:
                said = running.questions.recv()
                if isinstance(said, Told):
                    reply = hear(said.content)
                    if said.wants_reply:
                        running.questions.send(reply)
                    continue
            except (EOFError, OSError):
                raise self._lost(running) from None
            if isinstance(said, Failure):
                raise self._failed(said)
            if self._answered(running):
                return cast(Answer, said).content  # type: ignore[return-value]  # the process holds to its type

    def interrupt(self) -> None:
        """Ask the process to leave what is under way; it answers all the same, as it sees fit."""
        with self._guard:
            if self._running is not None:
                try:
                    self._running.stops.send(self._number)
                except OSError:
                    return

    def kill(self) -> None:
        """End the process in the middle; whoever waits, or asks next, gets Stopped."""
        with self._guard:
            if self._running is not None:
                self._running.kill(Stopped)

    def close(self, patience: float = 0.0) -> None:
        """End the process and wait until it has; it may go on by itself for so many seconds.

        Only the thread that asks may close: it is no use for a question that is under way.
        """
        with self._guard:
            running, self._running = self._running, None
            self._stop_timer()
        if running is not None:
            running.end(patience)

    def _now(self) -> _Running:
        with self._guard:
            if self._running is None:
                try:
                    self._running = _Running(self._beginning)
                except OSError as error:
                    raise Crashed(f"No process can be started: {error}.") from error
            return self._running

    def _under_way(self) -> _Running:
        if self._asked is None:
            raise Crashed("Nothing was asked.")
        return self._asked

    def _begin_timer(self, deadline: float) -> None:
        self._due = self._number
        self._timer = threading.Timer(deadline, self._on_late, (self._number,))
        self._timer.daemon = True
        self._timer.start()

    def _on_late(self, number: int) -> None:
        with self._guard:
            if number == self._due and self._running is not None:
                self._running.kill(Late)

    def _answered(self, running: _Running) -> bool:
        """That the answer came before its deadline: after it the process has been ended."""
        with self._guard:
            self._stop_timer()
            if running.why is Late:
                raise self._lost(running)
            return True

    def _failed(self, failure: Failure) -> WorkerError:
        self._drop()
        return Exhausted(failure.error) if failure.exhausted else Mistaken(failure.error)

    def _lost(self, running: _Running) -> WorkerError:
        """Why the process is not there any more; from here on it is not."""
        with self._guard:
            self._drop()
        if running.why is not None:
            return running.why("The process was ended.")
        code = running.child.exitcode
        return Exhausted(str(code)) if code == OUT_OF_MEMORY else Crashed(f"The process ended with {code}.")

    def _drop(self) -> None:
        with self._guard:
            self._stop_timer()
            running, self._running = self._running, None
            if running is not None:
                running.end(0.0)

    def _stop_timer(self) -> None:
        self._due = 0
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
