"""Slow work beside the window: one thread a lane, done in order, results back on the asking thread."""

import queue
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

R = TypeVar("R")
T = TypeVar("T")

Failed = Callable[[Exception], None]


class Lane(QObject, Generic[R]):
    """A thread that owns one thing (a library, a journal) and does one job after the other with it.

    The thing is made on the lane's own thread, at the first job. Results and expected failures (the errors
    named in `expected`) come back by signal, so the callbacks run on the thread that this object lives in.
    Any other exception is a mistake of ours and is raised there too, so that it cannot go unseen.
    """

    _returned = Signal(object)

    def __init__(self, name: str, opening: Callable[[], R], expected: tuple[type[Exception], ...]) -> None:
        super().__init__()
        self._opening = opening
        self._expected = expected
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._owned: list[R] = []
        self._returned.connect(self._on_returned)
        self._thread = threading.Thread(target=self._work_off, name=name, daemon=True)
        self._thread.start()

    def run(self, work: Callable[[R], T], done: Callable[[T], None], failed: Failed) -> None:
        """Do `work` on the lane; then exactly one of `done` and `failed` is called back here."""
        self._jobs.put(lambda: self._attempt(work, done, failed))

    def close(self, closing: Callable[[R], None]) -> None:
        """Finish what is waiting, take leave of the thing with `closing`, end the thread."""
        self._jobs.put(lambda: self._leave(closing))
        self._jobs.put(None)
        self._thread.join()

    def _work_off(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()

    def _attempt(self, work: Callable[[R], T], done: Callable[[T], None], failed: Failed) -> None:
        try:
            if not self._owned:
                self._owned.append(self._opening())
            result = work(self._owned[0])
        except Exception as error:
            expected = isinstance(error, self._expected)
            self._deliver(_told(failed, error) if expected else _raised(error))
        else:
            self._deliver(lambda: done(result))

    def _leave(self, closing: Callable[[R], None]) -> None:
        for owned in self._owned:
            closing(owned)
        self._owned.clear()

    def _deliver(self, call: Callable[[], None]) -> None:
        self._returned.emit(call)

    @Slot(object)
    def _on_returned(self, call: Callable[[], None]) -> None:
        call()


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


def _told(failed: Failed, error: Exception) -> Callable[[], None]:
    return lambda: failed(error)


def _raised(error: Exception) -> Callable[[], None]:
    def raise_it() -> None:
        raise error

    return raise_it
