"""A library with one article, and lanes that are always closed again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from deskeditor.document.model import Document, Fields
from deskeditor.library.errors import LibraryError
from deskeditor.library.records import Article
from deskeditor.library.store import Library
from deskeditor.session.jobs import Lane
from deskeditor.session.journals import Journals


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """The path of a library that holds one article."""
    path = tmp_path / "news.desk"
    with Library.create(path) as library:
        library.new(Document("The council met.\n", Fields(headline="Council meets")))
    return path


@pytest.fixture
def article(shelf: Path) -> Article:
    """That article."""
    with Library.open(shelf) as library:
        return library.load(library.find("council-meets"))


@pytest.fixture
def library_lane(shelf: Path) -> Iterator[Lane[Library]]:
    """A lane that owns the library."""
    lane: Lane[Library] = Lane("library", lambda: Library.open(shelf), (LibraryError, OSError))
    yield lane
    lane.close(lambda library: library.close())


@pytest.fixture
def journal_folder(tmp_path: Path) -> Path:
    """Where the journals of a test are."""
    return tmp_path / "journals"


@pytest.fixture
def journal_lane(shelf: Path, journal_folder: Path) -> Iterator[Lane[Journals]]:
    """A lane that owns the journals."""
    with Library.open(shelf) as library:
        uuid = library.uuid
    lane: Lane[Journals] = Lane("journals", lambda: Journals(journal_folder, uuid), (LibraryError, OSError))
    yield lane
    lane.close(lambda journals: journals.close())
