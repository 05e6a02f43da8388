"""A library of any format that was ever released opens today with all that is in it."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlite_utils import Database
from tests.builders import full_fields

from deskeditor.document.model import Document, Fields, Status
from deskeditor.library import schema, store
from deskeditor.library.connection import Connection
from deskeditor.library.errors import ReadOnly
from deskeditor.library.records import ListView, Mode
from deskeditor.library.schema import STEPS, Step, migrate
from deskeditor.library.store import Library

SOUND = Fields(headline="Out", status=Status.PUBLISHED, published="2020-01-01T00:00:00Z")
_LIBRARIES = Path(__file__).parents[1] / "fixtures" / "libraries"


@pytest.fixture(params=sorted(_LIBRARIES.glob("*.desk")), ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path: Path = request.param
    return Path(shutil.copy(path, tmp_path / "old.desk"))


def test_there_is_a_library_of_every_format() -> None:
    assert {path.stem for path in _LIBRARIES.glob("*.desk")} == {f"schema-{n + 1}" for n in range(len(STEPS))}


def test_an_older_library_opens_whole(released: Path) -> None:
    with Library.open(released) as library:
        article = library.load(library.find("council-meets"))
        assert article.document == Document("The council met again: naïve café, 👩‍👩‍👧.\n", full_fields())
        assert (article.revision, article.caret, article.scroll) == (2, 5, 0.25)
        assert [revision.name for revision in library.revisions(article.id)] == [None, "first"]
        assert library.setting("site.name") == "The Desk"
        assert {finding.rule for finding in library.doctor()} == {
            "picture"
        }  # the file came without its pictures


def test_an_older_librarys_lists_and_search_work(released: Path) -> None:
    with Library.open(released) as library:
        assert [row.headline for row in library.page(ListView(trashed=True)).rows] == ["Away"]
        assert [row.headline for row in library.search("naive caf").rows] == ["Council “meets” again"]
        library.new(Document("New.\n", Fields(headline="New")))
        assert library.counts()["draft"] == 2


def _format(file: bytes) -> int:
    """The number of the format, as the file's own header has it."""
    return int.from_bytes(file[60:64], "big")


def _second(db: Database) -> None:
    db.table("articles").add_column("mood", str)
    db.table("articles").transform(types={"mood": str})  # which drops all that hangs on the table


def _broken(db: Database) -> None:
    _second(db)
    raise ValueError("broken")


def _migrated(path: Path, step: Step) -> None:
    connection = Connection(path, Mode.WRITE)
    try:
        migrate(connection.db, (*STEPS, ("next", step)))
    finally:
        connection.close()


def test_a_migration_keeps_articles_search_and_counts(
    released: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _migrated(released, _second)
    monkeypatch.setattr("deskeditor.library.look.NEWEST", len(STEPS) + 1)
    monkeypatch.setattr(store, "NEWEST", len(STEPS) + 1)
    with Library.open(released) as library:
        library.new(Document("New.\n", Fields(headline="New")))
        assert {finding.rule for finding in library.doctor()} == {"picture"}
        assert len(library.search("new").rows) == 1


def test_a_migration_that_fails_changes_nothing(released: Path) -> None:
    with closing(sqlite3.connect(released)) as look:
        before = list(look.iterdump())
    with pytest.raises(ValueError, match="broken"):
        _migrated(released, _broken)
    with closing(sqlite3.connect(released)) as look:
        assert list(look.iterdump()) == before


def test_an_older_library_is_not_changed_by_a_reader(released: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "READABLE", schema.NEWEST + 1)
    before = released.read_bytes()
    with pytest.raises(ReadOnly, match="older format"):
        Library.open(released, Mode.READ)
    assert released.read_bytes() == before


def test_a_reader_reads_an_older_library_as_it_is(released: Path) -> None:
    before = released.read_bytes()
    with Library.open(released, Mode.READ) as library:
        assert library.load(library.find("council-meets")).revision == 2
        assert len(library.former_addresses()) == (0 if _format(before) == 1 else 1)
    assert released.read_bytes() == before


def test_an_older_library_remembers_addresses_from_its_first_save_on(released: Path) -> None:
    with Library.open(released) as library:
        kept = len(library.former_addresses())
        document = Document("Out.\n", replace(SOUND, slug="first"))
        id = library.new(document).id
        library.save(id, Document("Out.\n", replace(SOUND, slug="second")), 1)
        assert [each.slug for each in library.former_addresses()][kept:] == ["first"]
        assert {finding.rule for finding in library.doctor()} == {"picture"}
