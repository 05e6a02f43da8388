"""What must be true of a disk before anybody is told that something is safe."""

import os
from pathlib import Path


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
