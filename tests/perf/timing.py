"""One command from its start to its end: seconds, processor seconds of all its processes, and memory."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

_EVERY = 0.02
_NOTHING = subprocess.DEVNULL
_MEGABYTE = 2**20
_UNIT = _MEGABYTE if sys.platform == "darwin" else 1024
"""Of the largest process's size, as the system tells it, in one MB."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run took; memory in MB: the largest process at its peak, and all together at theirs."""

    wall: float
    cpu: float
    largest: float
    together: float


def took(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> Taken:
    """The command run in the folder, as a user's shell would; raises RuntimeError where it fails."""
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    os.sync()
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=around | dict(env or {}), stdin=_NOTHING, stdout=_NOTHING, stderr=_NOTHING
    )
    ended = Event()
    peaks = [0.0, 0.0]
    watching = Thread(target=_watch, args=(process.pid, ended, peaks), daemon=True)
    watching.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watching.join()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}")
    largest = peaks[1] or usage.ru_maxrss / _UNIT
    return Taken(wall, usage.ru_utime + usage.ru_stime, largest, max(peaks[0], largest))


def _watch(pid: int, ended: Event, peaks: list[float]) -> None:
    """All together, and the largest: the system's own word on a child begins with the size of its parent."""
    while not ended.wait(_EVERY):
        sizes = [_resident(each) for each in family(pid)]
        peaks[:] = max(peaks[0], sum(sizes)), max(peaks[1], *sizes)


def family(pid: int) -> Iterator[int]:
    """The process and all that it has started; the process alone where the system does not say."""
    waiting = [pid]
    while waiting:
        one = waiting.pop()
        yield one
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            waiting += map(int, _text(children).split())


def _resident(pid: int) -> float:
    """MB in memory now."""
    pages = _text(Path(f"/proc/{pid}/statm")).split()
    return int(pages[1]) * os.sysconf("SC_PAGE_SIZE") / _MEGABYTE if pages else 0.0


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""  # ended meanwhile
