"""The promises, kept by the real program: nothing lost, nothing run, nothing out of reach."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.e2e.kills import ALLOWED_MS, at_random, one_run

ROOT = Path(__file__).parents[2]


def run(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    env |= {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(
        command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.mark.parametrize("seed", [3, 11, 28])
def test_a_killed_program_loses_nothing_that_counts(seed: int, tmp_path: Path) -> None:
    came = one_run(tmp_path, at_random(seed), [])
    assert came.recovered
    assert came.lost_ms <= ALLOWED_MS
    assert came.kept >= came.acknowledged


def test_without_its_journal_the_program_loses_text(tmp_path: Path) -> None:
    came = one_run(tmp_path, None, ["--without-journal", "--die-at", "150"])
    assert (came.typed, came.lost_ms > ALLOWED_MS) == (150, True)


def test_hostile_texts_are_shown_and_the_page_stays_ours(tmp_path: Path) -> None:
    done = run("tests.e2e.strangers", "tests/fixtures/strangers.jsonl", home=tmp_path)
    assert "8 of 8 texts shown" in done.stdout


def test_the_tour_reaches_every_stop(tmp_path: Path) -> None:
    done = run("deskeditor", "tour", "--out", str(tmp_path / "tour"), home=tmp_path)
    assert (done.returncode, "verified the bundle: intact" in done.stdout) == (0, True)
    assert len(list((tmp_path / "tour").glob("*.png"))) == 23


def test_an_export_that_is_killed_leaves_the_old_bundle_or_the_new_one(tmp_path: Path) -> None:
    done = run("tests.e2e.cuts", "kills", "--every", "31", home=tmp_path)
    assert (done.returncode, done.stdout.count(" 0 wrong")) == (0, 6), done.stdout
