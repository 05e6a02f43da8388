"""Which files of a sealed tree have been touched since; run by itself it is another process that looks too.

Whoever looks takes the number of a part of the seal from one pipe, until none is left there.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from deskeditor.library.kept import Kept

PARTS = 256
"""So many parts a seal has: each has a number of one byte."""
END = "."
"""What another process says at last, so that what it said is known to be all."""


def part_name(seal: str, number: int) -> str:
    """What a part of a seal is called."""
    return f"{seal}/{number:02x}"


def altered(root: str, kept: "Kept", seal: str, queue: int) -> Iterator[str]:
    """The paths at which the disk has something else now, in those parts that nobody else has taken.

    A part that is not kept any more may be altered all over; it is told as an empty path.
    """
    while taken := os.read(queue, 1):
        row = kept.get("seals", part_name(seal, taken[0]))
        if row is None:
            yield ""
        elif row:
            yield from _touched(f"{root}{os.sep}", row.decode("utf-8", "surrogateescape").split("\n"))


def _touched(root: str, lines: Iterable[str]) -> Iterator[str]:
    look, regular = os.lstat, stat.S_ISREG
    for line in lines:
        path, _, said = line.split("\t", 2)
        try:
            now = look(root + path)
        except OSError:
            yield path
            continue
        if f"{now.st_size}\t{now.st_mtime_ns}\t{now.st_ino}" != said or not regular(now.st_mode):
            yield path


def _tell(root: str, place: str, seal: str) -> None:
    """Look beside the process that has this one's input filled, and tell it what was found."""
    from pathlib import Path

    sys.path.append(str(Path(__file__).resolve().parents[2]))
    from deskeditor.library.kept import Kept

    with Kept(Path(place)) as kept:
        found = "\n".join((*altered(root, kept, seal, sys.stdin.fileno()), END))
    sys.stdout.buffer.write(found.encode("utf-8", "surrogateescape"))


if __name__ == "__main__":
    _tell(*sys.argv[1:])
