"""Why no answer came. The messages are for programmers: whoever asks knows what to tell the person."""


class WorkerError(Exception):
    """The process gave no answer; it is gone, and the next question gets another one."""


class Late(WorkerError):
    """It passed its deadline and was ended."""


class Exhausted(WorkerError):
    """It needed more memory than it may have."""


class Crashed(WorkerError):
    """It ended by itself, in the middle of a question or before it."""


class Stopped(WorkerError):
    """Its owner ended it in the middle."""


class Mistaken(WorkerError):
    """Its work raised an error that nobody expected; the message names it."""
