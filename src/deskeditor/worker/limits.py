"""What a process may take of the machine: set by the process itself, before it does anything else.

Linux holds the limit of memory exactly. macOS does not, so a thread there looks ten times a second and ends
the process. Windows has no such limit here: deadlines and bounded reads hold there alone.
"""

import os
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

LOOKED_EVERY = 0.1
OUT_OF_MEMORY = 83
"""The exit code of a process that was ended for its memory."""
_SPARE_SECONDS = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes of memory (None: as much as there is), and by how much it stands back for others."""

    memory: int | None = None
    nice: int = 0


def hold(limits: Limits) -> None:
    """Keep this process within the limits from now on."""
    if limits.nice:
        with suppress(OSError, AttributeError):
            os.nice(limits.nice)
    if limits.memory is None or resource is None:
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, limits.memory))
    else:
        threading.Thread(target=_watch, args=(limits.memory,), daemon=True).start()


def allow_seconds(deadline: float | None) -> None:
    """End this process after so much work more: nobody else does once the one that asked is dead."""
    if deadline is None or resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + deadline) + _SPARE_SECONDS
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def _watch(memory: int) -> None:
    """macOS counts in bytes."""
    never = threading.Event()
    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss <= memory:
        never.wait(LOOKED_EVERY)
    os._exit(OUT_OF_MEMORY)
