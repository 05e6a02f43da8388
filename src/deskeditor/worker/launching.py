"""Starting the process. Only what it needs is imported in it: not the module that the program began with."""

import os
import subprocess
import sys
from multiprocessing.connection import Connection, Pipe
from typing import Protocol

_BEGIN = (
    "import sys; sys.path[:] = sys.argv[3:]; "
    "from deskeditor.worker.launching import begin; begin(int(sys.argv[1]), int(sys.argv[2]))"
)


class Child(Protocol):
    """A process that was started."""

    @property
    def pid(self) -> int | None:
        """Its number."""

    def is_alive(self) -> bool:
        """Whether it is still there."""

    def kill(self) -> None:
        """End it at once; nothing where it has ended."""

    def join(self, timeout: float | None = None) -> None:
        """Wait until it has ended, at the most so many seconds."""

    @property
    def exitcode(self) -> int | None:
        """How it ended; None while it is there."""


class _Program:
    """A fresh interpreter. It is given nothing but the two ends of pipes."""

    def __init__(self, questions: Connection, stops: Connection, *, silent: bool) -> None:
        fds = (questions.fileno(), stops.fileno())
        self._popen = subprocess.Popen(
            # -P: no module is taken from the folder that one happens to be in.
            [sys.executable, "-P", "-c", _BEGIN, *map(str, fds), *sys.path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if silent else None,
            pass_fds=fds,
        )

    @property
    def pid(self) -> int:
        return self._popen.pid

    @property
    def exitcode(self) -> int | None:
        return self._popen.poll()

    def is_alive(self) -> bool:
        return self._popen.poll() is None

    def kill(self) -> None:
        self._popen.kill()

    def join(self, timeout: float | None = None) -> None:
        try:
            self._popen.wait(timeout)
        except subprocess.TimeoutExpired:
            return


def launched(*, silent: bool) -> tuple[Child, Connection, Connection]:
    """A process and our ends of its pipes: for questions, and for wishes that one be left.

    `silent`: what libraries in it print is of no use to anybody.
    """
    ours, theirs = Pipe()
    heard, stops = Pipe(duplex=False)
    with theirs, heard:
        try:
            child = (_as_program if can_be_a_program() else _as_copy)(theirs, heard, silent=silent)
        except OSError:
            ours.close()
            stops.close()
            raise
    return child, ours, stops


def can_be_a_program() -> bool:
    """A frozen program has no interpreter beside it, and Windows hands pipes on in another way."""
    return os.name == "posix" and not getattr(sys, "frozen", False)


def _as_program(questions: Connection, stops: Connection, *, silent: bool) -> Child:
    return _Program(questions, stops, silent=silent)


def _as_copy(questions: Connection, stops: Connection, *, silent: bool) -> Child:
    del silent  # such a process has the streams of the program
    from multiprocessing import get_context

    from deskeditor.worker.calls import attend

    process = get_context("spawn").Process(target=attend, args=(questions, stops))
    process.start()
    return process


def begin(questions: int, stops: int) -> None:
    """The first thing in the process: take the pipes."""
    from deskeditor.worker.calls import attend

    attend(Connection(questions), Connection(stops, writable=False))
