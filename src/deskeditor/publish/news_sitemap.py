"""news-sitemap.xml: the stories of the last two days, for Google News."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from deskeditor.publish.feeds import XML, where, xml_text
from deskeditor.publish.listing import House
from deskeditor.publish.story import Story, one_line
from deskeditor.publish.times import parse_time, utc_iso

PATH = "news-sitemap.xml"
STORIES = 1000
"""The most that one file may hold."""

_SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)
_AGE = timedelta(days=2)
_TRADITIONAL = frozenset(("hant", "tw", "hk", "mo"))


def news_sitemap(stories: Sequence[Story], house: House) -> bytes:
    """Of these, newest first, those that are news: the same library gives the same file."""
    count = recent(story.fields.published for story in stories)
    rows = [_row(story, house) for story in stories[:count]]
    return "".join((f"{XML}\n<urlset {_SPACES}>\n", *rows, "</urlset>\n")).encode()


def recent(published: Iterable[str | None]) -> int:
    """How many of these times, newest first, are news: two days from the newest, as far as one file goes."""
    count, newest = 0, None
    for text in published:
        when = parse_time(text)
        newest = newest or when
        if when is None or newest is None or newest - when > _AGE or count == STORIES:
            break
        count += 1
    return count


def news_language(tag: str) -> str:
    """The language as Google News names it: two or three letters, and Chinese by its script."""
    first, *rest = tag.lower().split("-")
    if first != "zh":
        return first
    return "zh-tw" if _TRADITIONAL & set(rest) else "zh-cn"


def _row(story: Story, house: House) -> str:
    return (
        f"<url><loc>{xml_text(where(story.path, house.site))}</loc><news:news><news:publication>"
        f"<news:name>{xml_text(house.site.name)}</news:name>"
        f"<news:language>{news_language(story.language)}</news:language></news:publication>"
        f"<news:publication_date>{utc_iso(story.fields.published)}</news:publication_date>"
        f"<news:title>{xml_text(one_line(story.fields.headline))}</news:title></news:news></url>\n"
    )
