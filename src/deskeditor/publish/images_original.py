"""A picture of the library on its way out, and how its file is opened: as what it is, within limits."""

import hashlib
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.document.cropping import Focus
from deskeditor.document.model import MediaHash, Picture
from deskeditor.library.picture_size import too_large
from deskeditor.publish.errors import BadPicture

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

DAMAGE = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    LookupError,
    EOFError,
    ArithmeticError,
    MemoryError,
    RuntimeError,
    struct.error,
)
"""What Pillow raises of damaged files and blocks."""

CARD = "16x9"
"""The shape of the cards in lists, and so the one crop that is made in every format."""
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF")


@dataclass(frozen=True, slots=True)
class Original:
    """A picture of the library and what is to be said inside its files."""

    media: MediaHash
    path: Path
    credit: str = ""
    alt: str = ""
    caption: str = ""
    focus: Focus | None = None

    @property
    def name(self) -> str:
        """How a message names the picture: by what is said of it where something is."""
        said = " ".join((self.alt or self.caption).split())
        short = said if len(said) <= 60 else f"{said[:60].rpartition(' ')[0] or said[:60]} …"
        return f"“{short}” ({self.media[:12]}…)" if short else f"{self.media[:12]}…"


def original_of(picture: Picture, path: Path) -> Original:
    """The picture of a story, its bytes at `path`."""
    return Original(picture.media, path, picture.credit, picture.alt, picture.caption, picture.focus)


@contextmanager
def opened(original: Original) -> Iterator["ImageFile"]:
    """The picture, not yet unpacked; what is wrong with it, here or later, becomes a BadPicture.

    Only the bytes that were added are opened: their hash is the picture's name.
    """
    from PIL import Image

    try:
        raw = original.path.read_bytes()
        if hashlib.sha256(raw).hexdigest() != original.media:
            raise BadPicture(
                f"The picture {original.name} is not as it was added: the disk has changed it. "
                "Put the picture in again, or take it out."
            )
        with Image.open(BytesIO(raw), formats=FORMATS) as picture:
            large = too_large(picture)
            if large:
                raise BadPicture(
                    f"The picture {original.name} is too large to publish: {large}. Use a smaller one."
                )
            yield picture
    except (*DAMAGE, Image.DecompressionBombError) as error:
        raise BadPicture(
            f"The picture {original.name} cannot be read: it is damaged, or no picture at all. "
            "Put the picture in again, or take it out."
        ) from error


@contextmanager
def quietly() -> Iterator[None]:
    """Without Pillow's remarks on standard error: what matters becomes a BadPicture.

    Python's filters of warnings are one list for all threads: this stands around the threads, not in them.
    """
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
