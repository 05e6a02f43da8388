"""Who has a library open: one window writes, every other one reads."""

import getpass
import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

WAIT_MS = 100


@dataclass(frozen=True, slots=True)
class Holder:
    """The person and machine that have the library open for writing."""

    user: str
    host: str

    def __str__(self) -> str:
        return f"{self.user} on {self.host}"


def me() -> Holder:
    """The person at this machine."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "somebody"
    return Holder(user, QSysInfo.machineHostName() or "this machine")


class Hold:
    """The lock beside a library; it dies with the program that has it, also when that is killed."""

    def __init__(self, library: Path) -> None:
        self._card = library.with_name(library.name + ".holder")
        self._lock = QLockFile(str(library.with_name(library.name + ".lock")))
        # Qt: 0 means that age never breaks a lock; the death of its owner on this machine still does.
        self._lock.setStaleLockTime(0)

    def take(self) -> str:
        """Take the library for writing: empty when it is ours now, else why it can only be read."""
        if self._lock.tryLock(WAIT_MS):
            self._leave_card()
            return ""
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return "its folder cannot be written"
        return f"{self._holder()} has it open"

    def release(self) -> None:
        """Give the library free."""
        self._card.unlink(missing_ok=True)
        self._lock.unlock()

    def _leave_card(self) -> None:
        ours = me()
        try:
            self._card.write_text(json.dumps({"user": ours.user, "host": ours.host}), encoding="utf-8")
        except OSError:
            return  # the lock holds without the card; only the name is unknown then

    def _holder(self) -> Holder:
        try:
            card = json.loads(self._card.read_text(encoding="utf-8"))
            return Holder(str(card["user"]), str(card["host"]))
        except (OSError, ValueError, KeyError, TypeError):
            return Holder("somebody", "another machine")
