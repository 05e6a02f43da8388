"""Chosen stories as one book, EPUB 3.3: readable with the network off, the same bytes each time."""

import io
import uuid
import zipfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from deskeditor.document.model import ArticleId, Fields
from deskeditor.library.slugs import headline_key
from deskeditor.publish.archive import store
from deskeditor.publish.epub_front import Cover, contents_page, cover_page
from deskeditor.publish.epub_package import GENERATOR, PACKAGE, Book, Item, package
from deskeditor.publish.epub_story import (
    Chapter,
    Contents,
    Copy,
    chapter,
    for_screen,
    headline_of,
    language_of,
    picture_path,
)
from deskeditor.publish.errors import Refused
from deskeditor.publish.images import Rendition
from deskeditor.publish.press import Press
from deskeditor.publish.site import Site
from deskeditor.publish.times import moment, parse_time, utc_iso
from deskeditor.resources import resource

MIMETYPE = b"application/epub+zip"
FOLDER = "EPUB"
CONTAINER = f"""<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="{FOLDER}/{PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
PAGE, PICTURE = "application/xhtml+xml", "image/jpeg"
_SPACE = uuid.UUID("1a0c1c5e-33f0-5f0b-8a37-5f6f0c9f2d11")
_EARLIEST = "1970-01-01T00:00:00Z"

Told = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Edition:
    """The stories of a book in their order, who publishes them, and the library that they are from."""

    copies: tuple[Copy, ...]
    site: Site
    library: str

    @property
    def fields(self) -> tuple[Fields, ...]:
        """The fields of each story."""
        return tuple(copy.article.document.fields for copy in self.copies)


def book(press: Press, told: Told) -> bytes:
    """The press's stories as a book, in its order."""
    copies = tuple(_copy(press, article.id) for article in press.articles)
    return book_of(Edition(copies, press.house.site, press.library_id), told)


def _copy(press: Press, id: ArticleId) -> Copy:
    article, lead, html = press.alone(id)
    address = press.house.site.absolute(press.path(id))
    return Copy(article, html, lead, lambda name: press.picture(id, name), address)


def book_of(edition: Edition, told: Told) -> bytes:
    """The book of these stories, one chapter each."""
    copies = edition.copies
    contents = Contents(
        frozenset(copy.article.id for copy in copies),
        {headline_key(copy.article.document.fields.headline): copy.article.id for copy in reversed(copies)},
    )
    chapters = []
    for count, copy in enumerate(copies, 1):
        told(headline_of(copy.article), count, len(copies))
        chapters.append(chapter(copy, contents, headline_key))
    cover = _cover(edition)
    files = {
        PACKAGE: package(_about(edition, cover, chapters)).encode(),
        "nav.xhtml": contents_page(cover, chapters).encode(),
        "cover.xhtml": cover_page(cover, chapters).encode(),
        "book.css": resource("epub/book.css").read_bytes().replace(b"\r\n", b"\n"),
        **{each.path: each.content.encode() for each in chapters},
        **{picture_path(each): each.content() for each in _pictures(chapters)},
    }
    rows = [("mimetype", MIMETYPE), ("META-INF/container.xml", CONTAINER.encode())]
    held = io.BytesIO()
    store([*rows, *((f"{FOLDER}/{path}", content) for path, content in files.items())], held)
    return held.getvalue()


def may_replace(out: Path) -> None:
    """Refuse a file that is there and is no book of ours."""
    if out.is_symlink() or out.is_dir():
        raise Refused(f"{out.name} is a link or a folder. Nothing was written. Name another file.")
    if not out.exists():
        return
    try:
        with zipfile.ZipFile(out) as archive:
            ours = GENERATOR.encode() in archive.read(f"{FOLDER}/{PACKAGE}")
    except (OSError, KeyError, zipfile.BadZipFile):
        ours = False
    if not ours:
        raise Refused(f"{out.name} is no book of ours. Nothing was touched. Name another file.")


def _cover(edition: Edition) -> Cover:
    copies, name = edition.copies, edition.site.name
    tongues = [language_of(each) for each in edition.fields]
    language = edition.site.language if edition.site.language in tongues else tongues[0]
    days = _days(edition.fields, language)
    alone = headline_of(copies[0].article) if len(copies) == 1 else ""
    title = alone or ", ".join(filter(None, (name, days)))
    led = [copy for copy in copies if copy.lead]
    newest = max(led, key=lambda copy: utc_iso(copy.article.document.fields.published), default=None)
    if newest is None or newest.lead is None:
        return Cover(title, language, name, days, None, "")
    said = newest.article.document.fields.lead_picture
    return Cover(title, language, name, days, for_screen(newest.lead), said.alt if said else "")


def _days(fields: Sequence[Fields], language: str) -> str:
    """The day of the stories, or the first and the last, in their own zones."""
    known = sorted((when, each.published) for each in fields if (when := parse_time(each.published)))
    if not known:
        return ""
    ends = [moment(text, language) for _, text in (known[0], known[-1])]
    return " – ".join(dict.fromkeys(each.day for each in ends if each))


def _about(edition: Edition, cover: Cover, chapters: Sequence[Chapter]) -> Book:
    fields = edition.fields
    tongues = dict.fromkeys((cover.language, *(each.language for each in chapters)))
    authors = dict.fromkeys(" ".join(who.name.split()) for each in fields for who in each.byline)
    selection = "\n".join((edition.library, *(each.id for each in chapters)))
    pictures = _pictures(chapters)
    return Book(
        identity=f"urn:uuid:{uuid.uuid5(_SPACE, selection)}",
        title=cover.title,
        languages=tuple(tongues),
        creators=tuple(filter(None, authors)),
        publisher=edition.site.house,
        published=max((utc_iso(each.published) for each in fields), default=""),
        modified=max((utc_iso(when) for each in fields for when in _times(each)), default="") or _EARLIEST,
        pictured=bool(pictures),
        flaws=frozenset().union(*(each.flaws for each in chapters)),
        items=tuple(_items(cover, chapters, pictures)),
    )


def _times(fields: Fields) -> tuple[str | None, ...]:
    return (fields.published, fields.updated, *(each.at for each in fields.corrections))


def _pictures(chapters: Sequence[Chapter]) -> tuple[Rendition, ...]:
    """Each picture once, by its path."""
    found = {each.path: each for made in chapters for each in made.pictures}
    return tuple(each for _, each in sorted(found.items()))


def _items(cover: Cover, chapters: Sequence[Chapter], pictures: Sequence[Rendition]) -> Iterable[Item]:
    front = cover.picture.path if cover.picture else ""
    yield Item("cover", "cover.xhtml", PAGE, spine=True)
    yield Item("nav", "nav.xhtml", PAGE, "nav", spine=True)
    yield from (Item(f"story-{each.id}", each.path, PAGE, spine=True) for each in chapters)
    yield Item("style", "book.css", "text/css")
    for count, picture in enumerate(pictures, 1):
        properties = "cover-image" if picture.path == front else ""
        yield Item(f"picture-{count}", picture_path(picture), PICTURE, properties)
