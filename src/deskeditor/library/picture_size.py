"""How large a picture may be, decided by what its file says before a point of it is unpacked."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 65_535
"""Pixels of a side, as many as a JPEG may have; a strip of a million takes much memory and shows nothing."""

_USUAL = 50_000_000
_MOST_PIXELS = {"JPEG": 100_000_000, "MPO": 100_000_000, "WEBP": 36_000_000, "AVIF": 36_000_000}
"""By format: a JPEG can be unpacked smaller than it is; WebP and AVIF hold a picture several times over."""


def too_large(picture: "Image") -> str:
    """What is too much of a picture that was opened and not yet unpacked; empty where it is not."""
    width, height = picture.size
    if max(width, height) > LONGEST:
        return f"{width} × {height} pixels, and a side may have {LONGEST:,}"
    most = _MOST_PIXELS.get(picture.format or "", _USUAL)
    if picture.info.get("progressive") or picture.info.get("progression"):
        most = min(most, _USUAL)
    if width * height > most:
        return f"{width} × {height} pixels, and such a file may have {most // 1_000_000} million"
    return ""
