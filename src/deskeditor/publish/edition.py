"""One export's edition: its stories, the house they appear in, and the hash of all that each is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from deskeditor.document.model import ArticleId
from deskeditor.library.kept import Kept
from deskeditor.library.records import Version
from deskeditor.library.store import Library
from deskeditor.publish import ninjs
from deskeditor.publish.facts import Facts
from deskeditor.publish.gathering import Gather, gathered, kept_related
from deskeditor.publish.goal import Options, site_of, theme_of
from deskeditor.publish.layout import Layout
from deskeditor.publish.listing import House
from deskeditor.publish.place import Place
from deskeditor.publish.press import Copy, Job
from deskeditor.publish.recipe import digest, recipe
from deskeditor.publish.selection import changed_since, chosen
from deskeditor.publish.standing import Still
from deskeditor.publish.theme import Theme


@dataclass(frozen=True)
class Edition:
    """Everything of one export but the disk it goes to."""

    library: Library
    kept: Kept
    layout: Layout
    house: House
    now: datetime
    still: Still | None = None
    """How long the same stories may leave; None where nobody asked."""

    @cached_property
    def name(self) -> str:
        """What the kept work of such an export is called."""
        return edition_name(self.house)

    @cached_property
    def foundation(self) -> str:
        """The hash of what every page shares: program, theme, site, and what stands around a page."""
        place = self.house.place
        shared = (self.library.uuid, self.house.site, place.navigation, place.corrections, place.icon)
        return digest(recipe(), self.house.theme.fingerprint, repr(shared))

    @cached_property
    def ids(self) -> tuple[ArticleId, ...]:
        """The stories that leave, newest first."""
        return tuple(each.id for each in self.layout.leaving)

    def job(self, id: ArticleId) -> Job:
        """One of them as work for the press."""
        layout = self.layout
        return Job(id, layout.paths[id], self._items[id], layout.leads(id))

    @cached_property
    def _items(self) -> Mapping[ArticleId, tuple[str, str]]:
        return ninjs.paths((id, self.layout.paths[id]) for id in self.ids)

    def key(self, version: Version, job: Job) -> str:
        """The hash of all that a story's files are made from."""
        places = places_of(self.layout.facts[version.id], self.house.place)
        return story_key(self.foundation, version, job, places)

    @cached_property
    def _faces(self) -> Mapping[ArticleId, str]:
        facts, paths = self.layout.facts, self.layout.paths
        return {id: f"{facts[id].face}{paths[id]}" for id in self.ids}

    def faces(self, ids: Sequence[ArticleId]) -> str:
        """The hash of what others show of these stories."""
        return digest(self.foundation, "\n".join(map(self._faces.__getitem__, ids)))

    def copy(self, id: ArticleId) -> Copy:
        """The story on the press."""
        return Copy(self.library, self.kept, self.house, self.job(id))


def edition_of(library: Library, kept: Kept, options: Options, now: datetime, gather: Gather) -> Edition:
    """What leaves, where each story stands, and the house it appears in; raises Refused where nothing may."""
    still = Still.of(library, now.isoformat())
    site = site_of(library, options)
    theme = Theme.load(theme_of(library, options))
    found = library.publishable_versions(now.isoformat())
    versions = tuple(each for each in found if each.id not in options.without)
    ids = chosen(library, versions, options.articles, now)
    recent = changed_since([each for each in versions if each.id in ids], options.since)
    facts = gathered(versions, kept, gather)
    leaving = frozenset(each.id for each in recent)
    layout = Layout(versions, facts, leaving, site.base_url, kept_related(kept))
    return Edition(library, kept, layout, House(site, theme, layout.place(theme.icon)), now, still)


def edition_name(house: House) -> str:
    """What the kept work of a house is called: another theme or address has its own."""
    return digest(house.theme.name, house.site.base_url)[:12]


def places_of(facts: Facts, place: Place) -> str:
    """The lists that a story's page leads to."""
    tags = [place.tags.get(tag) for tag in facts.tags]
    return repr(
        (place.sections.get(facts.section), [place.authors.get(name) for name in facts.authors], tags)
    )


def story_key(foundation: str, version: Version, job: Job, places: str) -> str:
    """The hash of all that a story's files are made from."""
    leads = job.leads
    rows = (job.id, job.path, job.items, leads.articles, leads.headlines, leads.related)
    return digest(foundation, version.sha256, version.slug, repr(rows), places)
