"""Where a bundle goes: only to a free place or in the place of a bundle of ours, and never through a link."""

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from deskeditor.files import Unreadable, read_beginning
from deskeditor.library.disk import cause
from deskeditor.library.paths import Astray
from deskeditor.publish.errors import Refused
from deskeditor.publish.manifest import NAME, read_manifest
from deskeditor.publish.tree import Seal, clear, odd_folders, unchanged, walk

_FOREIGN_BUT_HARMLESS = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


def place(out: Path, thing: str = "export") -> Path:
    """The absolute target, its parent resolved and made; refuses a target that is itself a link.

    `thing` is what is to go there, for the words of a refusal.
    """
    if out.name in ("", ".", ".."):
        out = out.resolve()
    if out.is_symlink():
        raise Refused(f"{out.name} is a link. Nothing was written. Name the folder itself.")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        return out.parent.resolve() / out.name
    except OSError as error:
        raise unwritable(out, error, thing) from error


def beginning_of(out: Path, count: int) -> bytes:
    """The first bytes of a file that an export would replace; raises Refused for what is no file."""
    try:
        return read_beginning(out, count)
    except Unreadable as error:
        raise Refused(error.saying("Nothing was touched")) from None


@contextlib.contextmanager
def unmade_on_failure(folder: Path) -> Iterator[None]:
    """Where the block fails, the folders that it made up to this one go again, as far as they are empty."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        yield
    except BaseException:
        for each in missing:
            with contextlib.suppress(OSError):
                each.rmdir()
        raise


def keep_out_of(pictures: Path, out: Path) -> None:
    """Refuse a place among the library's own pictures, where nothing may be cleared away."""
    own = pictures.resolve()
    if own in (out, *out.parents):
        raise Refused(
            f"{own.name} is where the library keeps its pictures. Nothing was written. "
            "Name a folder outside of it."
        )


def prefix(out: Path) -> str:
    """How the names of what is made beside the target begin."""
    return f".{out.name}.deskeditor-"


def before(out: Path, seal: Seal | None) -> Mapping[str, str]:
    """The hashes of the bundle that stands, by path, none where nothing does.

    Refuses anything that is not absent, empty, or a bundle of ours with nothing else in it.
    """
    if not out.exists():
        return {}
    if not out.is_dir():
        raise Refused(f"{out.name} is a file. Nothing was written. Name a folder for the bundle.")
    if seal is not None and _untouched(out, seal):
        return {path: sealed.sha256 for path, sealed in seal.files.items() if path != NAME}
    try:
        found = [path for path in walk(out) if Path(path).name not in _FOREIGN_BUT_HARMLESS]
        inner = [entry.name for entry in os.scandir(out) if entry.is_dir(follow_symlinks=False)]
    except OSError as error:
        raise Refused(
            f"{out.name} holds what cannot be read: {error.strerror}. Nothing was touched. "
            "Choose an empty folder or a new name."
        ) from error
    return _known(out, found) if found or inner else {}


def _untouched(out: Path, seal: Seal) -> bool:
    """Whether no name came or went since the bundle was written, and its manifest is the same."""
    manifest = {path: sealed for path, sealed in seal.files.items() if path == NAME}
    return not odd_folders(out, seal.folders) and bool(unchanged(out, Seal(manifest, {})))


def _known(out: Path, found: list[str]) -> Mapping[str, str]:
    manifest = out / NAME
    entries = (
        read_manifest(manifest.read_bytes()) if manifest.is_file() and not manifest.is_symlink() else None
    )
    if entries is None:
        raise Refused(
            f"{out.name} is not empty and is no bundle of ours. Nothing was touched. "
            "Choose an empty folder or a new name."
        )
    hashes = {entry.path: entry.sha256 for entry in entries}
    known = hashes.keys() | {NAME}
    foreign = next((path for path in found if path not in known or (out / path).is_symlink()), None)
    if foreign is not None:
        raise Refused(
            f"{out.name} holds {foreign}, which is not of the bundle. Nothing was touched. "
            "Move it elsewhere and export again."
        )
    return hashes


def recover(out: Path) -> None:
    """Put the old bundle back where a run was killed between the two renames."""
    if out.exists():
        return
    for old in _siblings(out, "old-"):
        with contextlib.suppress(OSError):
            old.rename(out)
        return


def clear_leftovers(out: Path) -> None:
    """Remove what killed runs left; a folder that another running export holds is left alone."""
    from deskeditor.publish.swap import held

    for folder in (*_siblings(out, "new-"), *_siblings(out, "old-")):
        if not held(folder):
            clear(folder)


def unwritable(out: Path, error: OSError, thing: str = "bundle") -> Refused:
    """What to say where the disk refuses a bundle, or whatever else was to go there."""
    if isinstance(error, BlockingIOError):
        return Refused(
            f"Another export to {out.name} is running. What was there stands as it was. "
            "Wait until it has ended and export again."
        )
    if isinstance(error, Astray):
        return Refused(
            f"The {thing} was not written to {out.name}: {error}. What was there stands as it was. "
            "Let “deskeditor doctor” look at the library, and export again."
        )
    return Refused(
        f"The {thing} could not be written to {out.name}: {cause(error)}. What was there stands as it was. "
        "Choose another place, or free some space."
    )


def _siblings(out: Path, kind: str) -> list[Path]:
    start = prefix(out) + kind
    try:
        with os.scandir(out.parent) as entries:
            return sorted(
                Path(each.path)
                for each in entries
                if each.name.startswith(start) and each.is_dir(follow_symlinks=False)
            )
    except OSError:
        return []
