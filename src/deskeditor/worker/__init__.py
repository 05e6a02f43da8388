"""Work in a process of its own, which may hang, grow or crash without harm to the one that asked.

`Worker` is the asking side, `Calls` the side of the process. Neither knows what the work is, nor of Qt.
"""

from deskeditor.worker.calls import Calls
from deskeditor.worker.errors import Crashed, Exhausted, Late, Mistaken, Stopped, WorkerError
from deskeditor.worker.limits import Limits
from deskeditor.worker.worker import Worker

__all__ = [
    "Calls",
    "Crashed",
    "Exhausted",
    "Late",
    "Limits",
    "Mistaken",
    "Stopped",
    "Worker",
    "WorkerError",
]
