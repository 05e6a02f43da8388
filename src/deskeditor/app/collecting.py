"""Python's search for forgotten circles of objects, on the window's thread alone."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Collecting(QObject):
    """While it lives, circles are looked for by a timer, and not by whichever thread happens to make objects.

    A part of the window that another thread ends there can stop the window for ever: Qt takes a lock to end
    an object, and the two threads then wait for each other's.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.freeze()  # what stands by now stays, and need not be gone through again
        gc.disable()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look where Python would have looked by now: among the oldest objects that are due."""
        counted = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [age for age, (new, most) in enumerate(counted) if new > most]
        if due:
            gc.collect(due[-1])

    def end(self) -> None:
        """Let Python look again whenever it likes."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
