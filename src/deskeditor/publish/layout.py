"""Where every story of an export stands, and where all that it names leads: worked out from facts alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from deskeditor.document.model import ArticleId
from deskeditor.library.records import Version
from deskeditor.library.slugs import headline_key
from deskeditor.publish.addresses import slugs, story_paths
from deskeditor.publish.facts import Facts
from deskeditor.publish.place import Place
from deskeditor.publish.related import Chosen, Tagged, related


class Leads(NamedTuple):
    """Where one story leads: articles by id and headlines by their key, to bundle paths or web addresses.

    What has no entry leads nowhere. `related` are (headline, teaser, address or nothing).
    """

    articles: Mapping[ArticleId, str]
    headlines: Mapping[str, str]
    related: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Layout:
    """The stories that may leave, newest first, of which `chosen` leave now."""

    versions: tuple[Version, ...]
    facts: Mapping[ArticleId, Facts]
    chosen: frozenset[ArticleId]
    base_url: str = ""
    kept: Mapping[ArticleId, Chosen] | None = None

    @cached_property
    def leaving(self) -> tuple[Version, ...]:
        """The chosen ones, newest first."""
        return tuple(each for each in self.versions if each.id in self.chosen)

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """The folder of each section, whatever leaves now: an address does not depend on a choice."""
        return slugs((each.section for each in self.facts.values() if each.section.strip()), "section")

    @cached_property
    def paths(self) -> Mapping[ArticleId, str]:
        """Where each story that may leave has its page."""
        return story_paths(((each, self.facts[each.id]) for each in self.versions), self.sections)

    @cached_property
    def authors(self) -> Mapping[str, str]:
        """The page of each author."""
        names = slugs((name for each in self.facts.values() for name in each.authors), "author")
        return {name: f"authors/{slug}.html" for name, slug in names.items()}

    @cached_property
    def tags(self) -> Mapping[str, str]:
        """The page of each topic."""
        names = slugs((tag for each in self.facts.values() for tag in each.tags), "topic")
        return {name: f"tags/{slug}.html" for name, slug in names.items()}

    @cached_property
    def related(self) -> Mapping[ArticleId, Chosen]:
        """Earlier stories of the same topics, for the stories where the desk chose none."""
        oldest_first = reversed(self.versions)
        tags = self.tags
        stories = (
            Tagged(each.id, tuple(tags[tag] for tag in self.facts[each.id].tags)) for each in oldest_first
        )
        return related(stories, self.kept or {})

    @cached_property
    def by_headline(self) -> Mapping[str, ArticleId]:
        """The newest story of each headline."""
        return {self.facts[each.id].key: each.id for each in reversed(self.versions)}

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """Where each story is: a path if it leaves now, else its web address, where the site has one."""
        found: dict[str, str] = {}
        for id, path in self.paths.items():
            if id in self.chosen:
                found[id] = path
            elif self.base_url:
                found[id] = self.base_url + path
        return found

    def leads(self, id: ArticleId) -> Leads:
        """Where this story leads."""
        facts, addresses, by_headline = self.facts[id], self.addresses, self.by_headline
        articles = {each: addresses[each] for each in facts.links if each in addresses}
        headlines: dict[str, str] = {}
        for key in facts.cards:
            if by_headline.get(key) in addresses:
                headlines[key] = addresses[by_headline[key]]
        if facts.related:
            return Leads(articles, headlines, tuple(self._named(*each) for each in facts.related))
        chosen = self.related[id].related
        return Leads(articles, headlines, tuple(self._near(each) for each in chosen if each in addresses))

    def place(self, icon: str) -> Place:
        """The lists of the bundle that the stories that leave now are on."""
        facts = [self.facts[each.id] for each in self.leaving]
        sections = {
            each.section: f"{self.sections[each.section]}/index.html"
            for each in facts
            if each.section.strip()
        }
        called: dict[str, str] = {}
        for name, path in sections.items():
            called.setdefault(path, name)
        return Place(
            sections=sections,
            authors=_of(self.authors, (name for each in facts for name in each.authors)),
            tags=_of(self.tags, (tag for each in facts for tag in each.tags)),
            navigation=tuple(sorted((name, path) for path, name in called.items())),
            corrections="corrections.html" if any(each.corrected for each in facts) else "",
            icon=icon,
        )

    def _named(self, headline: str, excerpt: str, id: ArticleId | None) -> tuple[str, str, str]:
        id = id or self.by_headline.get(headline_key(headline))
        return headline, excerpt, self.addresses.get(id, "") if id else ""

    def _near(self, id: ArticleId) -> tuple[str, str, str]:
        facts = self.facts[id]
        return facts.headline, facts.teaser, self.addresses[id]


def grouped(
    leaving: Sequence[Version], paths: Mapping[str, str], names: Iterable[Sequence[str]]
) -> dict[str, tuple[str, list[ArticleId]]]:
    """The stories on each page of `paths`, with its name as the newest spells it; `names` are by story."""
    found: dict[str, tuple[str, list[ArticleId]]] = {}
    for version, own in zip(leaving, names, strict=True):
        seen: set[str] = set()
        for name in own:
            path = paths.get(name)
            if path and path not in seen:
                seen.add(path)
                found.setdefault(path, (name, []))[1].append(version.id)
    return found


def _of(paths: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    return {name: paths[name] for name in names}
