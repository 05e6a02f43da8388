"""Puts a bundle where it belongs: built aside, made durable, then swapped in with one step.

At every instant the target is the whole old bundle or the whole new one. What a killed run left beside it is
cleared away by the next.
"""

import contextlib
import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from deskeditor.publish.errors import Refused
from deskeditor.publish.manifest import NAME, read_manifest
from deskeditor.publish.swap import exchange, held, hold

Step = Callable[[int], None]
"""Told how many files are written so far; may raise Cancelled, and the old bundle stays."""

_EACH_SYNCED = 300
_FOREIGN_BUT_HARMLESS = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


def write_folder(out: Path, files: Mapping[str, bytes], step: Step) -> None:
    """Make `out` hold exactly these files; raises Refused and leaves `out` as it was where that cannot be."""
    out = _place(out)
    _recover(out)
    _may_replace(out)
    _clear_leftovers(out)
    try:
        new = Path(tempfile.mkdtemp(prefix=_prefix(out) + "new-", dir=out.parent))
    except OSError as error:
        raise _unwritable(out, error) from error
    with hold(new):
        try:
            _fill(new, files, step)
            new.chmod(0o755)
            _swap(new, out)
        except OSError as error:
            raise _unwritable(out, error) from error
        finally:
            # After the swap this is the old bundle, before it the unfinished one: neither is wanted.
            shutil.rmtree(new, ignore_errors=True)


def write_file(out: Path, content: bytes) -> None:
    """Make one file hold these bytes, old or new at every instant; raises Refused where that cannot be."""
    out = _place(out)
    if out.is_dir():
        raise Refused(f"{out.name} is a folder. Nothing was written. Give the name of a file.")
    temporary = ""
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{out.name}.deskeditor-", dir=out.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(out)
        _sync_folder(out.parent)
    except OSError as error:
        raise _unwritable(out, error) from error
    finally:
        if temporary:
            Path(temporary).unlink(missing_ok=True)


def _place(out: Path) -> Path:
    """The absolute target, its parent resolved and made; refuses a target that is itself a link."""
    if out.name in ("", ".", ".."):
        out = out.resolve()
    if out.is_symlink():
        raise Refused(f"{out.name} is a link. Nothing was written. Name the folder itself.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        return out.parent.resolve() / out.name
    except OSError as error:
        raise _unwritable(out, error) from error


def _prefix(out: Path) -> str:
    return f".{out.name}.deskeditor-"


def _may_replace(out: Path) -> None:
    """Refuse anything that is not absent, empty, or a bundle of ours with nothing else in it."""
    if not out.exists():
        return
    if not out.is_dir():
        raise Refused(f"{out.name} is a file. Nothing was written. Name a folder for the bundle.")
    found = [path for path in _walk(out) if Path(path).name not in _FOREIGN_BUT_HARMLESS]
    if not found:
        return
    manifest = out / NAME
    entries = (
        read_manifest(manifest.read_bytes()) if manifest.is_file() and not manifest.is_symlink() else None
    )
    if entries is None:
        raise Refused(
            f"{out.name} is not empty and is no bundle of ours. Nothing was touched. "
            "Choose an empty folder or a new name."
        )
    known = {entry.path for entry in entries} | {NAME}
    foreign = next((path for path in found if path not in known or (out / path).is_symlink()), None)
    if foreign is not None:
        raise Refused(
            f"{out.name} holds {foreign}, which is not of the bundle. Nothing was touched. "
            "Move it elsewhere and export again."
        )


def _walk(folder: Path) -> Iterator[str]:
    """Every file and link below, with slashes; links are named, never followed."""
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted((*names, *links)):
            yield (Path(place) / name).relative_to(folder).as_posix()


def _fill(new: Path, files: Mapping[str, bytes], step: Step) -> None:
    """Write everything and make it durable: file by file where they are few, else with one sync."""
    each = len(files) <= _EACH_SYNCED
    made = {new}
    for count, (path, content) in enumerate(sorted(files.items()), 1):
        target = new.joinpath(*path.split("/"))
        if target.parent not in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            made.update(parent for parent in target.parents if parent == new or new in parent.parents)
        with target.open("xb") as file:
            file.write(content)
            if each:
                file.flush()
                os.fsync(file.fileno())
        step(count)
    if each or not hasattr(os, "sync"):
        for folder in sorted(made, reverse=True):
            _sync_folder(folder)
    else:
        os.sync()


def _swap(new: Path, out: Path) -> None:
    """The new bundle at `out`; the old one is then at `new`'s place, or nowhere where there was none."""
    _sync_folder(out.parent)
    if not out.exists():
        new.rename(out)
    elif not exchange(new, out):
        # No exchange here: for a moment `out` is missing, and _recover would put the old one back.
        old = new.with_name(_prefix(out) + "old-" + new.name.rpartition("-")[2])
        out.rename(old)
        new.rename(out)
        shutil.rmtree(old, ignore_errors=True)
    _sync_folder(out.parent)


def _recover(out: Path) -> None:
    """Put the old bundle back where a run was killed between the two renames."""
    if out.exists():
        return
    for old in _siblings(out, "old-"):
        with contextlib.suppress(OSError):
            old.rename(out)
        return


def _clear_leftovers(out: Path) -> None:
    """Remove what killed runs left; a folder that another running export holds is left alone."""
    for folder in (*_siblings(out, "new-"), *_siblings(out, "old-")):
        if not held(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _siblings(out: Path, kind: str) -> list[Path]:
    prefix = _prefix(out) + kind
    try:
        paths = sorted(path for path in out.parent.iterdir() if path.name.startswith(prefix))
    except OSError:
        return []
    return [path for path in paths if stat.S_ISDIR(path.lstat().st_mode)]


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritable(out: Path, error: OSError) -> Refused:
    reason = error.strerror or type(error).__name__
    return Refused(
        f"The bundle could not be written to {out.name}: {reason}. What was there stands as it was. "
        "Choose another place, or free some space."
    )
