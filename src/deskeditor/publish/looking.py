"""Looking through a sealed tree beside other work, in a small process of its own."""

import subprocess
import sys
from pathlib import Path
from threading import Thread

from deskeditor.publish import altered


class Looking:
    """Looks whether the files of a tree are as they were sealed, while its maker does something else."""

    def __init__(self, root: Path, lines: list[str]) -> None:
        self._found: list[str] = []
        self._thread = Thread(target=self._look, args=(str(root), lines), daemon=True)
        self._thread.start()

    def altered(self) -> frozenset[str]:
        """The paths that were touched, once all have been looked at."""
        self._thread.join()
        return frozenset(self._found)

    def _look(self, root: str, lines: list[str]) -> None:
        self._found += (
            _elsewhere(root, lines) if not getattr(sys, "frozen", False) else altered.altered(root, lines)
        )


def _elsewhere(root: str, lines: list[str]) -> list[str]:
    """Asked of another process; of this one where there can be no other."""
    command = [sys.executable, "-I", "-S", altered.__file__, root]
    text = "\n".join(lines).encode("utf-8", "surrogateescape")
    try:
        # Where this process is ended, the other has nobody to tell, and nothing to say of that.
        done = subprocess.run(
            command, input=text, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return altered.altered(root, lines)
    return done.stdout.decode("utf-8", "surrogateescape").splitlines()
