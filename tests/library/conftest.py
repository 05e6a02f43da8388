"""A library of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.builders import clock

from deskeditor.library.store import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Empty, open for writing, and closed behind the test."""
    with Library.create(tmp_path / "news.desk", clock()) as library:
        yield library
