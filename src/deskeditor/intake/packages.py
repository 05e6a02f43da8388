"""Zip files, which docx and odt are too: opened only where they are sound and no larger than stories.

What a header says of a size is never believed: parts are unpacked piece by piece, up to a limit.
"""

import re
import zipfile
import zlib
from io import BytesIO

from deskeditor.intake.errors import Refused

_MOST_PARTS = 2000
_MOST_ENTRIES = 50_000
"""Marks of entries, those of archives inside included, beyond which not even the list is read."""
_LARGEST_WHOLE = 200 * 1024 * 1024
_LARGEST_PART = 40 * 1024 * 1024
_STEEPEST = 250
"""How many times larger than packed a large part may be; text packs ten to one, a bomb a thousand to one."""
_PIECE = 1024 * 1024
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Ways of packing that can be unpacked piece by piece; of the others a few bytes may be gigabytes."""
_ENTRY = b"PK\x01\x02"
_NAMED_IN_UTF8 = 0x800
_LOCKED = 1

_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
)
"""What a damaged or unusual zip raises while it is read."""
_TOO_LARGE = "This archive unpacks to far more than stories need. Nothing was taken in; unpack it elsewhere."


def opened(data: bytes) -> zipfile.ZipFile:
    """The package; raises Refused where it is damaged, locked, a bomb, or points outside of itself."""
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise Refused(_TOO_LARGE)
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        raise Refused("This file is damaged. Nothing was taken in; fetch or save it anew.") from error
    parts = package.infolist()
    if any(part.flag_bits & _LOCKED for part in parts):
        raise Refused(
            "This archive is protected by a password. Nothing was taken in; unpack it and import the files."
        )
    _name(package)
    if any(_OUTSIDE.search(part.filename) for part in parts):
        raise Refused(
            "This archive names files outside of itself. Nothing was taken in; do not trust its sender."
        )
    if (
        len(parts) > _MOST_PARTS
        or sum(part.file_size for part in parts) > _LARGEST_WHOLE
        or any(map(_is_bomb, parts))
    ):
        raise Refused(_TOO_LARGE)
    return package


def _name(package: zipfile.ZipFile) -> None:
    """Names that are UTF-8 without saying so are read as what they are, not as letters of old DOS."""
    for part in package.infolist():
        if part.flag_bits & _NAMED_IN_UTF8 or part.filename.isascii():
            continue
        try:
            part.filename = part.filename.encode("cp437").decode()
        except ValueError:
            continue
        package.NameToInfo[part.filename] = part


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    steep = part.file_size > _STEEPEST * max(1, part.compress_size)
    return part.file_size > _LARGEST_PART or (steep and part.file_size > 1024 * 1024)


def part_of(package: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part, None where it is not there; raises Refused where it cannot be unpacked."""
    part = package.NameToInfo.get(name)
    if part is None:
        return None
    if part.compress_type not in _READ:
        raise Refused(
            f"“{name}” in this file is packed in an unusual way. It was not taken in; "
            "unpack it and import the files."
        )
    try:
        return _unpacked(package, part)
    except BROKEN as error:
        raise Refused(
            f"“{name}” in this file is damaged. Nothing was taken in; fetch or save it anew."
        ) from error


def _unpacked(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """The whole part; read at once, a part that states a small size would be unpacked to gigabytes first."""
    pieces: list[bytes] = []
    left = _LARGEST_PART
    with package.open(part) as file:
        while piece := file.read(_PIECE):
            left -= len(piece)
            if left < 0:
                raise Refused(_TOO_LARGE)
            pieces.append(piece)
    return b"".join(pieces)


def has_entities(data: bytes) -> bool:
    """Whether an XML part declares entities: no word processor does, and they can blow up a reader."""
    start, plain = data[:8192], data
    if b"\0" in start:  # UTF-16 and UTF-32 have zeros between the letters of a declaration
        start, plain = start.replace(b"\0", b""), data.replace(b"\0", b"")
    return b"<!DOCTYPE" in start.upper() or b"<!ENTITY" in plain.upper()
