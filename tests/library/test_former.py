"""Where a public story stood before is kept with the save that moved it, and nothing else is."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.library.builders import out

from deskeditor.document.model import Document, Fields, Status
from deskeditor.library import former
from deskeditor.library.backup import restore
from deskeditor.library.store import Library

PAST = "2025-12-31T12:00:00-06:00"
FUTURE = "2030-01-01T00:00:00Z"
OUT = replace(out("Bridge opens", PAST).fields, section="Local", slug="bridge")


def moved(library: Library, *steps: Fields, origin: str = "command") -> list[tuple[str, str, str]]:
    """Each former address after an article went through these fields."""
    id = library.new(Document("Text.\n", steps[0])).id
    for number, fields in enumerate(steps[1:], 1):
        library.save(id, Document("Text.\n", fields), number, origin)
    return [(each.slug, each.section, each.published) for each in library.former_addresses()]


@pytest.mark.parametrize(
    "then",
    [
        replace(OUT, slug="span"),
        replace(OUT, section="Roads"),
        replace(OUT, published="2025-11-30T23:00:00-06:00"),
        replace(OUT, status=Status.DRAFT),
        replace(OUT, embargo=FUTURE),
        replace(OUT, hold="Legal has not cleared it"),
    ],
)
def test_what_moves_a_public_story_or_takes_it_back_is_remembered(library: Library, then: Fields) -> None:
    assert moved(library, OUT, then) == [("bridge", "Local", PAST)]


@pytest.mark.parametrize(
    "start",
    [
        replace(OUT, status=Status.READY),
        replace(OUT, published=FUTURE),
        replace(OUT, published=None),
        replace(OUT, published="2025-12-31T20:00:00"),
        replace(OUT, embargo=FUTURE),
        replace(OUT, embargo="soon"),
        replace(OUT, hold="Sperrfrist bis Redebeginn"),
        replace(OUT, status=Status.KILLED),
    ],
)
def test_a_story_that_was_not_public_leaves_no_trace(library: Library, start: Fields) -> None:
    assert moved(library, start, replace(start, slug="span", section="Roads")) == []


def test_what_does_not_move_a_story_is_not_remembered(library: Library) -> None:
    later = replace(OUT, headline="Bridge is open", published="2025-12-01T00:00:00-06:00")
    assert moved(library, OUT, later, replace(later, status=Status.CORRECTED)) == []


def test_every_stop_of_a_story_is_remembered_once(library: Library) -> None:
    stops = [replace(OUT, slug=slug) for slug in ("one", "two", "one", "two", "three")]
    assert [slug for slug, _, _ in moved(library, *stops)] == ["one", "two"]


def test_a_story_that_comes_back_elsewhere_is_remembered(library: Library) -> None:
    hidden = replace(OUT, status=Status.DRAFT)
    steps = (OUT, hidden, replace(hidden, slug="span"), replace(OUT, slug="span"))
    assert moved(library, *steps) == [("bridge", "Local", PAST)]


def test_addresses_on_the_way_while_one_is_typed_are_not_remembered(library: Library) -> None:
    typed = [replace(OUT, slug=slug) for slug in ("bridge", "s", "sp", "spa", "span")]
    assert moved(library, *typed, origin="typing") == [("bridge", "Local", PAST)]


def test_an_address_that_stood_is_remembered_though_it_was_typed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(former, "_PASSING", 1)
    typed = [replace(OUT, slug=slug) for slug in ("bridge", "span", "arch")]
    assert [slug for slug, _, _ in moved(library, *typed, origin="typing")] == ["bridge", "span"]


def test_a_story_taken_from_the_trash_to_another_address_is_remembered(library: Library) -> None:
    id = library.new(Document("Text.\n", OUT)).id
    library.trash([id])
    library.new(Document("Text.\n", OUT))
    library.untrash([id])
    assert [(each.article, each.slug) for each in library.former_addresses()] == [(id, "bridge")]


def test_a_save_that_fails_remembers_nothing(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    id = library.new(Document("Text.\n", OUT)).id
    monkeypatch.setattr("deskeditor.library.writing._put_tags", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        library.save(id, Document("Text.\n", replace(OUT, slug="span")), 1)
    assert library.former_addresses() == ()


def test_a_backup_and_its_restoration_remember(library: Library, tmp_path: Path) -> None:
    moved(library, OUT, replace(OUT, slug="span"))
    restore(library.backup(tmp_path / "copy.desk"), tmp_path / "back.desk")
    with Library.open(tmp_path / "back.desk") as back:
        assert back.former_addresses() == library.former_addresses() != ()


def test_the_doctor_finds_an_address_that_leads_nowhere(library: Library) -> None:
    moved(library, OUT, replace(OUT, slug="span"))
    assert library.doctor() == ()
    library._at._conn.execute("update former_addresses set published = 'then'")
    assert [finding.rule for finding in library.doctor()] == ["address"]


def test_a_library_may_be_moved_with_what_it_remembers(library: Library, tmp_path: Path) -> None:
    moved(library, OUT, replace(OUT, slug="span"))
    library.close()
    with Library.open(shutil.copy(library.path, tmp_path / "moved.desk")) as again:
        assert len(again.former_addresses()) == 1
