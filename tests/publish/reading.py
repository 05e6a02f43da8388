"""The feeds of a bundle as a reader takes them: each story as one row, whatever the format."""

import json
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import unescape

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@dataclass(frozen=True)
class Row:
    """What all three feeds say of one story."""

    id: str
    title: str
    link: str
    published: datetime
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    summary: str
    content: str


def atom_rows(text: str | bytes) -> list[Row]:
    """The entries of feed.xml."""
    return [
        Row(
            said(entry, f"{ATOM}id"),
            said(entry, f"{ATOM}title"),
            next(
                each.get("href", "") for each in entry.iter(f"{ATOM}link") if each.get("rel") == "alternate"
            ),
            datetime.fromisoformat(said(entry, f"{ATOM}published")),
            tuple(said(each, f"{ATOM}name") for each in entry.iter(f"{ATOM}author")),
            tuple(each.get("term", "") for each in entry.iter(f"{ATOM}category")),
            said(entry, f"{ATOM}summary"),
            said(entry, f"{ATOM}content"),
        )
        for entry in ET.fromstring(text).iter(f"{ATOM}entry")
    ]


def rss_rows(text: str | bytes) -> list[Row]:
    """The items of rss.xml; its description is HTML, so it is undone once more."""
    return [
        Row(
            said(item, "guid"),
            said(item, "title"),
            said(item, "link"),
            parsedate_to_datetime(said(item, "pubDate")),
            tuple(each.text or "" for each in item.iter(f"{DC}creator")),
            tuple(each.text or "" for each in item.iter("category")),
            unescape(said(item, "description")),
            said(item, f"{CONTENT}encoded"),
        )
        for item in ET.fromstring(text).iter("item")
    ]


def json_rows(text: str | bytes) -> list[Row]:
    """The items of feed.json."""
    return [
        Row(
            item["id"],
            item.get("title", ""),
            item["url"],
            datetime.fromisoformat(item["date_published"]),
            tuple(each["name"] for each in item["authors"]),
            tuple(item.get("tags", ())),
            item.get("summary", ""),
            item["content_html"],
        )
        for item in json.loads(text)["items"]
    ]


def said(element: ET.Element, name: str) -> str:
    """The text of a child, empty where there is none."""
    return element.findtext(name) or ""
