"""A start without a screen: one sentence and an exit code, never an abort."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deskeditor.app.screen import VARIABLES, reason

UNREACHED = ["could not connect to display :77", "no Qt platform plugin could be initialized"]
ABORTED = ["no Qt platform plugin could be initialized"]


def started(home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program, started as from a session that names these places to draw to."""
    inherited = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    return subprocess.run(
        [sys.executable, "-m", "deskeditor"],
        env={**inherited, "HOME": str(home), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": "nowhere.invalid:7"}])
def test_a_start_without_a_screen_ends_in_one_line(tmp_path: Path, environment: dict[str, str]) -> None:
    done = started(tmp_path, **environment)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("deskeditor: The window needs a screen, and ")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("environment", "said", "missing", "words"),
    [
        ({}, UNREACHED, "", "there is none"),
        ({"DISPLAY": ":77"}, UNREACHED, "", "DISPLAY=:77 leads to none"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w-1"}, UNREACHED, "", "WAYLAND_DISPLAY=w-1 DISPLAY=:0 leads"),
        (
            {"DISPLAY": ":0"},
            ABORTED,
            "libxcb-cursor.so.0",
            "lacks a library of this system (libxcb-cursor.so.0)",
        ),
        ({"DISPLAY": ":77"}, UNREACHED, "libxcb-cursor.so.0", "DISPLAY=:77 leads to none"),
    ],
)
def test_the_line_says_what_is_the_matter(
    environment: dict[str, str], said: list[str], missing: str, words: str
) -> None:
    assert words in reason(environment, said, missing)
