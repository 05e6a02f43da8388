"""Writes a whole bundle of given files, or one file, old or new at every instant."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from deskeditor.library.kept import Kept
from deskeditor.publish import target
from deskeditor.publish.durable import sync_folder
from deskeditor.publish.errors import Refused
from deskeditor.publish.stage import Filing, staged, swap

Step = Callable[[int], None]
"""Told how many files are written so far; may raise Cancelled, and the old bundle stays."""


def write_folder(out: Path, files: Mapping[str, bytes], step: Step) -> None:
    """Make `out` hold exactly these files; raises Refused and leaves `out` as it was where that cannot be."""
    with Kept(None) as nothing, staged(out, nothing) as stage:
        filing = Filing(stage.root)
        for count, (path, content) in enumerate(sorted(files.items()), 1):
            stage.note(path, filing.put(path, content))
            step(count)
        stage.settle(files.keys())
        swap(stage, nothing)


def write_file(out: Path, content: bytes, thing: str) -> None:
    """Make one file hold these bytes, old or new at every instant; raises Refused where that cannot be.

    `thing` is what a reader calls the file: a page, a book, a proof.
    """
    with file_at(out, thing) as file:
        file.write(content)


def write_files(files: Mapping[Path, bytes], thing: str) -> None:
    """Make these files hold these bytes: all of them are on the disk before the first has its name."""
    with ExitStack() as stack:
        for out, content in files.items():
            file = stack.enter_context(file_at(out, thing))
            try:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            except OSError as error:
                raise target.unwritable(out, error, thing) from error


@contextmanager
def file_at(out: Path, thing: str) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of `out` once the block has come to its end.

    Raises Refused where the disk will not have it; what was there stands as it was.
    """
    with target.unmade_on_failure(out.parent), _file_at(target.place(out, thing), thing) as file:
        yield file


@contextmanager
def _file_at(out: Path, thing: str) -> Iterator[BinaryIO]:
    if out.is_dir():
        raise Refused(f"{out.name} is a folder. Nothing was written. Give the name of a file.")
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=target.prefix(out), dir=out.parent)
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(out)
        sync_folder(out.parent)
    except OSError as error:
        raise target.unwritable(out, error, thing) from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
