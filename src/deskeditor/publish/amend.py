"""Amending a large bundle where only the insides of a few stories changed: nothing else is asked or made.

Everything here is also done by a whole export, with the same bytes. Whatever is not certain ends the attempt,
and what it has altered in the spare tree by then is seen by the whole export that follows, and made anew.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from deskeditor.library.records import Version
from deskeditor.publish import seals, tree
from deskeditor.publish.durable import make_durable
from deskeditor.publish.findings import Finding
from deskeditor.publish.grounds import Anew, Grounds, Unfit
from deskeditor.publish.looking import Looking
from deskeditor.publish.manifest import NAME, Entry, amended_manifest
from deskeditor.publish.stage import Filing, spare_place, take_place
from deskeditor.publish.standing import Standing, changed_within, keep_standing, story_lines
from deskeditor.publish.swap import hold
from deskeditor.publish.tree import Sealed

FEW = 40
"""More changed stories than these are a whole export's work."""


@dataclass(frozen=True, slots=True)
class Amended:
    """What an amendment came to."""

    changed: tuple[str, ...]
    counts: tuple[int, int, int, int]
    findings: tuple[Finding, ...] = ()


def amended(grounds: Grounds, versions: Sequence[Version], now: str) -> Amended | None:
    """The bundle brought up to date; None where that takes a whole export. Raises OSError from the disk."""
    found = changed_within(grounds.standing.stories, versions)
    if found is None or len(found) > FEW:
        return None
    with suppress(Unfit, ValueError, BlockingIOError):
        if found:
            return _amend(grounds, versions, found, now)
        _look_through(grounds)
        return Amended((), grounds.standing.counts)
    return None


def _look_through(grounds: Grounds) -> None:
    """Prove that the bundle is as it was left; raises Unfit where anything was touched."""
    seal = _seal(grounds, grounds.out, grounds.standing.tree)
    if Looking(grounds.out, seals.lines_in(seal)).altered():
        raise Unfit


def _amend(grounds: Grounds, versions: Sequence[Version], found: Sequence[int], now: str) -> Amended:
    from deskeditor.publish.amend_stories import Remaking

    spare = spare_place(grounds.out, grounds.kept)
    if spare is None or not spare.is_dir():
        raise Unfit
    with hold(spare):
        ours, theirs = (
            _seal(grounds, spare, grounds.standing.spare),
            _seal(grounds, grounds.out, grounds.standing.tree),
        )
        looking = Looking(spare, seals.lines_in(ours))
        anew = Remaking(grounds, versions, now, spare).anew(found)
        files: dict[str, Sealed | None] = {**_caught_up(grounds, spare, theirs, anew.files), **anew.files}
        size = _put_manifest(grounds.out, spare, theirs, anew, files)
        if looking.altered() - files.keys():
            raise Unfit
        standing = _next(grounds, versions, (*anew.files, NAME), size, tree.mark_of(spare))
        _take_place(grounds, spare, ours, files)
        keep_standing(grounds.kept, str(grounds.out), standing)
        return Amended(tuple(sorted(anew.files)), standing.counts, anew.findings)


def _seal(grounds: Grounds, root: Path, mark: str) -> str:
    """The seal of the tree of that mark, whose names have not changed; raises Unfit for any other."""
    if not (root / NAME).is_file() or tree.mark_of(root) != mark:
        raise Unfit
    seal = (grounds.kept.get("seals", tree.name_of(root)) or b"").decode("utf-8", "surrogateescape")
    if not seal or tree.odd_folders(root, seals.folders_in(seal)):
        raise Unfit
    return seal


def _caught_up(
    grounds: Grounds, spare: Path, theirs: str, but: Mapping[str, Sealed]
) -> dict[str, Sealed | None]:
    """Let the spare tree have what the last export changed in the one that stands."""
    found: dict[str, Sealed | None] = {}
    for path in grounds.standing.lag:
        wanted = seals.sealed_in(theirs, path)
        if path in but or path == NAME:
            continue
        if wanted is None:
            tree.remove(spare, path)
            found[path] = None
            continue
        tree.adopt(grounds.out / path, spare / path)
        sealed = found[path] = tree.sealed_file(spare, path)
        if sealed is None or sealed.sha256 != wanted.sha256:
            raise Unfit
    return found


def _put_manifest(out: Path, spare: Path, theirs: str, anew: Anew, files: dict[str, Sealed | None]) -> int:
    """The manifest of what the tree holds now, put beside the files; by how many bytes these have grown."""
    known = seals.sealed_in(theirs, NAME)
    before = tree.sealed_file(out, NAME)
    if known is None or before is None or before.sha256 != known.sha256:
        raise Unfit
    entries = [Entry(path, each.size, each.sha256) for path, each in anew.files.items()]
    manifest = amended_manifest((out / NAME).read_bytes(), entries, anew.sources)
    if manifest is None:
        raise Unfit
    files[NAME] = Filing(spare).put(NAME, manifest)
    was = (seals.sealed_in(theirs, path) for path in anew.files)
    return sum(each.size for each in anew.files.values()) - sum(each.size for each in was if each)


def _take_place(grounds: Grounds, spare: Path, ours: str, files: Mapping[str, Sealed | None]) -> None:
    """Make the tree durable, let it stand, and seal it."""
    written = {path: sealed for path, sealed in files.items() if sealed is not None}
    for path, sealed in written.items():
        if not tree.proved(spare, path, sealed):
            raise OSError(5, f"{path} does not read back as it was written")
    make_durable(spare, list(written), files)
    touched = tree.folder_times(spare, files)
    seal = seals.with_files(seals.with_folders(ours, seals.folders_in(ours) | touched), files)
    name = tree.name_of(spare)
    take_place(spare, grounds.out)
    grounds.kept.put("seals", {name: seal.encode("utf-8", "surrogateescape")})


def _next(
    grounds: Grounds, versions: Sequence[Version], lag: Sequence[str], grown: int, mark: str
) -> Standing:
    before = grounds.standing
    articles, pages, files, size = before.counts
    return replace(
        before,
        stories=story_lines(versions),
        tree=mark,
        spare=before.tree,
        lag=tuple(lag),
        counts=(articles, pages, files, size + grown),
    )
