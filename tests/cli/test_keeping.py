"""backup, restore and doctor."""

import json
from pathlib import Path

from tests.cli.conftest import Desk


def test_a_backup_restores_to_the_same_articles(desk: Desk, path: Path) -> None:
    desk("backup", path, path.with_name("copy.desk"))
    desk("restore", path.with_name("copy.desk"), path.with_name("again.desk"))
    assert desk("list", path.with_name("again.desk"), "--json") == desk("list", path, "--json")


def test_backup_and_restore_say_what_they_made(desk: Desk, path: Path) -> None:
    copy, again = path.with_name("copy.desk"), path.with_name("again.desk")
    assert desk("backup", path, copy).out == f"{copy}\n" and desk("restore", copy, again).out == f"{again}\n"


def test_a_sound_library_is_ok(desk: Desk, path: Path) -> None:
    assert desk("doctor", path, "--json").json() == {"ok": True, "findings": []}


def test_a_missing_picture_is_found(desk: Desk, path: Path) -> None:
    desk("set", path, "sun-over-hamm", f"body=![Sun](media:{'0' * 64})")
    outcome = desk("doctor", path, "--json")
    found = json.loads(outcome.out)
    assert outcome.code == 1 and found["ok"] is False and found["findings"][0]["rule"] == "picture"


def test_a_damaged_file_is_a_finding(desk: Desk, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:3000] + b"x" * 3000)
    outcome = desk("doctor", path, "--json")
    assert outcome.code == 1 and json.loads(outcome.out)["ok"] is False


def _flip(path: Path, words: str) -> None:
    """One bit of the newest place of these words in the file."""
    raw = bytearray(path.read_bytes())
    raw[raw.rindex(words.encode())] ^= 0x80
    path.write_bytes(raw)


def test_a_damaged_story_is_named_and_the_others_leave(desk: Desk, path: Path, tmp_path: Path) -> None:
    desk("set", path, "sun-over-hamm", "status=published")
    desk("set", path, "rain-falls-on-hamm", "body=It hailed and snowed.")
    desk("export", path, tmp_path / "out")
    _flip(path, "t hailed and snowed")
    outcome = desk("export", path, tmp_path / "out")
    assert outcome.code == 1 and "Left out: The newest text of “rain-falls-on-hamm”" in outcome.err
    pages = [page.name for page in (tmp_path / "out").rglob("2026/01/*.html")]
    assert "sun-over-hamm.html" in pages and "rain-falls-on-hamm.html" not in pages


def test_a_damaged_story_comes_back_by_a_command(desk: Desk, path: Path, tmp_path: Path) -> None:
    desk("export", path, tmp_path / "out")
    desk("set", path, "rain-falls-on-hamm", "body=It hailed and snowed.")
    _flip(path, "t hailed and snowed")
    assert "revert" in desk("show", path, "rain-falls-on-hamm").err
    assert desk("revert", path, "rain-falls-on-hamm").code == 0
    assert "It rained." in desk("show", path, "rain-falls-on-hamm").out
    assert desk("export", path, tmp_path / "out").code == 0


def test_a_damaged_story_is_refused_by_name_where_it_was_chosen(
    desk: Desk, path: Path, tmp_path: Path
) -> None:
    desk("set", path, "rain-falls-on-hamm", "body=It hailed and snowed.")
    _flip(path, "t hailed and snowed")
    outcome = desk("export", path, tmp_path / "out", "--article", "rain-falls-on-hamm")
    assert outcome.code == 1 and "rain-falls-on-hamm" in outcome.err and not (tmp_path / "out").exists()


def test_check_names_a_damaged_story_and_looks_at_the_others(desk: Desk, path: Path) -> None:
    desk("set", path, "rain-falls-on-hamm", "body=It hailed and snowed.")
    _flip(path, "t hailed and snowed")
    outcome = desk("check", path, "--json")
    rules = {(each["rule"], each["level"]) for each in json.loads(outcome.out)}
    assert outcome.code == 1 and ("damaged", "block") in rules and len(rules) > 1


def test_a_backup_names_a_damaged_story_and_has_the_others(desk: Desk, path: Path) -> None:
    desk("set", path, "rain-falls-on-hamm", "body=It hailed and snowed.")
    _flip(path, "t hailed and snowed")
    outcome = desk("backup", path, path.with_name("copy.desk"))
    assert outcome.code == 1 and "rain-falls-on-hamm" in outcome.err
    assert desk("show", path.with_name("copy.desk"), "sun-over-hamm").code == 0
