"""Pictures: true sizes, no place and no camera, the credit kept, the same bytes each time."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from tests.publish.pictures import hash_of, photograph

from deskeditor.library import picture_size
from deskeditor.publish import images_print
from deskeditor.publish.errors import BadPicture
from deskeditor.publish.images import Original, Renditions, kept, key, renditions


def original(folder: Path, content: bytes, credit: str = "Ann Lens/Courier") -> Original:
    path = folder / "picture"
    path.write_bytes(content)
    return Original(hash_of(content), path, credit)


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
    shapes = {file.shape: file.width / file.height for file in made.shapes}
    assert shapes == {
        "": 2,
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
        assert b"creator" not in content


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
    monkeypatch.setattr(images_print, "develop", lambda *_: pytest.fail("made again"))
    assert renditions(picture, tmp_path / "cache") == first


def test_a_damaged_kept_file_does_not_leave_and_is_made_anew(tmp_path: Path) -> None:
    picture = original(tmp_path, photograph(300, 300))
    first = renditions(picture, tmp_path / "cache")
    Path(first.files[0].file).write_bytes(bytes(first.files[0].size))
    with pytest.raises(BadPicture, match="was thrown away"):
        renditions(picture, tmp_path / "cache").files[0].content()
    assert renditions(picture, tmp_path / "cache").files[0].content()


@pytest.mark.parametrize(
    "content", [b"", b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", photograph(300, 300)[:900]]
)
def test_what_is_no_picture_names_itself(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadPicture, match=r"The picture [0-9a-f]{12}… cannot be read"):
        renditions(original(tmp_path, content), tmp_path / "cache")


def test_a_huge_picture_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_size, "LONGEST", 20)
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


def test_the_crop_for_cards_is_there_in_every_format(made: Renditions) -> None:
    widths = {
        mime: [each.width for each in made.of(f"image/{mime}", "16x9")] for mime in ("avif", "webp", "jpeg")
    }
    assert widths == {mime: [400, 800, 888] for mime in ("avif", "webp", "jpeg")}


def test_what_is_kept_is_known_by_its_key_alone(tmp_path: Path) -> None:
    picture = original(tmp_path, photograph(300, 300))
    assert kept(key(picture), tmp_path / "cache") is None
    assert renditions(picture, tmp_path / "cache") == kept(key(picture), tmp_path / "cache")


def test_a_file_that_is_gone_is_made_again(tmp_path: Path) -> None:
    picture = original(tmp_path, photograph(300, 300))
    gone = renditions(picture, tmp_path).files[0]
    Path(gone.file).unlink()
    assert renditions(picture, tmp_path).files[0].content()


@pytest.mark.parametrize(
    "index", [b"", b"[", b"{}", b'["ab", 1, 1, [["../../etc/passwd", 1, 1, "", "", "", 1]]]']
)
def test_an_index_that_is_not_ours_is_none(tmp_path: Path, index: bytes) -> None:
    (tmp_path / "ab").mkdir()
    (tmp_path / "ab" / "abc.json").write_bytes(index)
    assert kept("abc", tmp_path) is None


def test_another_focus_makes_other_crops_and_the_picture_itself_not_again(tmp_path: Path) -> None:
    picture = original(tmp_path, photograph(800, 600))
    plain, chosen = (renditions(each, tmp_path) for each in (picture, replace(picture, focus=(0.1, 0.9))))
    assert plain.jpegs == chosen.jpegs
    assert {each.path for each in plain.shapes[1:]}.isdisjoint(each.path for each in chosen.shapes[1:])


def test_the_order_in_which_crops_were_chosen_leaves_no_trace(tmp_path: Path) -> None:
    picture = replace(original(tmp_path, photograph(800, 600)), focus=(0.1, 0.9))
    renditions(replace(picture, focus=None), tmp_path / "one")
    one, two = renditions(picture, tmp_path / "one"), renditions(picture, tmp_path / "two")
    assert [(each.path, each.sha256) for each in one.files] == [
        (each.path, each.sha256) for each in two.files
    ]


def test_a_crop_shows_what_stands_at_the_focus(tmp_path: Path) -> None:
    red = replace(original(tmp_path, photograph(1000, 400)), focus=(0.0, 0.0))
    square = renditions(red, tmp_path).shapes[-1]
    with Image.open(square.file) as picture:
        assert picture.convert("RGB").getpixel((100, 50)) == pytest.approx((200, 30, 30), abs=8)


def test_a_bad_picture_is_named_by_what_is_said_of_it(tmp_path: Path) -> None:
    bad = replace(original(tmp_path, b"no picture"), alt="A bridge at dawn")
    with pytest.raises(BadPicture, match=r"“A bridge at dawn” \([0-9a-f]{12}…\)"):
        renditions(bad, tmp_path / "cache")


def test_a_picture_without_any_credit_can_leave(tmp_path: Path) -> None:
    held = io.BytesIO()
    Image.new("RGB", (300, 300)).save(held, "PNG")
    assert renditions(original(tmp_path, held.getvalue(), ""), tmp_path / "cache").jpegs
