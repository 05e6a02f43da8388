"""A library of its own for every test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.builders import clock

from deskeditor.library.store import Library


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty library, to be copied: making one takes longer than most tests."""
    path = tmp_path_factory.mktemp("blank") / "blank.desk"
    Library.create(path).close()
    return path


@pytest.fixture
def library(tmp_path: Path, blank: Path) -> Iterator[Library]:
    """Empty, open for writing, and closed behind the test."""
    with Library.open(shutil.copy(blank, tmp_path / "news.desk"), now=clock()) as library:
        yield library
