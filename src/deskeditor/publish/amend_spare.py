"""The spare tree of a bundle made the next one: caught up, a few stories made anew in it, and exchanged."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from deskeditor.publish import tree
from deskeditor.publish.amend_proof import Amended, looked_through, seal_of
from deskeditor.publish.asking import Asking
from deskeditor.publish.durable import make_durable
from deskeditor.publish.grounds import Anew, Change, Grounds, Unfit
from deskeditor.publish.looking import Looking
from deskeditor.publish.manifest import NAME, Entry, amended_manifest
from deskeditor.publish.seals import KeptSeal
from deskeditor.publish.selection import utc_second
from deskeditor.publish.stage import Filing, spare_place, take_place
from deskeditor.publish.standing import (
    Standing,
    changed_within,
    keep_standing,
    keep_still,
    stories_of,
)
from deskeditor.publish.swap import hold
from deskeditor.publish.tree import Sealed

if TYPE_CHECKING:
    from deskeditor.publish.amend_stories import Remaking

FEW = 40
"""More changed stories than these are a whole export's work."""


def amended_spare(grounds: Grounds, now: datetime) -> Amended:
    """Let the spare tree have what changed and stand; raises Unfit where that is too much to amend."""
    spare = spare_place(grounds.out, grounds.kept)
    if spare is None or not spare.is_dir():
        raise Unfit
    with hold(spare):
        ours = seal_of(grounds, spare, grounds.standing.spare)
        with Looking(spare, grounds.kept, ours.name) as looking:
            asking = Asking(grounds.library.path, now.isoformat())
            from deskeditor.publish.amend_stories import Remaking  # meanwhile

            change = _changed(grounds, asking)
            if change.found:
                return _amend(grounds, Remaking(grounds, change, utc_second(now), spare), looking)
    done = looked_through(grounds)
    keep_still(grounds.kept, str(grounds.out), grounds.standing, change.still)
    return done


def _changed(grounds: Grounds, asking: Asking) -> Change:
    """What of the library is not as the bundle has it; raises Unfit where it is too much."""
    before = stories_of(grounds.kept, str(grounds.out), grounds.standing)
    still, lines = asking.answer()
    found = changed_within(before.lines, lines)
    if found is None or len(found) > FEW or still.moved != grounds.standing.still.moved:
        raise Unfit
    return Change(still, before, lines, found)


def _amend(grounds: Grounds, remaking: "Remaking", looking: Looking) -> Amended:
    spare, change = remaking.root, remaking.change
    theirs = seal_of(grounds, grounds.out, grounds.standing.tree)
    anew = remaking.anew()
    files: dict[str, Sealed | None] = {**_caught_up(grounds, spare, theirs, anew.files), **anew.files}
    size = _put_manifest(grounds.out, spare, theirs, anew, files)
    if looking.altered() - files.keys():
        raise Unfit
    standing = _next(grounds, change, (*anew.files, NAME), size, tree.mark_of(spare))
    _take_place(grounds, spare, files)
    stories = change.before.with_keys(change.lines, anew.keys)
    keep_standing(grounds.kept, str(grounds.out), standing, stories)
    return Amended(tuple(sorted(anew.files)), standing.counts, anew.findings)


def _caught_up(
    grounds: Grounds, spare: Path, theirs: KeptSeal, but: Mapping[str, Sealed]
) -> dict[str, Sealed | None]:
    """Let the spare tree have what the last export changed in the one that stands."""
    found: dict[str, Sealed | None] = {}
    for path in grounds.standing.lag:
        if path in but or path == NAME:
            continue
        wanted = theirs.of(path)
        if wanted is None:
            tree.remove(spare, path)
            found[path] = None
            continue
        tree.adopt(grounds.out, spare, path)
        sealed = found[path] = tree.sealed_file(spare, path)
        if sealed is None or sealed.sha256 != wanted.sha256:
            raise Unfit
    return found


def _put_manifest(
    out: Path, spare: Path, theirs: KeptSeal, anew: Anew, files: dict[str, Sealed | None]
) -> int:
    """The manifest of what the tree holds now, put beside the files; by how many bytes these have grown."""
    known = theirs.of(NAME)
    before = (out / NAME).read_bytes()
    if known is None or sha256(before).hexdigest() != known.sha256:
        raise Unfit
    entries = [Entry(path, each.size, each.sha256) for path, each in anew.files.items()]
    manifest = amended_manifest(before, entries, anew.sources)
    if manifest is None:
        raise Unfit
    files[NAME] = Filing(spare).put(NAME, manifest)
    was = (theirs.of(path) for path in anew.files)
    return sum(each.size for each in anew.files.values()) - sum(each.size for each in was if each)


def _take_place(grounds: Grounds, spare: Path, files: Mapping[str, Sealed | None]) -> None:
    """Make the tree durable, let it stand, and seal it."""
    written = {path: sealed for path, sealed in files.items() if sealed is not None}
    for path, sealed in written.items():
        if not tree.proved(spare, path, sealed):
            raise OSError(5, f"{path} does not read back as it was written")
    make_durable(spare, list(written), files)
    touched = tree.folder_times(spare, files)
    seal = KeptSeal(grounds.kept, tree.name_of(spare))
    take_place(spare, grounds.out)
    seal.amend(files, touched)


def _next(grounds: Grounds, change: Change, lag: Sequence[str], grown: int, mark: str) -> Standing:
    before = grounds.standing
    articles, pages, files, size = before.counts
    return replace(
        before,
        still=change.still,
        tree=mark,
        spare=before.tree,
        lag=tuple(lag),
        counts=(articles, pages, files, size + grown),
    )
