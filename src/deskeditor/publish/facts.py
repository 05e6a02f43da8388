"""What a bundle must know of a story without opening it: enough to say where it stands and who shows it."""

import json
from collections.abc import Iterable
from sys import intern
from typing import NamedTuple

from deskeditor.document.model import ArticleId, Document, Fields, MediaHash, Related
from deskeditor.library.hashing import canonical_fields, whole
from deskeditor.library.slugs import headline_key
from deskeditor.publish.body import Body
from deskeditor.publish.recipe import digest
from deskeditor.publish.story import one_line, opening
from deskeditor.publish.times import parse_time, utc_iso
from deskeditor.render.links import articles_in, headlines_in, media_in


class Facts(NamedTuple):
    """A story's own facts, kept under the hash of its text.

    `face` is a hash of all that others show of it, `month` the folders of its date, `modified` and `latest`
    are in UTC, `links` the articles and `cards` the headlines that its body leads to.
    """

    face: str
    headline: str
    teaser: str
    section: str
    published: str
    month: str
    modified: str
    latest: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    links: tuple[ArticleId, ...]
    cards: tuple[str, ...]
    related: tuple[tuple[str, str, ArticleId | None], ...]
    media: tuple[MediaHash, ...]
    pictured: bool
    corrected: bool

    @property
    def key(self) -> str:
        """The headline as other stories name it, whatever its case and quotes."""
        return headline_key(self.headline)


def facts_of(document: Document, body: Body) -> Facts:
    """The facts of a document and its rendered body."""
    fields = document.fields
    first = opening(body.html)
    lead = (fields.lead_picture.media,) if fields.lead_picture else ()
    return Facts(
        face=digest(whole(canonical_fields(fields)), first),
        headline=fields.headline,
        teaser=one_line(fields.standfirst),
        section=fields.section,
        published=fields.published or "",
        month=_month(fields.published),
        modified=max(map(utc_iso, _times(fields)), default=""),
        latest=max(map(utc_iso, (*_times(fields), fields.embargo)), default=""),
        authors=tuple(author.name for author in fields.byline if author.name.strip()),
        tags=tuple(tag for tag in fields.tags if tag.strip()),
        links=articles_in(body.html),
        cards=tuple(headline_key(each) for each in headlines_in(body.html)),
        related=tuple(map(_relation, fields.related)),
        media=tuple(dict.fromkeys((*lead, *media_in(body.html)))),
        pictured=bool(lead),
        corrected=bool(fields.corrections),
    )


def to_json(facts: Facts) -> str:
    """The facts as one line."""
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def from_json(lines: Iterable[str]) -> list[Facts]:
    """The facts of many stories at once; raises ValueError where a line is none of ours."""
    rows = json.loads(f"[{','.join(lines)}]")
    try:
        return [_facts(row) for row in rows]
    except (TypeError, IndexError) as error:
        raise ValueError("these are no facts of stories") from error


def _facts(row: list[object]) -> Facts:
    made = Facts._make(row)
    if len(made.face) != 32:
        raise ValueError(f"no face of a story: {made.face}")
    # What thousands of stories share is held once.
    return made._replace(
        section=intern(made.section),
        month=intern(made.month),
        authors=tuple(map(intern, made.authors)),
        tags=tuple(map(intern, made.tags)),
    )


def _times(fields: Fields) -> tuple[str | None, ...]:
    return fields.published, fields.updated, *(each.at for each in fields.corrections)


def _month(published: str | None) -> str:
    when = parse_time(published)
    return f"{when.year:04}/{when.month:02}/" if when else ""


def _relation(related: Related) -> tuple[str, str, ArticleId | None]:
    return related.headline, related.excerpt, related.article
