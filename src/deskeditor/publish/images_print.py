"""One picture printed in every width, shape and format that a page may ask for."""

import math
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING

from deskeditor.document.cropping import CROPS, Box, Focus, crop_box
from deskeditor.publish.images_credit import Said, iim, packet, said_of
from deskeditor.publish.images_original import CARD, DAMAGE, Original, opened

if TYPE_CHECKING:
    from PIL.Image import Image, Transpose
    from PIL.ImageFile import ImageFile

WIDTHS = (400, 800, 1200, 1600)
CARD_WIDTHS = (400, 800)

_MIMES = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}
_WIDEST_CROP = 1200
_NARROWEST_CROP = 200
_TALLEST = 12_000
"""WebP ends at 16,383 pixels; nobody reads a taller picture."""

_ORIENTATION = 0x0112
_SIDEWAYS = (5, 6, 7, 8)


@dataclass(frozen=True, slots=True)
class Order:
    """One print: which part of the upright picture, how large, and in which formats."""

    shape: str
    width: int
    height: int
    box: Box
    extensions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Print:
    """One file as it leaves."""

    shape: str
    width: int
    height: int
    extension: str
    content: bytes

    @property
    def mime(self) -> str:
        """The type that the file says it has."""
        return _MIMES[self.extension]


def develop(original: Original, without: tuple[str, ...] = ()) -> tuple[tuple[int, int], list[Print]]:
    """The upright size and every print but those of some shapes; raises BadPicture."""

    def wanted(size: tuple[int, int]) -> list[Order]:
        return [order for order in orders(size, original.focus) if order.shape not in without]

    return _developed(original, wanted)


def small_print(original: Original, width: int) -> Print:
    """One JPEG of its own shape, no wider than that; raises BadPicture."""

    def wanted(size: tuple[int, int]) -> list[Order]:
        return [replace(_own(size, min(width, _full(size))), extensions=("jpg",))]

    return _developed(original, wanted)[1][0]


def _developed(
    original: Original, orders_for: Callable[[tuple[int, int]], list[Order]]
) -> tuple[tuple[int, int], list[Print]]:
    with opened(original) as picture:
        turn = _turn(picture)
        size = (picture.height, picture.width) if turn in _SIDEWAYS else (picture.width, picture.height)
        wanted = orders_for(size)
        said = said_of(original, picture)
        needed, whole = _needed(wanted), picture.width
        _unpack(picture, needed if picture.format in ("JPEG", "MPO") else 1.0)
        ready = _prepared(_reduced(picture, needed * whole / picture.width), turn)
        return size, sorted(_printed(_scaled(ready, wanted, size), said), key=_place)


def _printed(scaled: Iterable[tuple[Order, "Image"]], said: Said) -> list[Print]:
    """Every file, several at once: encoding lets other threads run, and no file depends on another."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
        waiting = [
            # Pillow keeps what a file is to be like in the image: no two may be encoded of one.
            pool.submit(_print, order, image.copy(), extension, said)
            for order, image in scaled
            for extension in order.extensions
        ]
        return [each.result() for each in waiting]


def _place(made: Print) -> tuple[int, int, int]:
    """Its own shape first, the best format first, narrow to wide."""
    return ("", *CROPS).index(made.shape), tuple(_MIMES).index(made.extension), made.width


def orders(size: tuple[int, int], focus: Focus | None) -> tuple[Order, ...]:
    """What is printed of a picture of that size: never wider than it is, narrow to wide in each shape."""
    rows = [_own(size, each) for each in _widths(_full(size))]
    for shape, (across, down) in CROPS.items():
        box = crop_box(size, shape, focus)
        widest = min(_WIDEST_CROP, int(box[2] - box[0]))
        narrower = [each for each in CARD_WIDTHS if each < widest] if shape == CARD else []
        for each in [*narrower, widest] if widest >= _NARROWEST_CROP else []:
            formats = tuple(_MIMES) if shape == CARD else ("jpg",)
            rows.append(Order(shape, each, round(each * down / across), box, formats))
    return tuple(rows)


def _own(size: tuple[int, int], width: int) -> Order:
    """The whole picture at a width, in every format."""
    across, down = size
    whole = (0.0, 0.0, float(across), float(down))
    return Order("", width, max(1, round(down * width / across)), whole, tuple(_MIMES))


def _full(size: tuple[int, int]) -> int:
    return max(1, min(size[0], size[0] * _TALLEST // size[1]))


def _widths(full: int) -> list[int]:
    smaller = [width for width in WIDTHS if width < full]
    return [*smaller, full] if full <= WIDTHS[-1] else smaller


def _needed(wanted: Iterable[Order]) -> float:
    """The smallest scale of the original in which no print is stretched."""
    return max((order.width / (order.box[2] - order.box[0]) for order in wanted), default=1.0)


def _unpack(picture: "ImageFile", scale: float) -> None:
    """Decode; a JPEG of many pixels only as far as the prints need them."""
    picture.draft(None, (math.ceil(picture.width * scale), math.ceil(picture.height * scale)))
    picture.load()


def _reduced(picture: "Image", scale: float) -> "Image":
    """The picture by whole times smaller, still twice as large as its prints, as each step holds it anew."""
    times = int(1 / (2 * scale)) if scale else 1
    if times < 2:
        return picture
    if picture.mode in ("1", "P", "PA") or "transparency" in picture.info:
        transparent = picture.mode == "PA" or "transparency" in picture.info
        picture = picture.convert("RGBA" if transparent else "RGB")
    elif picture.mode.startswith("I"):
        picture = picture.convert("I")
    return picture.reduce(times)


def _turn(picture: "ImageFile") -> int:
    try:
        turn = picture.getexif().get(_ORIENTATION, 1)
    except DAMAGE:
        return 1
    return turn if isinstance(turn, int) else 1


def _prepared(picture: "Image", turn: int) -> "Image":
    """Upright, sRGB, eight bits, on white where it is transparent; of a moving picture the first frame."""
    from PIL import Image

    turned = picture.transpose(_turns()[turn]) if turn in _turns() else picture
    if turned.mode.startswith("I"):
        turned = _eight_bits(turned)
    if turned.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in turned.info:
        shown = turned.convert("RGBA")
        ground = Image.new("RGB", shown.size, "white")
        ground.paste(_srgb(shown.convert("RGB"), picture), mask=shown.getchannel("A"))
        return ground
    return _srgb(turned, picture).convert("RGB")


def _eight_bits(grey: "Image") -> "Image":
    """Of 16 bits the upper eight; Pillow would cut every brighter point down to white."""
    whole = grey.convert("I")
    extrema = whole.getextrema()
    bright = isinstance(extrema[1], int | float) and extrema[1] > 255
    return (whole.point(lambda value: value * (1 / 256)) if bright else whole).convert("L")


def _srgb(picture: "Image", source: "Image") -> "Image":
    profile = source.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "CMYK", "L"):
        return picture
    from PIL import ImageCms

    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        changed = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
    return changed if changed is not None else picture


def _turns() -> dict[int, "Transpose"]:
    from PIL.Image import Transpose

    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }


def _scaled(picture: "Image", wanted: list[Order], size: tuple[int, int]) -> Iterator[tuple[Order, "Image"]]:
    """Each order's image, the wide ones first: the next narrower one of a shape is made of them."""
    from PIL.Image import Resampling

    wider: dict[str, Image] = {}
    for order in sorted(wanted, key=lambda each: -each.width):
        source = wider.get(order.shape, picture)
        box = None if order.shape in wider else _in(picture, order.box, size)
        image = source.resize((order.width, order.height), Resampling.LANCZOS, box, reducing_gap=3.0)
        image.info = {}  # what came straight from a file would hand its own EXIF on
        wider[order.shape] = image
        yield order, image


def _in(picture: "Image", box: Box, size: tuple[int, int]) -> Box:
    """The box in a picture that was unpacked smaller than it is."""
    across, down = picture.width / size[0], picture.height / size[1]
    left, upper, right, lower = box
    return (
        left * across,
        upper * down,
        min(right * across, float(picture.width)),
        min(lower * down, float(picture.height)),
    )


def _print(order: Order, image: "Image", extension: str, said: Said) -> Print:
    return Print(order.shape, order.width, order.height, extension, _encoded(image, extension, said))


def _encoded(image: "Image", extension: str, said: Said) -> bytes:
    """Speeds by measure: a step slower takes AVIF three times as long, and WebP twice, for a twentieth."""
    held = BytesIO()
    xmp = packet(said)
    match extension:
        case "jpg":
            image.save(
                held, "JPEG", quality=82, progressive=True, extra=iim(said), **({"xmp": xmp} if xmp else {})
            )
        case "webp":
            image.save(held, "WEBP", quality=80, method=2, xmp=xmp)
        case _:
            # The bytes of an AVIF depend on the number of threads.
            image.save(held, "AVIF", quality=60, speed=9, max_threads=1, xmp=xmp)
    return held.getvalue()
