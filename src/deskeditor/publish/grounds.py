"""What an amendment stands on, and what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.library.kept import Kept
from deskeditor.library.records import Version
from deskeditor.library.store import Library
from deskeditor.publish.findings import Finding
from deskeditor.publish.manifest import Source
from deskeditor.publish.site import Site
from deskeditor.publish.standing import Standing, Still, Stories, story_of
from deskeditor.publish.tree import Sealed


class Unfit(Exception):
    """The change is more than an amendment; a whole export is to do it."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Where a bundle stands and what it is made of, but for its stories."""

    library: Library
    kept: Kept
    out: Path
    theme: str
    site: Site
    standing: Standing


@dataclass(frozen=True, slots=True)
class Change:
    """The stories that stand, the lines of those that may leave, and at which places they differ."""

    still: Still
    before: Stories
    lines: Sequence[str]
    found: Sequence[int]

    @property
    def ids(self) -> frozenset[ArticleId]:
        """All that may leave."""
        return frozenset(ArticleId(line.partition("\t")[0]) for line in self.lines)

    def newest(self, count: int) -> list[Version]:
        """The first so many of them."""
        return [story_of(line) for line in self.lines[:count]]


@dataclass(frozen=True, slots=True)
class Anew:
    """Stories made anew in a tree: their files, their hashes by place, their entries in the manifest.

    `findings` are what the checks said of them.
    """

    files: Mapping[str, Sealed]
    keys: Mapping[int, str]
    sources: Sequence[Source]
    findings: tuple[Finding, ...]
