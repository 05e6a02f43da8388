"""Zip files, which docx and odt are too: opened only where they are sound and no larger than stories."""

import re
import zipfile
import zlib
from io import BytesIO

from deskeditor.intake.errors import Refused

_MOST_PARTS = 2000
_LARGEST_WHOLE = 200 * 1024 * 1024
_LARGEST_PART = 40 * 1024 * 1024
_STEEPEST = 250
"""How many times larger than packed a large part may be; text packs ten to one, a bomb a thousand to one."""

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


def opened(data: bytes) -> zipfile.ZipFile:
    """The package; raises Refused where it is damaged, locked, a bomb, or points outside of itself."""
    try:
        package = zipfile.ZipFile(BytesIO(data))
    except BROKEN as error:
        raise Refused("This file is damaged. Nothing was taken in; fetch or save it anew.") from error
    parts = package.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Refused(
            "This archive is protected by a password. Nothing was taken in; unpack it and import the files."
        )
    if any(_OUTSIDE.search(part.filename) for part in parts):
        raise Refused(
            "This archive names files outside of itself. Nothing was taken in; do not trust its sender."
        )
    if (
        len(parts) > _MOST_PARTS
        or sum(part.file_size for part in parts) > _LARGEST_WHOLE
        or any(map(_is_bomb, parts))
    ):
        raise Refused(
            "This archive unpacks to far more than stories need. Nothing was taken in; unpack it elsewhere."
        )
    return package


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    steep = part.file_size > _STEEPEST * max(1, part.compress_size)
    return part.file_size > _LARGEST_PART or (steep and part.file_size > 1024 * 1024)


def part_of(package: zipfile.ZipFile, name: str) -> bytes | None:
    """The bytes of one part, None where it is not there; raises Refused where it cannot be unpacked."""
    if name not in package.NameToInfo:
        return None
    try:
        return package.read(name)
    except BROKEN as error:
        raise Refused(
            f"“{name}” in this file is damaged. Nothing was taken in; fetch or save it anew."
        ) from error


def has_entities(data: bytes) -> bool:
    """Whether an XML part declares entities: no word processor does, and they can blow up a reader."""
    return b"<!DOCTYPE" in data[:4096].upper() or b"<!ENTITY" in data.upper()
