"""Where derived work is kept: in the user's own cache folder, each value under a code that only we can make.

What lies beside a library travels with it, and whoever had it in hand may have put anything there. Here each
value carries a message authentication code, made with a secret of this machine and user that is nowhere else,
over the library, the shelf, the name and the value: whatever was changed, exchanged or brought here has a
wrong one and is made anew.
"""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

try:
    # What `hashlib` and `hmac` hand on: they load OpenSSL with it, which takes longer than the helper looks.
    from _blake2 import blake2b
    from _operator import _compare_digest
except ImportError:
    from hashlib import blake2b
    from hmac import compare_digest as _compare_digest  # type: ignore[no-redef]

_FORMAT = b"deskeditor-1"
"""Goes into every code: another way of keeping values has another."""
_SECRET = "key"
_BYTES = 32
_CODE = 16
_OTHERS = 0o077
_TRIES = 9
_NOWHERE = Path(os.devnull)
"""Where no folder is and none can be made."""


class Authenticator(NamedTuple):
    """Tells values that this machine kept for one library from all others."""

    secret: bytes

    @classmethod
    def of(cls, folder: Path) -> "Authenticator":
        """For the values in a library's folder of the cache; without a lasting secret for this process."""
        secret = _secret(folder.parent) or os.urandom(_BYTES)
        own = blake2b(os.fsencode(folder.name), key=secret, person=_FORMAT)
        return cls(own.digest())

    def signed(self, shelf: str, name: str, value: bytes) -> bytes:
        """The value for keeping, behind its code."""
        return self._code(shelf, name, value) + value

    def proven(self, shelf: str, name: str, kept: bytes) -> bytes | None:
        """The value that was kept, None where it has not the code that we gave it there."""
        value = kept[_CODE:]
        return value if _compare_digest(self._code(shelf, name, value), kept[:_CODE]) else None

    def _code(self, shelf: str, name: str, value: bytes) -> bytes:
        head = name.encode("utf-8", "surrogateescape")
        made = blake2b(
            b"%d:%b" % (len(head), head), digest_size=_CODE, key=self.secret, person=shelf.encode()
        )
        made.update(value)
        return made.digest()


def cache_folder(uuid: str, path: Path) -> Path:
    """Where what is made of the library at that path is kept; a copy of it elsewhere has a folder of its own.

    It lies in the user's cache folder, or where that is not private or cannot be written, below the system's
    folder for temporary files. It need not be there yet.
    """
    name = blake2b(f"{uuid}\0{os.path.realpath(path)}".encode("utf-8", "surrogateescape"), digest_size=16)
    root = next((each for each in _places() if _private(each)), _NOWHERE)
    return root / name.hexdigest()


def _places() -> Iterator[Path]:
    yield _of_user()
    for number in range(_TRIES):  # somebody else may have taken the first
        yield _of_system(number)


def _of_user() -> Path:
    """What `platformdirs` says, which takes longer to import than a look for changes does: here in short."""
    if sys.platform != "linux":
        from platformdirs import user_cache_path

        return user_cache_path("deskeditor", appauthor=False)
    wanted = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(wanted) if wanted.startswith("/") else Path("~/.cache").expanduser()
    return base / "deskeditor"


def _of_system(number: int) -> Path:
    import tempfile

    whose = os.geteuid() if hasattr(os, "geteuid") else "own"
    return Path(tempfile.gettempdir()) / f"deskeditor-{whose}{f'-{number}' if number else ''}"


def _private(root: Path) -> bool:
    """Whether the folder is there, or can be made, is this user's, and nobody else can look into it."""
    try:
        root.mkdir(0o700, parents=True, exist_ok=True)
        if not hasattr(os, "geteuid"):
            return True  # Windows gives a user's folders to the user alone
        found = root.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
            return False
        if found.st_mode & _OTHERS:
            root.chmod(0o700)
    except OSError:
        return False
    return os.access(root, os.W_OK | os.X_OK)


def _secret(root: Path) -> bytes | None:
    """The secret of this machine and user, made where there is none of ours; None where it cannot be."""
    path = root / _SECRET
    found = _read(path)
    if found is None and root.is_dir():
        with suppress(OSError):
            _make(path)
        found = _read(path)
    return found


def _read(path: Path) -> bytes | None:
    """What the file holds, where it is a plain file of this user's that nobody else can read."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return None
    try:
        found = os.fstat(handle)
        sound = stat.S_ISREG(found.st_mode) and found.st_size == _BYTES
        if hasattr(os, "geteuid"):
            sound = sound and found.st_uid == os.geteuid() and not found.st_mode & _OTHERS
        secret = os.read(handle, _BYTES + 1) if sound else b""
    except OSError:
        return None
    finally:
        os.close(handle)
    return secret if len(secret) == _BYTES else None


def _make(path: Path) -> None:
    """A new secret in the place of whatever is there; of several that are made at once one is left."""
    aside = path.with_name(f".{_SECRET}-{os.urandom(8).hex()}")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        os.write(handle, os.urandom(_BYTES))
        os.fsync(handle)
    finally:
        os.close(handle)
    try:
        if os.path.lexists(path):
            aside.replace(path)
        else:
            with suppress(FileExistsError):
                os.link(aside, path)
    except OSError:
        aside.replace(path)  # a disk without second names
    finally:
        aside.unlink(missing_ok=True)
