"""Which arguments open a window and which go to a command."""

import multiprocessing
import sys
from pathlib import Path

import pytest

from deskeditor import __main__ as entrance
from deskeditor.__main__ import opens_a_window


@pytest.mark.parametrize("arguments", [[], ["news.desk"], ["tour", "--out", "build/tour"]])
def test_the_window_opens(arguments: list[str]) -> None:
    assert opens_a_window(arguments)


@pytest.mark.parametrize(
    "arguments", [["list", "a.desk"], ["--help"], ["lisst"], ["a.desk", "b.desk"], ["export"]]
)
def test_the_command_line_answers(arguments: list[str]) -> None:
    assert not opens_a_window(arguments)


def test_a_library_may_have_any_name(tmp_path: Path) -> None:
    (tmp_path / "news").write_bytes(b"")
    assert opens_a_window([str(tmp_path / "news")])


def test_a_frozen_program_that_is_started_to_help_another_opens_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(multiprocessing, "freeze_support", lambda: said.append("helped"))
    monkeypatch.setattr(entrance, "start", lambda _: said.append("started"))
    with pytest.raises(SystemExit):
        entrance.main()
    assert said == ["helped", "started"]


COMPLETING = [
    ("deskeditor ex", "1", ["plain,export"]),
    ("deskeditor export --single", "2", ["plain,--single-file"]),
    ("deskeditor theme n", "2", ["plain,new"]),
    ("deskeditor morning", "1", ["file,morning"]),
]


@pytest.mark.parametrize(("words", "at", "answer"), COMPLETING)
def test_a_shell_that_completes_is_answered_and_opens_no_window(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: str,
    at: str,
    answer: list[str],
) -> None:
    monkeypatch.setenv(entrance.COMPLETING, "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", at)
    with pytest.raises(SystemExit) as ended:
        entrance.start([])
    assert (ended.value.code, capsys.readouterr().out.split()) == (0, answer)


def test_a_window_that_lacks_a_library_of_the_system_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "deskeditor.app", None)
    assert entrance.start([]) == 1
    assert capsys.readouterr().err.startswith("deskeditor: The window cannot open, since Qt lacks a library")
