"""The one step that exchanges two folders, and the mark that a folder is being worked on."""

import contextlib
import ctypes
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where this system cannot, and nothing is changed."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            call = library.renamex_np
            done = call(os.fsencode(one), os.fsencode(other), _EXCHANGE)
        else:
            call = library.renameat2
            done = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE)
    except (OSError, AttributeError, TypeError):
        return False
    return int(done) == 0


@contextlib.contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Mark the folder as being worked on until the block, or the program, ends."""
    handle = _locked(folder)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def held(folder: Path) -> bool:
    """Whether another running program works on the folder."""
    try:
        handle = _locked(folder)
    except BlockingIOError:
        return True
    if handle is not None:
        os.close(handle)
    return False


def _locked(folder: Path) -> int | None:
    """A handle that holds the lock; None where the system has no such locks."""
    try:
        import fcntl
    except ImportError:
        return None
    try:
        handle = os.open(folder, os.O_RDONLY)
    except FileNotFoundError as error:
        raise BlockingIOError(errno.EWOULDBLOCK, "another program has taken the folder away") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _still_there(folder, handle)
    except BlockingIOError:
        os.close(handle)
        raise
    except OSError:
        # Some network file systems know no locks.
        os.close(handle)
        return None
    return handle


def _still_there(folder: Path, handle: int) -> None:
    """Raise BlockingIOError where another program has put another folder here before we had the lock."""
    try:
        same = os.path.samestat(folder.lstat(), os.fstat(handle))
    except FileNotFoundError:
        same = False
    if not same:
        raise BlockingIOError(errno.EWOULDBLOCK, "another program has exchanged the folder")
