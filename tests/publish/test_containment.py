"""Everything that is written goes through the gate for paths: what leads out is refused, nothing is there."""

import ast
import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.publish.newsroom import BASE, Newsroom
from tests.publish.pictures import photograph

from deskeditor.document.model import MediaHash
from deskeditor.library.errors import LibraryError
from deskeditor.library.media import MediaFolder
from deskeditor.library.paths import Astray
from deskeditor.library.store import Library
from deskeditor.publish import archive, outputs, tree
from deskeditor.publish.bundle import Options
from deskeditor.publish.errors import Refused
from deskeditor.publish.stage import Filing
from deskeditor.publish.writer import write_folder

SOURCE = Path(__file__).parents[2] / "src" / "deskeditor"
BAD = ("../x", "/x", "a/../../x", "a\\x", "con.html", "C:x", "a/", "a\0b", "")
WRITES = frozenset(
    (
        *("write_bytes", "write_text", "mkstemp", "mkdtemp", "copyfile", "copy2", "copytree", "link"),
        *("symlink", "symlink_to", "hardlink_to", "mkdir", "makedirs", "writestr", "extract", "extractall"),
    )
)
KNOWN = {
    "library/cache.py": "a place of the program's own",
    "library/kept.py": "a place of the program's own",
    "library/disk.py": "made and claimed where the caller says",
    "library/paths.py": "the gate",
    "library/backup.py": "through real_folder",
    "publish/archive.py": "through sound_path",
    "publish/images.py": "the cache, by hashes",
    "publish/stage.py": "the root of a tree; its files through place_in",
    "publish/target.py": "the place that somebody named",
    "publish/theme_proof.py": "a new folder; every path through sound_path",
    "publish/tree.py": "through place_in",
    "publish/writer.py": "the place that somebody named",
}
"""Who writes, and how a path of theirs is held inside; a new one is to use `library/paths.py` too."""


def writes(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES:
            yield node.func.attr


def test_nobody_writes_past_the_gate() -> None:
    files = [path for part in ("library", "publish") for path in (SOURCE / part).rglob("*.py")]
    found = {path.relative_to(SOURCE).as_posix() for path in files if [*writes(path.read_text("utf-8"))]}
    assert found == set(KNOWN)


def _shared(root: Path, path: str) -> None:
    (root / "source").mkdir()
    (root / "source" / "x").write_text("x")
    tree.share_all(root / "source", root / "tree", [path])


WRITERS: dict[str, Callable[[Path, str], object]] = {
    "a file of a bundle": lambda root, path: Filing(root / "tree").put(path, b"x"),
    "a file that is taken over": lambda root, path: tree.adopt(root, root / "tree", path),
    "a second tree": _shared,
    "a zip or a book": lambda _, path: archive.store([(path, b"x")], io.BytesIO()),
}


@pytest.mark.parametrize("path", BAD)
@pytest.mark.parametrize("writer", WRITERS)
def test_a_path_that_leads_out_is_written_by_nobody(tmp_path: Path, writer: str, path: str) -> None:
    (tmp_path / "tree").mkdir()
    with pytest.raises(Astray):
        WRITERS[writer](tmp_path, path)
    assert not (tmp_path / "x").exists() and not list((tmp_path / "tree").iterdir())


@pytest.mark.parametrize("path", BAD[:-1])
def test_a_folder_of_given_files_is_refused_in_a_sentence(tmp_path: Path, path: str) -> None:
    with pytest.raises(Refused, match=r"is no path inside of it.*stands as it was"):
        write_folder(tmp_path / "out", {"index.html": b"", path: b"x"}, lambda _: None)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("files", [("a.html", "A.html"), ("x/é.html", "X/e\u0301.html")])
def test_two_names_that_are_one_on_some_disks_are_refused(tmp_path: Path, files: tuple[str, str]) -> None:
    with pytest.raises(Refused, match="are one file on some disks"):
        write_folder(tmp_path / "out", dict.fromkeys(files, b""), lambda _: None)
    with pytest.raises(Astray):
        archive.store(((path, b"") for path in files), io.BytesIO())


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_an_export_with_such_a_path_leaves_nothing(
    newsroom: Newsroom, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "redirects", lambda *_: {"../../PWNED.txt": b"x"})
    with pytest.raises(Refused, match="is no path inside of it"):
        newsroom.export(Options(base_url=BASE), name)
    assert not (newsroom.folder / name).exists() and not list(newsroom.folder.parent.rglob("PWNED*"))


def test_a_link_in_the_place_of_a_folder_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "tree").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "tree" / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Astray):
        Filing(tmp_path / "tree").put("a/x.html", b"x")
    (tmp_path / "elsewhere" / "x.html").write_text("mine")
    tree.remove(tmp_path / "tree", "a/x.html")
    tree.clear(tmp_path / "tree" / "a")
    assert (tmp_path / "elsewhere" / "x.html").read_text() == "mine"


def test_pictures_do_not_go_through_a_link(tmp_path: Path) -> None:
    picture = photograph(30, 20)
    digest = MediaFolder(tmp_path / "one").add(picture)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / digest[:2]).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(LibraryError, match="is a link"):
        MediaFolder(tmp_path / "other").add(picture)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_picture_that_is_a_link_is_none(tmp_path: Path) -> None:
    folder = MediaFolder(tmp_path / "news.media")
    path = folder.path(folder.add(photograph(30, 20)))
    path.rename(tmp_path / "private.jpg")
    path.symlink_to(tmp_path / "private.jpg")
    assert (folder.all(), folder.has(MediaHash(path.stem))) == ((), False)


def test_a_backup_does_not_go_through_a_link(tmp_path: Path) -> None:
    with Library.create(tmp_path / "news.desk") as library:
        digest = library.media.add(photograph(30, 20))
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / "copy.media").mkdir()
        (tmp_path / "copy.media" / digest[:2]).symlink_to(tmp_path / "elsewhere")
        with pytest.raises(LibraryError):
            library.backup(tmp_path / "copy.desk")
    assert not list((tmp_path / "elsewhere").iterdir())
