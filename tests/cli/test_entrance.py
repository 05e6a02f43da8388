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
