"""A seal as it is kept: in parts by its paths, so that of a few files little is read and written."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from sys import intern
from zlib import crc32

from deskeditor.library.kept import Kept
from deskeditor.publish.altered import PARTS, part_name
from deskeditor.publish.tree import Seal, Sealed

_SHELF = "seals"


@dataclass(frozen=True, slots=True)
class KeptSeal:
    """The seal of the tree of that name, see `tree.name_of`."""

    kept: Kept
    name: str

    def put(self, seal: Seal) -> None:
        """Keep all of it, in the place of any seal of before."""
        parts: dict[int, list[str]] = {number: [] for number in range(PARTS)}
        for path, sealed in seal.files.items():
            parts[_part(path)].append(_line(path, sealed))
        rows = {part_name(self.name, number): _bytes(lines) for number, lines in parts.items()}
        self.kept.put(_SHELF, rows | {self.name: json.dumps(seal.folders).encode()})

    def whole(self) -> Seal | None:
        """All of it; None where nothing is kept, or not all, or nothing of ours."""
        rows = self.kept.some(_SHELF, [self.name, *(part_name(self.name, each) for each in range(PARTS))])
        folders = _folders(rows.pop(self.name, None))
        if folders is None or len(rows) < PARTS:
            return None
        try:
            return Seal({path: sealed for row in rows.values() for path, sealed in _files(row)}, folders)
        except (ValueError, IndexError):
            return None

    def folders(self) -> dict[str, int] | None:
        """The disk's times of the folders; None where no seal is kept."""
        return _folders(self.kept.get(_SHELF, self.name))

    def of(self, path: str) -> Sealed | None:
        """What it says of one file; raises ValueError where nobody can tell any more."""
        row = self.kept.get(_SHELF, part_name(self.name, _part(path)))
        if row is None:
            raise ValueError("a part of the seal is gone")
        return dict(_files(row)).get(path)

    def amend(self, files: Mapping[str, Sealed | None], folders: Mapping[str, int]) -> None:
        """Keep it with these files as they are now, None for one that is gone, and these times of folders."""
        names = {path: part_name(self.name, _part(path)) for path in files}
        rows = self.kept.some(_SHELF, sorted(set(names.values())))
        if len(rows) < len(set(names.values())):
            self.kept.drop(_SHELF, [self.name])  # what is not whole is no seal
            return
        parts = {name: dict(_files(row)) for name, row in rows.items()}
        for path, sealed in files.items():
            parts[names[path]].pop(path, None)
            if sealed is not None:
                parts[names[path]][path] = sealed
        changed = {name: _bytes(_line(*each) for each in part.items()) for name, part in parts.items()}
        times = json.dumps({**(self.folders() or {}), **folders})
        self.kept.put(_SHELF, changed | {self.name: times.encode()})


def _part(path: str) -> int:
    return crc32(path.encode("utf-8", "surrogateescape")) % PARTS


def _line(path: str, sealed: Sealed) -> str:
    return f"{path}\t{sealed.sha256}\t{sealed.size}\t{sealed.time}\t{sealed.inode}"


def _bytes(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode("utf-8", "surrogateescape")


def _files(row: bytes) -> Iterable[tuple[str, Sealed]]:
    for line in row.decode("utf-8", "surrogateescape").split("\n") if row else ():
        path, sha256, size, time, inode = line.split("\t")
        # Two trees and what was kept of their outputs say the same of most files: it is held once.
        yield intern(path), Sealed(intern(sha256), int(size), int(time), int(inode))


def _folders(row: bytes | None) -> dict[str, int] | None:
    try:
        folders: dict[str, int] | None = json.loads(row) if row else None
    except ValueError:
        return None
    return folders
