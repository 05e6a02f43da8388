"""Archives of stories, and archives that mean harm."""

import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from io import BytesIO

import pytest
from tests.intake.desk import nothing
from tests.intake.office import PNG, packed, story_docx

from deskeditor.intake import Refused, read


@contextmanager
def peak_of(work: Callable[[], object]) -> Iterator[Callable[[], int]]:
    """The most bytes that Python held while the work was done, which may be refused."""
    tracemalloc.start()
    with suppress(Refused):
        work()
    try:
        yield lambda: tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


STORY = "A headline of the day\n\nThe council voted on Monday to close the pool."


def test_each_story_of_an_archive_is_an_article_in_the_order_of_names() -> None:
    data = packed({"b.md": "# Two\n\nText.", "a.txt": STORY, "c.docx": story_docx()})
    found = read("all.zip", data, nothing)
    assert [intake.source for intake in found] == ["all.zip/a.txt", "all.zip/b.md", "all.zip/c.docx"]


def test_pictures_beside_a_story_come_along() -> None:
    data = packed({"x/story.md": "# Two\n\n![A dot](img/p.png)", "x/img/p.png": PNG})
    (intake,) = read("all.zip", data, nothing)
    assert intake.document.text == f"![A dot](media:{sha256(PNG).hexdigest()})"
    assert [picture.name for picture in intake.media] == ["p.png"]


def test_pictures_of_a_web_page_in_an_archive_come_along() -> None:
    page = '<html><body><h1>A headline here</h1><p>The text.</p><img src="p.png" alt="A dot"></body></html>'
    (intake,) = read("all.zip", packed({"i.html": page, "p.png": PNG}), nothing)
    assert f"![A dot](media:{sha256(PNG).hexdigest()})" in intake.document.text


def test_what_is_left_out_is_named() -> None:
    (intake,) = read(
        "all.zip", packed({"a.txt": STORY, "b.exe": "MZ", "c.txt": "", "__MACOSX/._a.txt": "x"}), nothing
    )
    left = [note for note in intake.notes if note.startswith("Left out")]
    assert len(left) == 2
    assert "b.exe" in left[0] and "c.txt" in left[1]


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt", "a/..\\..\\b.txt"]
)
def test_an_archive_that_points_outside_is_refused(name: str) -> None:
    with pytest.raises(Refused, match="outside of itself"):
        read("all.zip", packed({name: STORY}), nothing)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(Refused, match="unpacks to far more"):
        read("all.zip", packed({"a.txt": bytes(30 * 1024 * 1024)}), nothing)


def test_thousands_of_parts_are_refused() -> None:
    with pytest.raises(Refused, match="unpacks to far more"):
        read("all.zip", packed({f"{at}.txt": "x" for at in range(2001)}), nothing)


def test_a_locked_archive_is_refused() -> None:
    data = bytearray(packed({"a.txt": STORY}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Refused, match="password"):
        read("all.zip", bytes(data), nothing)


def test_an_archive_inside_an_archive_is_left_out() -> None:
    (intake,) = read("all.zip", packed({"a.txt": STORY, "b.txt": packed({"c.txt": STORY})}), nothing)
    assert any("inside an archive" in note for note in intake.notes)


def test_an_archive_without_a_story_is_refused() -> None:
    with pytest.raises(Refused, match="no story in this archive"):
        read("all.zip", packed({"p.png": PNG}), nothing)


def test_a_part_that_does_not_match_its_checksum_is_left_out() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
        package.writestr("a.txt", STORY)
        package.writestr("b.txt", STORY + " Again.")
    data = out.getvalue().replace(b"Again", b"Agaim", 1)
    (intake,) = read("all.zip", data, nothing)
    assert any("damaged" in note for note in intake.notes)


def test_a_part_that_states_a_small_size_is_never_unpacked_whole() -> None:
    """Read at once, zipfile unpacks all that is there before it cuts it to the stated size."""
    data = packed({"a.txt": STORY, "b.txt": bytes(64 * 1024 * 1024)})
    size = (64 * 1024 * 1024).to_bytes(4, "little")
    with peak_of(lambda: read("all.zip", data.replace(size, (900).to_bytes(4, "little")), nothing)) as peak:
        assert peak() < 16 * 1024 * 1024


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_cannot_be_unpacked_piece_by_piece_is_left_out(way: int) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", STORY)
        package.writestr("b.txt", "Other " * 9, way)
    (intake,) = read("all.zip", out.getvalue(), nothing)
    assert any("b.txt" in note and "unusual way" in note for note in intake.notes)


def test_a_list_of_very_many_entries_is_not_even_read() -> None:
    with pytest.raises(Refused, match="unpacks to far more"):
        read("all.zip", b"PK\x03\x04" + b"PK\x01\x02" * 60_000, nothing)


def test_names_in_utf8_that_do_not_say_so_are_read_as_they_are() -> None:
    data = packed({"Kxln.md": "# Two\n\n![A dot](p-x.png)", "p-x.png": PNG})
    data = data.replace(b"Kxln", "Köl".encode()).replace(b"p-x.png\x89", "p-ü.pn".encode() + b"\x89")
    (intake,) = read("all.zip", data, nothing)
    assert intake.source == "all.zip/Köl.md"


def test_a_picture_that_no_text_shows_is_named() -> None:
    (intake,) = read("all.zip", packed({"a.txt": STORY, "p.png": PNG}), nothing)
    assert any("p.png" in note and "no text shows" in note for note in intake.notes)


@pytest.mark.parametrize(
    "named",
    [
        "![A](<my dot.png>)",
        "![A](my%20dot.png)",
        "![A](/posts/my%20dot.png)",
        "![[my dot.png|A]]",
        '<img alt="A" src="my dot.png">',
        "![A][p]\n\n[p]: my%20dot.png",
    ],
)
def test_a_picture_comes_along_however_a_text_names_it(named: str) -> None:
    data = packed({"posts/a.md": f"# A headline of the day\n\nThe text.\n\n{named}", "posts/my dot.png": PNG})
    (intake,) = read("all.zip", data, nothing)
    assert f"![A](media:{sha256(PNG).hexdigest()})" in intake.document.text


def test_a_picture_that_is_not_there_is_told() -> None:
    (intake,) = read("a.md", b"# A headline of the day\n\nThe text.\n\n![A](dot.png)", nothing)
    assert any("dot.png" in note for note in intake.notes)
