"""How far a library has come on this machine, kept where the library is not.

What was saved last may lie in the library's log alone. A file that was copied or tidied up without it looks
whole, only older: this number tells that something is missing. It belongs to one library at one place, so a
library that moved here, or a backup beside it, has none and is no finding.
"""

import os
import stat
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from deskeditor.library.disk import make_folder

_DIGITS = 20


def journal_folder() -> Path:
    """Where this machine keeps recovery journals and these records: never beside a library."""
    from platformdirs import user_state_path

    return user_state_path("deskeditor", appauthor=False) / "journals"


class SaveRecord:
    """The number of the newest change that was acknowledged; belongs to one thread.

    It is written after the library has the change on the disk, in one short write and without a wait for the
    disk: a program that dies loses nothing of it, and after a power cut an older number only says less.
    Whatever is wrong with its file, no save fails for it.
    """

    def __init__(self, library: Path, uuid: str) -> None:
        place = sha256(os.fsencode(library.resolve())).hexdigest()[:16]
        self._path = journal_folder() / f"{uuid or 'none'}.{place}.saves"
        self._fd: int | None = None

    def read(self) -> int:
        """The number, 0 where none was kept or it cannot be read."""
        with suppress(OSError, ValueError):
            fd = os.open(self._path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            try:
                if stat.S_ISREG(os.fstat(fd).st_mode):
                    number, _, check = os.read(fd, 64).decode("ascii").strip().partition(" ")
                    return int(number) if check == _check(number) else 0
            finally:
                os.close(fd)
        return 0

    def write(self, changes: int) -> None:
        """Keep the number."""
        number = f"{changes:0{_DIGITS}}"
        with suppress(OSError):
            if self._fd is None:
                make_folder(self._path.parent)
                flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NONBLOCK", 0)
                self._fd = os.open(self._path, flags, 0o600)
            os.lseek(self._fd, 0, os.SEEK_SET)
            os.write(self._fd, f"{number} {_check(number)}\n".encode())

    def forget(self) -> None:
        """Another file is at this place now, on purpose."""
        self.close()
        with suppress(OSError):
            self._path.unlink()

    def close(self) -> None:
        """Let go of the file."""
        if self._fd is not None:
            with suppress(OSError):
                os.close(self._fd)
            self._fd = None


def lost_changes(path: Path, count: int) -> str:
    """What to say of a library that lacks so many changes."""
    return (
        f"“{path.name}” lacks {count:,} of the changes that were saved on this machine: its log, "
        f"“{path.name}-wal”, is missing, or an older copy took its place. What is in it is safe. "
        "Put the log back beside it before you go on, or restore a newer backup."
    )


def _check(number: str) -> str:
    return f"{crc32(number.encode()):08x}"
