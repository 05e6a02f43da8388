"""An export from the library to a folder, a zip or single pages: what is in it, made in which order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.library.records import Article
from deskeditor.library.store import Library
from deskeditor.publish import archive, machines, pages, single, writer
from deskeditor.publish.checks import Subjects, findings_of
from deskeditor.publish.errors import Refused
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.manifest import NAME, Source, manifest_bytes, read_manifest
from deskeditor.publish.press import Press
from deskeditor.publish.selection import changed_since, leaving
from deskeditor.publish.site import SETTINGS, Site, base_address, site_from
from deskeditor.publish.story import Story
from deskeditor.publish.theme import Theme
from deskeditor.publish.times import export_time

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
    now = export_time(options.now)
    site = site_of(library, options)
    theme = Theme.load(options.theme or library.setting("site.theme") or DEFAULT_THEME)
    articles = changed_since(leaving(library, options.articles, now), options.since)
    press = Press(library, articles, site, theme)
    findings = _checked(library, articles, now.isoformat(), press)
    if options.single_file:
        return _single(press, out, findings, progress)
    files = _files(press, progress)
    before = _standing(out)
    outputs = _write(out, files, options, progress)
    page_count = sum(1 for path in files if path.endswith(".html"))
    size = sum(len(content) for content in files.values())
    return Report(outputs, len(articles), page_count, len(files), size, findings, *_compared(before, files))


def site_of(library: Library, options: Options) -> Site:
    """The library's site with what this export says otherwise; raises Refused for a wrong address."""
    unknown = sorted(set(options.site) - set(SETTINGS))
    if unknown:
        raise Refused(f"A site has no {unknown[0]}. Nothing was written. It has {', '.join(SETTINGS)}.")
    overrides = dict(options.site)
    if options.base_url is not None:
        overrides["base_url"] = base_address(options.base_url)
    return site_from(library.setting, overrides)


def _checked(library: Library, articles: Sequence[Article], now: str, press: Press) -> tuple[Finding, ...]:
    """The warnings; raises Refused with one line for each finding that blocks."""
    subjects = Subjects(library, now)
    findings = [
        finding
        for article in articles
        for finding in findings_of(subjects(article, press.rendered(article.id)))
    ]
    findings += press.bad_pictures()
    blocks = tuple(each for each in findings if each.level is Level.BLOCK)
    if blocks:
        names = {article.id: article.document.fields.headline or article.slug for article in articles}
        lines = [f"“{names[ArticleId(each.article)]}”: {each.message}" for each in blocks]
        raise Refused("\n".join((*lines, "Nothing was written. Mend this and export again.")), blocks)
    return tuple(findings)


def _files(press: Press, progress: Progress) -> dict[str, bytes]:
    """Every file of the bundle by its path, the manifest last."""
    house = press.house
    stories: list[Story] = []
    for count, article in enumerate(press.articles, 1):
        progress(article.document.fields.headline, count, len(press.articles))
        stories.append(press.story(article.id))
    files = {path: text.encode() for path, text in pages.all_pages(stories, house).items()}
    files |= machines.machine_files(press, stories)
    files |= house.theme.assets
    files |= press.pictures()
    sources = [Source(each.id, each.revision, press.path(each.id)) for each in press.articles]
    files[NAME] = manifest_bytes(files, sources, _version())
    return files


def _write(out: Path, files: Mapping[str, bytes], options: Options, progress: Progress) -> tuple[Path, ...]:
    """A folder; with `zip` an archive too, or the archive alone where `out` is named like one."""
    archived = out if out.suffix.lower() == ".zip" else out.with_name(out.name + ".zip")
    wants_folder = archived != out
    wants_zip = options.zip or not wants_folder
    if wants_zip:
        archive.may_replace_zip(archived)
    outputs: list[Path] = []
    if wants_folder:
        writer.write_folder(out, files, lambda count: progress(out.name, count, len(files)))
        outputs.append(out)
    if wants_zip:
        writer.write_file(archived, archive.zip_bytes(files))
        outputs.append(archived)
    return tuple(outputs)


def _standing(out: Path) -> dict[str, str]:
    """The hashes of the bundle that stands there by path; of none where there is none in a folder."""
    try:
        entries = read_manifest((out / NAME).read_bytes())
    except OSError:
        entries = None
    return {each.path: each.sha256 for each in entries or ()}


def _compared(before: Mapping[str, str], files: Mapping[str, bytes]) -> tuple[tuple[str, ...], ...]:
    """Which paths were added, changed and removed; the manifest itself is no news."""
    now = {path: sha256(content).hexdigest() for path, content in files.items() if path != NAME}
    changed = (path for path in now.keys() & before.keys() if now[path] != before[path])
    return tuple(
        tuple(sorted(part)) for part in (now.keys() - before.keys(), changed, before.keys() - now.keys())
    )


def _single(press: Press, out: Path, findings: tuple[Finding, ...], progress: Progress) -> Report:
    """One self-contained page an article: `out` is the page, or the folder for several."""
    alone = out.suffix.lower() in (".html", ".htm")
    if alone and len(press.articles) > 1:
        raise Refused(
            f"{out.name} is one file, and {len(press.articles)} articles may leave. "
            "Nothing was written. Choose one article, or name a folder."
        )
    outputs: list[Path] = []
    size = 0
    made = [(article, single.page(press, article.id).encode()) for article in press.articles]
    for count, (article, content) in enumerate(made, 1):
        target = out if alone else out / Path(press.path(article.id)).name
        progress(article.document.fields.headline, count, len(made))
        single.may_replace(target)
        writer.write_file(target, content)
        outputs.append(target)
        size += len(content)
    return Report(tuple(outputs), len(made), len(made), len(made), size, findings)


def _version() -> str:
    from deskeditor import __version__

    return __version__


__all__ = ["Options", "Progress", "Report", "export", "site_of"]
