"""A process may hang, grow, crash or stumble: whoever asked is told why, and the next is answered."""

import os
import sys
import threading
from collections.abc import Iterator
from subprocess import PIPE, Popen

import pytest
from tests.worker.serving import serve

from deskeditor.worker import (
    Crashed,
    Exhausted,
    Late,
    Limits,
    Mistaken,
    Stopped,
    Worker,
    WorkerError,
    launching,
)

Asking = Worker[str, str]


@pytest.fixture(params=["program", "copy"])
def worker(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asking]:
    """A worker of either kind: as here, and as on Windows or in a frozen program."""
    monkeypatch.setattr(launching, "can_be_a_program", lambda: request.param == "program")
    with Worker[str, str](serve, limits=Limits(memory=300 << 20)) as worker:
        yield worker


def is_there(pid: int | None) -> bool:
    """Whether a process is there, be it as a zombie."""
    try:
        os.kill(pid or 0, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_question_is_answered_and_so_is_the_next_by_the_same_process(worker: Asking) -> None:
    first, pid = worker.ask("you"), worker.pid
    assert (first, worker.ask("me"), worker.pid) == ("heard you", "heard me", pid)


def test_no_process_is_there_before_it_is_needed_or_after_it_was_closed(worker: Asking) -> None:
    assert worker.pid is None
    worker.ask("you")
    pid = worker.pid
    worker.close()
    assert worker.pid is None and not is_there(pid)


@pytest.mark.parametrize(
    ("question", "error"),
    [("hang", Late), ("spin", Late), ("crash", Crashed), ("stumble", Mistaken), ("grow", Exhausted)],
)
def test_no_answer_has_its_reason_and_leaves_no_process(
    worker: Asking, question: str, error: type[WorkerError]
) -> None:
    worker.warm()
    pid = worker.pid
    with pytest.raises(error):
        worker.ask(question, 0.5 if error is Late else 60.0)
    assert not is_there(pid) and worker.ask("again") == "heard again"


def test_a_mistake_is_named(worker: Asking) -> None:
    with pytest.raises(Mistaken, match="LookupError: no such thing"):
        worker.ask("stumble")


def test_a_process_that_is_ended_in_the_middle_is_told_of(worker: Asking) -> None:
    threading.Timer(0.3, worker.kill).start()
    with pytest.raises(Stopped):
        worker.ask("hang")


def test_a_process_that_ended_between_two_questions_is_told_of_or_replaced(worker: Asking) -> None:
    worker.ask("you")
    worker.kill()
    with pytest.raises(Stopped):
        worker.ask("you")
    worker.ask("you")
    worker.kill()
    worker.warm()
    assert worker.ask("you") == "heard you"


def test_what_is_under_way_can_be_left_and_the_next_question_is_not(worker: Asking) -> None:
    assert worker.ask("until stopped", hear=lambda _: worker.interrupt()) == "stopped"
    with pytest.raises(Late):
        worker.ask("until stopped", 1.0)


def test_progress_is_heard(worker: Asking) -> None:
    told: list[object] = []
    assert (worker.ask("tell", hear=told.append), told) == ("done", ["half way"])


def test_a_process_can_ask_back(worker: Asking) -> None:
    assert worker.ask("ask", hear=lambda what: f"{what}!") == "you said what?!"


def test_an_answer_in_time_outlives_its_deadline(worker: Asking) -> None:
    worker.warm()
    worker.ask("you", 30.0)
    pid = worker.pid
    assert (worker.ask("me"), worker.pid) == ("heard me", pid)


def test_arguments_reach_the_process() -> None:
    with Worker[str, str](serve, "hello") as worker:
        assert worker.ask("you") == "hello you"


ORPHAN = """
import sys; sys.path[:] = {path!r}
from tests.worker.serving import serve
from deskeditor.worker import Worker
worker = Worker(serve)
worker._begin_timer = lambda deadline: None
worker.send({question!r}, 1.0)
print("sent", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows does not count a process's seconds")
@pytest.mark.parametrize("question", ["you", "spin"])
def test_a_process_ends_with_the_one_that_asks_even_where_that_is_killed(question: str) -> None:
    command = [sys.executable, "-c", ORPHAN.format(path=sys.path, question=question)]
    with Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE) as asking:
        assert asking.stdout is not None and asking.stderr is not None
        assert asking.stdout.readline() == b"sent\n"
        asking.kill()
        assert asking.stderr.read() == b""  # the process has it too: it ends once both are gone
