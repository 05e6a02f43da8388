"""A story as IPTC ninjs: 1.6 for systems such as Superdesk, 3.1 for new ones. What is not known is left out.

Times are UTC to the second with a Z, since Superdesk drops an item with any other. An address that names no
host is no URI, so pictures and pages are named only once the site has an address.

Every story has both, so each of its texts is made JSON once, and the two files are put together from those.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from deskeditor.document.model import ArticleId
from deskeditor.publish.feeds import identity, json_body, json_text, utf_8
from deskeditor.publish.images import Rendition
from deskeditor.publish.listing import House
from deskeditor.publish.site import Site
from deskeditor.publish.story import Story, one_line
from deskeditor.publish.times import utc_iso

FOLDER = "articles/"

Json = str
"""A text of JSON, empty for what is not said."""


class Subject(NamedTuple):
    """The section or a tag, in each version."""

    first: Json
    third: Json


class Shown(NamedTuple):
    """The lead picture."""

    uri: Json
    caption: Json
    alt: Json
    credit: Json
    files: tuple[tuple[Rendition, Json], ...]
    """Each with its address."""


class Item(NamedTuple):
    """A story with all that both versions say of it, worked out once; `body` is a text of JSON in UTF-8."""

    uri: Json
    page: Json
    language: Json
    headline: Json
    kicker: Json
    title: Json
    slugline: Json
    summary: Json
    located: Json
    authors: Json
    house: Json
    corrections: Json
    published: Json
    modified: Json
    words: int
    body: bytes
    subjects: tuple[Subject, ...]
    picture: Shown | None


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


def item(story: Story, content: str, house: House, library: str) -> Item:
    """The story with its body; addresses in `content` name the host, or start at the file without one."""
    fields, site = story.fields, house.site
    return Item(
        uri=json_text(identity(library, story.article)),
        page=_said(site.absolute(story.path)),
        language=json_text(story.language),
        headline=_said(one_line(fields.headline)),
        kicker=_said(one_line(fields.kicker)),
        title=_said(one_line(fields.seo_title)),
        slugline=_said(_stem(story.path)),
        summary=_said(story.summary),
        located=_said(one_line(fields.dateline)),
        authors=_said(", ".join([each.name for each in fields.byline if each.name.strip()])),
        house=json_text(site.house),
        corrections=_said("\n".join([each.note for each in fields.corrections])),
        published=_said(utc_iso(fields.published)),
        modified=_said(utc_iso(story.modified)),
        words=story.words,
        body=json_body(content),
        subjects=tuple(_subjects(story, house)),
        picture=_shown(story, site, library),
    )


def ninjs_1(item: Item) -> bytes:
    """The item in ninjs 1.6."""
    rows = (
        ("$standard", _STANDARD_1),
        ("uri", item.uri),
        ("type", '"text"'),
        ("mimetype", '"text/html"'),
        ("representationtype", '"complete"'),
        ("pubstatus", '"usable"'),
        ("firstcreated", item.published),
        ("versioncreated", item.modified),
        ("language", item.language),
        ("headline", item.headline),
        ("title", item.title),
        ("slugline", item.slugline),
        ("byline", item.authors),
        ("located", item.located),
        ("description_text", item.summary),
        ("wordcount", str(item.words)),
        ("subject", _array([each.first for each in item.subjects])),
        ("infosource", _array([_object((("name", item.house),))])),
        ("copyrightholder", item.house),
        ("ednote", item.corrections),
        ("altids", item.page and _object((("page", item.page),))),
        ("associations", _picture_1(item, item.picture) if item.picture else ""),
    )
    return b'%s,"body_html":%s}' % (utf_8(_object(rows))[:-1], item.body)


def ninjs_3(item: Item) -> bytes:
    """The item in ninjs 3.1."""
    rows = (
        ("standard", _STANDARD_3),
        ("uri", item.uri),
        ("type", '"text"'),
        ("representationType", '"full"'),
        ("pubStatus", '"usable"'),
        ("firstCreated", item.published),
        ("versionCreated", item.modified),
        ("language", item.language),
        ("headlines", _array([_text("main", item.headline), _text("kicker", item.kicker)])),
        ("title", item.title),
        ("slugline", item.slugline),
        ("by", item.authors),
        ("located", item.located),
        ("descriptions", _array([_text("summary", item.summary)])),
        ("subjects", _array([each.third for each in item.subjects])),
        ("infoSources", _array([_object((("name", item.house),))])),
        ("copyrightHolder", item.house),
        ("edNote", item.corrections),
        ("altIds", item.page and _array([_object((("role", '"page"'), ("value", item.page)))])),
        ("associations", _picture_3(item, item.picture) if item.picture else ""),
    )
    body = b'{"role":"main","contentType":"text/html","wordCount":%d,"value":%s}' % (item.words, item.body)
    return b'%s,"bodies":[%s]}' % (utf_8(_object(rows))[:-1], body)


def _subjects(story: Story, house: House) -> Iterable[Subject]:
    """The section and each tag, as far as they have pages."""
    place, site = house.place, house.site
    section = place.sections.get(story.fields.section)
    if section:
        yield _subject(story.fields.section, "section", section.partition("/")[0], site.absolute(section))
    for tag in story.fields.tags:
        path = place.tags.get(tag)
        if path:
            yield _subject(tag, "tag", _stem(path), site.absolute(path))


@lru_cache(maxsize=4096)
def _subject(name: str, rel: str, code: str, address: str) -> Subject:
    """What many stories share is made once."""
    rows = (("name", json_text(name)), ("rel", json_text(rel)))
    return Subject(
        _object((*rows, ("code", json_text(code)))),
        _object((*rows, ("uri", _said(address)), ("literal", json_text(code)))),
    )


def _shown(story: Story, site: Site, library: str) -> Shown | None:
    """The lead picture, where its files can be named."""
    said = story.fields.lead_picture
    shapes = story.shapes if said and site.base_url else ()
    if said is None or not shapes:
        return None
    return Shown(
        uri=json_text(identity(library, said.media)),
        caption=_said(said.caption),
        alt=_said(said.alt),
        credit=_said(said.credit),
        files=tuple([(each, json_text(site.absolute(each.path))) for each in shapes]),
    )


def _picture_1(item: Item, shown: Shown) -> Json:
    files = [
        f'"{file.shape or "original"}":{{"href":{href},"mimetype":"{file.mime}","width":{file.width},'
        f'"height":{file.height},"sizeinbytes":{file.size}}}'
        for file, href in shown.files
    ]
    rows = (
        ("uri", shown.uri),
        ("type", '"picture"'),
        ("mimetype", '"image/jpeg"'),
        ("pubstatus", '"usable"'),
        ("versioncreated", item.modified),
        ("language", item.language),
        ("headline", item.headline),
        ("description_text", shown.caption),
        ("body_text", shown.alt),
        ("byline", shown.credit),
        ("renditions", f"{{{','.join(files)}}}"),
    )
    return f'{{"featuremedia":{_object(rows)}}}'


def _picture_3(item: Item, shown: Shown) -> Json:
    files = [
        f'{{"name":"{file.shape or "original"}","href":{href},"contentType":"{file.mime}",'
        f'"width":{file.width},"height":{file.height},"sizeInBytes":{file.size}}}'
        for file, href in shown.files
    ]
    rows = (
        ("name", '"featuremedia"'),
        ("rel", '"lead"'),
        ("uri", shown.uri),
        ("type", '"picture"'),
        ("pubStatus", '"usable"'),
        ("versionCreated", item.modified),
        ("language", item.language),
        ("descriptions", _array([_text("caption", shown.caption), _text("alt", shown.alt)])),
        ("by", shown.credit),
        ("renditions", _array(files)),
    )
    return _array([_object(rows)])


def _said(text: str) -> Json:
    return json_text(text) if text else ""


def _text(role: str, value: Json) -> Json:
    return value and f'{{"role":"{role}","contentType":"text/plain","value":{value}}}'


def _object(rows: Iterable[tuple[str, Json]]) -> Json:
    """The object of what is said; the names are ours and need no escape."""
    return "{" + ",".join([f'"{name}":{value}' for name, value in rows if value]) + "}"


def _array(values: Sequence[Json]) -> Json:
    """The array of what is said; nothing where nothing is."""
    said = [value for value in values if value]
    return f"[{','.join(said)}]" if said else ""


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".html")


def _standard(version: str) -> Json:
    schema = f'"http://www.iptc.org/std/ninjs/ninjs-schema_{version}.json#"'
    return _object((("name", '"ninjs"'), ("version", f'"{version}"'), ("schema", schema)))


_STANDARD_1, _STANDARD_3 = _standard("1.6"), _standard("3.1")
