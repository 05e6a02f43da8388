"""Bringing back what a dead program had written to its journals."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from deskeditor.document.model import ArticleId, Document
from deskeditor.document.steps import StepMismatch
from deskeditor.document.transaction import transaction_from_json
from deskeditor.library.errors import LibraryError
from deskeditor.library.hashing import sha256_of
from deskeditor.library.journal import Recovered, discard, recover
from deskeditor.library.store import Library


@dataclass(frozen=True, slots=True)
class Rescued:
    """What became of one journal: `revision` is None where the library already held everything.

    `kept` is the journal's place where a part of it did not fit its base, empty otherwise.
    """

    article: ArticleId
    revision: int | None
    kept: str = ""


def rescue(library: Library, folder: Path) -> tuple[Rescued, ...]:
    """Save what the journals hold beyond the library, then remove each that is wholly used.

    A journal is removed only after the revision made from it was read back. One whose steps do not fit
    is kept beside, under another name, so that no later start trips over it again.
    """
    return tuple(_rescue_one(library, found) for found in recover(folder, library.uuid))


def _rescue_one(library: Library, found: Recovered) -> Rescued:
    try:
        base = library.revision(found.article, found.base)
    except LibraryError:
        return Rescued(found.article, None, _aside(found.path))
    fits = sha256_of(base) == found.base_sha256
    document, based_on, whole = _replay(base, found.base, found.steps) if fits else (base, found.base, False)
    revision = None
    if sha256_of(document) != sha256_of(library.load(found.article).document):
        revision = library.save(found.article, document, based_on, "recovery").revision
    if whole:
        discard(found)
        return Rescued(found.article, revision)
    return Rescued(found.article, revision, _aside(found.path))


def _replay(base: Document, number: int, steps: Iterable[Mapping[str, object]]) -> tuple[Document, int, bool]:
    document, based_on = base, number
    for step in steps:
        saved = step.get("saved")
        if isinstance(saved, int):
            based_on = saved
            continue
        try:
            document = transaction_from_json(step).apply(document)
        except (StepMismatch, ValueError, KeyError, TypeError):
            return document, based_on, False
    return document, based_on, True


def _aside(path: Path) -> str:
    target = path.with_suffix(".unfit")
    path.replace(target)
    return str(target)
