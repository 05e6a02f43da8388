"""Making files durable: file by file where they are few, with one sync of all where they are many."""

import contextlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from deskeditor.publish.tree import folders_of

_EACH_SYNCED = 300


def make_durable(root: Path, files: Sequence[str], touched: Iterable[str]) -> None:
    """Let these files, and the folders in which names were touched, survive a power cut from here on."""
    if len(files) > _EACH_SYNCED and hasattr(os, "sync"):
        sync_all()
        return
    for path in files:
        handle = os.open(root / path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    for folder in sorted(folders_of(touched), reverse=True):
        sync_folder(root / folder)


def sync_all() -> None:
    """Let everything that any program has written survive a power cut, where the system can."""
    if hasattr(os, "sync"):
        os.sync()


def sync_folder(folder: Path) -> None:
    """Let the names in a folder survive a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
