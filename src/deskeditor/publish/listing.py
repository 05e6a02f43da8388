"""Pages that are no story: front, section, author, topic, corrections, standards, and what is not there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from deskeditor.document.model import Author
from deskeditor.publish import structured
from deskeditor.publish.head import Sheet
from deskeditor.publish.markup import at
from deskeditor.publish.page import LOST, frame, framed
from deskeditor.publish.place import Place
from deskeditor.publish.site import Site
from deskeditor.publish.story import Story, clipped, one_line
from deskeditor.publish.structured import Crumb, Json
from deskeditor.publish.theme import Theme
from deskeditor.publish.times import iso, moment
from deskeditor.publish.views import Link, Note, Policy
from deskeditor.publish.words import words_for

PER_PAGE = 60
FRONT = 24
NOTES = 500
"""How many corrections the page of corrections holds; each stands on its story as well."""


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

    def shown(self, index: int) -> tuple[Story, ...]:
        """The stories of one of its pages, in the order of their cards; the first card is a lead."""
        size = FRONT if self.kind == "front" else PER_PAGE
        return self.stories[index * size : (index + 1) * size]


@dataclass(frozen=True, slots=True)
class House:
    """What all pages of one bundle share."""

    site: Site
    theme: Theme
    place: Place


def list_page(
    listing: Listing, index: int, stories: Sequence[Story], cards: Sequence[Markup], house: House
) -> str:
    """One page of a list, of ready cards; `stories` are `listing.shown(index)`, as far as each is known."""
    site, paths = house.site, listing.pages()
    path = paths[index]
    heading = listing.name if listing.kind != "front" else site.name
    title = heading + (f", {words_for(site.language)['page'].format(number=index + 1)}" if index else "")
    sheet = Sheet(
        path=path,
        title=one_line(title),
        description=_description(listing, stories, site),
        language=site.language,
        nodes=_nodes(listing, path, _byline(stories), house),
        properties=(("og:type", "website"), *_picture(stories, site)),
    )
    values = {
        "kind": listing.kind,
        "heading": heading,
        "role": next((each.role for each in _byline(stories) if each.name == listing.name), ""),
        "cards": tuple(cards),
        "newer": at(paths[index - 1]) if index else "",
        "older": at(paths[index + 1]) if index + 1 < len(paths) else "",
    }
    return _drawn("list.html", sheet, values, house)


def message_page(house: House) -> str:
    """404.html: says that the page is not there, and where the stories are."""
    words = words_for(house.site.language)
    sheet = Sheet(
        path=LOST,
        title=words["not_found"],
        description=words["not_found_text"],
        language=house.site.language,
        indexed="noindex",
    )
    # It is shown at any depth, and a file that it names could only be found by a whole address.
    alone = replace(house, place=replace(house.place, icon=house.theme.icon_inside))
    return _drawn("message.html", sheet, {}, alone)


def corrections_page(stories: Sequence[Story], house: House) -> str:
    """The latest corrections with their stories, newest first, and the policy where there is one."""
    site, path = house.site, house.place.corrections
    words = words_for(site.language)
    notes = [
        (
            iso(each.at),
            Note(moment(each.at, site.language), each.note, Link(story.fields.headline, at(story.path))),
        )
        for story in stories
        for each in story.fields.corrections
    ]
    notes.sort(key=lambda row: row[0], reverse=True)
    latest = tuple(note for _, note in notes[:NOTES])
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
    return _drawn("corrections.html", sheet, {"notes": latest}, house)


def standards_page(house: House) -> str:
    """What the house has promised its readers, in its own words."""
    site = house.site
    words = words_for(site.language)
    told = (("principles", site.principles), ("policy", site.policy), ("ethics", site.ethics))
    policies = tuple(Policy(words[key], key, _paragraphs(text)) for key, text in told if text)
    crumbs = [Crumb(site.name, "index.html"), Crumb(words["standards"], site.standards)]
    sheet = Sheet(
        path=site.standards,
        title=words["standards"],
        description=clipped(one_line(f"{site.name}: {policies[0].name}. {policies[0].paragraphs[0]}")),
        language=site.language,
        nodes=(structured.breadcrumbs(crumbs, site),),
        properties=(("og:type", "website"),),
    )
    return _drawn("standards.html", sheet, {"policies": policies}, house)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"\n\s*\n", text) if part.strip())


def _drawn(template: str, sheet: Sheet, values: Mapping[str, object], house: House) -> str:
    marked = sheet.path if any(path == sheet.path for _, path in house.place.navigation) else ""
    around = frame(house.site, house.theme, house.place, sheet.language, marked)
    drawn = house.theme.render(template, {"frame": around, **values})
    return framed(sheet, drawn, house.site, house.theme, house.place)


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


def _nodes(listing: Listing, path: str, byline: Sequence[Author], house: House) -> tuple[Json, ...]:
    site, place = house.site, house.place
    if listing.kind == "front":
        return (structured.web_site(site, place),)
    crumbs = structured.breadcrumbs([Crumb(site.name, "index.html"), Crumb(listing.name, path)], site)
    if listing.kind != "author":
        return (crumbs,)
    return (structured.profile(listing.name, byline, path, site), crumbs)


def _byline(stories: Sequence[Story]) -> tuple[Author, ...]:
    """What the newest of them says of its authors."""
    return next((each.fields.byline for each in stories if each.fields.byline), ())


def _picture(stories: Sequence[Story], site: Site) -> tuple[tuple[str, str], ...]:
    """The newest picture, so that a shared list is not bare."""
    rows = (structured.open_graph(story, site) for story in stories if story.shapes)
    return tuple(row for row in next(iter(rows), ()) if row[0].startswith("og:image"))
