"""Whatever a path says, what is written lies inside of its folder, on every system; and good paths pass."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.document.text import slugify
from deskeditor.library.paths import (
    Astray,
    distinct,
    folded,
    place_in,
    real_folder,
    sound_path,
    through_folders,
)

OUTSIDE = (
    *("", ".", "..", "../x", "a/../x", "a/..", "./x", "a/./x", "a//x", "/x", "//host/x", "a/", "/"),
    *("C:/x", "C:x", "a:b", "a\\b", "..\\x", "\\\\host\\x", "a\0b", "a\nb", "a\x7f", "a\x85b", "a\udc80"),
    *("con", "CON", "a/nul.html", "aux.tar.gz", "com1", "LPT9.txt", "com¹.txt", "con .html", "CONIN$"),
    *("a.", "a ", " a", "a./b", "a /b", "a?", "a*", 'a"', "a<b", "a>b", "a|b", "a\u202egnp.exe"),
    *("x" * 256, "é" * 128, "/".join(["a"] * 2000)),
)
INSIDE = (
    *("index.html", "_headers", "404.html", "local/2025/08/x.html", "media/0f-480.avif", "a.tar.gz", "a-b_c"),
    *("con-story.html", "console", "null.html", "com10", ".well-known/x", "Ünï/Ärger.html", "a b", "x" * 255),
)
hostile = st.lists(
    st.sampled_from(("..", ".", "", "/", "\\", "\0", "a", "con", "C:", "é", " ", "x.html", "\u202e", "~"))
    | st.text(max_size=4),
    max_size=6,
).map("/".join) | st.text(max_size=30)


@pytest.mark.parametrize("path", OUTSIDE)
def test_a_path_that_leads_elsewhere_anywhere_is_refused(path: str) -> None:
    with pytest.raises(Astray):
        sound_path(path)


@pytest.mark.parametrize("path", INSIDE)
def test_a_good_path_passes(path: str) -> None:
    assert sound_path(path) == path


@given(hostile)
def test_whatever_passes_lies_inside_and_comes_back_as_it_was(path: str) -> None:
    try:
        sound_path(path)
    except Astray:
        return
    inside = Path(os.path.normpath(f"/root/{path}"))
    assert inside.relative_to("/root").as_posix() == path
    assert not set(path) & set('\\:*?"<>|\0')


@given(st.text(), st.text())
def test_every_address_that_the_program_makes_passes(section: str, slug: str) -> None:
    assert sound_path(f"{slugify(section)}/2025/08/{slugify(slug)}.html")


@pytest.mark.parametrize("other", ["A.html", "é.html", "É.HTML", "STRASSE.html"])
def test_two_paths_that_are_one_file_on_some_disk_are_refused(other: str) -> None:
    with pytest.raises(Astray):
        distinct(("a.html", "E\u0301.html", "straße.html", other))


def test_paths_that_differ_everywhere_pass() -> None:
    distinct(("a.html", "b.html", "a/a.html", "a.html"))


@given(st.text())
def test_folding_twice_is_folding_once(path: str) -> None:
    assert folded(folded(path)) == folded(path)


@pytest.mark.parametrize("kind", ["link", "file", "dangling"])
def test_nothing_is_written_through_a_link_or_a_file(tmp_path: Path, kind: str) -> None:
    root, elsewhere = tmp_path / "root", tmp_path / "elsewhere"
    root.mkdir()
    if kind != "dangling":
        elsewhere.mkdir()
    if kind == "file":
        (root / "a").write_text("mine")
    else:
        (root / "a").symlink_to(elsewhere)
    for path in ("a/x.html", "a/b/x.html"):
        with pytest.raises(Astray):
            place_in(str(root), path, set())
    with pytest.raises(Astray):
        real_folder(root, "a")
    assert not through_folders(root, "a/x.html")
    assert not elsewhere.exists() or not list(elsewhere.iterdir())


def test_folders_are_made_as_they_are_needed(tmp_path: Path) -> None:
    ready: set[str] = set()
    Path(place_in(str(tmp_path), "a/b/c.html", ready)).write_text("")
    Path(place_in(str(tmp_path), "a/b/d.html", ready)).write_text("")
    assert through_folders(tmp_path, "a/b/c.html") and ready == {"", "a", "a/b"}
