"""A whole export: every output asked whether it is still right, and what is not made anew."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import deskeditor
from deskeditor.library.kept import Kept
from deskeditor.library.paths import Astray, sound_path
from deskeditor.library.store import Library
from deskeditor.publish import archive, epub, images, single, target, tree, writer
from deskeditor.publish.bench import Order
from deskeditor.publish.clearing import clear_libraries, clear_pictures, clear_spares, clear_work
from deskeditor.publish.collecting import seldom_collecting
from deskeditor.publish.edition import Edition, edition_of
from deskeditor.publish.errors import BadPicture, Refused
from deskeditor.publish.gathering import PUBLIC, keep_related
from deskeditor.publish.goal import Goal, Progress, Report, theme_of
from deskeditor.publish.manifest import NAME, Entry, Source, manifest_bytes
from deskeditor.publish.press import Press
from deskeditor.publish.printing import Print, checked
from deskeditor.publish.room import Room
from deskeditor.publish.stage import Filing, Stage, begin_spare, spare_place, staged, swap
from deskeditor.publish.standing import (
    MOST_LAG,
    Standing,
    forget_standing,
    grounds_of,
    keep_standing,
    stories_with,
    story_lines,
)


def exported(library: Library, kept: Kept, goal: Goal, now: datetime, progress: Progress) -> Report:
    """The stories out; raises Refused, and then what was there stands as it was."""
    if goal.options.full:
        kept.forget()
        images.forget(library.cache)
    with seldom_collecting(), Room(library, kept) as room:
        if goal.plain and not goal.place.exists():
            room.expect(sum(library.counts().get(each, 0) for each in PUBLIC))
        edition = edition_of(library, kept, goal.options, now, room.gather)
        order = Order.of(edition, theme_of(library, goal.options))
        if goal.out.suffix.lower() == ".epub":
            return _mended(lambda: _book(edition, goal.out, order.now, progress))
        if goal.options.single_file:
            return _mended(lambda: _single(edition, goal.out, order.now, progress))
        return _bundle(edition, order, goal, room, progress)


def _mended(make: Callable[[], Report]) -> Report:
    """What comes of it: a damaged kept picture is thrown away, and made anew in the next try."""
    damaged: set[str] = set()
    while True:
        try:
            return make()
        except BadPicture as error:
            if str(error) in damaged:
                raise
            damaged.add(str(error))


def _bundle(edition: Edition, order: Order, goal: Goal, room: Room, progress: Progress) -> Report:
    archived = goal.archive
    if archived is not None:
        archive.may_replace_zip(archived)
    with _folder(goal) as folder, staged(folder, edition.kept) as stage:
        printed = Print(edition, stage)
        printed.print(room, replace(order, root=stage.root, keeps=archived is not None), progress)
        entries = _entries(stage, printed.files())
        wanted = {each.path: each.sha256 for each in entries}
        manifest = manifest_bytes(entries, _sources(edition), deskeditor.__version__)
        stage.note(NAME, Filing(stage.root).put(NAME, manifest))
        stage.begin_to_settle()
        printed.keep()
        begin_spare(stage, edition.kept, wanted.keys() | {NAME})
        stage.settle(wanted.keys() | {NAME})
        progress(goal.out.name, len(wanted), len(wanted))
        if archived is not None:
            with writer.file_at(archived, "zip") as file:
                archive.write_zip(stage.root, (*wanted, NAME), file)
        old, mark = stage.out.is_dir(), tree.mark_of(stage.root)
        swap(stage, edition.kept)
        keep_related(edition.kept, edition.layout.related)
    clear_spares(edition.kept)
    clear_libraries(edition.library.cache)
    if goal.unpicked:
        clear_pictures(edition.library.cache, printed.pictures)
        clear_work(edition.kept, edition.name, printed.made.keys())
    pages = sum(path.endswith(".html") for path in wanted)
    counts = len(edition.ids), pages, len(entries) + 1, sum(each.size for each in entries)
    differences = _compared(stage.before, wanted)
    if goal.plain:
        lag = () if not old else tuple(path for part in differences for path in part)
        lasting = printed.lasting and not goal.options.without
        standing = _standing(edition, order, (stage.out, mark), lag, counts) if lasting else None
        if standing is None:
            forget_standing(edition.kept, str(stage.out))
        else:
            keys = (printed.keys[id] for id in edition.ids)
            stories = stories_with(story_lines(edition.layout.leaving), keys)
            keep_standing(edition.kept, str(stage.out), standing, stories)
    return Report(goal.outputs, *counts, printed.findings, *differences)


def _standing(
    edition: Edition,
    order: Order,
    stands: tuple[Path, str],
    lag: tuple[str, ...],
    counts: tuple[int, int, int, int],
) -> Standing | None:
    """What stands now, where the next export may amend it."""
    layout, spare = edition.layout, spare_place(stands[0], edition.kept)
    waits = any(layout.facts[each.id].latest > order.now for each in layout.leaving)
    if edition.still is None or waits or len(lag) > MOST_LAG:
        return None
    try:
        # On another disk there is no second tree: that nothing changed can be seen all the same.
        beside = tree.mark_of(spare) if spare else ""
    except OSError:
        return None  # not kept, or taken by another export by now
    return Standing(
        grounds=grounds_of(edition.library.uuid, order.site, order.theme),
        edition=edition.name,
        foundation=edition.foundation,
        still=edition.still,
        place=edition.house.place,
        tree=stands[1],
        spare=beside,
        lag=lag,
        counts=counts,
    )


def _single(edition: Edition, out: Path, now: str, progress: Progress) -> Report:
    """One self-contained page an article: `out` is the page, or the folder for several."""
    alone = out.suffix.lower() in (".html", ".htm")
    copies = [edition.copy(id) for id in edition.ids]
    if alone and len(copies) > 1:
        raise Refused(
            f"{out.name} is one file, and {len(copies)} articles may leave. "
            "Nothing was written. Choose one article, or name a folder."
        )
    findings = checked(edition, copies, now)
    press = Press(copies, edition.house, edition.library.uuid)
    made = [(copy, single.page(press, copy.article.id).encode()) for copy in copies]
    outputs: dict[Path, bytes] = {}
    for count, (copy, content) in enumerate(made, 1):
        place = out if alone else out / sound_path(Path(copy.job.path).name)
        progress(copy.article.document.fields.headline, count, len(made))
        single.may_replace(place)
        outputs[place] = content
    writer.write_files(outputs, "page")
    size = sum(len(content) for _, content in made)
    return Report(tuple(outputs), len(made), len(made), len(made), size, findings)


def _book(edition: Edition, out: Path, now: str, progress: Progress) -> Report:
    """The stories as one book."""
    epub.may_replace(out)
    copies = [edition.copy(id) for id in edition.ids]
    findings = checked(edition, copies, now)
    try:
        content = epub.book(Press(copies, edition.house, edition.library.uuid), progress)
    except Astray as error:
        raise target.unwritable(out, error, "book") from error
    writer.write_file(out, content, "book")
    return Report((out,), len(copies), len(copies), 1, len(content), findings)


@contextmanager
def _folder(goal: Goal) -> Iterator[Path]:
    """Where the bundle's folder stands: where it is wanted, or for a zip alone out of the way."""
    if goal.out != goal.archive:
        yield goal.out
        return
    with tempfile.TemporaryDirectory(prefix="deskeditor-") as folder:
        yield Path(folder) / "bundle"


def _entries(stage: Stage, files: Mapping[str, str]) -> list[Entry]:
    return [Entry(path, stage.held[path].size, sha256) for path, sha256 in files.items()]


def _sources(edition: Edition) -> list[Source]:
    return [Source(each.id, each.revision, edition.layout.paths[each.id]) for each in edition.layout.leaving]


def _compared(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """The paths that were added, changed and removed."""
    changed = (path for path, sha256 in now.items() if before.get(path, sha256) != sha256)
    return tuple(map(tuple, map(sorted, (now.keys() - before.keys(), changed, before.keys() - now.keys()))))
