"""Of a story that may not leave no word is in any byte; an output that asks nobody would be seen at once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from tests.e2e.leaks import Wish, hurry, look, turns
from tests.publish.inside import CLOCK, Moment, Plan, Room, empty, leaks, made, rooms

from deskeditor.document.model import ArticleId, Status
from deskeditor.library.kept import Kept
from deskeditor.library.records import ListView, Version
from deskeditor.publish import bench, ninjs, outputs
from deskeditor.publish.bundle import Options, export
from deskeditor.publish.cards import card_markup
from deskeditor.publish.edition import Edition
from deskeditor.publish.finished import finished
from deskeditor.publish.gathering import gathered, keep
from deskeditor.publish.layout import Layout, Leads
from deskeditor.publish.listing import Listing
from deskeditor.publish.outputs import Cards, Output, listings
from deskeditor.publish.press import Copy
from deskeditor.publish.story import Story

SOON = Moment(1, zone=14 * 60)
PLANS = (
    Plan(tags=(1, 2), links=(1, 2), related=(2, 3)),
    Plan(tags=(1, 2), corrected=True),
    Plan(tags=(1, 2), embargo=SOON, published=Moment(-7200, zone=-720), moved=True, corrected=True),
    Plan(tags=(1,), published=SOON),
    Plan(tags=(1, 2), status=Status.KILLED, moved=True),
    Plan(tags=(1, 2), hold="Sperrfrist bis Redebeginn", moved=True, corrected=True),
)
"""Two stories that leave and four that stay; the first of them names two, and shares topics with all."""


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return empty(tmp_path_factory.mktemp("template"))


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    hurry(monkeypatch)


@settings(max_examples=15)
@given(rooms, turns)
def test_no_byte_of_an_export_tells_of_a_story_that_may_not_leave(
    template: Path, planned: list[Plan], taken: list[tuple[Wish, int, Plan]]
) -> None:
    with TemporaryDirectory() as folder:
        assert look(Path(folder), template, planned, taken).found == []


@pytest.fixture
def room(template: Path, tmp_path: Path) -> Iterator[Room]:
    found = made(tmp_path / "news.desk", template, PLANS)
    yield found
    found.library.close()


def leaked(room: Room, tmp_path: Path) -> list[str]:
    options = Options(now=CLOCK.isoformat(), base_url="https://courier.example.org/", zip=True)
    export(room.library, tmp_path / "out", options, lambda *_: None)
    return leaks(tmp_path / "out", room.secrets(0))


def test_the_room_of_the_tests_below_tells_nothing(room: Room, tmp_path: Path) -> None:
    assert leaked(room, tmp_path) == []
    assert leaks(tmp_path / "out.zip", room.secrets(0)) == []


def everything(edition: Edition) -> Edition:
    """The edition as it were if nobody asked what may leave."""
    library, kept = edition.library, edition.kept
    ids = [row.id for row in library.page(ListView()).rows]
    all_of = [library.load(id) for id in ids]
    versions = tuple(Version(a.id, a.slug, a.revision, a.sha256, a.updated) for a in all_of)
    facts = gathered(versions, kept, lambda lacking: keep(map(library.load, lacking), kept))
    layout = Layout(versions, facts, frozenset(ids), edition.layout.base_url)
    house = replace(edition.house, place=layout.place(edition.house.place.icon))
    return Edition(library, kept, layout, house, edition.now)


def _wide(make: Callable[[Edition], Output]) -> Callable[[Edition], Output]:
    return lambda edition: make(everything(edition))


def _page_links(patch: pytest.MonkeyPatch, room: Room) -> None:
    def leads(layout: Layout, id: ArticleId) -> Leads:
        stories = [(each, room.library.load(each)) for each in room.ids]
        paths = {each: f"elsewhere/{story.slug}.html" for each, story in stories}
        return real(layout, id)._replace(articles={each: paths[each] for each in layout.facts[id].links})

    real = Layout.leads
    patch.setattr(Layout, "leads", leads)


def _related(patch: pytest.MonkeyPatch, room: Room) -> None:
    def leads(layout: Layout, id: ArticleId) -> Leads:
        near = [room.library.load(each).document.fields for each in room.ids]
        return real(layout, id)._replace(related=tuple((each.headline, each.standfirst, "") for each in near))

    real = Layout.leads
    patch.setattr(Layout, "leads", leads)


def _list_of(kind: str) -> Callable[[pytest.MonkeyPatch, Room], None]:
    def skip(patch: pytest.MonkeyPatch, _: Room) -> None:
        def pages(edition: Edition, listing: Listing, cards: Cards) -> Iterator[Output]:
            if listing.kind != kind:
                yield from real(edition, listing, cards)
                return
            whole = everything(edition)
            (found,) = [each for each in listings(whole) if each.path == listing.path]
            yield from real(whole, found, lambda ids: [_card(whole, id) for id in ids])

        real = outputs._pages
        patch.setattr(outputs, "_pages", pages)

    return skip


def _card(edition: Edition, id: ArticleId) -> str:
    return card_markup(edition.copy(id).story(), edition.house)


def _output(name: str) -> Callable[[pytest.MonkeyPatch, Room], None]:
    def skip(patch: pytest.MonkeyPatch, _: Room) -> None:
        patch.setattr(outputs, name, _wide(getattr(outputs, name)))

    return skip


def _sitemap(patch: pytest.MonkeyPatch, _: Room) -> None:
    def wide(edition: Edition, _: Sequence[Listing]) -> Output:
        return real(whole := everything(edition), listings(whole))

    real = outputs._sitemap
    patch.setattr(outputs, "_sitemap", wide)


def _ninjs(patch: pytest.MonkeyPatch, room: Room) -> None:
    def files(copy: Copy, story: Story, page: str, library: str) -> Mapping[str, bytes]:
        found = finished(copy, story, page, library)
        for id in room.ids:
            with Kept(None) as kept:
                other = Copy(room.library, kept, copy.house, copy.job._replace(id=id))
                item = ninjs.item(other.story(), other.machine_body("x"), copy.house, room.library.uuid)
            found[f"articles/{len(found)}-{copy.job.id}.ninjs.json"] = ninjs.ninjs_1(item)
        return found

    patch.setattr(bench, "finished", files)


SKIPPING: dict[str, tuple[Callable[[pytest.MonkeyPatch, Room], None], str]] = {
    "page links": (_page_links, "section-0/2025/"),
    "related": (_related, "section-0/2025/"),
    "front page": (_list_of("front"), "index.html"),
    "sections": (_list_of("section"), "section-0/index.html"),
    "tags": (_list_of("tag"), "tags/"),
    "authors": (_list_of("author"), "authors/"),
    "feeds": (_output("_feeds"), "feed.xml"),
    "news sitemap": (_output("_news"), "news-sitemap.xml"),
    "redirects": (_output("_moves"), "_redirects"),
    "corrections": (_output("_corrections"), "corrections.html"),
    "sitemap": (_sitemap, "sitemap.xml"),
    "ninjs": (_ninjs, "articles/"),
}


@pytest.mark.parametrize("name", sorted(SKIPPING))
def test_an_output_that_does_not_ask_what_may_leave_is_seen(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    skip, place = SKIPPING[name]
    skip(monkeypatch, room)
    assert any(f" in {place}" in line for line in leaked(room, tmp_path)), name
