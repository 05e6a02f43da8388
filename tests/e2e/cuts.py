"""Kills an export at every call that writes, and says whether whole old or whole new bundles were left.

`python -m tests.e2e.cuts kills` does it for an export to a free place, for one over a bundle that stands, for
an amendment, and for each again where the system cannot exchange folders. After each kill the target must be
wholly the old bundle or the new one, and the next export must give the bytes of an export from nothing.

For power cuts `prepare KIND DIR PLAN` makes a library and a bundle in DIR and what must come of it in PLAN,
`run DIR` exports under whatever watches its calls, and `check STATE PLAN` judges what a cut has left;
`run --without-fsync` exports without making anything durable, to see that the check can fail.
"""

import argparse
import os
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from tests.publish.newsroom import BASE, NOW, SOUND, story

from deskeditor.document.model import ArticleId, Document
from deskeditor.library.kept import Kept
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish import stage, swap
from deskeditor.publish.bundle import Options, export
from deskeditor.publish.theme import Theme
from deskeditor.publish.verify import verify

KINDS = ("free", "whole", "amended")
_CALLS = ("open", "write", "fsync", "rename", "replace", "link", "unlink", "mkdir", "rmdir", "chmod")
_LARGE = 10
OPTIONS = Options(now=NOW, base_url=BASE)
Bundle = dict[str, bytes]


def files_of(folder: Path) -> Bundle:
    """Every file below a folder by its path."""
    found = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def hurry(patch: pytest.MonkeyPatch) -> None:
    """Read a theme once, and keep every bundle for the next one, as large ones are."""
    patch.setattr(stage, "LARGE", _LARGE)
    patch.setattr(Theme, "load", cache(Theme.load))


def furnish(path: Path) -> tuple[ArticleId, ...]:
    """A library of six stories."""
    with Library.create(path) as library:
        return tuple(library.new(_document(number)).id for number in range(6))


def _document(number: int) -> Document:
    when = f"2025-08-{number + 1:02}T08:00:00-05:00"
    fields = replace(SOUND, headline=f"Council keeps bridge {number}", published=when, tags=("Bridge",))
    return story(fields)


def edit(library: Path, id: ArticleId, kind: str, number: int) -> None:
    """A change that an amendment is enough for, or one that every list shows."""
    with Library.open(library) as opened:
        article = opened.load(id)
        document = article.document
        if kind == "amended":
            document = replace(document, text=f"{document.text}\nAnd {number}.\n")
        else:
            headline = f"Council keeps the old bridge {number}"
            document = replace(document, fields=replace(document.fields, headline=headline))
        opened.save(id, document, article.revision)


def publish(library: Path, out: Path) -> None:
    """One export."""
    with Library.open(library, Mode.READ) as opened:
        export(opened, out, OPTIONS, lambda *_: None)


def from_nothing(library: Path, out: Path) -> Bundle:
    """What an export with nothing kept gives."""
    shutil.rmtree(out, ignore_errors=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Kept, "within", lambda _: Kept(None))
        publish(library, out)
    return files_of(out)


def killed(work: Callable[[], None], at: int) -> bool:
    """Do the work in a process of its own that is killed just before its call of that number."""
    child = os.fork()
    if child == 0:
        _die_at(at)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status) and os.WEXITSTATUS(status):
        raise RuntimeError("the export failed")
    return os.WIFSIGNALED(status)


def _die_at(at: int) -> None:
    """From here on count the calls that change the disk, and end without warning at one of them."""
    left = [at]

    def before(call: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **named: object) -> object:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **named)

        return counted

    for name in _CALLS:
        setattr(os, name, before(getattr(os, name)))
    vars(stage).update(exchange=before(swap.exchange))


def kills(folder: Path, kind: str, every: int) -> tuple[int, list[str]]:
    """Kill at every so-many-th call in turn; how many kills there were, and what was wrong after them."""
    library, out = folder / "news.desk", folder / "site" / "out"
    (id, *_) = furnish(library)
    wrong: list[str] = []
    for count, at in enumerate(range(1, 10_000, every)):
        if kind == "free":
            shutil.rmtree(out, ignore_errors=True)
        elif not out.exists():
            publish(library, out)
        old = files_of(out) if out.exists() else None
        edit(library, id, kind, at)
        new = from_nothing(library, folder / "anew" / "out")
        died = killed(lambda: publish(library, out), at)
        wrong += [f"{kind} {at}: {each}" for each in _judged(out, old, new)]
        publish(library, out)
        if files_of(out) != new or [each.name for each in out.parent.iterdir()] != ["out"]:
            wrong.append(f"{kind} {at}: the next export is not the one from nothing")
        if not died:
            return count, wrong
    return count, wrong


def _judged(out: Path, old: Bundle | None, new: Bundle) -> list[str]:
    """What is wrong with a target that must be old or new."""
    recovered = sorted(out.parent.glob(".out.deskeditor-old-*"))
    if not out.exists():
        # Where two renames are one exchange, the old bundle waits beside for the next export.
        lost = old is not None and [files_of(each) for each in recovered] != [old]
        return ["nothing stands"] if lost else []
    found = files_of(out)
    return [] if found in (old, new) and verify(out) == () else ["half a bundle"]


def main() -> int:
    """Kill, or prepare, export and judge for power cuts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["kills", "prepare", "run", "check"])
    parser.add_argument("places", nargs="*")
    parser.add_argument("--without-fsync", action="store_true")
    parser.add_argument("--every", type=int, default=1)
    asked = parser.parse_args()
    with pytest.MonkeyPatch.context() as patch:
        hurry(patch)
        if asked.without_fsync:
            _undurable(patch)
        if asked.what == "kills":
            return _kills(patch, asked.places or list(KINDS), asked.every)
        if asked.what == "prepare":
            prepare(asked.places[0], Path(asked.places[1]), Path(asked.places[2]))
        elif asked.what == "run":
            publish(Path(asked.places[0]) / "news.desk", Path(asked.places[0]) / "out")
        else:
            return check(Path(asked.places[0]), Path(asked.places[1]))
    return 0


def _kills(patch: pytest.MonkeyPatch, kinds: list[str], every: int) -> int:
    bad = 0
    for way in ("exchange", "two renames"):
        if way == "two renames":
            patch.setattr(stage, "exchange", lambda *_: False)
        for kind in kinds:
            with TemporaryDirectory() as folder:
                count, wrong = kills(Path(folder), kind, every)
            print("\n".join((*wrong[:5], f"{kind}, {way}: {count} kills, {len(wrong)} wrong")), flush=True)
            bad += len(wrong)
    return 1 if bad else 0


def _undurable(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(os, "fsync", lambda _: None)
    patch.setattr(stage, "make_durable", lambda *_: None)
    patch.setattr(stage, "sync_folder", lambda _: None)


def prepare(kind: str, folder: Path, plan: Path) -> None:
    """A library and a bundle as they are before a cut, and the two bundles that may be there after it."""
    (id, *_) = furnish(folder / "news.desk")
    for number in range(3 if kind != "free" else 0):
        edit(folder / "news.desk", id, kind, number)
        publish(folder / "news.desk", folder / "out")
    plan.mkdir()
    if kind != "free":
        shutil.copytree(folder / "out", plan / "old")
    edit(folder / "news.desk", id, kind, 9)
    from_nothing(folder / "news.desk", plan / "new")


def check(state: Path, plan: Path) -> int:
    """1 where the target is neither bundle, 2 where an export after the cut does not make it the new one."""
    old = files_of(plan / "old") if (plan / "old").exists() else None
    new, out = files_of(plan / "new"), state / "out"
    found = files_of(out) if out.exists() else None
    if found not in (old, new):
        return 1
    publish(state / "news.desk", out)
    return 0 if files_of(out) == new and verify(out) == () else 2


if __name__ == "__main__":
    sys.exit(main())
