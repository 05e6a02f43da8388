"""An export from the library to a folder, a zip or single pages: what is in it, made in which order."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

import deskeditor
from deskeditor.library.kept import Kept
from deskeditor.library.store import Library
from deskeditor.publish import archive, images, single, writer
from deskeditor.publish.bench import Order
from deskeditor.publish.edition import Edition
from deskeditor.publish.errors import Refused
from deskeditor.publish.findings import Finding
from deskeditor.publish.gathering import gathered, keep_related, kept_related
from deskeditor.publish.layout import Layout
from deskeditor.publish.listing import House
from deskeditor.publish.manifest import NAME, Entry, Source, manifest_bytes
from deskeditor.publish.press import Press
from deskeditor.publish.printing import Print, checked
from deskeditor.publish.room import Room
from deskeditor.publish.selection import changed_since, chosen, clocked, remember
from deskeditor.publish.site import SETTINGS, Site, base_address, site_from
from deskeditor.publish.stage import Filing, Stage, staged, swap
from deskeditor.publish.theme import Theme

DEFAULT_THEME = "broadsheet"

Progress = Callable[[str, int, int], None]
"""Told what is being worked on, and how far of how much; may raise Cancelled, and the old bundle stays."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an export is wanted; `articles` are ids or slugs, None for all that may leave.

    `since` is a time with a zone: only stories saved after it leave. `full` trusts nothing that was kept.
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


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an export: where it lies, what it holds, and the findings that only ask.

    `added`, `changed` and `removed` are bundle paths, against the bundle that stood there before.
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


def export(library: Library, out: Path, options: Options, progress: Progress) -> Report:
    """Let the stories leave; raises Refused, and then what was at `out` stands as it was."""
    now = clocked(library, options.now)
    with Kept.beside(library.media.root) as kept, Room(library, kept) as room:
        if options.full:
            kept.forget()
            images.forget(library.media.root / "cache")
        edition = _edition(library, options, now, room, kept)
        order = _order(edition, options)
        if options.single_file:
            report = _single(edition, out, order.now, progress)
        else:
            report = _bundle(edition, order, _Goal(out, options), room, progress)
    remember(library, options.now, now)
    return report


def site_of(library: Library, options: Options) -> Site:
    """The library's site with what this export says otherwise; raises Refused for a wrong address."""
    unknown = sorted(set(options.site) - set(SETTINGS))
    if unknown:
        raise Refused(f"A site has no {unknown[0]}. Nothing was written. It has {', '.join(SETTINGS)}.")
    overrides = dict(options.site)
    if options.base_url is not None:
        overrides["base_url"] = base_address(options.base_url)
    return site_from(library.setting, overrides)


def _theme(library: Library, options: Options) -> str:
    return options.theme or library.setting("site.theme") or DEFAULT_THEME


def _edition(library: Library, options: Options, now: datetime, room: Room, kept: Kept) -> Edition:
    """What leaves, where each story stands, and the house it appears in; raises Refused where nothing may."""
    site = site_of(library, options)
    theme = Theme.load(_theme(library, options))
    versions = library.publishable_versions(now.isoformat())
    ids = chosen(library, versions, options.articles, now)
    recent = changed_since([each for each in versions if each.id in ids], options.since)
    facts = gathered(versions, kept, room.gather)
    leaving = frozenset(each.id for each in recent)
    layout = Layout(versions, facts, leaving, site.base_url, kept_related(kept))
    return Edition(library, kept, layout, House(site, theme, layout.place(theme.icon)), now)


@dataclass(frozen=True)
class _Goal:
    """A folder; with `zip` an archive too, or the archive alone where `out` is named like one."""

    out: Path
    options: Options

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


def _bundle(edition: Edition, order: Order, goal: _Goal, room: Room, progress: Progress) -> Report:
    out, archived = goal.out, goal.archive
    if archived is not None:
        archive.may_replace_zip(archived)
    with _folder(goal) as folder, staged(folder, edition.kept) as stage:
        printed = Print(edition, stage)
        printed.print(room, replace(order, root=stage.root), progress)
        entries = _entries(stage, printed.files())
        wanted = {each.path: each.sha256 for each in entries}
        stage.note(
            NAME,
            Filing(stage.root).put(NAME, manifest_bytes(entries, _sources(edition), deskeditor.__version__)),
        )
        stage.settle(wanted.keys() | {NAME})
        progress(out.name, len(wanted), len(wanted))
        if archived is not None:
            with writer.file_at(archived) as file:
                archive.write_zip(stage.root, sorted((*wanted, NAME)), file)
        swap(stage, edition.kept)
        printed.keep()
        keep_related(edition.kept, edition.layout.related)
    size = sum(each.size for each in entries)
    pages = sum(path.endswith(".html") for path in wanted)
    return Report(
        goal.outputs,
        len(edition.jobs),
        pages,
        len(entries) + 1,
        size,
        printed.findings,
        *_compared(stage.before, wanted),
    )


def _single(edition: Edition, out: Path, now: str, progress: Progress) -> Report:
    """One self-contained page an article: `out` is the page, or the folder for several."""
    alone = out.suffix.lower() in (".html", ".htm")
    copies = [edition.copy(id) for id in edition.jobs]
    if alone and len(copies) > 1:
        raise Refused(
            f"{out.name} is one file, and {len(copies)} articles may leave. "
            "Nothing was written. Choose one article, or name a folder."
        )
    findings = checked(edition, copies, now)
    press = Press(copies, edition.house, edition.library.uuid)
    made = [(copy, single.page(press, copy.article.id).encode()) for copy in copies]
    outputs: list[Path] = []
    for count, (copy, content) in enumerate(made, 1):
        place = out if alone else out / Path(copy.job.path).name
        progress(copy.article.document.fields.headline, count, len(made))
        single.may_replace(place)
        writer.write_file(place, content)
        outputs.append(place)
    size = sum(len(content) for _, content in made)
    return Report(tuple(outputs), len(made), len(made), len(made), size, findings)


@contextmanager
def _folder(goal: _Goal) -> Iterator[Path]:
    """Where the bundle's folder stands: where it is wanted, or for a zip alone out of the way."""
    if goal.out != goal.archive:
        yield goal.out
        return
    with tempfile.TemporaryDirectory(prefix="deskeditor-") as folder:
        yield Path(folder) / "bundle"


def _order(edition: Edition, options: Options) -> Order:
    house = edition.house
    return Order(
        Path(), _theme(edition.library, options), house.site, house.place, f"{edition.now:%Y-%m-%dT%H:%M:%SZ}"
    )


def _entries(stage: Stage, files: Mapping[str, str]) -> list[Entry]:
    return [Entry(path, stage.held[path].size, sha256) for path, sha256 in files.items()]


def _sources(edition: Edition) -> list[Source]:
    return [Source(each.id, each.revision, edition.jobs[each.id].path) for each in edition.layout.leaving]


def _compared(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The paths that were added, changed and removed."""
    changed = (path for path, sha256 in now.items() if before.get(path, sha256) != sha256)
    return tuple(map(tuple, map(sorted, (now.keys() - before.keys(), changed, before.keys() - now.keys()))))
