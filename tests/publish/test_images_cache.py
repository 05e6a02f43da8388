"""The kept pictures against kills and company: whole or not there, and always the same bytes."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from tests.publish.pictures import hash_of, photograph

from deskeditor.publish import images
from deskeditor.publish.images import Original, Rendition, kept, key, renditions

MAKE = """
import json, sys
from pathlib import Path
from deskeditor.publish.images import Original, renditions
original = Original(sys.argv[3], Path(sys.argv[1]), "Ann Lens", "A hall", focus=(0.2, 0.7))
made = renditions(original, Path(sys.argv[2]))
print(json.dumps([[each.path, each.sha256] for each in made.files]))
"""


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("picture") / "picture"
    path.write_bytes(photograph(900, 700))
    return path


def making(picture: Path, cache: Path) -> subprocess.Popen[str]:
    """Another program that makes the renditions."""
    command = [sys.executable, "-c", MAKE, str(picture), str(cache), hash_of(picture.read_bytes())]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def said_by(process: subprocess.Popen[str]) -> list[list[str]]:
    """The paths and hashes that the other program found."""
    said, _ = process.communicate(timeout=120)
    rows: list[list[str]] = json.loads(said)
    return rows


def original_at(picture: Path) -> Original:
    """What the other program makes."""
    return Original(hash_of(picture.read_bytes()), picture, "Ann Lens", "A hall", focus=(0.2, 0.7))


def test_two_programs_make_the_same_bytes_in_two_caches(picture: Path, tmp_path: Path) -> None:
    one, two = (said_by(making(picture, tmp_path / name)) for name in ("one", "two"))
    assert one == two and len(one) > 15


def test_the_number_of_cores_leaves_no_trace(
    picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for cores in (1, 2, 4):
        monkeypatch.setattr(os, "cpu_count", lambda cores=cores: cores)
        made.append(renditions(original_at(picture), tmp_path / str(cores)))
    assert len({tuple((each.path, each.sha256) for each in one.files) for one in made}) == 1


def test_two_programs_at_once_make_one_whole_picture(picture: Path, tmp_path: Path) -> None:
    both = [making(picture, tmp_path) for _ in range(2)]
    one, two = (said_by(each) for each in both)
    found = kept(key(original_at(picture)), tmp_path)
    assert one == two
    assert found is not None and all(each.content() for each in found.files)


@pytest.mark.parametrize("files", [0, 1, 4, 12])
def test_killed_at_any_file_the_cache_holds_a_whole_picture_or_none(
    picture: Path, tmp_path: Path, files: int
) -> None:
    process = making(picture, tmp_path)
    while process.poll() is None and len([*tmp_path.glob("??/*-*")]) < files:
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.002)
    process.kill()
    process.communicate()
    found = kept(key(original_at(picture)), tmp_path)
    assert found is None or all(each.content() for each in found.files)
    assert all(each.content() for each in renditions(original_at(picture), tmp_path).files)


def test_a_full_disk_leaves_no_index(picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = images._put
    room = iter(range(6))

    def put(path: Path, content: bytes) -> None:
        if next(room, None) is None:
            raise OSError(28, "No space left on device")
        whole(path, content)

    monkeypatch.setattr(images, "_put", put)
    with pytest.raises(OSError, match="No space left"):
        renditions(original_at(picture), tmp_path)
    assert kept(key(original_at(picture)), tmp_path) is None


def test_a_kept_picture_costs_neither_its_original_nor_its_files(picture: Path, tmp_path: Path) -> None:
    made = renditions(original_at(picture), tmp_path)
    for each in made.files:
        Path(each.file).unlink()
    assert kept(made.key, tmp_path) == made


def test_a_key_says_everything_that_the_bytes_depend_on(picture: Path) -> None:
    plain = original_at(picture)
    others = {
        key(Original(plain.media, picture, *said, focus))
        for said in (("Ann", "", ""), ("", "Ann", ""), ("", "", "Ann"), ("Ann", "Ann", ""), ("", "", ""))
        for focus in (None, (0.5, 0.4), (0.4, 0.5))
    }
    assert len(others) == 15


def test_a_rendition_knows_its_size(picture: Path, tmp_path: Path) -> None:
    made: tuple[Rendition, ...] = renditions(original_at(picture), tmp_path).files
    assert all(each.size == len(each.content()) for each in made)
