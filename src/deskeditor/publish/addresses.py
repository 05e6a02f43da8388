"""Where every page of a bundle stands: from names and dates to file names that no name can break."""

import hashlib
from collections.abc import Iterable, Mapping

from deskeditor.document.model import ArticleId
from deskeditor.document.text import slugify
from deskeditor.library.records import Version
from deskeditor.publish.facts import Facts
from deskeditor.publish.story import one_line

UNSORTED = "news"
"""The folder of stories without a section."""

_OURS = frozenset(("authors", "tags", "articles", "assets", "media"))


_NAMELESS = slugify("")


def slugs(names: Iterable[str], kind: str) -> dict[str, str]:
    """A file name for each name; names that differ in case or spaces alone share one.

    A name without a Latin letter is called by its `kind` and a hash.
    """
    by_key: dict[str, list[str]] = {}
    for name in names:
        by_key.setdefault(one_line(name).casefold(), []).append(name)
    taken: set[str] = set()
    found: dict[str, str] = {}
    for key in sorted(by_key):
        slug = slugify(key)
        nameless = slug == _NAMELESS and key != _NAMELESS
        slug = kind if nameless else slug
        if nameless or slug in taken or slug in _OURS:
            slug = f"{slug}-{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:6]}"
        taken.add(slug)
        found.update(dict.fromkeys(by_key[key], slug))
    return found


def story_paths(
    stories: Iterable[tuple[Version, Facts]], sections: Mapping[str, str]
) -> dict[ArticleId, str]:
    """SECTION/YYYY/MM/SLUG.html in the story's own zone; where two meet, the later one gets its id."""
    rows = list(stories)
    paths = {
        version.id: f"{sections.get(facts.section, UNSORTED)}/{facts.month}{slugify(version.slug)}.html"
        for version, facts in rows
    }
    if len(set(paths.values())) == len(paths):
        return paths
    taken: set[str] = set()
    for version, _ in sorted(rows, key=lambda row: (row[1].published, row[0].id)):
        path = paths[version.id]
        if path in taken:
            paths[version.id] = f"{path.removesuffix('.html')}-{version.id}.html"
        taken.add(path)
    return paths
