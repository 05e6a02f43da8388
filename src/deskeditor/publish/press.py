"""Makes stories of articles: each body rendered once, each picture made once, every address found."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from typing import NamedTuple

from deskeditor.document.model import ArticleId, MediaHash, Picture
from deskeditor.library.errors import Missing
from deskeditor.library.kept import Kept
from deskeditor.library.records import Article
from deskeditor.library.slugs import headline_key
from deskeditor.library.store import Library
from deskeditor.publish.body import Body, kept_body
from deskeditor.publish.checks.subject import pictures_of
from deskeditor.publish.errors import BadPicture
from deskeditor.publish.images import Renditions, original_of, renditions
from deskeditor.publish.layout import Leads
from deskeditor.publish.listing import House
from deskeditor.publish.markup import at
from deskeditor.publish.shots import shot
from deskeditor.publish.story import Story, opening, up
from deskeditor.publish.views import Shot, Teaser
from deskeditor.render.links import MediaSource, MediaTarget, Targets, resolve

_SIZES = "(min-width: 44rem) 42rem, 100vw"
_TOP = "\0"
"""Stands for the way to the top of the bundle; no text and no address can hold it."""
_CUT_OFF = re.compile(r"\s*(?:\.\.\.|…)\s*$")


class Job(NamedTuple):
    """One story to be made: where its page and its two files for other systems stand, and where it leads."""

    id: ArticleId
    path: str
    items: tuple[str, str]
    leads: Leads


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def job_bytes(job: Job, key: str) -> bytes:
    """The job for keeping, with the hash of all that its story is made from."""
    leads = job.leads
    row = [job.id, job.path, job.items, dict(leads.articles), dict(leads.headlines), leads.related]
    return key.encode() + _JSON.encode(row).encode("utf-8", "surrogatepass")


def read_job(content: bytes | None, key: str) -> Job | None:
    """The job that was kept, None where it was for anything else; raises ValueError where it is none."""
    if content is None or not content.startswith(key.encode()):
        return None
    said = content[len(key) :].decode("utf-8", "surrogatepass")
    try:
        id, path, items, articles, headlines, related = json.loads(said)
        return Job(id, path, tuple(items), Leads(articles, headlines, tuple(map(tuple, related))))
    except TypeError as error:
        raise ValueError("no job of ours") from error


class Pictures:
    """The pictures of one story: each made once, the bad ones named, those that a page shows remembered."""

    def __init__(self, article: Article, library: Library) -> None:
        self._media, self._cache = library.media, library.cache
        self._text = article.document.text
        self._named: dict[MediaHash, Picture] | None = None
        self._made: dict[Picture, Renditions | None] = {}
        self.bad: list[str] = []

    @property
    def used(self) -> tuple[Renditions, ...]:
        """All that were asked for and could be made."""
        return tuple(each for each in self._made.values() if each is not None)

    def lead(self, picture: Picture | None) -> Renditions | None:
        """The lead picture; None where there is none that can be read."""
        return None if picture is None else self._renditions(picture)

    def of_body(self, media: MediaHash) -> Renditions | None:
        """A picture of the body with what is said of it there; None where there is none that can be read."""
        if self._named is None:
            named = reversed(pictures_of(self._text))
            self._named = {
                (name := MediaHash(each.address.removeprefix("media:"))): Picture(
                    name, each.alt, each.caption, each.credit
                )
                for each in named
            }
        return self._renditions(self._named.get(media, Picture(media)))

    def _renditions(self, picture: Picture) -> Renditions | None:
        if picture not in self._made:
            self._made[picture] = None
            try:
                original = original_of(picture, self._media.path(picture.media))
                self._made[picture] = renditions(original, self._cache)
            except BadPicture as error:
                self.bad.append(str(error))
            except Missing:
                pass  # the checks say so
        return self._made[picture]


class Copy:
    """One article on the press, with its body, its pictures and the addresses of all that it names."""

    def __init__(self, library: Library, kept: Kept, house: House, job: Job) -> None:
        article = library.load(job.id)
        self._begin(library, house, job, (article, kept_body(article, kept)))

    @classmethod
    def of(cls, library: Library, house: House, job: Job, known: tuple[Article, Body]) -> "Copy":
        """An article with its body as they are given, saved or not."""
        copy = cls.__new__(cls)
        copy._begin(library, house, job, known)
        return copy

    def _begin(self, library: Library, house: House, job: Job, known: tuple[Article, Body]) -> None:
        self.job = job
        self.house = house
        self.article, self.body = known
        self.pictures = Pictures(self.article, library)
        self._everywhere: str | None = None

    def story(self) -> Story:
        """The story with every address as its own page needs it."""
        fields = self.article.document.fields
        lead = self.pictures.lead(fields.lead_picture)
        said = fields.lead_picture
        return Story(
            article=self.article.id,
            fields=fields,
            path=self.job.path,
            body=self._resolved(up(self.job.path)),
            opening=opening(self.body.html),
            words=self.article.words,
            shot=shot(lead, (said.alt, said.caption, said.credit)) if lead and said else None,
            lead=lead,
            related=tuple(map(_teaser, self.job.leads.related)),
        )

    def machine_body(self, file: str) -> str:
        """The body for a file without a page: addresses name the host, or start at the file without one."""
        site = self.house.site
        return self._resolved(site.base_url, plain=True) if site.base_url else self._resolved(up(file))

    def _resolved(self, top: str, *, plain: bool = False) -> str:
        """The body where `top` leads to the top of the bundle; `plain` pictures are one JPEG each.

        A body without pictures is the same everywhere but for the way to the top, so it is gone through once.
        """
        if "media:" in self.body.html or _TOP in self.body.html:
            return self._led(top, plain=plain)
        if self._everywhere is None:
            self._everywhere = self._led(_TOP, plain=plain)
        return self._everywhere.replace(_TOP, escape(top))

    def _led(self, top: str, *, plain: bool) -> str:
        leads = self.job.leads
        first = iter((not plain and self.article.document.fields.lead_picture is None,))

        def media(name: MediaHash) -> MediaTarget | None:
            made = self.pictures.of_body(name)
            if made is None:
                return None
            target = body_target(shot(made).under(top))
            if plain:
                return MediaTarget(target.src, target.width, target.height)
            # The first picture of a page is seen at once; waiting for it would be seen too.
            return replace(target, eager=next(first, False))

        def to(address: str | None) -> str | None:
            return address if address is None or ":" in address else top + address

        return resolve(
            self.body.html,
            Targets(
                media,
                lambda id: to(leads.articles.get(id)),
                lambda headline: to(leads.headlines.get(headline_key(headline))),
            ),
        )


def body_target(picture: Shot) -> MediaTarget:
    """The picture as the body's renderer wants it."""
    sources = tuple(MediaSource(mime, srcset, _SIZES) for mime, srcset in picture.sources)
    sizes = _SIZES if picture.srcset else ""
    return MediaTarget(picture.src, picture.width, picture.height, sources, picture.srcset, sizes)


def _teaser(related: tuple[str, str, str]) -> Teaser:
    headline, excerpt, address = related
    return Teaser(headline, _CUT_OFF.sub("…", excerpt.strip()), address if ":" in address else at(address))


class Press:
    """An edition's stories for what is no bundle: single pages and books."""

    def __init__(self, copies: Sequence[Copy], house: House, library_id: str) -> None:
        self._copies = {each.article.id: each for each in copies}
        self.articles = tuple(each.article for each in copies)
        self.house = house
        self.library_id = library_id

    def path(self, id: ArticleId) -> str:
        """The bundle path of the article's page."""
        return self._copies[id].job.path

    def alone(self, id: ArticleId) -> tuple[Article, Renditions | None, str]:
        """An article, its lead picture, and its rendered body, for a page that stands by itself."""
        copy = self._copies[id]
        return copy.article, copy.pictures.lead(copy.article.document.fields.lead_picture), copy.body.html

    def picture(self, id: ArticleId, media: MediaHash) -> Renditions | None:
        """A picture of the body with what is said of it there; None where there is none that can be read."""
        return self._copies[id].pictures.of_body(media)

    def leads(self, id: ArticleId) -> Leads:
        """Where the article leads on the site; to nothing where the site has no address."""
        leads, web = self._copies[id].job.leads, self._web
        return Leads(
            {each: web(to) for each, to in leads.articles.items()},
            {each: web(to) for each, to in leads.headlines.items()},
            tuple((headline, excerpt, web(to)) for headline, excerpt, to in leads.related),
        )

    def _web(self, to: str) -> str:
        base = self.house.site.base_url
        return to if ":" in to else base + to if base and to else ""
