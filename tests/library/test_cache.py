"""The user's cache folder: private, beside no library, under a secret of this machine alone."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import platformdirs
import pytest

from deskeditor.library import cache
from deskeditor.library.cache import Authenticator, cache_folder
from deskeditor.library.kept import Kept
from deskeditor.library.store import Library

UUID = "1b4e28ba-2fa1-11d2-883f-0016d3cca427"


@pytest.fixture
def root(own_folders: Path) -> Path:
    """The program's folder in the user's cache."""
    return own_folders / "xdg_cache_home" / "deskeditor"


def keep(folder: Path) -> None:
    """Keep a value."""
    with Kept.within(folder) as kept:
        kept.put("bodies", {"a": b"<p>A</p>"})


def found(folder: Path) -> bytes | None:
    """The value, where it proves itself."""
    with Kept.within(folder) as kept:
        return kept.get("bodies", "a")


def test_it_is_where_the_system_has_it(root: Path, tmp_path: Path) -> None:
    assert cache_folder(UUID, tmp_path / "news.desk").parent == root
    assert platformdirs.user_cache_path("deskeditor", appauthor=False) == root


def test_without_a_wish_it_is_where_the_system_has_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for wish in ("", "relative"):
        monkeypatch.setenv("XDG_CACHE_HOME", wish)
        wanted = platformdirs.user_cache_path("deskeditor", appauthor=False)
        assert (
            cache_folder(UUID, tmp_path / "news.desk").parent == wanted == tmp_path / ".cache" / "deskeditor"
        )


def test_nobody_else_can_look_into_it(root: Path, tmp_path: Path) -> None:
    root.mkdir(parents=True, mode=0o777)
    root.chmod(0o777)
    keep(cache_folder(UUID, tmp_path / "news.desk"))
    assert stat.S_IMODE(root.stat().st_mode) == 0o700
    assert stat.S_IMODE((root / "key").stat().st_mode) == 0o600


def test_a_copy_of_a_library_has_a_folder_of_its_own(tmp_path: Path) -> None:
    one, copy = cache_folder(UUID, tmp_path / "news.desk"), cache_folder(UUID, tmp_path / "copy.desk")
    (tmp_path / "link").symlink_to(tmp_path)
    assert one != copy
    assert cache_folder(UUID, tmp_path / "link" / "news.desk") == one
    assert cache_folder(UUID[::-1], tmp_path / "news.desk") != one


def test_nothing_that_is_made_of_a_library_lies_beside_it(tmp_path: Path) -> None:
    with Library.create(tmp_path / "news.desk") as library:
        keep(library.cache)
        assert tmp_path not in library.cache.parents
    assert [each.name for each in tmp_path.iterdir()] == ["news.desk"]


def test_what_lies_there_is_still_good_another_time(root: Path) -> None:
    root.mkdir(parents=True)
    keep(root / "one")
    assert found(root / "one") == b"<p>A</p>"


def replaced(key: Path, content: bytes, mode: int = 0o600) -> None:
    """Another content in the place of the secret."""
    key.unlink()
    key.write_bytes(content)
    key.chmod(mode)


def piped(key: Path) -> None:
    """A pipe that nobody fills."""
    key.unlink()
    os.mkfifo(key)


def foldered(key: Path) -> None:
    """A folder of that name."""
    key.unlink()
    key.mkdir()


def linked(key: Path) -> None:
    """A link to a good secret that lies elsewhere."""
    key.rename(key.with_name("elsewhere"))
    key.symlink_to("elsewhere")


SPOILT: dict[str, Callable[[Path], object]] = {
    "gone": lambda key: key.unlink(),
    "another": lambda key: replaced(key, bytes(32)),
    "short": lambda key: replaced(key, key.read_bytes()[:31]),
    "long": lambda key: replaced(key, key.read_bytes() + b"x"),
    "empty": lambda key: replaced(key, b""),
    "open to others": lambda key: key.chmod(0o644),
    "a link": linked,
    "a pipe": piped,
    "a folder": foldered,
}


@pytest.mark.parametrize("kind", SPOILT)
def test_under_a_spoilt_secret_nothing_proves_itself(root: Path, kind: str) -> None:
    root.mkdir(parents=True)
    keep(root / "one")
    SPOILT[kind](root / "key")
    assert found(root / "one") is None


@pytest.mark.parametrize("kind", sorted(SPOILT.keys() - {"a folder"}))
def test_a_spoilt_secret_is_made_anew(root: Path, kind: str) -> None:
    root.mkdir(parents=True)
    keep(root / "one")
    SPOILT[kind](root / "key")
    keep(root / "one")
    assert found(root / "one") == b"<p>A</p>"
    assert stat.S_IMODE((root / "key").lstat().st_mode) == 0o600


def _told(root: Path) -> bytes:
    return Authenticator.of(root / "one").secret


def test_many_that_begin_at_once_have_one_secret(root: Path) -> None:
    root.mkdir(parents=True)
    with get_context("spawn").Pool(4) as pool:
        assert len(set(pool.map(_told, [root] * 16, chunksize=1))) == 1


@pytest.mark.parametrize("kind", ["a link", "a file", "of another", "read only"])
def test_a_folder_that_is_not_private_is_not_used(
    root: Path, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "temporary"))
    root.parent.mkdir(parents=True)
    if kind == "a link":
        root.symlink_to(tmp_path / "theirs")
    elif kind == "a file":
        root.write_text("in the way")
    else:
        root.mkdir()
    if kind == "of another":
        monkeypatch.setattr(os, "geteuid", lambda: root.stat().st_uid + 1)
        folder = cache_folder(UUID, tmp_path / "news.desk")  # no other is this user's either
        assert folder.parent == Path(os.devnull)
        with Kept.within(folder) as kept:
            assert kept.place is None
        return
    if kind == "read only":
        monkeypatch.setattr(os, "access", lambda path, _: path != root)
    folder = cache_folder(UUID, tmp_path / "news.desk")
    assert folder.parent == tmp_path / "temporary" / f"deskeditor-{os.geteuid()}"
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    assert not list((tmp_path / "theirs").iterdir())


def test_looking_at_codes_needs_no_library_of_ciphers() -> None:
    look = "import sys, deskeditor.library.kept; sys.exit('_hashlib' in sys.modules)"
    source = str(Path(cache.__file__).parents[2])
    command = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append({source!r}); {look}"]
    assert subprocess.run(command, check=False).returncode == 0
