"""What a person names is read only where it is a file, and only as far as there is room."""

import os
import socket
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from deskeditor.files import Unreadable, read_beginning, read_file, read_text, shown

Make = Callable[[Path], object]


def bound(path: Path) -> None:
    """A socket of a name that is short enough for one."""
    with socket.socket(socket.AF_UNIX) as made, tempfile.TemporaryDirectory() as folder:
        made.bind(f"{folder}/s")
        Path(f"{folder}/s").rename(path)


def forbidden(path: Path) -> None:
    path.write_bytes(b"x")
    path.chmod(0)


def endless(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 40)


ODD: list[tuple[Make, str]] = [
    (Path.mkdir, "is a folder, not a file"),
    (lambda _: None, "is not there"),
    (lambda path: path.symlink_to(path), "is a link that leads nowhere"),
]
if os.name == "posix":
    ODD += [
        (os.mkfifo, "is a pipe, not a file"),
        (lambda path: path.symlink_to("/dev/zero"), "is a device, not a file"),
        (bound, "is a socket, not a file"),
        (endless, "is larger than 1 MB"),
    ]
if os.name == "posix" and os.geteuid() != 0:
    ODD.append((forbidden, "may not be read by you"))


@pytest.mark.parametrize(("make", "why"), ODD, ids=[why for _, why in ODD])
def test_what_is_no_file_is_named_and_nobody_waits(tmp_path: Path, make: Make, why: str) -> None:
    make(tmp_path / "odd.md")
    with pytest.raises(Unreadable) as raised:
        read_file(tmp_path / "odd.md", 1_000_000)
    assert str(raised.value).startswith(f"“odd.md” {why}. Nothing was changed; ")


def test_a_file_is_read_to_its_last_byte_and_no_further(tmp_path: Path) -> None:
    content = bytes(range(256)) * 10_000
    (tmp_path / "copy.txt").write_bytes(content)
    assert read_file(tmp_path / "copy.txt", len(content)) == content
    assert read_beginning(tmp_path / "copy.txt", 3) == b"\0\1\2"
    with pytest.raises(Unreadable):
        read_file(tmp_path / "copy.txt", len(content) - 1)


def test_a_text_loses_its_mark_and_other_letters_are_named(tmp_path: Path) -> None:
    (tmp_path / "marked.md").write_text("Grüße", "utf-8-sig")
    (tmp_path / "old.md").write_text("Grüße", "latin-1")
    assert read_text(tmp_path / "marked.md") == "Grüße"
    with pytest.raises(Unreadable, match="is not UTF-8 text"):
        read_text(tmp_path / "old.md")


@pytest.mark.skipif(os.name != "posix", reason="there every name is Unicode")
def test_a_name_that_is_not_utf_8_can_be_shown(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md"))
    with pytest.raises(Unreadable) as raised:
        read_file(path)
    assert (shown(path), str(raised.value).encode("utf-8")) == (
        "caf\ufffd.md",
        "“caf\ufffd.md” is not there. Nothing was changed; check its name.".encode(),
    )
