"""Who starts the program again on an open library gets the window that is there, or may read."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from tests.e2e.newsroom import article, stored

from deskeditor.session.holder import Hold
from deskeditor.ui.handover import Doorbell, hand_over

HOLDING = """
import sys
from pathlib import Path
from deskeditor.session.holder import Hold
hold = Hold(Path(sys.argv[1]))
print(repr(hold.take()), flush=True)
sys.stdin.read()
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "news.desk"
    stored(path, article("One", "Text.\n"))
    return path


@pytest.fixture
def holder(library: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the library."""
    command = [sys.executable, "-c", HOLDING, str(library)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "''\n"
        yield program
        program.kill()


def test_a_second_start_calls_the_first_window(library: Path, qtbot: QtBot) -> None:
    wishes: list[str] = []
    parent = QObject()
    Doorbell(library, wishes.append, parent)
    command = "import sys; from pathlib import Path; from deskeditor.ui.handover import hand_over\n"
    command += "from PySide6.QtCore import QCoreApplication; app = QCoreApplication([])\n"
    command += "sys.exit(0 if hand_over(Path(sys.argv[1]), sys.argv[2]) else 3)"
    with subprocess.Popen([sys.executable, "-c", command, str(library), "k3v9x2m7q1ab"]) as second:
        qtbot.waitUntil(lambda: bool(wishes), timeout=60_000)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    assert (wishes, second.returncode) == (["k3v9x2m7q1ab"], 0)


def test_where_nobody_answers_nothing_is_handed_over(library: Path) -> None:
    assert not hand_over(library, "")


def test_a_foreign_holder_is_named(library: Path, holder: subprocess.Popen[str]) -> None:
    assert holder.pid
    assert Hold(library).take().endswith("has it open")


def test_a_dead_holder_holds_nothing(library: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    hold = Hold(library)
    assert hold.take() == ""
    hold.release()


def test_the_whole_program_hands_over_and_ends_well(library: Path, qtbot: QtBot) -> None:
    hold = Hold(library)
    assert hold.take() == ""
    wishes: list[str] = []
    parent = QObject()
    Doorbell(library, wishes.append, parent)
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    with subprocess.Popen([sys.executable, "-m", "deskeditor", str(library)], env=env) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=60_000)
    hold.release()
    assert (wishes, second.returncode) == ([""], 0)
