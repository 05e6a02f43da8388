"""The room of benches: a few stories are made here, many by several processes at once."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TypeVar

from deskeditor.document.model import ArticleId
from deskeditor.library.errors import LibraryError
from deskeditor.library.kept import Kept
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish.bench import Answer, Bench, Order, Task
from deskeditor.publish.collecting import seldom_collecting
from deskeditor.publish.errors import PublishError
from deskeditor.publish.made import Made
from deskeditor.publish.press import Job
from deskeditor.worker import Calls, Worker, WorkerError

_T = TypeVar("_T")
_Said = Answer | Exception | None

MANY = 200
"""From so many stories on, the start of other processes is worth its while."""
_BATCH = 40
_MOST = 4
_ENDED = (
    "The export was cut short: a process that makes pages ended. What was there before is unchanged. "
    "Free some memory and export again."
)


class Room:
    """Gathers facts and makes stories; leave it, so that no process stays behind."""

    def __init__(self, library: Library, kept: Kept) -> None:
        self._places = library.path, kept.place
        self._state = library.state
        self._here = Bench(library, kept)
        self._helpers: list[_Helper] = []

    def __enter__(self) -> "Room":
        return self

    def __exit__(self, *_: object) -> None:
        for helper in self._helpers:
            helper.end()

    def expect(self, stories: int) -> None:
        """So many stories may be asked for: where they are many, helpers can come meanwhile."""
        if stories >= MANY and self._places[1] is not None:
            self._call_helpers()

    def gather(self, ids: Sequence[ArticleId]) -> dict[str, bytes]:
        """The facts of these articles by mark; bodies and facts are kept."""
        found: dict[str, bytes] = {}
        for answer in self._answers(Task(ids=part) for part in _parts(ids)):
            found |= answer.facts
        return found

    def make(
        self, order: Order, jobs: Iterable[Job], keys: Mapping[str, str]
    ) -> Iterator[tuple[ArticleId, Made]]:
        """Each story with what came of it, as they are done.

        Jobs may come while others are made; `keys`, as in a task, are asked once a job has come.
        """
        for answer in self._answers(
            Task(order=order, jobs=part, keys=_of(part, keys)) for part in _parts(jobs)
        ):
            yield from answer.made

    def _call_helpers(self) -> None:
        while len(self._helpers) < min(_MOST, os.cpu_count() or 1):
            self._helpers.append(_Helper(*self._places, self._state))

    def _answers(self, tasks: Iterable[Task]) -> Iterator[Answer]:
        coming = iter(tasks)
        first = tuple(islice(coming, MANY // _BATCH))
        waiting = chain(first, coming)
        if len(first) * _BATCH < MANY or self._places[1] is None:
            yield from map(self._here.do, waiting)
            return
        self._call_helpers()
        busy = [helper for helper, task in zip(self._helpers, waiting, strict=False) if helper.begin(task)]
        while busy:
            ready = wait([helper.ready for helper in busy])
            for helper in [each for each in busy if each.ready in ready]:
                answer = helper.answer()
                if answer is None:
                    busy.remove(helper)
                    yield self._here.do(helper.task)
                    continue
                task = next(waiting, None)
                if task is None or not helper.begin(task):
                    busy.remove(helper)
                yield answer
        yield from map(self._here.do, waiting)


class _Helper:
    """A process with a bench of its own, for a library in that state; `task` is what it was given last."""

    def __init__(self, library: Path, kept: Path | None, state: str) -> None:
        self.task = Task()
        self._worker: Worker[Task, _Said] = Worker(_work, library, kept, state)
        try:
            self._worker.warm()
        except WorkerError as error:
            raise PublishError(_ENDED) from error

    @property
    def ready(self) -> Connection:
        """What can be read once there is an answer."""
        return self._worker.connection

    def begin(self, task: Task) -> bool:
        """Hand over the next task; raises PublishError where nobody is there any more."""
        self.task = task
        try:
            self._worker.send(task)
        except WorkerError as error:
            raise PublishError(_ENDED) from error
        return True

    def answer(self) -> Answer | None:
        """What came of it, None where it came too late to see that state; raises what the bench raised."""
        try:
            answer = self._worker.receive()
        except WorkerError as error:
            raise PublishError(_ENDED) from error
        if isinstance(answer, Exception):
            raise answer
        return answer

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._worker.close()


def _work(calls: Calls[Task, _Said], path: Path, kept: Path | None, state: str) -> None:
    """Do every task on the library as it is at one moment; where that is not `state`, none."""
    with (
        Library.open(path, Mode.READ) as library,
        Kept(kept) as found,
        library.frozen(),
        seldom_collecting(),
    ):
        bench = Bench(library, found) if library.state == state else None
        calls.answer_each(lambda task: _done(bench, task))


def _done(bench: Bench | None, task: Task) -> _Said:
    """The errors of the bench are told where somebody can hear them."""
    try:
        return bench.do(task) if bench else None
    except (PublishError, LibraryError, OSError) as error:
        return error


def _parts(work: Iterable[_T]) -> Iterator[tuple[_T, ...]]:
    coming = iter(work)
    while part := tuple(islice(coming, _BATCH)):
        yield part


def _of(jobs: Iterable[Job], keys: Mapping[str, str]) -> dict[ArticleId, str]:
    return {job.id: keys[job.id] for job in jobs if job.id in keys}
