"""The pictures of a page: those that came with it become media, the others a link to where they are."""

import base64
import binascii
import re
from collections.abc import Callable
from hashlib import sha256
from typing import TYPE_CHECKING
from urllib.parse import unquote

from deskeditor.document.model import MediaHash
from deskeditor.intake.escape import escape_label
from deskeditor.intake.html_runs import PictureWriter, safe_address
from deskeditor.intake.records import MediaIn

if TYPE_CHECKING:
    from bs4 import Tag

_DATA = re.compile(
    r"data:image/(?P<kind>png|jpe?g|gif|webp|avif|bmp|tiff)\s*(?:;[^,;]*)*;base64,(?P<bytes>.+)", re.I | re.S
)
_SMALLEST = 120
"""Bytes below which a picture is a counting pixel or a placeholder."""


class Pictures(PictureWriter):
    """Writes pictures as Markdown and keeps the bytes of those that are there."""

    def __init__(self, beside: Callable[[str], bytes | None] = lambda _name: None) -> None:
        super().__init__()
        self.media: dict[MediaHash, MediaIn] = {}
        self.notes: list[str] = []
        self._beside = beside

    def inline(self, tag: "Tag") -> str:
        """`![alt](media:…)` or `[alt](https://…)`; nothing for what no reader was meant to see."""
        return self.figure(tag, "")

    def figure(self, tag: "Tag", caption: str) -> str:
        """As `inline`, with a caption where the picture itself is there."""
        alt = " ".join(str(tag.get("alt") or "").split())
        data = self._bytes(tag)
        if data is not None:
            return self.kept(data, alt, caption)
        address = next(filter(None, map(safe_address, _sources(tag))), "")
        if not address or _is_pixel(tag):
            if alt and not _is_pixel(tag):
                self.notes.append(f"A picture did not come with the page: “{alt}”")
            return ""
        self.notes.append(f"A picture stays where it is and became a link: {address}")
        return f"[{escape_label(alt or caption or 'Picture')}]({address})"

    def kept(self, data: bytes, alt: str, caption: str = "") -> str:
        """The Markdown of a picture whose bytes are there."""
        digest = MediaHash(sha256(data).hexdigest())
        self.media.setdefault(digest, MediaIn(data, f"picture-{len(self.media) + 1}.{_kind(data)}"))
        title = f' "{caption.replace(chr(34), "&quot;")}"' if caption else ""
        return f"![{escape_label(alt)}](media:{digest}{title})"

    def _bytes(self, tag: "Tag") -> bytes | None:
        for source in _sources(tag):
            found = _DATA.fullmatch(source)
            data = _decoded(found["bytes"]) if found else self._beside(unquote(source)) if source else None
            if data is not None and len(data) >= _SMALLEST:
                return data
        return None


def _sources(tag: "Tag") -> list[str]:
    """Where the picture could be: pages that load late hide it behind other names."""
    names = ("src", "data-src", "data-lazy-src", "data-original", "data-url")
    return [str(tag.get(name) or "").strip() for name in names if tag.get(name)]


def _is_pixel(tag: "Tag") -> bool:
    return any(str(tag.get(name) or "") in ("0", "1", "1px", "0px") for name in ("width", "height"))


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(re.sub(r"\s+", "", unquote(text)), validate=True)
    except (binascii.Error, ValueError):
        return None


def _kind(data: bytes) -> str:
    starts = ((b"\x89PNG", "png"), (b"\xff\xd8", "jpg"), (b"GIF8", "gif"), (b"RIFF", "webp"), (b"BM", "bmp"))
    return next((kind for start, kind in starts if data.startswith(start)), "img")
