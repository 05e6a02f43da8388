"""A bundle says when it is no longer what was exported."""

import os
from hashlib import sha256
from pathlib import Path

import pytest

from deskeditor.publish.archive import write_zip
from deskeditor.publish.errors import PublishError
from deskeditor.publish.manifest import NAME, Entry, Source, manifest_bytes
from deskeditor.publish.verify import verify
from deskeditor.publish.writer import write_folder

FILES = {"index.html": b"front", "local/index.html": b"local"}
ENTRIES = [Entry(path, len(raw), sha256(raw).hexdigest()) for path, raw in FILES.items()]
BUNDLE = FILES | {NAME: manifest_bytes(ENTRIES, (), "1")}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write_folder(tmp_path / "out", BUNDLE, lambda _: None)
    return tmp_path / "out"


def test_an_intact_bundle_has_no_differences(out: Path) -> None:
    assert verify(out) == ()


def test_a_changed_a_missing_and_a_foreign_file_are_named(out: Path) -> None:
    (out / "index.html").write_bytes(b"fronT")
    (out / "local" / "index.html").unlink()
    (out / "local" / "more.html").write_bytes(b"")
    assert verify(out) == (
        "index.html was changed",
        "local/index.html is missing",
        "local/more.html is not of the bundle",
    )


def test_a_manifest_that_names_another_page_was_changed(tmp_path: Path) -> None:
    manifest = manifest_bytes(ENTRIES, (Source("a1", 1, "local/indux.html"),), "1")
    write_folder(tmp_path / "out", FILES | {NAME: manifest}, lambda _: None)
    assert verify(tmp_path / "out") == (f"{NAME} was changed: it names no page local/indux.html",)


def test_a_zip_is_verified_likewise(out: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.zip"
    with path.open("wb") as file:
        write_zip(out, BUNDLE, file)
    assert verify(path) == ()
    path.write_bytes(path.read_bytes().replace(b"front", b"fronT"))
    assert verify(path) == ("index.html cannot be read",)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"generator": "deskeditor", "files": [3]}', "[" * 9000])
def test_a_folder_without_a_manifest_of_ours_is_no_bundle(tmp_path: Path, content: str) -> None:
    (tmp_path / NAME).write_text(content)
    with pytest.raises(PublishError, match=r"no bundle-manifest\.json of ours"):
        verify(tmp_path)


def test_a_file_is_no_bundle(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")
    with pytest.raises(PublishError, match="is no bundle"):
        verify(tmp_path / "x")


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders")
def test_a_pipe_is_no_bundle_and_nobody_waits_for_it(out: Path) -> None:
    os.mkfifo(out.parent / "pipe.zip")
    with pytest.raises(PublishError, match=r"“pipe\.zip” is a pipe, not a file"):
        verify(out.parent / "pipe.zip")
    (out / "index.html").unlink()
    os.mkfifo(out / "index.html")
    assert verify(out) == ("index.html cannot be read",)
