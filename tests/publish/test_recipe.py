"""The name of kept work holds as long as the program is the same, in a checkout and in a frozen program."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import deskeditor
from deskeditor.publish.recipe import recipe


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    recipe.cache_clear()
    yield
    recipe.cache_clear()


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one file of a frozen program, whose package has no folder on the disk."""
    program = tmp_path / "deskeditor"
    program.write_bytes(b"one build")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(deskeditor, "__file__", str(tmp_path / "inside" / "deskeditor" / "__init__.pyc"))
    return program


def test_a_frozen_program_that_starts_again_takes_what_it_kept(frozen: Path) -> None:
    first = recipe()
    recipe.cache_clear()
    assert frozen.exists() and recipe() == first


def test_another_build_of_a_frozen_program_takes_nothing_of_the_one_before(frozen: Path) -> None:
    first = recipe()
    frozen.write_bytes(b"another build")
    recipe.cache_clear()
    assert recipe() != first


def test_changed_code_of_a_checkout_takes_nothing_of_what_was_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("document", "render", "publish"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(deskeditor, "__file__", str(tmp_path / "__init__.py"))
    first = recipe()
    (tmp_path / "render" / "new.py").write_text("")
    recipe.cache_clear()
    assert recipe() != first
