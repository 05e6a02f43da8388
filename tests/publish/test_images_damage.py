"""Pictures of every odd and broken kind: each works, or names itself; nothing else may happen."""

import random
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from tests.publish.pictures import encoded, hash_of, photograph

from deskeditor.document.cropping import CROPS
from deskeditor.publish.errors import BadPicture
from deskeditor.publish.images import Original, Renditions, renditions
from deskeditor.publish.images_print import orders

SHADES = Image.linear_gradient("L").resize((300, 200))
COLOURS = SHADES.convert("RGB")


def made_of(folder: Path, content: bytes, name: str = "picture.jpg") -> Renditions:
    """The renditions of some bytes whose name says that they are a JPEG."""
    (folder / name).write_bytes(content)
    return renditions(Original(hash_of(content), folder / name), folder / "cache")


def shades_of(made: Renditions) -> list[int]:
    """How bright the widest JPEG is near its top, in its middle and near its foot."""
    with Image.open(made.jpegs[-1].file) as picture:
        column = picture.convert("L").resize((1, picture.height)).tobytes()
    return [column[int(len(column) * part)] for part in (0.05, 0.5, 0.95)]


def png_of(size: tuple[int, int], depth: int, kind: int, rows: bytes) -> bytes:
    """A PNG written by hand, for what Pillow would not write."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, depth, kind, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def deep(mode: str) -> Image.Image:
    """A grey ramp of 16 bits."""
    picture = Image.new("I;16", SHADES.size)
    picture.putdata([row * 65_535 // 199 for row in range(200) for _ in range(300)])
    return picture.convert(mode)


ODD = {
    "16-bit PNG": encoded(deep("I;16"), "PNG"),
    "16-bit TIFF": encoded(deep("I;16"), "TIFF"),
    "32-bit TIFF": encoded(deep("I"), "TIFF"),
    "floating TIFF": encoded(SHADES.convert("F"), "TIFF"),
    "16-bit colours": png_of(
        (300, 200),
        16,
        2,
        b"".join(b"\0" + struct.pack(">HHH", *(3 * (row * 327,))) * 300 for row in range(200)),
    ),
    "CMYK": encoded(COLOURS.convert("CMYK"), "JPEG"),
    "YCbCr": encoded(COLOURS.convert("YCbCr"), "TIFF"),
    "Lab": encoded(COLOURS.convert("LAB"), "TIFF"),
    "colours in a palette": encoded(SHADES.convert("RGB").quantize(64), "PNG"),
    "animated GIF": encoded(SHADES, "GIF", save_all=True, append_images=[SHADES.rotate(180)]),
    "animated WebP": encoded(SHADES.convert("RGB"), "WEBP", save_all=True, append_images=[COLOURS]),
    "animated AVIF": encoded(SHADES.convert("RGB"), "AVIF", save_all=True, append_images=[COLOURS]),
    "two pictures in one JPEG": encoded(COLOURS, "MPO", save_all=True, append_images=[COLOURS]),
    "profile that is none": encoded(COLOURS, "JPEG", icc_profile=b"none" * 50),
    "EXIF that is none": encoded(COLOURS, "JPEG", exif=b"Exif\0\0MM\0*" + b"\xff" * 400),
    "XMP that is none": encoded(COLOURS, "JPEG", xmp=b"<x:xmpmeta><open>&\xff"),
}


@pytest.mark.parametrize("kind", ODD)
def test_an_odd_picture_leaves_with_its_shades(tmp_path: Path, kind: str) -> None:
    top, middle, foot = shades_of(made_of(tmp_path, ODD[kind]))
    assert top < 40 and 90 < middle < 170 and foot > 215


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "RGB"])
def test_what_is_transparent_is_white(tmp_path: Path, mode: str) -> None:
    clear = {"P": 0, "L": 0, "RGB": (0, 0, 0)}.get(mode)
    picture = Image.new(mode, (300, 200))
    content = encoded(picture, "PNG", **({} if clear is None else {"transparency": clear}))
    assert shades_of(made_of(tmp_path, content)) == pytest.approx([255] * 3, abs=2)


@pytest.mark.parametrize("size", [(1, 1), (30_000, 10), (10, 30_000), (65_000, 1), (800, 13_000)])
def test_a_picture_of_any_shape_leaves_whole(tmp_path: Path, size: tuple[int, int]) -> None:
    made = made_of(tmp_path, encoded(Image.new("L", size), "PNG"))
    assert (made.width, made.height) == size
    assert all(file.width <= size[0] and file.height <= 12_000 for file in made.files)


BROKEN = {
    "nothing": b"",
    "words": b"hello",
    "zeros": bytes(10_000),
    "drawing": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 100 100\n",
    "half a JPEG": photograph(300, 200)[:-900],
    "half a PNG": encoded(COLOURS, "PNG")[:-300],
    "half an AVIF": encoded(COLOURS, "AVIF")[:-300],
    "half a WebP": encoded(COLOURS, "WEBP")[:-100],
    "bomb": png_of((60_000, 60_000), 8, 0, b""),
    "smaller bomb": png_of((12_000, 11_000), 1, 0, b""),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_picture_names_itself(tmp_path: Path, kind: str) -> None:
    with pytest.raises(BadPicture, match=r"^The picture [0-9a-f]{12}… [^\n]+\.$"):
        made_of(tmp_path, BROKEN[kind])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF"])
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_bytes_that_rotted_are_a_picture_or_a_bad_one(
    tmp_path_factory: pytest.TempPathFactory, kind: str, seed: int
) -> None:
    chance = random.Random(seed)
    content = bytearray(encoded(COLOURS.resize((40, 30)), kind))
    for _ in range(chance.randint(1, 8)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    try:
        made_of(tmp_path_factory.mktemp("rot"), bytes(content))
    except BadPicture as error:
        assert f"{hash_of(bytes(content))[:12]}…" in str(error)


@pytest.mark.parametrize("turn", range(1, 9))
def test_every_orientation_is_set_right(tmp_path: Path, turn: int) -> None:
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    exif = Image.Exif()
    exif[0x0112] = turn
    stored = COLOURS.transpose(Image.Transpose(back[turn])) if turn in back else COLOURS
    made = made_of(tmp_path, encoded(stored, "JPEG", exif=exif))
    assert (made.width, made.height) == COLOURS.size
    assert shades_of(made) == pytest.approx([12, 128, 243], abs=4)


def test_colours_of_another_profile_become_those_of_the_web(tmp_path: Path) -> None:
    web = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = web.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    red = Image.new("RGB", (300, 200), (255, 0, 0))
    made = made_of(tmp_path, encoded(red, "PNG", icc_profile=swapped))
    with Image.open(made.jpegs[-1].file) as picture:
        assert picture.convert("RGB").getpixel((9, 9)) == pytest.approx((0, 0, 255), abs=8)


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_nothing_is_stretched_and_nothing_bent(width: int, height: int) -> None:
    for order in orders((width, height), None):
        left, _, right, _ = order.box
        assert order.width <= right - left + 1e-6 and order.height >= 1
        if order.shape:
            across, down = CROPS[order.shape]
            assert abs(order.height - order.width * down / across) <= 0.5
