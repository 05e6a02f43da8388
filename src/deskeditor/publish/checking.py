"""Checks before anything is exported: the same that an export looks at, page and all, and nothing is written.

A story that may leave is looked at as in an export of now. Any other is set up as if it left with them, so
that its page can be looked at before its time.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from deskeditor.document.model import ArticleId, Status
from deskeditor.library.errors import DamagedText
from deskeditor.library.kept import Kept
from deskeditor.library.records import Article, ListView, Version
from deskeditor.library.store import Library
from deskeditor.publish.body import Body, kept_body
from deskeditor.publish.checks import Subjects
from deskeditor.publish.edition import Edition
from deskeditor.publish.facts import facts_of
from deskeditor.publish.findings import Finding, Level, by_weight
from deskeditor.publish.gathering import Gather, gathered, kept_related
from deskeditor.publish.goal import Options, site_of, theme_of
from deskeditor.publish.layout import Layout
from deskeditor.publish.listing import House
from deskeditor.publish.press import Copy
from deskeditor.publish.proofreading import before_printing, blocks, files_of, on_page
from deskeditor.publish.room import Room
from deskeditor.publish.selection import changed_since
from deskeditor.publish.theme import Theme
from deskeditor.publish.times import export_time

WAITING = frozenset(("status", "embargo", "hold", "published"))
"""Rules that keep a story inside until its time, or until a hold is settled; its page is looked at before."""

DAMAGED = "damaged"
"""The rule that an article is what was saved."""

Draft = tuple[Article, Body]


class Proofreader:
    """Proofreads articles of one library at one time; `options` are those of the export that is meant."""

    def __init__(self, library: Library, kept: Kept, options: Options, gather: Gather) -> None:
        self._library = library
        self._kept = kept
        self._gather = gather
        self._now = export_time(options.now)
        self._site = site_of(library, options)
        self._look = theme_of(library, options)
        held = {each.id for each in library.unsound()}
        versions = library.publishable_versions(self._now.isoformat())
        self._versions = tuple(each for each in versions if each.id not in held)
        self.leaving = frozenset(each.id for each in self._chosen(options))
        self._subjects = Subjects(library, self._now.isoformat())

    def of(self, articles: Sequence[ArticleId]) -> Iterator[tuple[Finding, ...]]:
        """What is found of each, what blocks first; raises Missing for an id that is not there."""
        damaged = {id: found for id in articles if (found := damage(self._library, id)) is not None}
        waiting = [
            _version(self._library.load(id))
            for id in articles
            if id not in self.leaving and id not in damaged
        ]
        early = self._with(waiting) if waiting else self._edition
        for id in articles:
            if id in damaged:
                yield (damaged[id],)
                continue
            article = self._library.load(id)
            known = article, kept_body(article, self._kept)
            yield self._found(known, self._edition if id in self.leaving else early)

    def of_words(self, draft: Draft) -> tuple[Finding, ...]:
        """What is found of an article that need not be saved, without its page."""
        return by_weight(self._before(draft))

    def of_draft(self, draft: Draft) -> tuple[Finding, ...]:
        """What is found of it with its page."""
        return self._found(draft, self._with([_version(draft[0])], draft))

    def _before(self, known: Draft) -> tuple[Finding, ...]:
        return before_printing(*known, self._subjects(*known), self._kept)

    def _found(self, known: Draft, edition: Edition) -> tuple[Finding, ...]:
        article, found = known[0], self._before(known)
        if held_back(found) or (edition is self._edition and blocks(found)):
            return by_weight(found)
        copy = Copy.of(self._library, edition.house, edition.job(article.id), known)
        proof = on_page(copy, self._subjects(*known), found, files_of(edition.house))
        return by_weight(proof.findings)

    @cached_property
    def _theme(self) -> Theme:
        return Theme.load(self._look)

    @cached_property
    def _edition(self) -> Edition:
        return self._with([])

    def _with(self, early: Sequence[Version], draft: Draft | None = None) -> Edition:
        """The edition of now, with other stories that leave before their time, as the newest."""
        ids = frozenset(each.id for each in early)
        versions = (*early, *(each for each in self._versions if each.id not in ids))
        known = {draft[0].id: facts_of(draft[0].document, draft[1])} if draft else {}
        saved = [each for each in versions if each.id not in known]
        layout = Layout(
            versions,
            {**known, **gathered(saved, self._kept, self._gather)},
            self.leaving | ids,
            self._site.base_url,
            kept_related(self._kept),
        )
        theme = self._theme
        house = House(self._site, theme, layout.place(theme.icon))
        return Edition(self._library, self._kept, layout, house, self._now)

    def _chosen(self, options: Options) -> Sequence[Version]:
        if options.since is not None:
            return changed_since(self._versions, options.since)
        if options.articles is None:
            return self._versions
        ids = {self._library.find(each) for each in options.articles}
        return [each for each in self._versions if each.id in ids]


def damage(library: Library, id: ArticleId) -> Finding | None:
    """That the article is not what was saved, where it is not; raises Missing for an id that is not there."""
    try:
        library.load(id)
    except DamagedText as error:
        return Finding(id, Level.BLOCK, DAMAGED, str(error))
    return None


def held_back(findings: Iterable[Finding]) -> bool:
    """Whether something stands in the way besides the time, so that the page is not looked at yet."""
    return any(each.level is Level.BLOCK and each.rule not in WAITING for each in findings)


def check(
    library: Library, articles: Iterable[ArticleId] | None, options: Options | None = None
) -> tuple[Finding, ...]:
    """What stands between these articles and their readers; without any, of all that are alive.

    Raises Missing for an id that is not there.
    """
    ids = tuple(articles) if articles is not None else tuple(alive(library))
    with Kept.within(library.cache) as kept, Room(library, kept) as room:
        reader = Proofreader(library, kept, options or Options(), room.gather)
        return tuple(finding for found in reader.of(ids) for finding in found)


def alive(library: Library) -> Iterator[ArticleId]:
    """Every article but the killed ones and those in the trash."""
    cursor = None
    while True:
        page = library.page(ListView(), cursor, 500)
        yield from (row.id for row in page.rows if row.status is not Status.KILLED)
        cursor = page.next
        if cursor is None:
            return


def _version(article: Article) -> Version:
    return Version(article.id, article.slug, article.revision, article.sha256, article.updated)
