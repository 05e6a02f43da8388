"""What a bundle holds besides its stories: lists, feeds, sitemaps and the few files that every bundle has."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from deskeditor.document.model import ArticleId, Fields
from deskeditor.publish import feeds, hosting
from deskeditor.publish.atom import atom
from deskeditor.publish.cards import card_markup
from deskeditor.publish.edition import Edition
from deskeditor.publish.feed_entries import entry
from deskeditor.publish.json_feed import json_feed
from deskeditor.publish.layout import grouped
from deskeditor.publish.listing import (
    House,
    Listing,
    corrections_page,
    list_page,
    message_page,
    standards_page,
)
from deskeditor.publish.news_sitemap import news_sitemap, recent
from deskeditor.publish.press import Copy
from deskeditor.publish.recipe import digest
from deskeditor.publish.redirects import moves, redirects
from deskeditor.publish.rss import rss
from deskeditor.publish.sitemap import sitemap
from deskeditor.publish.story import Story

Cards = Callable[[Sequence[ArticleId]], Sequence[str]]

FEEDS = "feeds"
"""What the output of the feeds is called."""


@dataclass(frozen=True, slots=True)
class Output:
    """Some files of a bundle: what they are made from, as a hash, and how they are made."""

    name: str
    key: str
    make: Callable[[], Mapping[str, bytes]]


def outputs(edition: Edition, cards: Cards) -> Iterator[Output]:
    """Everything but the stories, each made only when it is asked for."""
    lists = listings(edition)
    for listing in lists:
        yield from _pages(edition, listing, cards)
    yield from _once(edition)
    yield _feeds(edition)
    yield _sitemap(edition, lists)
    yield _news(edition)
    yield _moves(edition)
    if edition.house.place.corrections:
        yield _corrections(edition)


def listings(edition: Edition) -> list[Listing]:
    """The front page and one list for each section, author and topic, with what lists need of the stories."""
    layout, place = edition.layout, edition.house.place
    stories = {each.id: _listed(edition, each.id) for each in layout.leaving}
    lists = [Listing("front", edition.house.site.name, "index.html", tuple(stories.values()))]
    facts = [layout.facts[each.id] for each in layout.leaving]
    kinds: tuple[tuple[str, Mapping[str, str], list[Sequence[str]]], ...] = (
        ("section", place.sections, [(each.section,) for each in facts]),
        ("author", place.authors, [each.authors for each in facts]),
        ("tag", place.tags, [each.tags for each in facts]),
    )
    for kind, paths, names in kinds:
        found = grouped(layout.leaving, paths, names)
        lists += [
            Listing(kind, name, path, tuple(map(stories.__getitem__, ids)))
            for path, (name, ids) in sorted(found.items())
        ]
    return lists


def _listed(edition: Edition, id: ArticleId) -> Story:
    return Story(id, Fields(headline=edition.layout.facts[id].headline), edition.layout.paths[id])


def _pages(edition: Edition, listing: Listing, cards: Cards) -> Iterator[Output]:
    paths = listing.pages()
    for index, path in enumerate(paths):
        shown = tuple(each.article for each in listing.shown(index))
        key = digest(listing.kind, listing.name, f"{index} {len(paths)}", edition.faces(shown))
        yield Output(f"list {path}", key, _list_maker(edition, listing, index, cards))


def _list_maker(
    edition: Edition, listing: Listing, index: int, cards: Cards
) -> Callable[[], Mapping[str, bytes]]:
    def make() -> Mapping[str, bytes]:
        stories = listing.shown(index)
        shown = [each.article for each in stories]
        known = _known(edition, listing, shown)
        drawn = [Markup(card) for card in cards(shown[_leads(edition, listing, shown) :])]
        if len(drawn) < len(shown):
            drawn.insert(0, card_markup(known[shown[0]], edition.house, lead=True))
        told = [known.get(each.article, each) for each in stories]
        return {listing.pages()[index]: list_page(listing, index, told, drawn, edition.house).encode()}

    return make


def _leads(edition: Edition, listing: Listing, shown: Sequence[ArticleId]) -> bool:
    """Whether the first card is drawn larger than it stands elsewhere: on the front, or for its picture."""
    return listing.kind == "front" or edition.layout.facts[shown[0]].pictured


def _known(edition: Edition, listing: Listing, shown: Sequence[ArticleId]) -> dict[ArticleId, Story]:
    """The stories of which the page shows more than a ready card: one that leads, and the first picture.

    An author's page says what the newest story says of its authors.
    """
    first, facts = shown[0], edition.layout.facts
    pictured = next((id for id in shown if facts[id].pictured), None)
    wanted = {id for id in (pictured, first if _leads(edition, listing, shown) else None) if id}
    known = {id: edition.copy(id).story() for id in sorted(wanted)}
    if listing.kind == "author" and first not in known:
        fields = edition.library.load(first).document.fields
        known[first] = Story(first, fields, edition.layout.paths[first])
    return known


def _once(edition: Edition) -> Iterator[Output]:
    house = edition.house

    def plain() -> Mapping[str, bytes]:
        standards = house.site.standards
        return (
            ({standards: standards_page(house).encode()} if standards else {})
            | {
                "404.html": message_page(house).encode(),
                "robots.txt": hosting.robots(house),
                "_headers": hosting.headers(house),
            }
            | dict(house.theme.assets)
        )

    yield Output("once", edition.foundation, plain)


def _feeds(edition: Edition) -> Output:
    newest = [each.id for each in edition.layout.leaving[: feeds.ENTRIES]]
    keys = [edition.key(each, edition.job(each.id)) for each in edition.layout.leaving[: feeds.ENTRIES]]

    def make() -> Mapping[str, bytes]:
        return feed_files([edition.copy(id) for id in newest], edition.house, edition.library.uuid)

    return Output(FEEDS, digest(edition.foundation, *keys), make)


def feed_files(newest: Sequence[Copy], house: House, library: str) -> dict[str, bytes]:
    """The three feeds of the same stories in the same order."""
    entries = [entry(copy) for copy in newest]
    return {
        "feed.xml": atom(entries, house, library),
        "rss.xml": rss(entries, house, library),
        "feed.json": json_feed(entries, house, library),
    }


def _sitemap(edition: Edition, lists: Sequence[Listing]) -> Output:
    layout = edition.layout
    changed = {layout.paths[each.id]: layout.facts[each.id].modified for each in layout.leaving}
    found = dict(changed)
    for listing in lists:
        latest = max((changed[each.path] for each in listing.stories), default="")
        found.update(dict.fromkeys(listing.pages(), latest))
    if edition.house.place.corrections:
        corrected = (layout.facts[each.id] for each in layout.leaving if layout.facts[each.id].corrected)
        found[edition.house.place.corrections] = max(each.modified for each in corrected)
    if edition.house.site.standards:
        found[edition.house.site.standards] = ""
    key = digest(edition.foundation, repr(sorted(found.items())))
    return Output("sitemap", key, lambda: sitemap(found, edition.house))


def _news(edition: Edition) -> Output:
    layout = edition.layout
    count = recent(layout.facts[each.id].published for each in layout.leaving)
    ids = [each.id for each in layout.leaving[:count]]

    def make() -> Mapping[str, bytes]:
        stories = [edition.copy(id).story() for id in ids]
        return {"news-sitemap.xml": news_sitemap(stories, edition.house)}

    return Output("news", edition.faces(ids), make)


def _corrections(edition: Edition) -> Output:
    layout, house = edition.layout, edition.house
    ids = [each.id for each in layout.leaving if layout.facts[each.id].corrected]

    def make() -> Mapping[str, bytes]:
        stories = [edition.copy(id).story() for id in ids]
        return {house.place.corrections: corrections_page(stories, house).encode()}

    return Output("corrections", edition.faces(ids), make)


def _moves(edition: Edition) -> Output:
    layout = edition.layout
    found = moves(edition.library.former_addresses(), layout.paths, layout.sections, layout.chosen)
    key = digest(edition.foundation, repr(sorted(found.items())))
    return Output("moves", key, lambda: redirects(found, edition.house))
