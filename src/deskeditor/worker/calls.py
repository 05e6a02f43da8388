"""The side of the process: questions come in, answers go out, until nobody is there any more."""

import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from deskeditor.worker.limits import allow_seconds, hold
from deskeditor.worker.messages import Answer, Beginning, Failure, Question, Told

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Q = TypeVar("Q")
A = TypeVar("A")


class Calls(Generic[Q, A]):
    """Questions one after the other, each to be answered before the next; the end of the pipe ends them."""

    def __init__(self, questions: "Connection", stops: "Connection") -> None:
        self._questions = questions
        self._stops = stops
        self._number = 0
        self._stopped = 0

    def __iter__(self) -> Iterator[Q]:
        """Every question; ends with the one that asks."""
        with suppress(EOFError, OSError):
            while True:
                yield self.next()

    def next(self) -> Q:
        """The next question, waited for; raises EOFError where nobody is there any more."""
        question: Question = self._questions.recv()
        self._number = question.number
        allow_seconds(question.deadline)
        return cast(Q, question.content)

    def wait(self, seconds: float) -> bool:
        """Wait for a question at the most so long; whether there is one, or nobody is there any more."""
        return self._questions.poll(seconds)

    @property
    def hurried(self) -> bool:
        """Whether the next question is waiting already."""
        return self._questions.poll()

    @property
    def stopped(self) -> bool:
        """Whether somebody asked that the question under way be left."""
        while self._stops.poll():
            try:
                self._stopped = self._stops.recv()
            except (EOFError, OSError):
                return True
        return self._stopped >= self._number

    def answer(self, answer: A) -> None:
        """What came of the question under way."""
        self._questions.send(Answer(answer))

    def tell(self, content: object) -> None:
        """Something on the way to the answer."""
        self._questions.send(Told(content))

    def ask(self, content: object) -> object:
        """What the one who asked says to this."""
        self._questions.send(Told(content, wants_reply=True))
        return self._questions.recv()

    def answer_each(self, work: Callable[[Q], A]) -> None:
        """Answer every question by what `work` makes of it."""
        for question in self:
            self.answer(work(question))


def attend(questions: "Connection", stops: "Connection") -> None:
    """What the process does, from its first moment to its last."""
    # A person who ends the program by Ctrl+C ends the one that asks, and the pipe tells this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with questions, stops, suppress(EOFError, OSError):
        beginning: Beginning = questions.recv()
        hold(beginning.limits)
        failure = _failure(beginning, Calls(questions, stops))
        if failure is not None:
            questions.send(failure)


def _failure(beginning: Beginning, calls: Calls[object, object]) -> Failure | None:
    try:
        beginning.serve(calls, *beginning.arguments)
    except MemoryError:
        return Failure(exhausted=True, error="MemoryError")
    except Exception as error:  # the border of the process: whatever comes, the one who asked is told
        return Failure(exhausted=False, error=f"{type(error).__name__}: {error}")
    return None
