"""Pictures: true sizes, no place and no camera, the credit kept, the same bytes each time."""

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.publish.pictures import photograph

from deskeditor.document.model import MediaHash
from deskeditor.publish import images
from deskeditor.publish.errors import BadPicture
from deskeditor.publish.images import Original, Renditions, renditions


def original(folder: Path, content: bytes, credit: str = "Ann Lens/Courier") -> Original:
    path = folder / "picture"
    path.write_bytes(content)
    return Original(MediaHash("ab" * 32), path, credit)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Renditions:
    folder = tmp_path_factory.mktemp("pictures")
    return renditions(original(folder, photograph(1000, 500)), folder / "cache")


def test_every_file_has_the_size_the_format_and_the_name_that_it_says(made: Renditions) -> None:
    for file in made.files:
        with Image.open(io.BytesIO(file.content())) as picture:
            assert (picture.width, picture.height) == (file.width, file.height)
            assert Image.MIME[picture.format or ""] == file.mime
        assert file.path.endswith(
            {"image/jpeg": ".jpg", "image/webp": ".webp", "image/avif": ".avif"}[file.mime]
        )


def test_widths_go_up_to_the_picture_itself_and_never_beyond(made: Renditions) -> None:
    assert [file.width for file in made.jpegs] == [400, 800, 1000]


def test_the_crops_have_their_shapes(made: Renditions) -> None:
    shapes = {file.shape: file.width / file.height for file in made.files if file.shape}
    assert shapes == {
        "16x9": pytest.approx(16 / 9, abs=0.01),
        "4x3": pytest.approx(4 / 3, abs=0.01),
        "1x1": 1,
    }


def test_place_and_camera_are_gone_and_creator_and_credit_are_there(made: Renditions) -> None:
    for file in made.files:
        content = file.content()
        with Image.open(io.BytesIO(content)) as picture:
            assert dict(picture.getexif()) == {}
        assert b"CANARY" not in content
        assert b"GPS" not in content
        assert b"<photoshop:Credit>Ann Lens/Courier</photoshop:Credit>" in content
        assert b"<rdf:li>Ann Lens</rdf:li>" in content


def test_a_picture_that_lay_on_its_side_stands_upright(tmp_path: Path) -> None:
    made = renditions(original(tmp_path, photograph(600, 300, orientation=6)), tmp_path / "cache")
    assert (made.width, made.height) == (300, 600)


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    picture = original(tmp_path, photograph(500, 400))
    one, two = (renditions(picture, tmp_path / name) for name in ("one", "two"))
    assert [(file.path, file.content()) for file in one.files] == [
        (file.path, file.content()) for file in two.files
    ]


def test_another_credit_makes_other_files(tmp_path: Path) -> None:
    content = photograph(300, 300)
    one = renditions(original(tmp_path, content, "Ann"), tmp_path)
    two = renditions(original(tmp_path, content, "Bob"), tmp_path)
    assert {file.path for file in one.files}.isdisjoint(file.path for file in two.files)


def test_a_picture_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    picture = original(tmp_path, photograph(500, 400))
    first = renditions(picture, tmp_path / "cache")
    monkeypatch.setattr(images, "_make", lambda *_: pytest.fail("made again"))
    assert renditions(picture, tmp_path / "cache") == first


def test_a_damaged_kept_file_does_not_leave_and_is_made_anew(tmp_path: Path) -> None:
    picture = original(tmp_path, photograph(300, 300))
    first = renditions(picture, tmp_path / "cache")
    Path(first.files[0].file).write_bytes(b"rot")
    with pytest.raises(BadPicture, match="was thrown away"):
        renditions(picture, tmp_path / "cache").files[0].content()
    assert renditions(picture, tmp_path / "cache").files[0].content()


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", photograph(300, 300)[:900]]
)
def test_what_is_no_picture_names_itself(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadPicture, match=r"The picture abababababab… cannot be read"):
        renditions(original(tmp_path, content), tmp_path / "cache")


def test_a_huge_picture_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "_MAX_PIXELS", 10_000)
    with pytest.raises(BadPicture, match="too large"):
        renditions(original(tmp_path, photograph(200, 200)), tmp_path / "cache")


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGBA", "CMYK", "I;16"])
def test_every_kind_of_picture_can_leave(tmp_path: Path, mode: str) -> None:
    held = io.BytesIO()
    kind = "TIFF" if mode in ("CMYK", "PA") else "PNG"
    picture = Image.new("LA" if mode == "PA" else mode, (260, 200))
    picture.save(held, kind)
    assert renditions(original(tmp_path, held.getvalue()), tmp_path / "cache").jpegs[0].width == 260


def test_a_credit_cannot_break_out_of_its_packet(tmp_path: Path) -> None:
    made = renditions(original(tmp_path, photograph(300, 300), '</photoshop:Credit><x a="&\x00'), tmp_path)
    assert b"&lt;/photoshop:Credit&gt;&lt;x a=&quot;&amp;<" in made.jpegs[0].content()
