"""A bundle as one zip whose bytes depend on the files alone."""

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from deskeditor.library.paths import distinct, sound_path
from deskeditor.publish.errors import Refused
from deskeditor.publish.manifest import NAME, read_manifest
from deskeditor.publish.target import beginning_of


def write_zip(root: Path, paths: Iterable[str], file: BinaryIO) -> None:
    """The files below a folder, in the order of their paths."""
    store(((path, (root / path).read_bytes()) for path in sorted(paths)), file)


def store(files: Iterable[tuple[str, bytes]], out: BinaryIO) -> None:
    """Stored, dated 1980-01-01, mode 0644: compressed bytes would change with the zlib in use.

    Raises Astray for a path that an unpacker would put elsewhere, or over another.
    """
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path, content in files:
            member = zipfile.ZipInfo(sound_path(path), (1980, 1, 1, 0, 0, 0))
            member.create_system = 3
            member.external_attr = 0o100644 << 16
            member.flag_bits |= 0x800
            archive.writestr(member, content)
        distinct(archive.namelist())


def may_replace_zip(out: Path) -> None:
    """Refuse a file that is there and is no zipped bundle of ours, with nothing else in it."""
    if out.is_symlink() or out.is_dir():
        raise Refused(f"{out.name} is a link or a folder. Nothing was written. Name another file.")
    if not out.exists():
        return
    try:
        beginning_of(out, 1)
        with zipfile.ZipFile(out) as archive:
            entries, names = read_manifest(archive.read(NAME)), archive.namelist()
    except (OSError, KeyError, zipfile.BadZipFile):
        entries = None
    if entries is None:
        raise Refused(f"{out.name} is no bundle of ours. Nothing was touched. Name another file.")
    foreign = sorted(set(names) - {entry.path for entry in entries} - {NAME})
    if foreign:
        raise Refused(
            f"{out.name} holds {foreign[0]}, which is not of the bundle. Nothing was touched. "
            "Move it elsewhere and export again."
        )
