"""Pictures as they leave: several widths and formats, upright, in sRGB, credited, without camera and place.

Each rendition is made once and kept under a name that says everything it depends on, so that a second export
neither decodes nor encodes anything, and two exports hold the same bytes. The index of a picture is written
after its files: killed at any point, or made by two at once, the cache holds a whole picture or none. It
proves that it is ours, and has the hash of each file.
"""

import hashlib
import json
import os
import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.document.cropping import Focus
from deskeditor.document.model import MediaHash
from deskeditor.library.cache import Authenticator
from deskeditor.publish.errors import BadPicture
from deskeditor.publish.images_original import CARD, Original, original_of, quietly

if TYPE_CHECKING:
    from deskeditor.publish.images_print import Print

_RECIPE = "4"
_SHELF = "pictures"


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file: `path` in the bundle, `file` where it is kept; `shape` is empty for the picture's own."""

    path: str
    width: int
    height: int
    mime: str
    shape: str
    sha256: str
    size: int
    file: str

    def content(self) -> bytes:
        """The bytes as they were made; raises BadPicture where the disk has others now, and forgets them."""
        path = Path(self.file)
        content = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(content).hexdigest() != self.sha256:
            path.unlink(missing_ok=True)
            raise BadPicture(
                f"A kept copy of the picture {path.name} is damaged and was thrown away. "
                "Nothing was written. Export again: it is made anew."
            )
        return content

    def stands(self) -> bool:
        """Whether a file of that size is there, without reading it."""
        try:
            return Path(self.file).stat().st_size == self.size
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Renditions:
    """Everything made of one picture, narrow to wide in each format; `width`, `height`: the original's."""

    key: str
    media: MediaHash
    width: int
    height: int
    files: tuple[Rendition, ...]

    def of(self, mime: str, shape: str = "") -> tuple[Rendition, ...]:
        """The files of one format and shape (empty: the picture's own), narrow to wide."""
        return tuple(file for file in self.files if file.mime == mime and file.shape == shape)

    @property
    def jpegs(self) -> tuple[Rendition, ...]:
        """The picture's own shape as JPEG."""
        return self.of("image/jpeg")

    @property
    def shapes(self) -> tuple[Rendition, ...]:
        """The widest JPEG of each shape, for machines: the picture's own, then 16:9, 4:3, 1:1."""
        widest = {file.shape: file for file in self.files if file.mime == "image/jpeg"}
        return tuple(widest.values())

    @property
    def social(self) -> Rendition:
        """What a shared link shows: the crop of 16:9 where it is wide enough, else the picture itself."""
        crops = (each for each in self.shapes if each.shape == CARD and each.width >= 1200)
        return next(crops, self.jpegs[-1])


def key(original: Original) -> str:
    """What its renditions are kept under: changes whenever one of their bytes might; touches no file."""
    return _digest(original, original.focus)


def kept(key: str, cache: Path) -> Renditions | None:
    """What was made under that key, by its index alone: that a file is there and sound, `content` proves.

    None where no index is there that this machine kept.
    """
    try:
        index = Authenticator.of(cache).proven(_SHELF, key, _index(key, cache).read_bytes())
        media, width, height, rows = json.loads(index or b"null")
        files = tuple(_rendition(row, f"{cache}{os.sep}") for row in rows)
    except (OSError, ValueError, TypeError):
        return None
    return Renditions(key, MediaHash(media), width, height, files) if files else None


def renditions(original: Original, cache: Path) -> Renditions:
    """All files of a picture, from the cache where they are there; raises BadPicture with its name."""
    with quietly():
        return _standing(key(original), cache) or _made(original, cache)


def held(path: str, cache: Path) -> bool:
    """Whether the cache has the file that a bundle has at this path, without reading it."""
    return _place(path, cache).is_file()


def content(path: str, sha256: str, cache: Path) -> bytes:
    """The bytes that a bundle has at this path; raises BadPicture as `Rendition.content` does."""
    name = Path(path).name
    return Rendition(path, 0, 0, "", "", sha256, 0, str(_place(name, cache))).content()


def forget(cache: Path) -> None:
    """Keep nothing of what was made before."""
    for folder in cache.glob("[0-9a-f][0-9a-f]"):
        shutil.rmtree(folder, ignore_errors=True)


def _place(path: str, cache: Path) -> Path:
    name = Path(path).name
    return cache / name[:2] / name


def _digest(original: Original, focus: Focus | None) -> str:
    from PIL import __version__

    said = (original.media, original.credit, original.alt, original.caption, focus, _RECIPE, __version__)
    return hashlib.sha256(repr(said).encode("utf-8", "replace")).hexdigest()[:20]


def _standing(key: str, cache: Path) -> Renditions | None:
    known = kept(key, cache)
    return known if known is not None and all(each.stands() for each in known.files) else None


def _index(key: str, cache: Path) -> Path:
    return cache / key[:2] / f"{key}.json"


def _rendition(row: list[str | int], folder: str) -> Rendition:
    match row:
        case [str(name), int(width), int(height), str(mime), str(shape), str(sha256), int(size)]:
            if "/" not in name and "\\" not in name:
                file = f"{folder}{name[:2]}{os.sep}{name}"
                return Rendition(f"media/{name}", width, height, mime, shape, sha256, size, file)
    raise ValueError("no row of an index of ours")


def _made(original: Original, cache: Path) -> Renditions:
    """Made now and kept; the own shape does not depend on the focus and is not made again for another."""
    from deskeditor.publish.images_print import develop

    crop_key, own_key = key(original), key(replace(original, focus=None))
    same = _standing(own_key, cache) if original.focus else None
    own = tuple(each for each in same.files if not each.shape) if same else ()
    size, prints = develop(original, without=("",) if own else ())
    files = own + tuple(_keep(each, crop_key if each.shape else own_key, cache) for each in prints)
    made = Renditions(crop_key, original.media, *size, files)
    rows = [[Path(f.path).name, f.width, f.height, f.mime, f.shape, f.sha256, f.size] for f in files]
    index = json.dumps([made.media, made.width, made.height, rows]).encode()
    _put(_index(crop_key, cache), Authenticator.of(cache).signed(_SHELF, crop_key, index))
    return made


def _keep(made: "Print", key: str, cache: Path) -> Rendition:
    name = f"{key}-{made.shape + '-' if made.shape else ''}{made.width}.{made.extension}"
    file = cache / name[:2] / name
    _put(file, made.content)
    digest = hashlib.sha256(made.content).hexdigest()
    return Rendition(
        f"media/{name}", made.width, made.height, made.mime, made.shape, digest, len(made.content), str(file)
    )


def _put(path: Path, content: bytes) -> None:
    """Whole or not at all; two that make the same picture at once put the same bytes there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{secrets.token_hex(8)}.new")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        with suppress(FileNotFoundError):
            aside.unlink()


__all__ = [
    "CARD",
    "Original",
    "Rendition",
    "Renditions",
    "content",
    "forget",
    "held",
    "kept",
    "key",
    "original_of",
    "renditions",
]
