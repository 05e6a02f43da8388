"""Names for kept work: a hash of everything that it was made from, the program's own code included."""

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

import deskeditor
from deskeditor.resources import resource

_MAKERS = ("document", "render", "publish")
_PACKAGES = ("jinja2", "markdown", "markupsafe", "nh3", "pillow", "tinycss2")
"""What other code pages and pictures are made with."""


def digest(*parts: str) -> str:
    """A short hash of several texts; no other texts in a row have the same."""
    rows = [part.encode("utf-8", "surrogatepass") for part in parts]
    told = b"".join([b"%d:%b" % (len(row), row) for row in rows])
    return hashlib.blake2b(told, digest_size=16).hexdigest()


@cache
def recipe() -> str:
    """A hash of the versions and of the code that makes pages: what an older program kept is not taken."""
    words = resource("themes/words.toml").read_text("utf-8")
    return digest(deskeditor.__version__, sys.version, *_versions(), *_looks_of_code(), words)


def _versions() -> list[str]:
    """The installed packages that pages are made with, as the names of the folders beside them say it.

    Asking for each version takes longer than a look for changes does; a frozen program has no such folders.
    """
    found: set[str] = set()
    for place in (each for each in sys.path if each.endswith("-packages")):
        with suppress(OSError), os.scandir(place) as entries:
            names = (each.name for each in entries if each.name.endswith((".dist-info", ".egg-info")))
            found |= {name for name in names if name.partition("-")[0].lower() in _PACKAGES}
    return sorted(found)


def _looks_of_code() -> list[str]:
    """What the disk says of the makers' files; a frozen program has none, its code is in itself."""
    if getattr(sys, "frozen", False):
        return [_look(sys.executable)]
    package = Path(deskeditor.__file__).parent
    return [row for name in _MAKERS for row in look_of(package / name) if ".py|" in row]


def look_of(folder: Path) -> list[str]:
    """What the disk says of each file below a folder: another content has another look."""
    rows: list[str] = []
    folders = [str(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    rows.append(_look(entry.path))
    return sorted(rows)


def _look(path: str) -> str:
    found = Path(path).stat()
    return f"{path}|{found.st_size}|{found.st_mtime_ns}"
