"""The next bundle in the making: a folder beside the one that stands, filled, proved, swapped in by one step.

At every instant the target is the whole old bundle or the whole new one. Where bundles are large, the old one
is kept out of sight and brought up to date the next time, so that an export costs what has changed and no
more: files that both have are one file on the disk, and none is ever written over in place.
"""

import hashlib
import os
import secrets
import tempfile
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread

from deskeditor.library.kept import Kept
from deskeditor.library.paths import distinct, place_in
from deskeditor.publish import target, tree
from deskeditor.publish.clearing import note_spare
from deskeditor.publish.durable import make_durable, sync_all, sync_folder
from deskeditor.publish.recipe import digest
from deskeditor.publish.seals import KeptSeal
from deskeditor.publish.swap import exchange, hold
from deskeditor.publish.tree import Seal, Sealed

LARGE = 1000
"""So many files make it worth while to keep the old bundle for the next export."""


_BINARY = getattr(os, "O_BINARY", 0)


READ_BACK = 300
"""So many new files are read back one by one; of more, the disk's word on each is taken."""


class Filing:
    """Puts files into a tree, and never beside it; of several processes each has its own."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._folders: set[str] = set()

    def put(self, path: str, content: bytes) -> Sealed:
        """Let the tree have this file; whoever has the file of before by another name keeps it as it was."""
        place = place_in(self._root, path, self._folders)
        try:
            handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644)
        except FileExistsError:
            return self._replace(place, content)
        found = _write(handle, content)
        return Sealed(hashlib.sha256(content).hexdigest(), found.st_size, found.st_mtime_ns, found.st_ino)

    def _replace(self, place: str, content: bytes) -> Sealed:
        aside = tree.aside_of(Path(place))
        aside.unlink(missing_ok=True)
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644)
        found = _write(handle, content)
        aside.replace(place)
        return Sealed(hashlib.sha256(content).hexdigest(), found.st_size, found.st_mtime_ns, found.st_ino)


@dataclass(slots=True)
class Stage:
    """One export's view of the tree that it prepares; `before` are the hashes of the bundle that stands."""

    out: Path
    root: Path
    before: Mapping[str, str]
    held: dict[str, Sealed]
    """What is in the tree and proved, by path."""
    shares: bool
    """Whether files of the bundle that stands may be taken over."""
    strays: set[str] = field(default_factory=set)
    new: list[str] = field(default_factory=list)
    twin: Path | None = None
    """A second tree of the same files, to be kept."""

    def has(self, path: str, sha256: str) -> bool:
        """Whether the file is there, or can be taken over from the bundle that stands."""
        found = self.held.get(path)
        if found is not None and found.sha256 == sha256:
            return True
        return self.shares and self.before.get(path) == sha256 and self._take(path, sha256)

    def note(self, path: str, sealed: Sealed) -> None:
        """The file has been put into the tree."""
        self.held[path] = sealed
        self.new.append(path)

    def begin_to_settle(self) -> None:
        """Let the disk begin with what is there, where that is much, while other things are done."""
        if len(self.new) > LARGE:
            Thread(target=sync_all, daemon=True).start()

    def settle(self, wanted: Set[str]) -> None:
        """Let the tree hold exactly the wanted files, on the disk for good."""
        distinct(wanted)
        for path in sorted((self.held.keys() | self.strays) - wanted):
            tree.remove(self.root, path)
            self.held.pop(path, None)
            self.new.append(path)
        written = [path for path in self.new if path in wanted]
        for path in written if len(written) <= READ_BACK else ():
            if not tree.proved(self.root, path, self.held[path]):
                raise OSError(5, f"{path} does not read back as it was written")
        make_durable(self.root, written, self.new)

    def _take(self, path: str, sha256: str) -> bool:
        """Share a file with the bundle that stands, once it is proved to hold what it should."""
        try:
            tree.adopt(self.out, self.root, path)
        except OSError:
            self.strays.add(tree.aside_of(Path(path)).as_posix())
            return False
        sealed = tree.sealed_file(self.root, path)
        if sealed is None or sealed.sha256 != sha256:
            return False
        self.note(path, sealed)
        return True


@contextmanager
def staged(out: Path, trusted: Kept) -> Iterator[Stage]:
    """A stage for the target; where the block does not swap, it is cleared away and the target stands.

    Only what is `trusted` is taken over from before. Raises Refused for a target that is not ours, and for
    whatever the disk refuses.
    """
    out = target.place(out)
    target.recover(out)
    seal = KeptSeal(trusted, tree.name_of(out)).whole() if out.is_dir() else None
    before = target.before(out, seal)
    target.clear_leftovers(out)
    try:
        root = _spare(out, trusted) or Path(
            tempfile.mkdtemp(prefix=target.prefix(out) + "new-", dir=out.parent)
        )
    except OSError as error:
        raise target.unwritable(out, error) from error
    try:
        with hold(root):
            found = KeptSeal(trusted, tree.name_of(root)).whole()
            stage = Stage(
                out, root, before, tree.unchanged(root, found) if found else {}, bool(trusted.place)
            )
            stage.strays |= tree.strays(root, found)
            yield stage
    except OSError as error:
        raise target.unwritable(out, error) from error
    finally:
        # After the swap this is the old bundle, before it the unfinished one.
        if root != spare_place(out, trusted):
            tree.clear(root)


def swap(stage: Stage, kept: Kept) -> None:
    """Let the bundle change places with what stood there, and remember what it holds."""
    root, name = stage.root, tree.name_of(stage.root)
    seal = Seal(stage.held, tree.folder_times(root, stage.held))
    take_place(root, stage.out)
    KeptSeal(kept, name).put(seal)
    _keep_spare(stage, kept, seal)


def take_place(root: Path, out: Path) -> None:
    """Let a finished tree stand at `out`; what stood there is then where the tree was."""
    root.chmod(0o755)
    sync_folder(out.parent)
    if not out.exists():
        root.rename(out)
    elif not exchange(root, out):
        # No exchange here: for a moment `out` is missing, and `recover` would put the old one back.
        old = out.with_name(f"{target.prefix(out)}old-{secrets.token_hex(4)}")
        out.rename(old)
        root.rename(out)
        try:
            old.rename(root)
        except OSError:
            # A write-protected folder cannot change its parent; the new bundle stands all the same.
            tree.clear(old)
    sync_folder(out.parent)
    sync_folder(root.parent)


def begin_spare(stage: Stage, kept: Kept, wanted: Set[str]) -> None:
    """Make a large bundle twice, though its files once, where none stood before: the next export then begins
    with a finished tree. It may be done while the disk settles; `swap` seals it.

    Where another export works on the one that is kept, that stays.
    """
    spare = spare_place(stage.out, kept)
    if spare is None or stage.root == spare or len(wanted) < LARGE or stage.out.exists():
        return
    with suppress(OSError):
        _clear_away(spare)
        note_spare(kept, spare, stage.out)
        spare.mkdir()
        with hold(spare):
            tree.share_all(stage.root, spare, sorted(wanted))
            stage.twin = spare


def _keep_spare(stage: Stage, kept: Kept, seal: Seal) -> None:
    """Keep the twin of a large bundle, or the one that stood there before.

    Where another export works on the one that is kept, that stays.
    """
    spare = spare_place(stage.out, kept)
    if spare is None or stage.root == spare or len(stage.held) < LARGE:
        return
    with suppress(OSError):
        if stage.twin is not None:
            times = tree.folder_times(stage.twin, seal.files)
            KeptSeal(kept, tree.name_of(stage.twin)).put(Seal(seal.files, times))
        elif stage.root.is_dir():
            _clear_away(spare)
            note_spare(kept, spare, stage.out)
            stage.root.rename(spare)


def _clear_away(spare: Path) -> None:
    """Remove a kept bundle; raises BlockingIOError while another export works on it."""
    if spare.is_dir():
        with hold(spare):
            tree.clear(spare)


def _spare(out: Path, trusted: Kept) -> Path | None:
    """The kept older bundle, where it is there, on the same disk, and nobody else works on it."""
    spare = spare_place(out, trusted)
    if spare is None or not spare.is_dir():
        return None
    with suppress(BlockingIOError), hold(spare):
        found = KeptSeal(trusted, tree.name_of(spare)).whole()
        if found is not None and tree.folders_are_folders(spare, found):
            return spare
        tree.clear(spare)
    return None


def spare_place(out: Path, kept: Kept) -> Path | None:
    """Where the older bundle of a target is kept; None where there is no room for one on the same disk."""
    if kept.place is None:
        return None
    place = kept.place.with_name(f"spare-{digest(str(out))[:16]}")
    try:
        return place if place.parent.stat().st_dev == out.parent.stat().st_dev else None
    except OSError:
        return None


def _write(handle: int, content: bytes) -> os.stat_result:
    try:
        view = memoryview(content)
        while view:
            view = view[os.write(handle, view) :]
        return os.fstat(handle)
    finally:
        os.close(handle)
