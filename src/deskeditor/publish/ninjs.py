"""A story as IPTC ninjs: 1.6 for systems such as Superdesk, 3.1 for new ones. What is not known is left out.

Times are UTC to the second with a Z, since Superdesk drops an item with any other. An address that names no
host is no URI, so pictures and pages are named only once the site has an address.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from deskeditor.document.model import ArticleId, Picture
from deskeditor.publish.feeds import identity, json_bytes
from deskeditor.publish.listing import House
from deskeditor.publish.story import Story, one_line
from deskeditor.publish.structured import Json
from deskeditor.publish.times import utc_iso

FOLDER = "articles/"
_STANDARD = {
    version: {
        "name": "ninjs",
        "version": version,
        "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json#",
    }
    for version in ("1.6", "3.1")
}


@dataclass(frozen=True, slots=True)
class Item:
    """A story with all that both versions say of it, worked out once."""

    story: Story
    content: str
    uri: str
    picture: str
    page: str
    published: str
    modified: str
    authors: str
    corrections: str
    subjects: tuple[tuple[str, str, str, str], ...]
    house: House


def paths(pages: Iterable[tuple[ArticleId, str]]) -> dict[ArticleId, tuple[str, str]]:
    """Where each story of `pages`, newest first, has its 1.6 and 3.1 files: named like its page."""
    taken: set[str] = set()
    found: dict[ArticleId, tuple[str, str]] = {}
    for article, page in reversed(list(pages)):
        stem = _stem(page)
        if stem in taken:
            stem = f"{stem}-{article}"
        taken.add(stem)
        found[article] = f"{FOLDER}{stem}.ninjs.json", f"{FOLDER}{stem}.ninjs3.json"
    return found


def _stem(page: str) -> str:
    return page.rpartition("/")[2].removesuffix(".html")


def item(story: Story, content: str, house: House, library: str) -> Item:
    """The story with its body; addresses in `content` name the host, or start at the file without one."""
    fields, site = story.fields, house.site
    return Item(
        story=story,
        content=content,
        uri=identity(library, story.article),
        picture=identity(library, fields.lead_picture.media) if fields.lead_picture else "",
        page=site.absolute(story.path),
        published=utc_iso(fields.published),
        modified=utc_iso(story.modified),
        authors=", ".join(each.name for each in fields.byline if each.name.strip()),
        corrections="\n".join(each.note for each in fields.corrections),
        subjects=tuple(_subjects(story, house)),
        house=house,
    )


def ninjs_1(item: Item) -> bytes:
    """The item in ninjs 1.6."""
    fields, house = item.story.fields, item.house.site.house
    node: Json = {
        "$standard": _STANDARD["1.6"],
        "uri": item.uri,
        "type": "text",
        "mimetype": "text/html",
        "representationtype": "complete",
        "pubstatus": "usable",
        "firstcreated": item.published,
        "versioncreated": item.modified,
        "language": item.story.language,
        "headline": one_line(fields.headline),
        "title": one_line(fields.seo_title),
        "slugline": _stem(item.story.path),
        "byline": item.authors,
        "located": fields.dateline,
        "description_text": item.story.summary,
        "body_html": item.content,
        "wordcount": item.story.words,
        "subject": [{"name": name, "rel": rel, "code": code} for name, rel, code, _ in item.subjects],
        "infosource": [{"name": house}],
        "copyrightholder": house,
        "ednote": item.corrections,
        "altids": {"page": item.page} if item.page else "",
        "associations": _picture_1(item),
    }
    return json_bytes(_said(node))


def ninjs_3(item: Item) -> bytes:
    """The item in ninjs 3.1."""
    fields, house = item.story.fields, item.house.site.house
    body = {
        "role": "main",
        "contentType": "text/html",
        "wordCount": item.story.words,
        "value": item.content,
    }
    node: Json = {
        "standard": _STANDARD["3.1"],
        "uri": item.uri,
        "type": "text",
        "representationType": "full",
        "pubStatus": "usable",
        "firstCreated": item.published,
        "versionCreated": item.modified,
        "language": item.story.language,
        "headlines": _texts(("main", fields.headline), ("kicker", fields.kicker)),
        "title": one_line(fields.seo_title),
        "slugline": _stem(item.story.path),
        "by": item.authors,
        "located": fields.dateline,
        "descriptions": _texts(("summary", item.story.summary)),
        "bodies": [body],
        "subjects": [
            _said({"name": name, "rel": rel, "uri": uri, "literal": code})
            for name, rel, code, uri in item.subjects
        ],
        "infoSources": [{"name": house}],
        "copyrightHolder": house,
        "edNote": item.corrections,
        "altIds": [{"role": "page", "value": item.page}] if item.page else "",
        "associations": _picture_3(item),
    }
    return json_bytes(_said(node))


def _subjects(story: Story, house: House) -> Iterable[tuple[str, str, str, str]]:
    """Name, relation, code and public address of the section and of each tag."""
    place, site = house.place, house.site
    rows = [(story.fields.section, "section", place.sections.get(story.fields.section, ""))]
    rows += [(tag, "tag", place.tags.get(tag, "")) for tag in story.fields.tags]
    for name, rel, path in rows:
        if name.strip() and path:
            code = path.removesuffix("/index.html").removesuffix(".html").rpartition("/")[2]
            yield name, rel, code, site.absolute(path)


def _pictured(item: Item) -> Picture | None:
    """The lead picture where its files can be named."""
    return item.story.fields.lead_picture if item.story.shapes and item.house.site.base_url else None


def _picture_1(item: Item) -> Json | str:
    said, site = _pictured(item), item.house.site
    if said is None:
        return ""
    renditions = {
        each.shape or "original": {
            "href": site.absolute(each.path),
            "mimetype": each.mime,
            "width": each.width,
            "height": each.height,
        }
        for each in item.story.shapes
    }
    node: Json = {
        "uri": item.picture,
        "type": "picture",
        "mimetype": "image/jpeg",
        "pubstatus": "usable",
        "versioncreated": item.modified,
        "language": item.story.language,
        "headline": one_line(item.story.fields.headline),
        "description_text": said.caption,
        "body_text": said.alt,
        "byline": said.credit,
        "renditions": renditions,
    }
    return {"featuremedia": _said(node)}


def _picture_3(item: Item) -> list[Json] | str:
    said, site = _pictured(item), item.house.site
    if said is None:
        return ""
    renditions = [
        {
            "name": each.shape or "original",
            "href": site.absolute(each.path),
            "contentType": each.mime,
            "width": each.width,
            "height": each.height,
        }
        for each in item.story.shapes
    ]
    node: Json = {
        "name": "featuremedia",
        "rel": "lead",
        "uri": item.picture,
        "type": "picture",
        "pubStatus": "usable",
        "versionCreated": item.modified,
        "language": item.story.language,
        "descriptions": _texts(("caption", said.caption), ("alt", said.alt)),
        "by": said.credit,
        "renditions": renditions,
    }
    return [_said(node)]


def _texts(*rows: tuple[str, str]) -> list[Json]:
    return [
        {"role": role, "contentType": "text/plain", "value": one_line(text)}
        for role, text in rows
        if text.strip()
    ]


def _said(node: Json) -> Json:
    return {key: value for key, value in node.items() if value not in ("", [])}
