"""rss.xml: the newest stories as RSS 2.0, with full text and credited pictures."""

from collections.abc import Sequence
from datetime import UTC
from html import escape

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
from deskeditor.publish.story import Story
from deskeditor.publish.times import parse_time

_SPACES = (
    'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
)


def rss(entries: Sequence[Entry], house: House, library: str) -> bytes:
    """The feed; a guid is the story's lasting name and no address, so that a moved story is not a new one."""
    site = house.site
    home, own = where("index.html", site), where(PATHS["rss"], site)
    parts = [
        f'{XML}\n<rss version="2.0" {_SPACES}>\n<channel>\n',
        f"<title>{xml_text(site.name)}</title>\n",
        f"<link>{xml_text(home)}</link>\n",
        f"<description>{_html_text(site.description or site.tagline or site.name)}</description>\n",
        f"<language>{site.language.lower()}</language>\n",
        element("lastBuildDate", rfc_822(latest(entries))),
        "<generator>deskeditor</generator>\n",
        f'<atom:link rel="self" type="application/rss+xml" href={attribute(own)}/>\n',
        *(_item(each, house, library) for each in entries),
        "</channel>\n</rss>\n",
    ]
    return "".join(parts).encode()


def rfc_822(text: str | None) -> str:
    """The instant as `Wed, 20 Aug 2025 19:30:00 +0000`; empty where there is none."""
    from email.utils import format_datetime  # for a feed that is made, not for one that is amended

    when = parse_time(text)
    return "" if when is None else format_datetime(when.astimezone(UTC))


def _item(each: Entry, house: House, library: str) -> str:
    story = each.story
    parts = [
        "<item>\n",
        f"<title>{xml_text(story.fields.headline)}</title>\n",
        f"<link>{xml_text(where(story.path, house.site))}</link>\n",
        f'<guid isPermaLink="false">{identity(library, story.article)}</guid>\n',
        f"<pubDate>{rfc_822(story.fields.published)}</pubDate>\n",
        *(element("dc:creator", name) for name, _ in authors(story, house)),
        *(element("category", term) for term in topics(story)),
    ]
    if story.summary:
        parts.append(f"<description>{_html_text(story.summary)}</description>\n")
    if each.content:
        parts.append(f"<content:encoded>{xml_text(each.content)}</content:encoded>\n")
    return "".join((*parts, _picture(story, house), "</item>\n"))


def _picture(story: Story, house: House) -> str:
    """The lead picture twice: as the enclosure every reader knows, and with its credit and caption."""
    file, said = lead(story), story.fields.lead_picture
    if file is None or said is None:
        return ""
    source = f'url={attribute(where(file.path, house.site))} type="{file.mime}"'
    return (
        f'<enclosure {source} length="{file.size}"/>\n'
        f'<media:content {source} medium="image" width="{file.width}" height="{file.height}" '
        f'fileSize="{file.size}">\n'
        + element("media:credit", said.credit)
        + element("media:description", said.caption or said.alt)
        + "</media:content>\n"
    )


def _html_text(text: str) -> str:
    """A text where RSS holds HTML: its signs must come out as themselves after both are undone."""
    return xml_text(escape(text, quote=False))
