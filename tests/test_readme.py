"""What the documents say is tried: the README's commands run, and ARCHITECTURE.md names what is there."""

import re
import shlex
from pathlib import Path

import pytest

from deskeditor.cli import COMMANDS
from deskeditor.cli.main import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def examples() -> list[list[str]]:
    """The commands of the README, in its order."""
    blocks = re.findall(r"```console\n(.*?)```", README, re.S)
    lines = [line for block in blocks for line in block.splitlines() if line.startswith("$ deskeditor ")]
    return [shlex.split(line)[2:] for line in lines]


def test_every_example_of_the_readme_ends_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    monkeypatch.chdir(tmp_path)
    assert [example for example in examples() if run(example) != 0] == []


def test_the_readme_has_an_example_of_every_command() -> None:
    assert {example[0] for example in examples()} == set(COMMANDS)


PATHS = sorted(set(re.findall(r"`((?:src|tests|resources|packaging)/[\w./-]+)`", ARCHITECTURE)))


@pytest.mark.parametrize("name", PATHS)
def test_the_architecture_names_what_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_the_architecture_knows_every_part() -> None:
    parts = {
        path.stem for path in (ROOT / "src/deskeditor").iterdir() if path.suffix == ".py" or path.is_dir()
    }
    named = set(re.findall(r"[a-z_]+", ARCHITECTURE))
    assert parts - {"__pycache__"} <= named


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8").partition("\n]")[0]
    names = re.findall(r'^    "([A-Za-z0-9-]+)', project, re.M)
    assert [name for name in names if name.lower() not in ARCHITECTURE.lower()] == []
