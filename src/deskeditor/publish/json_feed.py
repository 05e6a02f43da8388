"""feed.json: the newest stories as JSON Feed 1.1."""

from collections.abc import Sequence

from deskeditor.publish.feeds import (
    PATHS,
    Entry,
    authors,
    identity,
    json_bytes,
    lead,
    topics,
    where,
)
from deskeditor.publish.listing import House
from deskeditor.publish.structured import Json
from deskeditor.publish.times import utc_iso


def json_feed(entries: Sequence[Entry], house: House, library: str) -> bytes:
    """The feed; what is not known is left out."""
    site = house.site
    icon = "" if house.place.icon.startswith("data:") else site.absolute(house.place.icon)
    whole: Json = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "home_page_url": site.absolute("index.html"),
        "feed_url": site.absolute(PATHS["json"]),
        "description": site.description or site.tagline,
        "icon": icon,
        "authors": [_author(site.house, site.base_url)],
        "language": site.language,
    }
    items = [_item(each, house, library) for each in entries]
    return json_bytes(_said(whole) | {"items": items})


def _item(each: Entry, house: House, library: str) -> Json:
    story, picture = each.story, lead(each.story)
    item: Json = {
        "id": identity(library, story.article),
        "url": where(story.path, house.site),
        "title": story.fields.headline,
        "content_html": each.content,
        "summary": story.summary,
        "image": where(picture.path, house.site) if picture else "",
        "date_published": utc_iso(story.fields.published),
        "date_modified": utc_iso(story.modified),
        "authors": [_author(name, page) for name, page in authors(story, house)],
        "tags": list(topics(story)),
        "language": story.language,
    }
    if picture:
        file = {
            "url": where(picture.path, house.site),
            "mime_type": picture.mime,
            "size_in_bytes": picture.size,
        }
        item["attachments"] = [file]
    return _said(item) | {"content_html": each.content}


def _author(name: str, page: str) -> Json:
    return _said({"name": name, "url": page})


def _said(node: Json) -> Json:
    return {key: value for key, value in node.items() if value not in ("", [])}
