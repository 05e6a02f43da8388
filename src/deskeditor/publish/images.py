"""Pictures as they leave: several widths and formats, upright, in sRGB, credited, without camera and place.

Each rendition is made once and kept under a name that says everything it depends on, so that a second export
neither decodes nor encodes anything, and two exports hold the same bytes.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.document.model import MediaHash
from deskeditor.publish.errors import BadPicture

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTHS = (400, 800, 1200, 1600)
CROPS = {"16x9": (16, 9), "4x3": (4, 3), "1x1": (1, 1)}
"""The shapes that search engines ask for beside the picture's own."""

_RECIPE = "1"
_FORMATS = (("avif", "image/avif"), ("webp", "image/webp"), ("jpg", "image/jpeg"))
_MAX_PIXELS = 120_000_000


@dataclass(frozen=True, slots=True)
class Rendition:
    """One file of a picture: `path` in the bundle, `file` where its bytes are kept."""

    path: str
    width: int
    height: int
    mime: str
    shape: str
    file: str
    sha256: str

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


@dataclass(frozen=True, slots=True)
class Renditions:
    """Everything made of one picture, narrow to wide within a format."""

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


@dataclass(frozen=True, slots=True)
class Original:
    """A picture of the library and who is to be named for it."""

    media: MediaHash
    path: Path
    credit: str = ""


def renditions(original: Original, cache: Path) -> Renditions:
    """All files of a picture, from the cache where they are there; raises BadPicture with its name."""
    key = _key(original)
    folder = cache / key[:2]
    index = folder / f"{key}.json"
    kept = _kept(index, original.media)
    if kept is not None:
        return kept
    folder.mkdir(parents=True, exist_ok=True)
    made = _make(original, key, folder)
    _put(index, json.dumps([made.width, made.height, [asdict(each) for each in made.files]]).encode())
    return made


def _key(original: Original) -> str:
    from PIL import __version__

    recipe = "|".join((original.media, original.credit, _RECIPE, __version__, *map(str, WIDTHS)))
    return hashlib.sha256(recipe.encode("utf-8", "replace")).hexdigest()[:20]


def _kept(index: Path, media: MediaHash) -> Renditions | None:
    try:
        width, height, rows = json.loads(index.read_bytes())
        files = tuple(
            Rendition(**(row | {"file": str(index.parent / Path(row["file"]).name)})) for row in rows
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return (
        Renditions(media, width, height, files) if all(Path(each.file).is_file() for each in files) else None
    )


def _make(original: Original, key: str, folder: Path) -> Renditions:
    from PIL import Image

    try:
        with Image.open(original.path) as opened:
            if opened.width * opened.height > _MAX_PIXELS:
                raise BadPicture(
                    f"The picture {original.media[:12]}… is too large to publish. Use a smaller one."
                )
            packet = _packet(original.credit, opened)
            picture = _prepared(opened)
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise BadPicture(
            f"The picture {original.media[:12]}… cannot be read ({type(error).__name__}). "
            "The story is untouched. Put the picture in again."
        ) from error
    files = [
        _write(_scaled(picture, width), (folder, key, ""), extension, packet)
        for extension, _ in _FORMATS
        for width in _widths(picture.width)
    ]
    files += [_write(crop, (folder, key, name), "jpg", packet) for name, crop in _crops(picture)]
    return Renditions(original.media, picture.width, picture.height, tuple(files))


def _prepared(opened: "Image") -> "Image":
    """Upright, in sRGB, without transparency; of a moving picture the first frame."""
    from PIL import Image, ImageOps

    picture = ImageOps.exif_transpose(opened)
    picture = _srgb(picture)
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        ground = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(ground, picture.convert("RGBA"))
    return picture.convert("RGB")


def _srgb(picture: "Image") -> "Image":
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK", "L"):
        return picture
    import io

    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        changed = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return changed if changed is not None else picture


def _widths(full: int) -> Iterable[int]:
    smaller = [width for width in WIDTHS if width < full]
    return [*smaller, full] if full <= WIDTHS[-1] else smaller or [full]


def _scaled(picture: "Image", width: int) -> "Image":
    from PIL import Image

    if width == picture.width:
        return picture
    height = max(1, round(picture.height * width / picture.width))
    return picture.resize((width, height), Image.Resampling.LANCZOS)


def _crops(picture: "Image") -> Iterable[tuple[str, "Image"]]:
    """The middle of the picture in each wanted shape, 1,200 px wide where it has them."""
    from PIL import Image, ImageOps

    for name, (across, down) in CROPS.items():
        width = min(1200, picture.width, picture.height * across // down)
        if width >= 200:
            size = (width, round(width * down / across))
            yield name, ImageOps.fit(picture, size, Image.Resampling.LANCZOS, centering=(0.5, 0.4))


def _write(picture: "Image", place: tuple[Path, str, str], extension: str, packet: bytes) -> Rendition:
    folder, key, shape = place
    name = f"{key}-{shape + '-' if shape else ''}{picture.width}.{extension}"
    handle, temporary = tempfile.mkstemp(dir=folder, suffix=f".{extension}")
    os.close(handle)
    try:
        # A picture straight from a file would hand its own EXIF on.
        bare = picture.copy()
        bare.info = {}
        _save(bare, temporary, extension, packet)
        Path(temporary).replace(folder / name)
    finally:
        Path(temporary).unlink(missing_ok=True)
    mime = dict(_FORMATS)[extension]
    digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    return Rendition(f"media/{name}", picture.width, picture.height, mime, shape, str(folder / name), digest)


def _save(picture: "Image", target: str, extension: str, packet: bytes) -> None:
    xmp = packet or None
    if extension == "jpg":
        picture.save(target, "JPEG", quality=82, optimize=True, progressive=True, xmp=xmp)
    elif extension == "webp":
        picture.save(target, "WEBP", quality=80, method=4, xmp=xmp)
    else:
        # The bytes of an AVIF depend on the number of threads.
        picture.save(target, "AVIF", quality=60, speed=8, max_threads=1, xmp=xmp)


def _packet(credit: str, opened: "Image") -> bytes:
    """XMP with the credit and what the camera file says of creator and rights: nothing else is kept."""
    exif = opened.getexif()
    creator, rights = (_plain(exif.get(tag)) for tag in (0x013B, 0x8298))
    credit = _plain(credit)
    if not (credit or creator or rights):
        return b""
    parts = []
    if creator:
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{creator}</rdf:li></rdf:Seq></dc:creator>")
    if rights:
        parts.append(
            f'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>'
        )
    if credit:
        parts.append(f"<photoshop:Credit>{credit}</photoshop:Credit>")
    body = "".join(parts)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">{body}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _plain(value: object) -> str:
    text = value if isinstance(value, str) else ""
    return escape("".join(sign for sign in text if sign.isprintable()).strip()[:500])


def _put(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(temporary).replace(path)
