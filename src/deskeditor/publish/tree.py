"""A folder of files on the disk and what is known of it, so that it need not be read again to be trusted.

A seal says of each file what it held and what the disk said of it when it was written. A file of the same
size, time and inode still holds that; in a folder of the same time no name has come, gone or been exchanged.
"""

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Never

from deskeditor.library.paths import place_in, through_folders
from deskeditor.publish.manifest import NAME


class Sealed(NamedTuple):
    """One file as it was written: its hash and size, and the disk's time and inode of it."""

    sha256: str
    size: int
    time: int
    inode: int


class Seal(NamedTuple):
    """What a tree held: `folders` are the disk's times of its folders, the root called by an empty name."""

    files: Mapping[str, Sealed]
    folders: Mapping[str, int]


def name_of(folder: Path) -> str:
    """What a tree is called wherever it is moved: its device and inode."""
    found = folder.stat()
    return f"{found.st_dev}:{found.st_ino}"


def mark_of(root: Path) -> str:
    """What a tree is called in its present state: every export writes its manifest anew."""
    manifest = (root / NAME).lstat()
    return f"{name_of(root)} {manifest.st_mtime_ns}:{manifest.st_ino}"


def unchanged(root: Path, seal: Seal) -> dict[str, Sealed]:
    """Those files of the seal that the disk says have not been touched since."""
    look, base = os.lstat, f"{root}{os.sep}"
    found: dict[str, Sealed] = {}
    for path, sealed in seal.files.items():
        try:
            now = look(base + path)
        except OSError:
            continue
        if (
            now.st_mtime_ns == sealed.time
            and now.st_size == sealed.size
            and now.st_ino == sealed.inode
            and stat.S_ISREG(now.st_mode)
        ):
            found[path] = sealed
    return found


def read_again(root: Path, hashes: Mapping[str, str]) -> dict[str, Sealed]:
    """Those files that hold what the hashes say, by reading each."""
    found: dict[str, Sealed] = {}
    for path, sha256 in hashes.items():
        sealed = sealed_file(root, path)
        if sealed is not None and sealed.sha256 == sha256:
            found[path] = sealed
    return found


def sealed_file(root: Path, path: str) -> Sealed | None:
    """What one plain file holds, by reading it; None where there is no such file."""
    place = root / path
    try:
        if not stat.S_ISREG(place.lstat().st_mode):
            return None
        content = place.read_bytes()
    except OSError:
        return None
    return looked_at(root, path, hashlib.sha256(content).hexdigest())


def looked_at(root: Path, path: str, sha256: str) -> Sealed:
    """The file as the disk has it, said to hold that hash."""
    now = os.lstat(f"{root}{os.sep}{path}")
    return Sealed(sha256, now.st_size, now.st_mtime_ns, now.st_ino)


def folder_times(root: Path, paths: Iterable[str]) -> dict[str, int]:
    """The disk's times of all folders that these files are in, the root and every one between."""
    return {folder: os.lstat(root / folder).st_mtime_ns for folder in sorted(folders_of(paths))}


def folders_of(paths: Iterable[str]) -> set[str]:
    """The folders of these files and all above them; the root is called by an empty name."""
    found = {""}
    for inner in {path.rpartition("/")[0] for path in paths}:
        folder = inner
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def odd_folders(root: Path, times: Mapping[str, int]) -> list[str]:
    """Folders in which names have come or gone since; those that are no folders any more too."""
    odd: list[str] = []
    for folder, time in times.items():
        try:
            now = (root / folder).lstat()
        except OSError:
            odd.append(folder)
            continue
        if now.st_mtime_ns != time or not stat.S_ISDIR(now.st_mode):
            odd.append(folder)
    return odd


def walk(root: Path) -> Iterator[str]:
    """Every file and link below, with slashes; links are named, never followed.

    Raises OSError for a folder that cannot be read: what is in it is not nothing.
    """
    for place, folders, names in os.walk(root, onerror=_unread):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in sorted((*names, *links)):
            yield (Path(place) / name).relative_to(root).as_posix()


def _unread(error: OSError) -> Never:
    raise error


def clear(root: Path) -> None:
    """Remove a tree of ours, its write-protected folders too; what cannot be removed stays.

    Of a link the link goes, and not what it leads to.
    """
    import shutil

    if root.is_symlink():
        with suppress(OSError):
            root.unlink()
        return
    for place, _, _ in os.walk(root):
        with suppress(OSError):
            Path(place).chmod(0o700)
    shutil.rmtree(root, ignore_errors=True)


def strays(root: Path, seal: Seal | None) -> set[str]:
    """Files and links that the seal does not know, looked for only where names have come since."""
    if seal is None:
        return set(walk(root))
    found: set[str] = set()
    known = seal.files.keys() | seal.folders.keys()
    for folder in odd_folders(root, seal.folders):
        with suppress(OSError), os.scandir(root / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}".lstrip("/")
                if path in known:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    found |= {f"{path}/{inner}" for inner in walk(root / path)}
                else:
                    found.add(path)
    return found


def folders_are_folders(root: Path, seal: Seal) -> bool:
    """Whether no folder of the tree has become a link or a file, which could lead out of it."""
    try:
        return all(stat.S_ISDIR((root / folder).lstat().st_mode) for folder in seal.folders)
    except OSError:
        return False


def remove(root: Path, path: str) -> None:
    """Take a file or link out, and the folders that are empty then; what lies behind a link stays."""
    if not through_folders(root, path):
        return
    place = root / path
    with suppress(FileNotFoundError):
        place.unlink()
    for folder in place.parents:
        if folder == root or not _emptied(folder):
            return


def adopt(source: Path, root: Path, path: str) -> None:
    """Let a place of the tree have the file that stands there in another, whatever it had before."""
    place = Path(place_in(str(root), path, set()))
    aside = aside_of(place)
    aside.unlink(missing_ok=True)
    try:
        share(source / path, aside)
        aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)  # two names of one file: a rename leaves both


def aside_of(place: Path) -> Path:
    """Where this process makes a file that is to take that place."""
    return place.with_name(f"{place.name}.{os.getpid()}.new")


def share(source: Path, place: Path) -> None:
    """Let one file of the disk have a second name; where the disk knows no such thing, a copy of it."""
    try:
        os.link(source, place, follow_symlinks=False)
    except OSError:
        if not stat.S_ISREG(source.lstat().st_mode):
            raise
        from shutil import copyfile

        copyfile(source, place, follow_symlinks=False)


def share_all(source: Path, root: Path, paths: Iterable[str]) -> None:
    """A second tree of the same files; raises OSError where the disk cannot share them."""
    ready: set[str] = set()
    for path in paths:
        os.link(f"{source}{os.sep}{path}", place_in(str(root), path, ready), follow_symlinks=False)


def proved(root: Path, path: str, sealed: Sealed) -> bool:
    """Whether the file reads back as it was written."""
    found = sealed_file(root, path)
    return found is not None and found.sha256 == sealed.sha256


def _emptied(folder: Path) -> bool:
    try:
        folder.rmdir()
    except OSError:
        return False
    return True
