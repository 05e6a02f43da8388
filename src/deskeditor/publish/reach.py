"""What a story's page may lead to: the files of its bundle, with no list of all its stories."""

import posixpath
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from deskeditor.publish.place import Place
from deskeditor.publish.story import up

_ALWAYS = (
    *("404.html", "robots.txt", "sitemap.xml", "news-sitemap.xml"),
    *("feed.xml", "rss.xml", "feed.json"),
)


@dataclass(frozen=True, slots=True)
class Reach:
    """A page's own path, the files that every page may lead to, and those that are there for this one."""

    path: str
    shared: frozenset[str]
    own: Set[str]

    @property
    def top(self) -> str:
        """How the page's addresses of the bundle begin."""
        return up(self.path)

    @property
    def usual(self) -> frozenset[str]:
        """The files that every page may lead to, as this page writes them."""
        return _under(self.top, self.shared)

    def has(self, path: str) -> bool:
        """Whether the bundle has a file at this path."""
        return path in self.shared or path in self.own

    def leads(self, address: str) -> bool:
        """Whether an address of the page, unescaped, leads to a file of the bundle."""
        way = unquote(address.partition("#")[0].partition("?")[0])
        if not way:
            return True
        if way.startswith("/") or way.endswith("/"):
            return False  # from a disk that is no file
        return self.has(posixpath.normpath(posixpath.join(posixpath.dirname(self.path), way)))


@lru_cache(maxsize=8)
def _under(top: str, files: frozenset[str]) -> frozenset[str]:
    return frozenset(top + path for path in files)


def shared_files(place: Place, standards: str, assets: Iterable[str]) -> frozenset[str]:
    """The lists, the assets and the few files that every bundle has."""
    lists = (*place.sections.values(), *place.authors.values(), *place.tags.values())
    single = (place.home, place.feed, place.corrections, place.icon, standards)
    return frozenset((*_ALWAYS, *lists, *single, *assets)) - {""}
