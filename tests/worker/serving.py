"""What the processes of the tests do."""

import os
import signal
import threading

from deskeditor.worker import Calls

HUGE = 4 << 30


def serve(calls: Calls[str, str], greeting: str = "heard") -> None:
    """Answer, or do what a bad process does."""
    for question in calls:
        if question == "hang":
            threading.Event().wait()
        elif question == "spin":
            while True:
                pass
        elif question == "grow":
            calls.answer(str(len(bytearray(HUGE))))
        elif question == "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        elif question == "stumble":
            raise LookupError("no such thing")
        elif question == "until stopped":
            calls.tell("begun")
            while not calls.stopped:
                calls.wait(0.01)
            calls.answer("stopped")
        elif question == "ask":
            calls.answer(f"you said {calls.ask('what?')}")
        elif question == "tell":
            calls.tell("half way")
            calls.answer("done")
        else:
            calls.answer(f"{greeting} {question}")
