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
from deskeditor.publish.layout import Layout
from deskeditor.publish.listing import House
from deskeditor.publish.place import Place
from deskeditor.publish.press import Copy, Job
from deskeditor.publish.recipe import digest, recipe
from deskeditor.publish.standing import Still


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
        """What the kept work of such an export is called: another theme or address has its own."""
        return digest(self.house.theme.name, self.house.site.base_url)[:12]

    @cached_property
    def foundation(self) -> str:
        """The hash of what every page shares: program, theme, site, and what stands around a page."""
        place = self.house.place
        shared = (self.library.uuid, self.house.site, place.navigation, place.corrections, place.icon)
        return digest(recipe(), self.house.theme.fingerprint, repr(shared))

    @cached_property
    def jobs(self) -> Mapping[ArticleId, Job]:
        """The stories to be made, newest first."""
        layout = self.layout
        items = ninjs.paths((each.id, layout.paths[each.id]) for each in layout.leaving)
        return {
            each.id: Job(each.id, layout.paths[each.id], items[each.id], layout.leads(each.id))
            for each in layout.leaving
        }

    def key(self, version: Version) -> str:
        """The hash of all that a story's files are made from."""
        job, facts = self.jobs[version.id], self.layout.facts[version.id]
        return story_key(self.foundation, version, job, places_of(facts, self.house.place))

    def face(self, id: ArticleId) -> str:
        """The hash of what others show of a story."""
        return f"{self.layout.facts[id].face}{self.layout.paths[id]}"

    def faces(self, ids: Sequence[ArticleId]) -> str:
        """The same of several."""
        return digest(self.foundation, *map(self.face, ids))

    def copy(self, id: ArticleId) -> Copy:
        """The story on the press."""
        return Copy(self.library, self.kept, self.house, self.jobs[id])


def places_of(facts: Facts, place: Place) -> str:
    """The lists that a story's page leads to."""
    tags = [place.tags.get(tag) for tag in facts.tags]
    return repr(
        (place.sections.get(facts.section), [place.authors.get(name) for name in facts.authors], tags)
    )


def story_key(foundation: str, version: Version, job: Job, places: str) -> str:
    """The hash of all that a story's files are made from."""
    return digest(foundation, version.sha256, version.slug, repr(job), places)
