"""An export from the library to a folder, a zip or single pages: amended where little changed, else whole."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from deskeditor.library.kept import Kept
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish import target
from deskeditor.publish.amend import amended
from deskeditor.publish.errors import Refused
from deskeditor.publish.goal import Goal, Options, Progress, Report, site_of, theme_of
from deskeditor.publish.grounds import Grounds
from deskeditor.publish.selection import clocked, held_back, remember
from deskeditor.publish.standing import grounds_of, read_standing

__all__ = ["Options", "Progress", "Report", "export", "site_of"]


def export(library: Library, out: Path, options: Options, progress: Progress) -> Report:
    """Let the stories leave; raises Refused, and then what was at `out` stands as it was."""
    now = clocked(library, options.now)
    with target.unmade_on_failure(out.parent):
        return _exported(library, out, options, progress, now)


def _exported(library: Library, out: Path, options: Options, progress: Progress, now: datetime) -> Report:
    held = held_back(library, options.articles)
    goal = Goal(target.place(out), out, replace(options, without=frozenset(held)))
    target.keep_out_of(library.media.root, goal.place)
    with Kept.within(library.cache) as kept, _named(held.values()):
        amended = None if held else _amended(library, kept, goal, now)
        report = amended or _whole(library, kept, goal, now, progress)
    remember(library, options.now, now)
    return replace(report, left_out=tuple(held.values()))


@contextmanager
def _named(held: Collection[str]) -> Iterator[None]:
    """A refusal tells of the stories that are not what was saved too: they may be all that was to leave."""
    try:
        yield
    except Refused as refusal:
        if not held:
            raise
        raise Refused("\n".join((*held, str(refusal))), refusal.findings) from refusal


def _amended(library: Library, kept: Kept, goal: Goal, now: datetime) -> Report | None:
    """The bundle that stands brought up to date, where that is enough."""
    standing = read_standing(kept, str(goal.place)) if goal.plain else None
    if standing is None:
        return None
    site, theme = site_of(library, goal.options), theme_of(library, goal.options)
    if standing.grounds != grounds_of(library.uuid, site, theme):
        return None
    grounds = Grounds(library, kept, goal.place, theme, site, standing)
    try:
        done = amended(grounds, now)
    except OSError as error:
        raise target.unwritable(goal.out, error) from error
    return None if done is None else Report((goal.out,), *done.counts, done.findings, changed=done.changed)


def _whole(library: Library, kept: Kept, goal: Goal, now: datetime, progress: Progress) -> Report:
    """A whole export of the library as it is at one moment: a save meanwhile is for the next one."""
    from deskeditor.publish.whole import exported

    with Library.open(library.path, Mode.READ) as own, own.frozen():
        return exported(own, kept, goal, now, progress)
