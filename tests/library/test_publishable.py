"""What may leave the building is asked in one place, and nothing leaves too early."""

import pytest
from tests.library.builders import out, plan

from deskeditor.document.model import Document, Fields, Status
from deskeditor.library import reading
from deskeditor.library.records import Mode
from deskeditor.library.store import Library

_NOW = "2026-03-01T12:00:00Z"


@pytest.mark.parametrize(
    ("published", "embargo", "leaves"),
    [
        ("2026-03-01T12:00:00Z", None, True),
        ("2026-03-01T12:00:01Z", None, False),
        ("2026-03-01T13:59:00+02:00", None, True),
        ("2026-03-01T11:59:00-02:00", None, False),
        ("2026-03-01T12:00:00.000001+00:00", None, False),
        (None, None, False),
        ("yesterday", None, False),
        ("2026-01-01T00:00:00", None, False),
        ("2026-01-01", None, False),
        ("2026-01-01T00:00:00Z", "2026-03-01T12:00:00Z", True),
        ("2026-01-01T00:00:00Z", "2026-03-01T13:00:00+02:00", True),
        ("2026-01-01T00:00:00Z", "2026-03-01T11:00:00-02:00", False),
        ("2026-01-01T00:00:00Z", "until Friday", False),
        ("2026-01-01T00:00:00Z", "2020-01-01T00:00:00", False),
        ("2026-01-01T00:00:00Z", "", True),
    ],
)
def test_times_are_compared_in_one_zone(
    library: Library, published: str | None, embargo: str | None, leaves: bool
) -> None:
    library.new(out("H", published, embargo))
    assert bool(list(library.publishable(_NOW))) is leaves


@pytest.mark.parametrize("hold", ["EMBARGOED UNTIL FRIDAY", " ", "no"])
@pytest.mark.parametrize("embargo", [None, "2026-01-01T00:00:00Z"])
def test_a_story_on_hold_never_leaves(library: Library, hold: str, embargo: str | None) -> None:
    id = library.new(out("H", "2026-01-01T00:00:00Z", embargo, hold)).id
    asked = (list(library.publishable(_NOW)), library.publishable_versions("9999-12-30T00:00:00Z"))
    assert asked == ([], ())
    library.save(id, out("H", "2026-01-01T00:00:00Z", embargo), 1, "command")
    assert len(library.publishable_versions(_NOW)) == 1


@pytest.mark.parametrize("status", Status)
def test_only_published_and_corrected_stories_leave(library: Library, status: Status) -> None:
    library.new(Document("", Fields(status=status, published="2026-01-01T00:00:00Z")))
    assert len(list(library.publishable(_NOW))) == (status in (Status.PUBLISHED, Status.CORRECTED))


def test_the_trash_does_not_leave(library: Library) -> None:
    library.trash([library.new(out("H", "2026-01-01T00:00:00Z")).id])
    assert list(library.publishable(_NOW)) == []


def test_what_was_taken_back_to_draft_does_not_leave(library: Library) -> None:
    article = library.new(out("H", "2026-01-01T00:00:00Z"))
    library.save(article.id, Document("Text.\n", Fields(published="2026-01-01T00:00:00Z")), 1)
    assert list(library.publishable(_NOW)) == []


def test_the_newest_leave_first(library: Library) -> None:
    for headline, published in [
        ("b", "2026-01-01T00:00Z"),
        ("c", "2026-01-01T01:00+02:00"),
        ("a", "2026-02-01T00:00Z"),
    ]:
        library.new(out(headline, published))
    assert [article.document.fields.headline for article in library.publishable(_NOW)] == ["a", "b", "c"]


def test_the_versions_are_those_of_the_articles(library: Library) -> None:
    for number in range(3):
        library.new(out(f"Story {number}", "2026-01-01T00:00Z"))
    articles = [(a.id, a.slug, a.revision, a.sha256) for a in library.publishable(_NOW)]
    versions = [(v.id, v.slug, v.revision, v.sha256) for v in library.publishable_versions(_NOW)]
    assert articles == versions


def test_a_time_without_a_zone_is_no_now(library: Library) -> None:
    with pytest.raises(ValueError, match="no time with a zone"):
        list(library.publishable("2026-03-01T12:00:00"))


def test_what_leaves_is_read_along_an_index(library: Library) -> None:
    steps = plan(library, reading.ARTICLE + reading.MAY_LEAVE, (_NOW, _NOW))
    assert [step.split(" USING ")[1].split(" (")[0] for step in steps] == [
        "INDEX leaving",
        "INTEGER PRIMARY KEY",
    ]


def test_what_leaves_is_of_one_moment(library: Library) -> None:
    for number in range(200):
        library.new(out(f"Story {number}", "2026-01-01T00:00Z"))
    with Library.open(library.path, Mode.READ) as reader:
        leaving = reader.publishable(_NOW)
        first = next(leaving)
        library.trash([article.id for article in library.publishable(_NOW)])
        assert len([first, *leaving]) == 200
