"""Slow work beside the window: one thread a lane, done in order, results back on the asking thread."""

import queue
import threading
from collections.abc import Callable
from itertools import count
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

R = TypeVar("R")
T = TypeVar("T")

Failed = Callable[[Exception], None]
_Asked = tuple[Callable[[Any], Any], Callable[[Any], None], Failed]


class Lane(QObject, Generic[R]):
    """A thread that owns one thing (a library, a journal) and does one job after the other with it.

    The thing is made on the lane's own thread, at the first job. Results and expected failures (the errors
    named in `expected`) come back by signal, so the callbacks run on the thread that this object lives in.
    Any other exception is a mistake of ours and is raised there too, so that it cannot go unseen.
    """

    _returned = Signal(int)

    def __init__(self, name: str, opening: Callable[[], R], expected: tuple[type[Exception], ...]) -> None:
        super().__init__()
        self._opening = opening
        self._expected = expected
        self._asked: dict[int, _Asked] = {}
        self._outcomes: dict[int, tuple[bool, Any]] = {}
        self._numbers = count()
        self._jobs: queue.SimpleQueue[Callable[[], None] | int | None] = queue.SimpleQueue()
        self._owned: list[R] = []
        self._returned.connect(self._on_returned)
        self._thread = threading.Thread(target=self._work_off, name=name, daemon=True)
        self._thread.start()

    def run(self, work: Callable[[R], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do `work` on the lane; then exactly one of `done` and `failed` is called back here."""
        number = next(self._numbers)
        self._asked[number] = work, done, failed
        self._jobs.put(number)

    def close(self, closing: Callable[[R], None]) -> None:
        """Finish what is waiting, take leave of the thing with `closing`, end the thread."""
        self._jobs.put(lambda: self._leave(closing))
        self._jobs.put(None)
        self._thread.join()

    def _work_off(self) -> None:
        while (job := self._jobs.get()) is not None:
            if isinstance(job, int):
                # By now nothing on this thread holds the job: what it was the last to hold, a part of the
                # window perhaps, must end on the thread that asked, or both may wait for each other for ever.
                self._outcomes[job] = self._outcome(job)
                self._returned.emit(job)
            else:
                job()

    def _outcome(self, number: int) -> tuple[bool, Any]:
        try:
            if not self._owned:
                self._owned.append(self._opening())
            return True, self._asked[number][0](self._owned[0])
        except Exception as error:
            return False, error

    def _leave(self, closing: Callable[[R], None]) -> None:
        for owned in self._owned:
            closing(owned)
        self._owned.clear()

    @Slot(int)
    def _on_returned(self, number: int) -> None:
        _, done, failed = self._asked.pop(number)
        good, said = self._outcomes.pop(number)
        if good:
            done(said)
        elif isinstance(said, self._expected):
            failed(said)
        else:
            raise said


class Newest(Generic[R]):
    """Questions of which only the newest matters: one under way, one waiting, older answers dropped."""

    def __init__(self, lane: Lane[R], overtake: Callable[[], None]) -> None:
        self._lane = lane
        self._overtake = overtake
        self._asked = 0
        self._busy = False
        self._waiting: Callable[[], None] | None = None

    def ask(self, work: Callable[[R], T], done: Callable[[T], None], failed: Failed) -> None:
        """Ask; where a question is under way it is cut short and this one follows it."""
        self._asked += 1
        number = self._asked

        def begin() -> None:
            self._busy = True
            self._lane.run(
                work,
                lambda result: self._ended(number, lambda: done(result)),
                lambda error: self._ended(number, lambda: failed(error)),
            )

        if self._busy:
            self._waiting = begin
            self._overtake()
        else:
            begin()

    def _ended(self, number: int, answer: Callable[[], None]) -> None:
        self._busy = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
        if number == self._asked:
            answer()
