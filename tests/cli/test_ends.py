"""Every end of a command: an exit code, one line, never a traceback, and never Qt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Desk

from deskeditor.cli import COMMANDS

MISSING = [
    ("list", "{none}"),
    ("show", "{none}", "a"),
    ("show", "{path}", "nobody"),
    ("show", "{path}", ""),
    ("set", "{path}", "nobody", "status=ready"),
    ("set", "{path}", "sun-over-hamm", "body=@{none}"),
    ("history", "{path}", "nobody"),
    ("check", "{path}", "nobody"),
    ("export", "{none}", "{tmp}/out"),
    ("export", "{path}", "{tmp}/out", "--article", "nobody"),
    ("verify", "{none}"),
    ("verify", "{tmp}"),
    ("compare", "{path}", "sun-over-hamm", "sun-over-hamm@99"),
    ("backup", "{none}", "{tmp}/copy.desk"),
    ("restore", "{none}", "{tmp}/copy.desk"),
    ("restore", "{path}", "{path}"),
    ("doctor", "{none}"),
    ("import", "{path}", "{none}"),
    ("list", "{text}"),
    ("list", "{tmp}"),
]

WRONG = [
    (),
    ("bogus",),
    ("list",),
    ("list", "{path}", "--bogus"),
    ("show", "{path}"),
    ("set", "{path}", "sun-over-hamm"),
    ("import", "{path}"),
    ("compare", "{path}", "sun-over-hamm"),
    ("compare", "{path}", "sun-over-hamm", "sun-over-hamm@x"),
    ("export", "{path}", "{tmp}/out", "--all", "--article", "sun-over-hamm"),
]


def filled(arguments: tuple[str, ...], path: Path) -> list[str]:
    """The arguments with their places."""
    text = path.with_name("text.txt")
    text.write_text("no library\n")
    places = {"path": path, "none": path.with_name("none.desk"), "tmp": path.parent, "text": text}
    return [argument.format(**places) for argument in arguments]


@pytest.mark.parametrize("arguments", MISSING)
def test_what_cannot_be_done_is_one_line_and_a_one(
    desk: Desk, path: Path, arguments: tuple[str, ...]
) -> None:
    outcome = desk(*filled(arguments, path))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)


@pytest.mark.parametrize("arguments", WRONG)
def test_wrong_usage_is_one_line_and_a_two(desk: Desk, path: Path, arguments: tuple[str, ...]) -> None:
    outcome = desk(*filled(arguments, path))
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)


def test_a_library_that_is_asked_about_is_not_made(desk: Desk, path: Path) -> None:
    desk("list", path.with_name("none.desk"))
    assert not path.with_name("none.desk").exists()


def test_a_mistake_of_the_program_is_one_line(
    desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("a\nb")

    monkeypatch.setattr("deskeditor.library.store.Library.find", broken)
    outcome = desk("show", path, "a")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1) and "KeyError" in outcome.err


def test_an_interruption_is_one_line(desk: Desk, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("deskeditor.library.store.Library.find", interrupted)
    outcome = desk("show", path, "a")
    assert (outcome.code, outcome.err.strip().count("\n")) == (1, 0) and "Interrupted" in outcome.err


def test_a_reader_who_goes_away_is_no_error(path: Path) -> None:
    command = f'"{sys.executable}" -m deskeditor show "{path}" rain-falls-on-hamm --json'
    line = ["bash", "-c", f"{command} | true; echo $((PIPESTATUS[0]))"]
    done = subprocess.run(line, capture_output=True, text=True, env=source_env(), check=True)
    assert (done.stderr, done.stdout) == ("", "1\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(desk: Desk, command: str) -> None:
    outcome = desk(command, "--help")
    assert outcome.code == 0 and outcome.out.startswith(f"Usage: deskeditor {command}")


def source_env() -> dict[str, str]:
    """Our surroundings, with the source on the path."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}


WITHOUT_QT = """
import sys
from deskeditor.__main__ import start
code = start(sys.argv[1:])
qt = ("PySide6", "shiboken6", "qtawesome")
print(code, [name for name in sys.modules if name.startswith(qt)], file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "{path}", "--search", "sun"),
        ("show", "{path}", "sun-over-hamm"),
        ("set", "{path}", "sun-over-hamm", "status=ready"),
        ("history", "{path}", "sun-over-hamm"),
        ("compare", "{path}", "sun-over-hamm", "rain-falls-on-hamm"),
        ("backup", "{path}", "{tmp}/copy.desk"),
        ("restore", "{path}", "{tmp}/copy.desk"),
        ("doctor", "{path}"),
        ("export", "{path}", "{tmp}/out"),
        ("import", "{path}", "{text}"),
        ("check", "{path}", "rain-falls-on-hamm"),
    ],
)
def test_no_command_imports_qt(path: Path, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", WITHOUT_QT, *filled(arguments, path)]
    done = subprocess.run(command, capture_output=True, text=True, env=source_env(), check=True)
    assert done.stderr.splitlines()[-1] == "0 []"
