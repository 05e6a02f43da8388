"""Pictures of a library, each under the hash of its own bytes."""

import os
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from deskeditor.document.model import MediaHash
from deskeditor.files import Unreadable, read_file
from deskeditor.library.disk import cause, make_folder, sync_folder
from deskeditor.library.errors import Damaged, Missing, NotAPicture, Unavailable
from deskeditor.library.look import is_library
from deskeditor.library.paths import real_folder
from deskeditor.library.picture_size import too_large
from deskeditor.library.records import MediaInfo

_SUFFIXES = {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp", "AVIF": ".avif", "TIFF": ".tif"}
_SEVERAL_JPEGS = "MPO"
"""What Pillow calls a JPEG with more pictures behind the first, as telephones make them."""
_MIMES = {
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".tif": "image/tiff",
}
_DAMAGE = (OSError, ValueError, SyntaxError, EOFError, RuntimeError)
"""What Pillow raises of damaged files; the last is AVIF's."""
_MOST_BYTES = 100_000_000
_PROOF = (256, 256)
"""A JPEG is unpacked whole, but no larger than this."""
_UPRIGHT_SWAPS = (5, 6, 7, 8)
_ORIENTATION = 0x0112


def media_folder(path: Path) -> Path:
    """Where the pictures of a library lie: beside it."""
    return path.with_suffix(".media")


@dataclass(frozen=True, slots=True)
class Checked:
    """The bytes of a picture that a page can show, and the suffix that goes with what they are."""

    raw: bytes
    suffix: str


def checked(picture: bytes | Path) -> Checked:
    """The picture, proved to be one; raises NotAPicture, Missing or Unavailable."""
    raw = picture if isinstance(picture, bytes) else _read(picture)
    return Checked(raw, _suffix(raw))


class MediaFolder:
    """The pictures beside one library; they are kept byte for byte and never change."""

    def __init__(self, path: Path) -> None:
        self.root = path

    def add(self, picture: bytes | Path | Checked) -> MediaHash:
        """Keep the picture, whole and proved, before this returns; raises NotAPicture or Unavailable."""
        proved = picture if isinstance(picture, Checked) else checked(picture)
        raw, suffix = proved.raw, proved.suffix
        if suffix not in _MIMES:
            raise NotAPicture("This is no picture that a page can show. It was not added.")
        digest = MediaHash(sha256(raw).hexdigest())
        if self.has(digest) and self.sound(digest):
            return digest
        try:
            self._keep(raw, real_folder(self.root, digest[:2]) / f"{digest}{suffix}")
        except OSError as error:
            raise Unavailable(
                f"The picture could not be kept: {cause(error)}. Nothing was changed; "
                "free some space and try again."
            ) from None
        return digest

    def path(self, digest: MediaHash) -> Path:
        """Where the picture lies; raises Missing."""
        if len(digest) == 64 and digest.isalnum() and digest.isascii():
            for suffix in _MIMES:
                path = self.root / digest[:2] / f"{digest}{suffix}"
                if path.is_file() and not path.is_symlink():
                    return path
        raise Missing(f"The picture {digest[:12]}… is not in the folder “{self.root.name}”.")

    def has(self, digest: MediaHash) -> bool:
        """Whether the picture is there."""
        with suppress(Missing):
            return self.path(digest).is_file()
        return False

    def sound(self, digest: MediaHash) -> bool:
        """Whether the picture still is what was added; raises Missing."""
        return sha256(_read(self.path(digest))).hexdigest() == digest

    def info(self, digest: MediaHash) -> MediaInfo:
        """Size and kind of the picture; raises Missing or Damaged."""
        from PIL import Image

        path = self.path(digest)
        try:
            with Image.open(path) as image:
                width, height = image.size
                if image.getexif().get(_ORIENTATION) in _UPRIGHT_SWAPS:
                    width, height = height, width
        except _DAMAGE as error:
            raise Damaged(f"The picture {digest[:12]}… is damaged. Add it anew.") from error
        return MediaInfo(width, height, _MIMES[path.suffix])

    def all(self) -> tuple[MediaHash, ...]:
        """Every picture that is there, by hash."""
        found = (path for suffix in _MIMES for path in self.root.glob(f"??/*{suffix}"))
        own = (path for path in found if len(path.stem) == 64 and not path.is_symlink())
        return tuple(sorted(MediaHash(path.stem) for path in own))

    def _keep(self, raw: bytes, path: Path) -> None:
        make_folder(path.parent)
        import secrets

        aside = path.with_name(f".{secrets.token_hex(8)}.new")
        try:
            with aside.open("xb") as file:
                file.write(raw)
                file.flush()
                os.fsync(file.fileno())
            if aside.read_bytes() != raw:
                raise OSError(5, "it does not read back as it was written")
            aside.replace(path)
        finally:
            with suppress(FileNotFoundError):
                aside.unlink()
        sync_folder(path.parent)


def _read(path: Path) -> bytes:
    if is_library(path):
        raise NotAPicture(f"“{path.name}” is a library. It was not added; choose a picture.")
    try:
        return read_file(path, _MOST_BYTES)
    except Unreadable as error:
        kind = Unavailable if path.exists() else Missing
        raise kind(error.saying("Nothing was added")) from None


def _suffix(raw: bytes) -> str:
    """By what the bytes are, never by what a name says; raises NotAPicture."""
    import warnings

    from PIL import Image

    if b"<svg" in raw[:4096].lower():
        raise NotAPicture(
            "SVG drawings are not taken: they can carry scripts. Export it as PNG and add that."
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the limits are ours
            return _SUFFIXES[_proved(raw)]
    except (*_DAMAGE, Image.DecompressionBombError) as error:
        raise NotAPicture(
            "This is no picture that a page can show, or it is damaged. It was not added."
        ) from error


def _proved(raw: bytes) -> str:
    """The kind of a picture that can be shown to its last line; what Pillow raises of one that cannot."""
    from PIL import Image

    with Image.open(BytesIO(raw), formats=tuple(_SUFFIXES)) as image:
        kind = "JPEG" if image.format == _SEVERAL_JPEGS else image.format or ""
        large = too_large(image)
        if large:
            raise NotAPicture(f"The picture has {large}. It was not added; make it smaller.")
        image.verify()
    with Image.open(BytesIO(raw), formats=(kind,)) as image:
        image.draft(None, _PROOF)
        try:
            image.load()
        except _DAMAGE as error:
            raise NotAPicture(
                "This picture is damaged: a part of it is missing. It was not added; fetch or save it anew."
            ) from error
    return kind
