"""news-sitemap.xml: the stories of the last two days, for Google News."""

from collections.abc import Sequence
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
    """Of these, newest first, those within two days of the newest: the same library gives the same file."""
    timed = [
        (when, story)
        for story in stories[:STORIES]
        if (when := parse_time(story.fields.published)) is not None
    ]
    newest = max((when for when, _ in timed), default=None)
    rows = [_row(story, house) for when, story in timed if newest is not None and newest - when <= _AGE]
    return "".join((f"{XML}\n<urlset {_SPACES}>\n", *rows, "</urlset>\n")).encode()


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
