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
