"""How an export is wanted, where it goes, and what is said of it afterwards."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.library.store import Library
from deskeditor.publish.errors import Refused
from deskeditor.publish.findings import Finding
from deskeditor.publish.site import SETTINGS, Site, base_address, site_from

DEFAULT_THEME = "broadsheet"

Progress = Callable[[str, int, int], None]
"""Told what is being worked on, and how far of how much; may raise Cancelled, and the old bundle stays."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an export is wanted; `articles` are ids or slugs, None for all that may leave.

    `since` is a time with a zone: only stories saved after it leave. `full` trusts nothing that was kept.
    The articles of `without` stay in, whatever the list says of them.
    """

    articles: tuple[str, ...] | None = None
    zip: bool = False
    single_file: bool = False
    theme: str | None = None
    base_url: str | None = None
    now: str | None = None
    site: Mapping[str, str] = field(default_factory=dict)
    full: bool = False
    since: str | None = None
    without: frozenset[ArticleId] = frozenset()


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an export: where it lies, what it holds, and the findings that only ask.

    `findings` are those of the stories that were made anew. `added`, `changed` and `removed` are bundle
    paths, against the bundle that stood there before.
    """

    outputs: tuple[Path, ...]
    articles: int
    pages: int
    files: int
    size: int
    findings: tuple[Finding, ...]
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    """What is said of each public story that stayed in, since it is not what was saved."""


@dataclass(frozen=True)
class Goal:
    """A folder; with `zip` an archive too, or the archive alone where `out` is named like one.

    `place` is the same as `out`, absolute and without links on its way.
    """

    place: Path
    out: Path
    options: Options

    @property
    def plain(self) -> bool:
        """Whether a folder of all stories is wanted, and nothing else."""
        options = self.options
        return self.unpicked and not options.full and not options.single_file and self.archive is None

    @property
    def unpicked(self) -> bool:
        """Whether all stories that may leave are wanted."""
        return self.options.articles is None and self.options.since is None

    @property
    def archive(self) -> Path | None:
        """Where a zip is wanted."""
        if self.out.suffix.lower() == ".zip":
            return self.out
        return self.out.with_name(self.out.name + ".zip") if self.options.zip else None

    @property
    def outputs(self) -> tuple[Path, ...]:
        """What there will be, the folder first."""
        found = (self.out, self.archive)
        return tuple(dict.fromkeys(each for each in found if each is not None))


def site_of(library: Library, options: Options) -> Site:
    """The library's site with what this export says otherwise; raises Refused for a wrong address."""
    unknown = sorted(set(options.site) - set(SETTINGS))
    if unknown:
        raise Refused(f"A site has no {unknown[0]}. Nothing was written. It has {', '.join(SETTINGS)}.")
    overrides = dict(options.site)
    if options.base_url is not None:
        overrides["base_url"] = base_address(options.base_url)
    return site_from(library.setting, overrides)


def theme_of(library: Library, options: Options) -> str:
    """The name or the folder of the theme that is wanted."""
    return options.theme or library.setting("site.theme") or DEFAULT_THEME
