"""Pages of several stories: front, section, author and topic; corrections; the page that is not there."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from deskeditor.publish import structured
from deskeditor.publish.page import Sheet, frame
from deskeditor.publish.shots import card_shot
from deskeditor.publish.site import Site, direction
from deskeditor.publish.story import Place, Story, one_line, way
from deskeditor.publish.structured import Crumb, Json
from deskeditor.publish.theme import Theme
from deskeditor.publish.times import moment
from deskeditor.publish.views import Card, Link, Note, Shot
from deskeditor.publish.words import words_for

PER_PAGE = 60
FRONT = 24


@dataclass(frozen=True, slots=True)
class Listing:
    """One list of stories, newest first: `kind` is front, section, author or tag."""

    kind: str
    name: str
    path: str
    stories: tuple[Story, ...] = field(default=(), repr=False)

    def pages(self) -> tuple[str, ...]:
        """The bundle paths of the list, as many as its length needs; the front page is one."""
        count = 1 if self.kind == "front" else max(1, -(-len(self.stories) // PER_PAGE))
        folder = self.path.removesuffix("/index.html").removesuffix(".html")
        return (self.path, *(f"{folder}/page-{number}.html" for number in range(2, count + 1)))


@dataclass(frozen=True, slots=True)
class House:
    """What all pages of one bundle share."""

    site: Site
    theme: Theme
    place: Place


def list_pages(listing: Listing, house: House) -> dict[str, str]:
    """Every page of a list by its bundle path."""
    paths = listing.pages()
    return {path: _list_page(listing, index, paths, house) for index, path in enumerate(paths)}


def _list_page(listing: Listing, index: int, paths: Sequence[str], house: House) -> str:
    site, path = house.site, paths[index]
    size = FRONT if listing.kind == "front" else PER_PAGE
    stories = listing.stories[index * size : (index + 1) * size]
    words = words_for(site.language)
    heading = listing.name if listing.kind != "front" else site.name
    title = heading + (f", {words['page'].format(number=index + 1)}" if index else "")
    sheet = Sheet(
        path=path,
        title=one_line(title),
        description=_description(listing, stories, site),
        language=site.language,
        nodes=_nodes(listing, path, house),
        properties=(("og:type", "website"), *_picture(stories, site)),
    )
    values = {
        "frame": frame(sheet, site, house.theme, house.place),
        "kind": listing.kind,
        "heading": heading,
        "cards": [card(story, path, house.place) for story in stories],
        "newer": way(path, paths[index - 1]) if index else "",
        "older": way(path, paths[index + 1]) if index + 1 < len(paths) else "",
    }
    return house.theme.render("list.html", values)


def message_page(house: House) -> str:
    """404.html: says that the page is not there, and where the stories are."""
    words = words_for(house.site.language)
    sheet = Sheet(
        path="404.html",
        title=words["not_found"],
        description=words["not_found_text"],
        language=house.site.language,
        indexed="noindex",
    )
    around = frame(sheet, house.site, house.theme, house.place)
    return house.theme.render("message.html", {"frame": around})


def corrections_page(stories: Sequence[Story], house: House) -> str:
    """Every correction of the bundle with its story, newest first, and the policy where there is one."""
    site, path = house.site, house.place.corrections
    words = words_for(site.language)
    notes = [
        (
            structured.iso(each.at),
            Note(moment(each.at, words), each.note, Link(story.fields.headline, way(path, story.path))),
        )
        for story in stories
        for each in story.fields.corrections
    ]
    notes.sort(key=lambda row: row[0], reverse=True)
    sheet = Sheet(
        path=path,
        title=words["corrections"],
        description=f"{site.name}: {words['corrections_intro']}",
        language=site.language,
        nodes=(
            structured.breadcrumbs([Crumb(site.name, "index.html"), Crumb(words["corrections"], path)], site),
        ),
        properties=(("og:type", "website"), *_picture(stories, site)),
    )
    values = {
        "frame": frame(sheet, site, house.theme, house.place),
        "notes": [note for _, note in notes],
        "policy": site.policy,
    }
    return house.theme.render("corrections.html", values)


def card(story: Story, page: str, place: Place) -> Card:
    """The story as a list on that page shows it."""
    fields = story.fields
    section = place.sections.get(fields.section, "")
    return Card(
        headline=one_line(fields.headline),
        href=way(page, story.path),
        kicker=one_line(fields.kicker),
        teaser=one_line(fields.standfirst) or story.summary,
        section=Link(fields.section, way(page, section) if section else ""),
        byline=", ".join(author.name for author in fields.byline),
        when=moment(fields.published, words_for(story.language)),
        shot=shot_at(story, page),
        language=story.language,
        direction=direction(story.language),
    )


def shot_at(story: Story, page: str) -> Shot | None:
    """The lead picture as a page elsewhere in the bundle shows it."""
    picture = story.fields.lead_picture
    if story.lead is None or picture is None:
        return None
    return card_shot(story.lead, page, (picture.alt, picture.caption, picture.credit))


def _description(listing: Listing, stories: Sequence[Story], site: Site) -> str:
    """What the house says of itself, or else the newest headlines: nothing is made up."""
    if listing.kind == "front" and site.description:
        return one_line(site.description)
    words = words_for(site.language)
    key = {"section": "stories_in", "author": "stories_by", "tag": "stories_on"}.get(listing.kind)
    start = words[key].format(name=listing.name) if key else words["latest"]
    text = f"{site.name}, {start}: "
    for story in stories:
        if len(text) > 120:
            break
        text += f"{one_line(story.fields.headline)}; "
    return text.rstrip("; ")[:300]


def _nodes(listing: Listing, path: str, house: House) -> tuple[Json, ...]:
    site, place = house.site, house.place
    if listing.kind == "front":
        return (structured.web_site(site, place),)
    crumbs = structured.breadcrumbs([Crumb(site.name, "index.html"), Crumb(listing.name, path)], site)
    if listing.kind != "author":
        return (crumbs,)
    person: Json = {"@type": "Person", "name": listing.name}
    if site.base_url:
        person["url"] = site.absolute(path)
    return ({"@type": "ProfilePage", "mainEntity": person}, crumbs)


def _picture(stories: Sequence[Story], site: Site) -> tuple[tuple[str, str], ...]:
    """The newest picture, so that a shared list is not bare."""
    rows = (structured.open_graph(story, site) for story in stories if story.shapes)
    return tuple(row for row in next(iter(rows), ()) if row[0].startswith("og:image"))
