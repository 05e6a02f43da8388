"""All pages of a bundle: the stories, and the lists that lead to them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from deskeditor.publish.listing import House, Listing, corrections_page, list_pages, message_page
from deskeditor.publish.page import article_page
from deskeditor.publish.story import Story
from deskeditor.publish.times import utc_iso


def all_pages(stories: Sequence[Story], house: House) -> dict[str, str]:
    """Every page by its bundle path."""
    made = {story.path: article_page(story, house.site, house.theme, house.place) for story in stories}
    for listing in listings(stories, house):
        made |= list_pages(listing, house)
    made["404.html"] = message_page(house)
    if house.place.corrections:
        made[house.place.corrections] = corrections_page(stories, house)
    return made


def listings(stories: Sequence[Story], house: House) -> list[Listing]:
    """The front page and one list for each section, author and topic."""
    place = house.place
    lists = [Listing("front", house.site.name, "index.html", tuple(stories))]
    lists += _grouped("section", place.sections, stories, lambda story: (story.fields.section,))
    lists += _grouped(
        "author", place.authors, stories, lambda story: [each.name for each in story.fields.byline]
    )
    lists += _grouped("tag", place.tags, stories, lambda story: story.fields.tags)
    return lists


def indexed(stories: Sequence[Story], house: House) -> dict[str, str]:
    """Every page that may be found, with the latest change of what it shows."""
    found = {story.path: story.modified or "" for story in stories}
    for listing in listings(stories, house):
        latest = _latest(listing.stories)
        found.update(dict.fromkeys(listing.pages(), latest))
    if house.place.corrections:
        found[house.place.corrections] = _latest([story for story in stories if story.fields.corrections])
    return found


def _latest(stories: Sequence[Story]) -> str:
    return max((utc_iso(story.modified) for story in stories), default="")


def _grouped(
    kind: str,
    paths: Mapping[str, str],
    stories: Sequence[Story],
    names_of: Callable[[Story], Iterable[str]],
) -> list[Listing]:
    """One list a page, called as its newest story spells it."""
    by_path: dict[str, tuple[str, dict[str, Story]]] = {}
    for story in stories:
        for name in names_of(story):
            path = paths.get(name)
            if path:
                by_path.setdefault(path, (name, {}))[1][story.path] = story
    return [Listing(kind, name, path, tuple(held.values())) for path, (name, held) in sorted(by_path.items())]
