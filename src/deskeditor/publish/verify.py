"""Whether a bundle still is what was exported."""

import hashlib
import os
import sys
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from deskeditor.files import Unreadable, parts_of, read_beginning
from deskeditor.publish.errors import PublishError
from deskeditor.publish.manifest import NAME, Entry, article_paths, read_manifest

_STEP = 1 << 20
_LARGEST_MANIFEST = 200_000_000
_UNREADABLE = (
    Unreadable,
    OSError,
    KeyError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


def verify(path: Path) -> tuple[str, ...]:
    """What differs between a bundle, folder or zip, and its manifest: one line each, none where intact.

    Raises PublishError where there is no bundle at all.
    """
    if path.is_dir():
        return _compare(_folder_names(path), lambda name, most: parts_of(path / name, most))
    try:
        read_beginning(path, 1)  # a pipe or a device is no zip, and would be waited for
    except Unreadable as error:
        raise PublishError(str(error)) from None
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            twice = sorted(name for name, count in Counter(names).items() if count > 1)
            return (
                *_compare(names, lambda name, most: _unpacked(archive, name, most)),
                *(f"{name} is there twice" for name in twice),
            )
    raise PublishError(f"{path.name} is no bundle. Nothing was changed. Name a bundle's folder or zip.")


Parts = Callable[[str, int], Iterator[bytes]]
"""The bytes of a file by its name, no more of them than that."""


def _compare(names: Iterable[str], read: Parts) -> tuple[str, ...]:
    found = set(names)
    manifest = _manifest(read) if NAME in found else b""
    entries = read_manifest(manifest)
    if entries is None:
        raise PublishError(f"There is no {NAME} of ours. Nothing was changed. Name a bundle's folder or zip.")
    lines: list[str] = []
    for entry in entries:
        what = _difference(read, entry) if entry.path in found else "is missing"
        if what:
            lines.append(f"{entry.path} {what}")
    known = {entry.path for entry in entries}
    lines += [f"{name} is not of the bundle" for name in sorted(found - known - {NAME})]
    lines += [
        f"{NAME} was changed: it names no page {path}"
        for path in article_paths(manifest)
        if path not in known
    ]
    return tuple(lines)


def _manifest(read: Parts) -> bytes:
    try:
        return b"".join(read(NAME, _LARGEST_MANIFEST))
    except _UNREADABLE:
        return b""


def _difference(read: Parts, entry: Entry) -> str:
    """What became of one file; empty where it is as it was."""
    digest, length = hashlib.sha256(), 0
    try:
        for part in read(entry.path, sys.maxsize - 1):
            digest.update(part)
            length += len(part)
            if length > entry.size:
                return "was changed"
    except _UNREADABLE:
        return "cannot be read"
    return "" if length == entry.size and digest.hexdigest() == entry.sha256 else "was changed"


def _unpacked(archive: zipfile.ZipFile, name: str, most: int) -> Iterator[bytes]:
    with archive.open(name) as file:
        while most > 0 and (part := file.read(min(_STEP, most))):
            most -= len(part)
            yield part


def _folder_names(folder: Path) -> Iterable[str]:
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in (*names, *links):
            yield (Path(place) / name).relative_to(folder).as_posix()
