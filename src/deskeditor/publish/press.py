"""Turns articles into stories: each body rendered once, each picture made once, each address found once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from deskeditor.document.model import ArticleId, MediaHash, Picture, Related
from deskeditor.library.errors import Missing
from deskeditor.library.records import Article
from deskeditor.library.slugs import headline_key
from deskeditor.library.store import Library
from deskeditor.publish.addresses import slugs, story_paths
from deskeditor.publish.body import Body, body_of
from deskeditor.publish.checks.subject import pictures_of
from deskeditor.publish.errors import BadPicture
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.images import Renditions, original_of, renditions
from deskeditor.publish.listing import House
from deskeditor.publish.redirects import moves
from deskeditor.publish.shots import shot
from deskeditor.publish.site import Site
from deskeditor.publish.story import Place, Story, way
from deskeditor.publish.theme import Theme
from deskeditor.publish.views import Shot, Teaser
from deskeditor.render.links import MediaSource, MediaTarget, Targets, media_in, resolve

_SIZES = "(min-width: 44rem) 42rem, 100vw"


class Press:
    """One export's view of its articles, in the order in which they were asked for."""

    def __init__(self, library: Library, articles: Sequence[Article], site: Site, theme: Theme) -> None:
        self.articles = tuple(articles)
        self.library_id = library.uuid
        self._former = library.former_addresses()
        self._media = library.media
        self._by_id = {article.id: article for article in articles}
        self._sections = slugs(_names(article.document.fields.section for article in articles), "section")
        self._paths = story_paths(articles, self._sections)
        self._headlines = {
            headline_key(each.document.fields.headline): each.id for each in reversed(self.articles)
        }
        self._bodies: dict[ArticleId, Body] = {}
        self._made: dict[Picture, Renditions] = {}
        self._used: dict[str, Renditions] = {}
        self.house = House(site, theme, self._place(theme))

    def path(self, id: ArticleId) -> str:
        """The bundle path of the article's page."""
        return self._paths[id]

    def moves(self) -> dict[str, str]:
        """New path by old path, for each address that a story of this export had before."""
        return moves(self._former, self._paths, self._sections, self._paths)

    def rendered(self, id: ArticleId) -> Body:
        """The body with canonical addresses, rendered once."""
        if id not in self._bodies:
            self._bodies[id] = body_of(self._by_id[id].document)
        return self._bodies[id]

    def story(self, id: ArticleId) -> Story:
        """The story with every address as its own page needs it."""
        article, path = self._by_id[id], self._paths[id]
        fields = article.document.fields
        lead = self._lead(fields.lead_picture)
        said = fields.lead_picture
        return Story(
            article=id,
            fields=fields,
            path=path,
            body=resolve(self.rendered(id).html, self._targets(article, path)),
            words=article.words,
            shot=shot(lead, path, (said.alt, said.caption, said.credit)) if lead and said else None,
            lead=lead,
            related=tuple(self._teaser(each, path) for each in fields.related),
        )

    def machine_body(self, id: ArticleId, file: str) -> str:
        """The body for a file without a page: addresses name the host, or start at the file without one."""
        page = "" if self.house.site.base_url else file
        return resolve(self.rendered(id).html, self._targets(self._by_id[id], page))

    def alone(self, id: ArticleId) -> tuple[Article, Renditions | None, str]:
        """An article, its lead picture, and its rendered body, for a page that stands by itself."""
        article = self._by_id[id]
        return article, self._lead(article.document.fields.lead_picture), self.rendered(id).html

    def picture(self, id: ArticleId, media: MediaHash) -> Renditions | None:
        """A picture of the body with what is said of it there; None where the library lacks it."""
        try:
            return self._renditions(self._in_body(id, media))
        except (Missing, BadPicture):
            return None

    def pictures(self) -> dict[str, bytes]:
        """Every picture file that a page names, by bundle path."""
        found = {file.path: file for made in self._used.values() for file in made.files}
        return {path: found[path].content() for path in sorted(found)}

    def bad_pictures(self) -> list[Finding]:
        """A warning for each picture that cannot be read; a missing one is the checks' affair."""
        found: list[Finding] = []
        for article in self.articles:
            lead = article.document.fields.lead_picture
            wanted = [self._in_body(article.id, each) for each in media_in(self.rendered(article.id).html)]
            for picture in [lead, *wanted] if lead else wanted:
                try:
                    self._renditions(picture)
                except BadPicture as error:
                    found.append(Finding(article.id, Level.WARN, "bad-picture", str(error)))
                except Missing:
                    continue
        return found

    def _in_body(self, id: ArticleId, media: MediaHash) -> Picture:
        named = (
            Picture(media, each.alt, each.caption, each.credit)
            for each in pictures_of(self._by_id[id].document.text)
            if each.address.removeprefix("media:") == media
        )
        return next(named, Picture(media))

    def _lead(self, picture: Picture | None) -> Renditions | None:
        if picture is None:
            return None
        try:
            made = self._renditions(picture)
        except BadPicture:
            return None
        self._used[made.key] = made
        return made

    def _renditions(self, picture: Picture) -> Renditions:
        if picture not in self._made:
            original = original_of(picture, self._media.path(picture.media))
            self._made[picture] = renditions(original, self._media.root / "cache")
        return self._made[picture]

    def _targets(self, article: Article, page: str) -> Targets:
        """Where the body's media and articles are as seen from a page; from no page, with the host."""
        site = self.house.site

        first = iter((bool(page) and article.document.fields.lead_picture is None,))

        def media(name: MediaHash) -> MediaTarget | None:
            made = self.picture(article.id, name)
            if made is None:
                return None
            self._used[made.key] = made
            target = body_target(shot(made, page) if page else with_host(shot(made, ""), site))
            # The first picture of a page is seen at once; waiting for it would be seen too.
            return replace(target, eager=next(first, False))

        def to(id: ArticleId | None) -> str | None:
            path = self._paths.get(id) if id else None
            return None if path is None else way(page, path) if page else site.absolute(path)

        return Targets(media, to, lambda headline: to(self._headlines.get(headline_key(headline))))

    def _teaser(self, related: Related, page: str) -> Teaser:
        id = related.article or self._headlines.get(headline_key(related.headline))
        path = self._paths.get(id) if id else None
        excerpt = re.sub(r"\s*(?:\.\.\.|…)\s*$", "…", related.excerpt.strip())
        return Teaser(related.headline, excerpt, way(page, path) if path else "")

    def _place(self, theme: Theme) -> Place:
        all_fields = [article.document.fields for article in self.articles]
        authors = slugs(_names(each.name for fields in all_fields for each in fields.byline), "author")
        tags = slugs(_names(tag for fields in all_fields for tag in fields.tags), "topic")
        sections = {name: f"{slug}/index.html" for name, slug in self._sections.items()}
        called: dict[str, str] = {}
        for fields in all_fields:
            if fields.section in sections:
                called.setdefault(sections[fields.section], fields.section)
        return Place(
            sections=sections,
            authors={name: f"authors/{slug}.html" for name, slug in authors.items()},
            tags={name: f"tags/{slug}.html" for name, slug in tags.items()},
            navigation=tuple(sorted((name, path) for path, name in called.items())),
            corrections="corrections.html" if any(fields.corrections for fields in all_fields) else "",
            icon=theme.icon,
        )


def body_target(picture: Shot) -> MediaTarget:
    """The picture as the body's renderer wants it."""
    sources = tuple(MediaSource(mime, srcset, _SIZES) for mime, srcset in picture.sources)
    sizes = _SIZES if picture.srcset else ""
    return MediaTarget(picture.src, picture.width, picture.height, sources, picture.srcset, sizes)


def with_host(picture: Shot, site: Site) -> Shot:
    """The JPEG alone, by its public address: a feed reader wants no more."""
    return Shot(site.absolute(picture.src), picture.width, picture.height)


def _names(names: Iterable[str]) -> list[str]:
    return [name for name in names if name.strip()]
