"""Reading a file that a person or another program names: it may be anything, and only files are read.

A pipe or a device could be waited for until the end of days, a file that grows or lies about its size could
fill the memory. Everything that a user names is read here.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEGABYTE = 1_000_000
MOST = 200 * MEGABYTE
"""Bytes of the largest file that is read in one piece, where nothing else is said."""
_STEP = 1 << 20
_NONBLOCK = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_KINDS = (
    (stat.S_ISDIR, "a folder, not a file"),
    (stat.S_ISFIFO, "a pipe, not a file"),
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISCHR, "a device, not a file"),
    (stat.S_ISBLK, "a device, not a file"),
)
_REASONS = {
    errno.ENOENT: ("is not there", "check its name"),
    errno.ENOTDIR: ("is not there", "check its name"),
    errno.EACCES: ("may not be read by you", "ask its owner for permission"),
    errno.EPERM: ("may not be read by you", "ask its owner for permission"),
    errno.ELOOP: ("is a link that leads nowhere", "name the file itself"),
    errno.ENXIO: ("is a socket, not a file", "name a file"),
}


class Unreadable(Exception):
    """A file that was not read: `what` says which and why, `advice` what to do, the message both.

    It is pickled by its arguments, so that a process can tell of it.
    """

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what, advice)
        self.what = what
        self.advice = advice

    def __str__(self) -> str:
        return self.saying("Nothing was changed")

    def saying(self, safe: str) -> str:
        """The whole sentence, with what the caller knows to be safe."""
        return f"{self.what}. {safe}; {self.advice}."


def read_file(path: Path, most: int = MOST) -> bytes:
    """The bytes of a regular file; raises Unreadable for any other, and for one larger than `most`."""
    return b"".join(parts_of(path, most))


def parts_of(path: Path, most: int = MOST) -> Iterator[bytes]:
    """The same, part for part."""
    with _opened(path) as file:
        left = most
        while part := _part(file, path, min(_STEP, left + 1)):
            left -= len(part)
            if left < 0:
                raise Unreadable(f"“{shown(path)}” is larger than {size(most)}", "make it smaller")
            yield part


def read_text(path: Path, most: int = MOST) -> str:
    """The text of a UTF-8 file, with or without a byte order mark; raises Unreadable."""
    try:
        return read_file(path, most).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(f"“{shown(path)}” is not UTF-8 text", "convert it first") from None


def read_beginning(path: Path, count: int) -> bytes:
    """The first bytes of a regular file; raises Unreadable."""
    with _opened(path) as file:
        return _part(file, path, count)


def shown(path: Path | str) -> str:
    """A file's name as it can be shown and stored: a name that is not UTF-8 has “�” in it."""
    name = path if isinstance(path, str) else path.name or str(path)
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def size(count: int) -> str:
    """A number of bytes as people say it."""
    return f"{count // MEGABYTE:,} MB" if count >= MEGABYTE else f"{max(1, count // 1000):,} kB"


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    """The file, opened without waiting for anybody and proved to be one."""
    try:
        file = os.open(path, os.O_RDONLY | _NONBLOCK)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    try:
        mode = os.fstat(file).st_mode
        if not stat.S_ISREG(mode):
            raise Unreadable(f"“{shown(path)}” is {_kind(mode)}", "name a file")
        yield file
    finally:
        os.close(file)


def _part(file: int, path: Path, count: int) -> bytes:
    try:
        return os.read(file, count)
    except OSError as error:
        raise _unreadable(path, error) from None


def _kind(mode: int) -> str:
    return next((what for is_kind, what in _KINDS if is_kind(mode)), "no file")


def _unreadable(path: Path, error: OSError | ValueError) -> Unreadable:
    """Windows says of a folder that it may not be opened."""
    if path.is_dir():
        return Unreadable(f"“{shown(path)}” is a folder, not a file", "name a file")
    code = getattr(error, "errno", None)
    what, advice = _REASONS.get(code or 0, (f"cannot be read: {_reason(error)}", "check the file"))
    return Unreadable(f"“{shown(path)}” {what}", advice)


def _reason(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)
