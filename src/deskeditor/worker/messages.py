"""What goes through the pipe between a Worker and its process."""

from collections.abc import Callable
from dataclasses import dataclass

from deskeditor.worker.limits import Limits


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first message: what to do, a function that is found by its name and takes Calls first."""

    serve: Callable[..., None]
    arguments: tuple[object, ...]
    limits: Limits


@dataclass(frozen=True, slots=True)
class Question:
    """Something to answer within so many seconds."""

    number: int
    content: object
    deadline: float | None


@dataclass(frozen=True, slots=True)
class Told:
    """Something said on the way to an answer; `wants_reply` where the process waits for a reply."""

    content: object
    wants_reply: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question."""

    content: object


@dataclass(frozen=True, slots=True)
class Failure:
    """No answer, and the process ends: of want of memory, or of an error that is named."""

    exhausted: bool
    error: str
