"""The pictures of a page: those that came with it become media, the others a link to where they are."""

import base64
import binascii
import re
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import unquote

from deskeditor.document.model import MediaHash
from deskeditor.intake.escape import escape_label
from deskeditor.intake.html_links import safe_address
from deskeditor.intake.html_marks import Run
from deskeditor.intake.html_runs import InlineReader
from deskeditor.intake.html_styles import Styles
from deskeditor.intake.html_tidy import Taken
from deskeditor.intake.html_tree import Element
from deskeditor.intake.records import MediaIn

_DATA = re.compile(
    r"data:image/(?P<kind>png|jpe?g|gif|webp|avif|bmp|tiff)\s*+(?:;[^,;]{0,80}){0,4}?;base64,", re.I
)
_SMALLEST = 120
"""Bytes below which a picture is a counting pixel or a placeholder."""


class Pictures(InlineReader):
    """Reads inline content, writes pictures as Markdown and keeps the bytes of those that are there."""

    def __init__(
        self, beside: Callable[[str], bytes | None], styles: Styles, taken: Taken, language: str = ""
    ) -> None:
        super().__init__(styles, taken, language)
        self.media: dict[MediaHash, MediaIn] = {}
        self.notes: dict[str, None] = {}
        self._beside = beside

    def picture(self, image: Element) -> Run:
        """`![alt](media:…)` or `[alt](https://…)`; nothing for what no reader was meant to see."""
        return self.figure(image, "")

    def figure(self, image: Element, caption: str) -> Run:
        """As `picture`, with a caption where the picture itself is there."""
        alt = " ".join(image.get("alt").split())
        if _is_emoji(image, alt):
            return Run(image.get("data-stringify-emoji") or alt)
        data = self._bytes(image)
        if data is not None:
            return Run(self.kept(data, alt, caption), raw=True, alt=alt or "Picture")
        address = next(filter(None, map(safe_address, _sources(image))), "")
        if _is_pixel(image):
            return Run("")
        if not address or not (alt or caption):
            told = f"“{alt}”" if alt else address
            if told:
                self.notes[f"A picture did not come with the page: {told}"] = None
            return Run("")
        self.notes[f"A picture stays where it is and became a link: {address}"] = None
        return Run(f"[{escape_label(alt or caption)}]({address})", raw=True, alt=alt or caption)

    def kept(self, data: bytes, alt: str, caption: str = "") -> str:
        """The Markdown of a picture whose bytes are there."""
        digest = MediaHash(sha256(data).hexdigest())
        self.media.setdefault(digest, MediaIn(data, f"picture-{len(self.media) + 1}.{_kind(data)}"))
        title = f' "{caption.replace(chr(34), "&quot;")}"' if caption else ""
        return f"![{escape_label(alt)}](media:{digest}{title})"

    def _bytes(self, image: Element) -> bytes | None:
        for source in _sources(image):
            found = _DATA.match(source)
            if found is not None:
                data = _decoded(source[found.end() :])
            else:
                data = self._beside(unquote(source)) if len(source) < 2_000 else None
            if data is not None and len(data) >= _SMALLEST:
                return data
        return None


def _sources(image: Element) -> list[str]:
    """Where the picture could be: pages that load late hide it behind other names."""
    names = ("src", "data-src", "data-lazy-src", "data-original", "data-url")
    return [image.get(name).strip() for name in names if image.get(name)]


def _is_pixel(image: Element) -> bool:
    return any(image.get(name) in ("0", "1", "1px", "0px") for name in ("width", "height"))


def _is_emoji(image: Element, alt: str) -> bool:
    """A sign of feeling that a site draws itself is the sign, not a picture."""
    if not alt or len(alt) > 60:
        return False
    named = "emoji" in image.get("class").lower() or "data-stringify-emoji" in image.attributes
    drawn = "emoji" in image.get("src") and len(alt) <= 8 and not alt.isascii()
    return named or drawn


def _decoded(text: str) -> bytes | None:
    try:
        return base64.b64decode(re.sub(r"\s+", "", unquote(text)), validate=True)
    except (binascii.Error, ValueError):
        return None


def _kind(data: bytes) -> str:
    starts = ((b"\x89PNG", "png"), (b"\xff\xd8", "jpg"), (b"GIF8", "gif"), (b"RIFF", "webp"), (b"BM", "bmp"))
    return next((kind for start, kind in starts if data.startswith(start)), "img")
