"""Clears away what was kept and is of no use any more: renditions, second trees of bundles, whole libraries.

Nothing of it is needed. What goes too early costs the time to make it again, so another export that runs at
the same moment loses nothing either, and nobody is told of what could not be removed.
"""

import os
import re
import time
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from pathlib import Path

from deskeditor.library.kept import USED, Kept
from deskeditor.publish import tree
from deskeditor.publish.swap import hold

AGE = 30 * 24 * 3600.0
"""So many seconds after it was made a rendition is kept, whether a story shows it or not."""
UNUSED = 3 * AGE
"""So many seconds after it was last worked with a library's work is kept."""
_TURN = AGE / 4
"""The pictures are gone through no more often: with many it takes as long as a small export."""
_MARK = "cleared"
_LIBRARY = re.compile("[0-9a-f]{32}")


def clear_pictures(cache: Path, used: Iterable[str]) -> None:
    """Now and then, forget old renditions of pictures none of whose files is at one of the used paths."""
    mark, now = cache / _MARK, time.time()
    with suppress(OSError):
        if mark.exists() and now - mark.stat().st_mtime < _TURN:
            return
        mark.touch()
        needed = {_picture(path) for path in used}
        stale = [path for path, made in _files(cache) if _picture(path) not in needed and now - made > AGE]
        # An index goes before what it names: killed in between, the rest is not taken for a whole picture.
        for path in sorted(stale, key=lambda each: not each.endswith(".json")):
            Path(path).unlink(missing_ok=True)


def clear_libraries(folder: Path) -> None:
    """Now and then, forget all that was kept of libraries that nobody has worked with for long.

    `folder` is that of one library in the cache; the others are beside it.
    """
    mark, now = folder.parent / _MARK, time.time()
    with suppress(OSError):
        if mark.exists() and now - mark.stat().st_mtime < _TURN:
            return
        mark.touch()
        for other in folder.parent.iterdir():
            if _LIBRARY.fullmatch(other.name) and other != folder and now - _last_used(other) > UNUSED:
                tree.clear(other)


def note_spare(kept: Kept, spare: Path, out: Path) -> None:
    """Remember which bundle a tree was kept for."""
    kept.put("places", {spare.name: os.fsencode(out)})


def clear_spares(kept: Kept) -> None:
    """Forget trees whose bundle was deleted or moved; of those of an unknown bundle, what is old."""
    for spare in kept.place.parent.glob("spare-*") if kept.place else ():
        with suppress(OSError), hold(spare):
            if _of_no_use(spare, kept.get("places", spare.name)):
                tree.clear(spare)
                kept.drop("places", [spare.name])


def clear_work(kept: Kept, edition: str, outputs: Set[str]) -> None:
    """Forget what was kept of outputs that an edition has no more, and the plates of every other edition.

    A plate is as large as its pages. Whoever exports two editions by turns has their pages where they stand.
    """
    current = {f"{edition}:{name}" for name in outputs}
    for shelf in ("pages", "cards", "jobs"):
        ours = (name for name in kept.names(shelf) if name.startswith(f"{edition}:"))
        kept.drop(shelf, [name for name in ours if name not in current])
    kept.drop("plates", [name for name in kept.names("plates") if name not in current])


def _of_no_use(spare: Path, target: bytes | None) -> bool:
    if target is None:
        return time.time() - spare.stat().st_mtime > AGE
    return not os.path.lexists(target)


def _last_used(folder: Path) -> float:
    mark = folder / USED
    return (mark if mark.exists() else folder).stat().st_mtime


def _picture(path: str) -> str:
    """What the names of all files of one picture begin with."""
    return Path(path).name.partition(".")[0].partition("-")[0]


def _files(cache: Path) -> Iterator[tuple[str, float]]:
    """Every kept file with the time at which it was made."""
    for folder in cache.glob("[0-9a-f][0-9a-f]"):
        with os.scandir(folder) as entries:
            for entry in entries:
                yield entry.path, entry.stat().st_mtime
