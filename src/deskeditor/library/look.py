"""What a file is, told from its bytes alone: SQLite does not open it, so nothing appears beside it."""

from dataclasses import dataclass
from pathlib import Path
from struct import unpack_from

from deskeditor.library.errors import Damaged, Missing, TooNew, Unavailable
from deskeditor.library.schema import APPLICATION, NEWEST

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_WAL_HEADER = 32
_FRAME_HEADER = 24


@dataclass(frozen=True, slots=True)
class _Header:
    application: int
    version: int
    pages: int
    page_size: int


def look(path: Path) -> int:
    """The schema of the library at `path`; raises where it is none that this program can open."""
    raw, wal = _beginning(path), _newest_first_page(path)
    newest = wal or raw  # a power cut may have torn the file's own first page: then the log mends it
    if len(newest) < _HEADER or not newest.startswith(_MAGIC):
        raise Damaged(_no_library(path))
    header = _header(newest)
    if header.application != APPLICATION:
        raise Damaged(_no_library(path))
    if header.version > NEWEST:
        raise TooNew(
            f"“{path.name}” was written by a newer deskeditor (format {header.version}, this one knows "
            f"{NEWEST}). It was not touched. Open it with the newer version."
        )
    if wal is None and path.stat().st_size < header.pages * header.page_size:
        raise Damaged(
            f"“{path.name}” is cut short: a part of the file is missing. It was not touched. "
            "Restore it from a backup."
        )
    return header.version


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except FileNotFoundError:
        raise Missing(f"There is no library at “{path}”. Nothing was changed. Check the name.") from None
    except IsADirectoryError:
        raise Damaged(
            f"“{path}” is a folder, not a library. Nothing was changed. Choose the .desk file."
        ) from None
    except PermissionError:
        if path.is_dir():  # so says Windows of a folder
            raise Damaged(f"“{path}” is a folder, not a library. Nothing was changed.") from None
        raise Unavailable(
            f"“{path}” may not be read by you. It was not touched. Ask its owner for permission."
        ) from None
    except OSError as error:
        raise Unavailable(
            f"“{path}” cannot be read: {error.strerror}. It was not touched. Try again."
        ) from None


def _no_library(path: Path) -> str:
    return f"“{path.name}” is no deskeditor library, or its beginning is damaged. It was not touched."


def _header(raw: bytes) -> _Header:
    page_size: int = unpack_from(">H", raw, 16)[0]
    pages: int = unpack_from(">I", raw, 28)[0]
    version: int = unpack_from(">I", raw, 60)[0]
    application: int = unpack_from(">I", raw, 68)[0]
    return _Header(application, version, pages, 65536 if page_size == 1 else page_size)


def _newest_first_page(path: Path) -> bytes | None:
    """The header as the write-ahead log has it: a program that died may have left a newer schema there.

    Checksums are left to SQLite. A frame that was torn does not begin as a first page does; one that was
    never committed can only make us refuse.
    """
    try:
        with path.with_name(path.name + "-wal").open("rb") as wal:
            header = wal.read(_WAL_HEADER)
            if len(header) < _WAL_HEADER or unpack_from(">I", header)[0] & 0xFFFFFFFE != 0x377F0682:
                return None
            size: int = unpack_from(">I", header, 8)[0]
            salt, found = header[16:24], None
            while len(frame := wal.read(_FRAME_HEADER)) == _FRAME_HEADER and frame[8:16] == salt:
                number: int = unpack_from(">I", frame)[0]
                page = wal.read(_HEADER)
                if number == 1 and len(page) == _HEADER and page.startswith(_MAGIC):
                    found = page
                wal.seek(size - _HEADER, 1)
            return found
    except OSError:
        return None
