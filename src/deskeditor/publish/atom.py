"""feed.xml: the newest stories as Atom (RFC 4287)."""

from collections.abc import Sequence

from deskeditor.publish.feeds import (
    PATHS,
    XML,
    Entry,
    attribute,
    authors,
    element,
    identity,
    latest,
    lead,
    topics,
    where,
    xml_text,
)
from deskeditor.publish.listing import House
from deskeditor.publish.times import utc_iso


def atom(entries: Sequence[Entry], house: House, library: str) -> bytes:
    """The feed; ids come from the library and the article, so they outlive an address."""
    site = house.site
    parts = [
        f'{XML}\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(site.language)}>\n',
        f"<title>{xml_text(site.name)}</title>\n",
        element("subtitle", site.tagline or site.description),
        f"<id>{identity(library, 'feed')}</id>\n",
        f"<updated>{latest(entries) or '1970-01-01T00:00:00Z'}</updated>\n",
        f'<link rel="self" type="application/atom+xml" href={_address(PATHS["atom"], house)}/>\n',
        f'<link rel="alternate" type="text/html" href={_address("index.html", house)}/>\n',
        f"<author><name>{xml_text(site.house)}</name></author>\n",
        "<generator>deskeditor</generator>\n",
        *(_entry(each, house, library) for each in entries),
        "</feed>\n",
    ]
    return "".join(parts).encode()


def _entry(each: Entry, house: House, library: str) -> str:
    story, picture = each.story, lead(each.story)
    parts = [
        f"<entry xml:lang={attribute(story.language)}>\n",
        f"<title>{xml_text(story.fields.headline)}</title>\n",
        f"<id>{identity(library, story.article)}</id>\n",
        f'<link rel="alternate" type="text/html" href={_address(story.path, house)}/>\n',
        f"<published>{utc_iso(story.fields.published)}</published>\n",
        f"<updated>{utc_iso(story.modified)}</updated>\n",
        *(_author(name, page) for name, page in authors(story, house)),
        *(f"<category term={attribute(term)}/>\n" for term in topics(story)),
        element("summary", story.summary),
    ]
    if picture:
        parts.append(
            f'<link rel="enclosure" type="{picture.mime}" length="{picture.size}" '
            f"href={_address(picture.path, house)}/>\n"
        )
    if each.content:
        parts.append(f'<content type="html">{xml_text(each.content)}</content>\n')
    return "".join((*parts, "</entry>\n"))


def _author(name: str, page: str) -> str:
    uri = f"<uri>{xml_text(page)}</uri>" if page else ""
    return f"<author><name>{xml_text(name)}</name>{uri}</author>\n"


def _address(path: str, house: House) -> str:
    return attribute(where(path, house.site))
