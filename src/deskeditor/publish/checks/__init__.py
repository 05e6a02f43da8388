"""What an article lacks before it can leave, looked for by one small function a rule."""

from collections.abc import Iterable, Iterator

from deskeditor.document.model import ArticleId, Status
from deskeditor.library.errors import Missing
from deskeditor.library.records import Article, ListView
from deskeditor.library.store import Library
from deskeditor.publish.body import Body, body_of
from deskeditor.publish.checks import fields, links, text
from deskeditor.publish.checks.subject import Check, Remark, Standing, Subject
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.times import export_time

__all__ = ["TABLE", "Check", "Remark", "Standing", "Subject", "Subjects", "check", "findings_of"]

TABLE = (
    Check("status", Level.BLOCK, fields.status),
    Check("embargo", Level.BLOCK, fields.embargo),
    Check("headline", Level.BLOCK, fields.headline),
    Check("published", Level.BLOCK, fields.published),
    Check("updated", Level.BLOCK, fields.updated),
    Check("language", Level.BLOCK, fields.language),
    Check("correction", Level.BLOCK, fields.corrections),
    Check("empty", Level.BLOCK, text.empty),
    Check("placeholder", Level.BLOCK, text.placeholder),
    Check("missing-media", Level.BLOCK, links.missing_media),
    Check("alt", Level.BLOCK, links.alternative_text),
    Check("dead-link", Level.BLOCK, links.dead_link),
    Check("dead-anchor", Level.BLOCK, links.dead_anchor),
    Check("heading-order", Level.BLOCK, text.heading_order),
    Check("broken-letters", Level.BLOCK, text.broken_letters),
    Check("byline", Level.WARN, fields.byline),
    Check("section", Level.WARN, fields.section),
    Check("dateline", Level.WARN, fields.dateline),
    Check("description", Level.WARN, fields.description),
    Check("lead-picture", Level.WARN, fields.lead_picture),
    Check("headline-length", Level.WARN, fields.headline_length),
    Check("duplicate-slug", Level.WARN, fields.duplicate_address),
    Check("caption", Level.WARN, links.caption),
    Check("credit", Level.WARN, links.credit),
    Check("remote-media", Level.WARN, links.remote_media),
    Check("unpublished-link", Level.WARN, links.unpublished_link),
    Check("waiting-card", Level.WARN, links.waiting_card),
    Check("related", Level.WARN, fields.related),
    Check("leftover", Level.WARN, text.leftovers),
    Check("clipped", Level.WARN, text.clipped),
    Check("not-shown", Level.WARN, text.not_shown),
    Check("mixed-quotes", Level.WARN, text.mixed_quotes),
    Check("unbalanced-quotes", Level.WARN, text.unbalanced_quotes),
    Check("doubled-word", Level.WARN, text.doubled_word),
)
"""Every rule, blocks first: findings of an article come in this order."""


def check(
    library: Library, articles: Iterable[ArticleId] | None, now: str | None = None
) -> tuple[Finding, ...]:
    """What stands between these articles and their readers; without any, of all that are alive.

    Raises Missing for an id that is not there.
    """
    subjects = Subjects(library, export_time(now).isoformat())
    ids = tuple(articles) if articles is not None else tuple(_alive(library))
    return tuple(finding for id in ids for finding in findings_of(subjects(library.load(id))))


def findings_of(subject: Subject) -> tuple[Finding, ...]:
    """The table walked over one article."""
    return tuple(
        Finding(subject.article, row.level, row.rule, remark.message, remark.start, remark.end)
        for row in TABLE
        for remark in row.look(subject)
    )


class Subjects:
    """Makes subjects of articles, asking the library once for what may leave."""

    def __init__(self, library: Library, now: str) -> None:
        self._library = library
        self._now = export_time(now)
        self._out = frozenset(version.id for version in library.publishable_versions(now))

    def __call__(self, article: Article, body: Body | None = None) -> Subject:
        """The article as checks see it; the body is rendered unless it is given."""
        document = article.document
        body = body or body_of(document)
        return Subject(
            article=article.id,
            slug=article.slug,
            fields=document.fields,
            text=document.text,
            html=body.html,
            troubles=body.troubles,
            now=self._now,
            standing=self._standing,
            called=self._library.find_headline,
            has_media=self._library.media.has,
        )

    def _standing(self, article: ArticleId) -> Standing:
        if article in self._out:
            return Standing.OUT
        try:
            self._library.find(article)
        except Missing:
            return Standing.MISSING
        return Standing.INSIDE


def _alive(library: Library) -> Iterator[ArticleId]:
    cursor = None
    while True:
        page = library.page(ListView(), cursor, 500)
        yield from (row.id for row in page.rows if row.status is not Status.KILLED)
        cursor = page.next
        if cursor is None:
            return
