"""Looking through a sealed tree beside other work, in a small process of its own, and with it at last."""

import os
import subprocess
import sys
from pathlib import Path

from deskeditor.library.kept import Kept
from deskeditor.publish import altered


class Looking:
    """Looks whether the files of a tree are as they were sealed, while its maker does something else."""

    def __init__(self, root: Path, kept: Kept, seal: str) -> None:
        self.root = root
        self._kept, self._seal = kept, seal
        self._queue = filled()
        self._other = self._begun()

    def __enter__(self) -> "Looking":
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._queue)
        if self._other is not None:
            self._other.kill()
            with self._other:
                pass  # it has ended, and its pipe with it

    def altered(self) -> frozenset[str]:
        """The paths that were touched, once all have been looked at: from here on, by this process too."""
        own = self._own()
        said = self._other.communicate()[0].decode("utf-8", "surrogateescape") if self._other else ""
        *others, end = said.split("\n")
        if self._other is None or end == altered.END:
            return frozenset((*own, *others))
        os.close(self._queue)
        self._queue = filled()
        return frozenset(self._own())

    def _own(self) -> list[str]:
        return list(altered.altered(str(self.root), self._kept, self._seal, self._queue))

    def _begun(self) -> "subprocess.Popen[bytes] | None":
        """The other process; None where there can be no other."""
        if self._kept.place is None or getattr(sys, "frozen", False):
            return None
        command = [
            sys.executable,
            "-I",
            "-S",
            altered.__file__,
            str(self.root),
            str(self._kept.place),
            self._seal,
        ]
        try:
            # Where this process is ended, the other has nobody to tell, and nothing to say of that.
            return subprocess.Popen(
                command, stdin=self._queue, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            return None


def filled() -> int:
    """A pipe that holds the numbers of all parts."""
    queue, fill = os.pipe()
    os.write(fill, bytes(range(altered.PARTS)))
    os.close(fill)
    return queue
