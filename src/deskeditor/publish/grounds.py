"""What an amendment stands on, and what comes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from deskeditor.library.kept import Kept
from deskeditor.library.records import Version
from deskeditor.library.store import Library
from deskeditor.publish.findings import Finding
from deskeditor.publish.manifest import Source
from deskeditor.publish.site import Site
from deskeditor.publish.standing import Standing, Still
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
    """What may leave now, and at which places of it stands another text than in the bundle.

    `before` and `lines` are the lines of the stories that stand and of those that may leave.
    """

    still: Still
    versions: Sequence[Version]
    before: Sequence[str]
    lines: Sequence[str]
    found: Sequence[int]

    def before_of(self, index: int) -> Version:
        """The story at that place as the bundle has it."""
        _, _, revision, sha256 = self.before[index].split("\t")
        return self.versions[index]._replace(revision=int(revision), sha256=sha256)


@dataclass(frozen=True, slots=True)
class Anew:
    """Stories made anew in a tree: their files, their entries in the manifest, and what the checks said."""

    files: Mapping[str, Sealed]
    sources: Sequence[Source]
    findings: tuple[Finding, ...]
