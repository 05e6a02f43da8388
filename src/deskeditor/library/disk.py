"""What must be true of a disk before anybody is told that something is safe."""

import os
import tempfile
from errno import EDQUOT, ENOSPC, EROFS
from pathlib import Path

_CAUSES = {
    ENOSPC: "the disk is full",
    EDQUOT: "your share of the disk is used up",
    EROFS: "the disk is write-protected",
}
_TRIED = 256 * 1024  # bytes, more than SQLite asks of a disk at once


def sync_folder(folder: Path) -> None:
    """Make sure that the names in the folder outlast a power cut."""
    if os.name == "nt":  # keeps names with the files themselves
        return
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def make_folder(folder: Path) -> None:
    """The folder with all above it; none of their names is lost in a power cut."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_file(path: Path) -> None:
    """Make sure that the bytes of the file outlast a power cut."""
    fd = os.open(path, os.O_RDWR)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def why_not(folder: Path) -> str | None:
    """Why nothing can be written into the folder now; None where it can be, or for any other reason.

    It is tried: what a disk says of its free space is not what a person's share of it allows.
    """
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(_TRIED))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return cause(error) if error.errno in _CAUSES else None
    return None


def cause(error: OSError) -> str:
    """What stands behind an error of the disk, in words for whoever has to do something about it."""
    return _CAUSES.get(error.errno or 0) or error.strerror or type(error).__name__


def claim(aside: Path, path: Path) -> None:
    """Give a finished file its name; FileExistsError where another has it already."""
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError:  # a memory stick has no hard links
        if path.exists():
            raise FileExistsError(17, "something of that name is there already") from None
        aside.rename(path)
    else:
        aside.unlink()
    sync_folder(path.parent)
