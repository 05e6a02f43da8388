"""Pictures are kept whole under their hash, and nothing that is no picture gets in."""

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.ImageFile import ImageFile

from deskeditor.document.model import MediaHash
from deskeditor.library.errors import Damaged, Missing, NotAPicture, Unavailable
from deskeditor.library.media import MediaFolder
from deskeditor.library.records import MediaInfo


def picture(kind: str = "PNG", size: tuple[int, int] = (4, 3), orientation: int = 1) -> bytes:
    """A small picture."""
    raw, exif = BytesIO(), Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", size, (200, 30, 30)).save(raw, kind, exif=exif)
    return raw.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> MediaFolder:
    return MediaFolder(tmp_path / "news.media")


def _files(folder: MediaFolder) -> list[Path]:
    return [path for path in folder.root.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("kind", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg"), ("WEBP", ".webp"), ("GIF", ".gif")]
)
def test_a_picture_is_kept_byte_for_byte(folder: MediaFolder, kind: str, suffix: str) -> None:
    raw = picture(kind)
    digest = folder.add(raw)
    path = folder.path(digest)
    assert (path.read_bytes(), path.name) == (raw, f"{digest}{suffix}")
    assert path.parent == folder.root / digest[:2]


def test_a_picture_is_kept_once(folder: MediaFolder, tmp_path: Path) -> None:
    (tmp_path / "photo.jpeg").write_bytes(picture())
    assert folder.add(picture()) == folder.add(tmp_path / "photo.jpeg")
    assert len(_files(folder)) == 1


def test_a_damaged_picture_is_mended_by_adding_it_anew(folder: MediaFolder) -> None:
    digest = folder.add(picture())
    folder.path(digest).write_bytes(b"broken")
    folder.add(picture())
    assert folder.sound(digest)


@pytest.mark.parametrize(("orientation", "size"), [(1, (4, 3)), (6, (3, 4))])
def test_the_size_is_that_of_the_upright_picture(
    folder: MediaFolder, orientation: int, size: tuple[int, int]
) -> None:
    digest = folder.add(picture("JPEG", orientation=orientation))
    assert folder.info(digest) == MediaInfo(*size, "image/jpeg")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"GIF89a",
        b"<html><script>alert(1)</script>",
        b"%PDF-1.4",
        picture()[:40],
        picture()[:-20],
        b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        b'<?xml version="1.0"?>\n<!-- x --><SVG/>',
        picture("AVIF").replace(b"iloc", b"lost"),
    ],
    ids=range(9),
)
def test_what_is_no_picture_is_refused(folder: MediaFolder, raw: bytes) -> None:
    with pytest.raises(NotAPicture):
        folder.add(raw)
    assert not folder.root.exists()


def test_a_telephones_jpeg_with_a_second_picture_inside_is_kept_as_jpeg(folder: MediaFolder) -> None:
    held = BytesIO()
    front, behind = Image.new("RGB", (30, 20)), Image.new("RGB", (15, 10))
    front.save(held, "MPO", save_all=True, append_images=[behind])
    assert folder.path(folder.add(held.getvalue())).suffix == ".jpg"


def test_a_drawing_is_refused_with_the_reason(folder: MediaFolder) -> None:
    with pytest.raises(NotAPicture, match="SVG drawings are not taken: they can carry scripts"):
        folder.add(b'<svg xmlns="http://www.w3.org/2000/svg"/>')


def test_no_hash_leads_out_of_the_folder(folder: MediaFolder) -> None:
    (folder.root.parent.parent / "outside.png").write_bytes(picture())
    folder.root.mkdir()
    assert not folder.has(MediaHash("../outside"))


def stated(width: int, height: int) -> bytes:
    """A PNG that says it has that size; hardly anything follows."""
    raw = picture("PNG", (4, 3))
    head = b"IHDR" + struct.pack(">II", width, height) + raw[24:29]
    return raw[:12] + head + struct.pack(">I", zlib.crc32(head)) + raw[33:]


@pytest.mark.parametrize("size", [(11_000, 10_900), (1_000_000, 40), (40, 1_000_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_would_swell_is_refused_by_what_its_file_says(
    folder: MediaFolder, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(ImageFile, "load", lambda *_: pytest.fail("unpacked"))
    with pytest.raises(NotAPicture, match=r"pixels|no picture"):
        folder.add(stated(*size))


def noise(kind: str) -> bytes:
    """A picture whose file cannot be packed to nothing."""
    raw = BytesIO()
    Image.effect_noise((120, 90), 80).convert("RGB").save(raw, kind)
    return raw.getvalue()


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9, 0.97])
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF", "TIFF"])
def test_a_picture_of_which_a_part_is_missing_is_refused(folder: MediaFolder, kind: str, part: float) -> None:
    whole = noise(kind)
    assert folder.add(whole)
    with pytest.raises(NotAPicture):
        folder.add(whole[: int(len(whole) * part)])


def test_a_jpeg_of_which_a_part_is_missing_is_refused_with_the_reason(folder: MediaFolder) -> None:
    with pytest.raises(NotAPicture, match="a part of it is missing"):
        folder.add(noise("JPEG")[:2000])


def test_a_file_that_is_not_there_is_missing(folder: MediaFolder, tmp_path: Path) -> None:
    with pytest.raises(Missing):
        folder.add(tmp_path / "none.jpg")


@pytest.mark.parametrize("digest", ["", "ab", "0" * 64, "../" * 21 + "a", "/etc/passwd" + "a" * 53])
def test_only_hashes_lead_to_files(folder: MediaFolder, digest: str) -> None:
    assert not folder.has(MediaHash(digest))
    with pytest.raises(Missing):
        folder.path(MediaHash(digest))


def test_a_picture_that_cannot_be_read_is_damaged(folder: MediaFolder) -> None:
    digest = folder.add(picture())
    folder.path(digest).write_bytes(b"broken")
    with pytest.raises(Damaged):
        folder.info(digest)


def test_a_full_disk_leaves_no_half_picture(folder: MediaFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unavailable, match="the disk is full"):
        folder.add(picture())
    assert _files(folder) == []
