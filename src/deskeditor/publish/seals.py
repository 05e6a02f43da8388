"""A seal as the text that is kept: a few of its lines read or exchanged without a look at the others."""

import json
from collections.abc import Mapping

from deskeditor.publish.tree import Sealed


def sealed_in(seal: str, path: str) -> Sealed | None:
    """What the seal says of one file."""
    start, end = _span(seal, path)
    if start < 0:
        return None
    _, sha256, size, time, inode = seal[start:end].split("\t")
    return Sealed(sha256, int(size), int(time), int(inode))


def with_files(seal: str, files: Mapping[str, Sealed | None]) -> str:
    """The seal with these files as they are now; None for one that is gone."""
    for path, sealed in files.items():
        start, end = _span(seal, path)
        before, after = (seal[: start - 1], seal[end:]) if start > 0 else (seal, "")
        line = "" if sealed is None else "\n" + "\t".join((path, *map(str, sealed)))
        seal = before + line + after
    return seal


def folders_in(seal: str) -> dict[str, int]:
    """The disk's times of the folders."""
    folders: dict[str, int] = json.loads(seal.partition("\n")[0])
    return folders


def with_folders(seal: str, folders: Mapping[str, int]) -> str:
    """The seal with these times of its folders."""
    return json.dumps(folders) + seal[seal.index("\n") :]


def lines_in(seal: str) -> list[str]:
    """The lines of the files."""
    return seal.split("\n")[1:]


def _span(seal: str, path: str) -> tuple[int, int]:
    start = seal.find(f"\n{path}\t")
    if start < 0:
        return -1, -1
    end = seal.find("\n", start + 1)
    return start + 1, len(seal) if end < 0 else end
