"""Files for machines: the Atom feed, the sitemap, robots.txt."""

import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from xml.sax.saxutils import escape, quoteattr

from deskeditor.publish.listing import House
from deskeditor.publish.site import Site
from deskeditor.publish.story import Story
from deskeditor.publish.times import parse_time, utc_iso

ENTRIES = 50
NEWS = 1000
_SPACE = uuid.UUID("6d7f5f0a-6c4c-5d0e-9a55-2f1d1f4b7c10")
_CANNOT_STAND = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class FeedStory:
    """A story and its body with addresses that hold anywhere; empty while the site has no address."""

    story: Story
    content: str


def xml_text(text: str) -> str:
    """The text as XML holds it; a character that XML cannot hold becomes U+FFFD."""
    return escape(_CANNOT_STAND.sub("\ufffd", text))


def atom(entries: Sequence[FeedStory], house: House, library: str) -> str:
    """The newest stories as Atom; ids come from the library and the article, so they outlive an address."""
    site = house.site
    newest = max((utc_iso(each.story.modified) for each in entries), default="") or "1970-01-01T00:00:00Z"
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(site.language)}>',
        f"<title>{xml_text(site.name)}</title>",
        f"<id>{_identity(library, 'feed')}</id>",
        f"<updated>{newest}</updated>",
        f'<link rel="self" type="application/atom+xml" href={_address(house.place.feed, site)}/>',
        f'<link rel="alternate" type="text/html" href={_address("index.html", site)}/>',
        f"<author><name>{xml_text(site.house)}</name></author>",
        "<generator>deskeditor</generator>",
    ]
    if site.description or site.tagline:
        rows.insert(3, f"<subtitle>{xml_text(site.tagline or site.description)}</subtitle>")
    rows += [_entry(each, house, library) for each in entries]
    return "\n".join((*rows, "</feed>", ""))


def _entry(each: FeedStory, house: House, library: str) -> str:
    story, site = each.story, house.site
    fields = story.fields
    rows = [
        f"<entry xml:lang={_attribute(story.language)}>",
        f"<title>{xml_text(fields.headline)}</title>",
        f"<id>{_identity(library, story.article)}</id>",
        f'<link rel="alternate" type="text/html" href={_address(story.path, site)}/>',
        f"<published>{utc_iso(fields.published)}</published>",
        f"<updated>{utc_iso(story.modified)}</updated>",
        *(
            f"<author><name>{xml_text(author.name)}</name></author>"
            for author in fields.byline
            if author.name
        ),
        *(f"<category term={_attribute(term)}/>" for term in (fields.section, *fields.tags) if term),
    ]
    if story.summary:
        rows.append(f"<summary>{xml_text(story.summary)}</summary>")
    if each.content:
        rows.append(f'<content type="html">{xml_text(each.content)}</content>')
    return "\n".join((*rows, "</entry>"))


def sitemap(pages: Mapping[str, str], house: House) -> str:
    """Every page that may be found, with its last change; relative while the site has no address."""
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    for path, changed in sorted(pages.items()):
        stamp = f"<lastmod>{utc_iso(changed)}</lastmod>" if changed else ""
        rows.append(f"<url><loc>{xml_text(house.site.absolute(path) or path)}</loc>{stamp}</url>")
    return "\n".join((*rows, "</urlset>", ""))


def news_sitemap(stories: Sequence[Story], house: House) -> str:
    """The stories of the last two days before the newest one: the same library gives the same file."""
    site = house.site
    times = {story.path: parse_time(story.fields.published) for story in stories}
    newest = max((when for when in times.values() if when), default=None)
    rows = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">',
    ]
    for story in stories[:NEWS]:
        when = times[story.path]
        if newest and when and newest - when <= timedelta(days=2):
            rows.append(_news(story, site))
    return "\n".join((*rows, "</urlset>", ""))


def _news(story: Story, site: Site) -> str:
    language = story.language.lower().partition("-")[0]
    return (
        f"<url><loc>{xml_text(site.absolute(story.path) or story.path)}</loc><news:news><news:publication>"
        f"<news:name>{xml_text(site.name)}</news:name><news:language>{language}</news:language>"
        f"</news:publication><news:publication_date>{utc_iso(story.fields.published)}</news:publication_date>"
        f"<news:title>{xml_text(story.fields.headline)}</news:title></news:news></url>"
    )


def robots(house: House) -> str:
    """Everyone may read everything; names the sitemaps once the site has an address."""
    addresses = [house.site.absolute(name) for name in ("sitemap.xml", "news-sitemap.xml")]
    return "User-agent: *\nAllow: /\n" + "".join(f"\nSitemap: {each}\n" for each in addresses if each)


def _identity(library: str, name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_SPACE, f'{library}/{name}')}"


def _address(path: str, site: Site) -> str:
    return _attribute(site.absolute(path) or path)


def _attribute(text: str) -> str:
    return quoteattr(_CANNOT_STAND.sub("\ufffd", text))
