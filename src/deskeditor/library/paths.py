"""The one gate for paths that are written below a folder: inside, possible everywhere, through no link."""

import errno
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

_PLAIN = re.compile(r"(?:[a-z0-9_-]+/)*[a-z0-9_-]++(?:\.[a-z0-9]++)*+")
"""What nearly all paths are like; only names that Windows keeps for itself are like that too."""
_NOT_IN_NAMES = re.compile(
    '[\x00-\x1f\x7f-\x9f<>:"|?*\\\\\ud800-\udfff\ufffe\uffff\u200e\u200f\u2028-\u202e\u2066-\u2069]'
)
_DEVICE = re.compile(
    r"(?:^|/)(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:[./]|$)", re.I
)
"""Names of devices on Windows, whatever follows behind a dot."""
_LONGEST = 255
"""So many bytes a name may have on every disk in use."""


class Astray(OSError):
    """A path that would be written is none inside of its folder, or none on every system."""

    def __init__(self, number: int, said: str) -> None:
        super().__init__(number, said)

    def __str__(self) -> str:
        return str(self.strerror)


def sound_path(path: str) -> str:
    """The path, relative and with slashes, where it may be written below any folder; raises Astray."""
    sound = _PLAIN.fullmatch(path) is not None or (
        bool(path) and not _NOT_IN_NAMES.search(path) and all(map(_is_name, path.split("/")))
    )
    if not sound or _DEVICE.search(path) or _too_long(path):
        raise Astray(errno.EINVAL, f"{path[:200]!a} is no path inside of it")
    return path


def distinct(paths: Iterable[str]) -> None:
    """See that no two are one file where case or the form of accents does not count; raises Astray."""
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(folded(path), path)
        if other is not path and other != path:
            raise Astray(errno.EEXIST, f"{path[:200]!a} and {other[:200]!a} are one file on some disks")


def folded(path: str) -> str:
    """The same for paths that are one on a disk that takes capitals for small letters."""
    return path.lower() if path.isascii() else normalize("NFC", normalize("NFC", path).casefold())


def place_in(root: str, path: str, ready: set[str]) -> str:
    """Where the path is below the root, its folders made and none of them a link; raises Astray and OSError.

    `ready` holds the folders that need no look any more.
    """
    folder = sound_path(path).rpartition("/")[0]
    if folder not in ready:
        _make(root, folder, ready)
    return f"{root}/{path}"


def real_folder(root: Path, name: str) -> Path:
    """The folder of that name below the root, where it is none yet or is no link; raises Astray."""
    folder = root / sound_path(name)
    if os.path.lexists(folder) and not stat.S_ISDIR(folder.lstat().st_mode):
        raise Astray(errno.ENOTDIR, f"{name} is a link or a file where a folder belongs")
    return folder


def through_folders(root: Path, path: str) -> bool:
    """Whether a path that is there leads from folder to folder below the root, and through no link."""
    parts = path.split("/")
    if not all(part not in ("", ".", "..") for part in parts):
        return False
    place = root
    for part in parts[:-1]:
        place = place / part
        try:
            if not stat.S_ISDIR(place.lstat().st_mode):
                return False
        except OSError:
            return False
    return True


def _make(root: str, folder: str, ready: set[str]) -> None:
    if not folder:
        Path(root).mkdir(parents=True, exist_ok=True)
    else:
        above = folder.rpartition("/")[0]
        if above not in ready:
            _make(root, above, ready)
        place = Path(f"{root}/{folder}")
        try:
            place.mkdir()
        except FileExistsError:
            if not stat.S_ISDIR(place.lstat().st_mode):
                raise Astray(errno.ENOTDIR, f"{folder} is a link or a file where a folder belongs") from None
    ready.add(folder)


def _is_name(part: str) -> bool:
    return part not in ("", ".", "..") and not part.endswith((".", " ")) and not part.startswith(" ")


def _too_long(path: str) -> bool:
    if len(path) * 4 <= _LONGEST:
        return False
    return any(len(part.encode()) > _LONGEST for part in path.split("/")) or len(path.encode()) > _LONGEST * 8
