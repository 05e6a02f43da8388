"""Pictures made for tests: small, and with everything in them that must not leave."""

import io
from hashlib import sha256

from PIL import Image

from deskeditor.document.model import MediaHash


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of that kind."""
    held = io.BytesIO()
    picture.save(held, kind, **options)
    return held.getvalue()


def photograph(width: int, height: int, orientation: int = 1, artist: str = "Ann Lens") -> bytes:
    """A JPEG with a position, a camera, a creator and an orientation."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    picture.paste((200, 30, 30), (0, 0, width // 4, height // 4))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "CANARY-CAMERA"
    exif[0x013B] = artist
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (38.0, 34.0, 1.0), "W", (92.0, 1.0, 2.0)
    held = io.BytesIO()
    secret = b"<x:xmpmeta>CANARY-XMP GPS</x:xmpmeta>"
    picture.save(held, "JPEG", exif=exif, comment=b"CANARY-COMMENT", xmp=secret)
    return held.getvalue()


def hash_of(content: bytes) -> MediaHash:
    """The name of a picture in a library."""
    return MediaHash(sha256(content).hexdigest())
