"""The recovery journal: every step of an open article on the disk before anybody saves.

A journal is a row of records, each `length, sequence, CRC-32, payload`; the first names what the steps
are for. What stands before a record that is torn or changed is whole and in order. Whole records behind it
are found again by their checksums; they are told apart, since what they stand on is not known.
"""

import json
import os
import re
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from struct import Struct
from zlib import crc32

from deskeditor.document.model import ArticleId
from deskeditor.library.disk import cause, make_folder, sync_folder
from deskeditor.library.errors import Unavailable
from deskeditor.library.locking import try_lock

StepJson = Mapping[str, object]

_FORMAT = 1
_NAME = "{library}.{article}.{pid}.{token}.journal"
_HEAD = Struct("<IQI")
_COUNTED = Struct("<IQ")  # what the checksum covers besides the payload
_ASIDE = ".new"
_LARGEST = 256 * 1024 * 1024  # bytes; no journal comes near it, and a larger file is not read
_TRIES = 8
_BASE = re.compile("[0-9]{1,18}")
_sync = getattr(os, "fdatasync", os.fsync)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unavailable(
            f"The recovery journal could not be written: {cause(error)}. "
            "Your text is kept in memory; free some space and save."
        ) from error


class Keep(Enum):
    """What becomes of a journal that is closed."""

    STEPS = "steps"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a process that died left of one article.

    The steps go onto revision `base`, whose hash they expect; `damaged` tells that more was written than can
    be read, and `behind` holds whole steps that came after what is lost. Where even the first record is lost,
    or is of another library, `base` is 0 and there are no steps.
    """

    article: ArticleId
    base: int
    base_sha256: str
    steps: tuple[StepJson, ...]
    damaged: bool
    path: Path
    behind: tuple[StepJson, ...] = ()


class Journal:
    """The journal of one open article, its file locked for as long as this process lives."""

    def __init__(
        self, folder: Path, library_uuid: str, article: ArticleId, base: int, base_sha256: str
    ) -> None:
        self._end = self._sequence = 0
        self._library = library_uuid
        self._article = article
        token = secrets.token_hex(6)
        name = _NAME.format(library=library_uuid, article=article, pid=os.getpid(), token=token)
        self.path = folder / name
        with _told():
            make_folder(folder)
            self._fd = self._begun(self.path, base, base_sha256, ())
            sync_folder(folder)

    def append(self, step: StepJson) -> None:
        """Hand the step to the system in one write: it outlives this process when this returns.

        Raises Unavailable where the disk does not take it; what was appended before stays readable.
        """
        record = _record(self._sequence, step)
        with _told():
            self._write(self._fd, record)
        self._sequence += 1

    def sync(self) -> None:
        """Make sure that what was appended outlasts a power cut too."""
        with _told():
            _sync(self._fd)

    def rebase(self, base: int, base_sha256: str, pending: Iterable[StepJson] = ()) -> None:
        """Begin anew on the revision just saved; `pending` are the steps that came while it was being saved.

        At every moment the disk holds the old journal or the new one, whole.
        """
        aside = self.path.with_name(self.path.name + _ASIDE)
        with _told():
            end, sequence = self._end, self._sequence
            try:
                fd = self._begun(aside, base, base_sha256, pending)
                aside.replace(self.path)
            except OSError:
                self._end, self._sequence = end, sequence
                with suppress(OSError):
                    aside.unlink()
                raise
            os.close(self._fd)
            self._fd = fd
            sync_folder(self.path.parent)

    def close(self, keep: Keep) -> None:
        """Let go of the file; with Keep.NOTHING it is taken away, since all of it is saved."""
        with _told():
            if keep is Keep.NOTHING:
                self.path.unlink(missing_ok=True)
            os.close(self._fd)

    def _begun(self, path: Path, base: int, base_sha256: str, steps: Iterable[StepJson]) -> int:
        """A new file with its first record and these steps, locked and on the disk."""
        fd = os.open(
            path, os.O_CREAT | os.O_EXCL | os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600
        )
        try:
            try_lock(fd)
            first = {"format": _FORMAT, "library": self._library, "article": self._article}
            first |= {"base": str(base), "sha256": base_sha256}
            records = [first, *steps]
            self._end = 0
            self._write(fd, b"".join(_record(place, record) for place, record in enumerate(records)))
            self._sequence = len(records)
            os.fsync(fd)
        except BaseException:
            os.close(fd)
            raise
        return fd

    def _write(self, fd: int, raw: bytes) -> None:
        # What a full disk took of an earlier record would hide all behind it.
        if os.fstat(fd).st_size != self._end:
            os.ftruncate(fd, self._end)
        written = os.write(fd, raw)
        if written != len(raw):
            os.ftruncate(fd, self._end)
            raise OSError(28, "the disk is full")
        self._end += written


def recover(folder: Path, library_uuid: str) -> tuple[Recovered, ...]:
    """What dead processes left of this library's articles, oldest first; the files stay until `discard`.

    A journal whose owner lives is never among them. Whatever the files hold, this raises nothing.
    """
    found = []
    for path in _oldest_first(folder, f"{library_uuid}.*.journal"):
        with suppress(OSError):
            raw = _of_the_dead(path)
            if raw is not None:
                found.append(_recovered(path, raw, library_uuid))
    for path in _oldest_first(folder, f"{library_uuid}.*.journal{_ASIDE}"):
        with suppress(OSError):
            if _of_the_dead(path) is not None:
                path.unlink()  # a rebase that never came to be: the journal beside it is whole
    return tuple(found)


def discard(recovered: Recovered) -> None:
    """Take the file away, once its steps are saved."""
    with _told():
        recovered.path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Records:
    """What a journal's bytes hold: the records in order from the first, and whole ones behind a gap.

    `damaged` tells that not every byte is a record in its place.
    """

    first: tuple[StepJson, ...]
    behind: tuple[StepJson, ...]
    damaged: bool


def read_records(raw: bytes) -> Records:
    """Every record with a good checksum, by number: doubled ones count once, swapped ones in order."""
    found, damaged = _scanned(raw)
    whole = 0
    while whole in found:
        whole += 1
    behind = tuple(found[number] for number in sorted(found) if number > whole)
    return Records(tuple(found[number] for number in range(whole)), behind, damaged or bool(behind))


def _scanned(raw: bytes) -> tuple[dict[int, StepJson], bool]:
    found: dict[int, StepJson] = {}
    damaged, at = False, 0
    tries = (
        _TRIES * len(raw) + _HEAD.size
    )  # bytes to be looked at: a made-up file may hold nothing but lengths
    while at < len(raw) and tries > 0:
        length, sequence, value = _record_at(raw, at)
        tries -= length
        if value is None:
            damaged = True
            brace = raw.find(b"{", at + 1 + _HEAD.size)
            at = len(raw) if brace < 0 else brace - _HEAD.size
            continue
        damaged = damaged or sequence != len(found)
        found.setdefault(sequence, value)
        at += _HEAD.size + length
    return found, damaged or at < len(raw)


def _record_at(raw: bytes, at: int) -> tuple[int, int, StepJson | None]:
    """The length that was read, and number and value of the record there; no value where there is none."""
    if at + _HEAD.size > len(raw):
        return 0, 0, None
    length, sequence, checksum = _HEAD.unpack_from(raw, at)
    end = at + _HEAD.size + length
    if end > len(raw) or raw[end - 1 : end] != b"}":
        return 0, 0, None
    payload = raw[at + _HEAD.size : end]
    if crc32(payload, crc32(_COUNTED.pack(length, sequence))) != checksum:
        return length, 0, None
    return length, sequence, _value(payload)


def _value(payload: bytes) -> StepJson | None:
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _record(sequence: int, value: StepJson) -> bytes:
    payload = json.dumps(value, separators=(",", ":")).encode("ascii")
    checksum = crc32(payload, crc32(_COUNTED.pack(len(payload), sequence)))
    return _HEAD.pack(len(payload), sequence, checksum) + payload


def _oldest_first(folder: Path, pattern: str) -> list[Path]:
    with suppress(OSError):
        return sorted(folder.glob(pattern), key=lambda path: (path.stat().st_mtime_ns, path.name))
    return []


def _of_the_dead(path: Path) -> bytes | None:
    """The bytes of a file that nobody holds; none of what is no file, or larger than any journal."""
    if not stat.S_ISREG(path.lstat().st_mode):
        return b""
    fd = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(fd, "rb") as file:
        if not try_lock(fd) or not os.path.samestat(os.fstat(fd), path.stat()):
            return None
        return b"" if os.fstat(fd).st_size > _LARGEST else file.read(_LARGEST)


def _recovered(path: Path, raw: bytes, library: str) -> Recovered:
    records = read_records(raw)
    article = ArticleId(path.name.split(".")[1])
    first = records.first[0] if records.first else {}
    base, sha = first.get("base"), str(first.get("sha256"))
    ours = (first.get("format"), first.get("library")) == (_FORMAT, library)
    if not ours or not isinstance(base, str) or not _BASE.fullmatch(base):
        behind = () if first.get("library", library) != library else (*records.first[1:], *records.behind)
        return Recovered(article, 0, "", (), damaged=True, path=path, behind=behind)
    named = str(first.get("article"))
    return Recovered(
        ArticleId(named), int(base), sha, records.first[1:], records.damaged, path, records.behind
    )
