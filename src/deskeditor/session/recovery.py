"""Bringing back what a dead program had written to its journals."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from deskeditor.document.model import ArticleId, Document, Fields
from deskeditor.document.steps import ReplaceText, StepMismatch
from deskeditor.document.transaction import Transaction, transaction_from_json
from deskeditor.library.errors import DamagedText, LibraryError
from deskeditor.library.hashing import sha256_of
from deskeditor.library.journal import Recovered, discard, recover
from deskeditor.library.store import Library

StepJson = Mapping[str, object]
_NO_STEP = (StepMismatch, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True, slots=True)
class Rescued:
    """What became of one journal: `revision` is None where the library already held everything.

    `kept` is the journal's place where not all of it was understood, empty otherwise; `message` then says
    what happened, and `loose` is the article that holds what fits nowhere.
    """

    article: ArticleId
    revision: int | None
    kept: str = ""
    message: str = ""
    loose: ArticleId | None = None


@dataclass(frozen=True, slots=True)
class Replayed:
    """A base with its steps: the revision that they stand on at last, and those that do not fit any more."""

    document: Document
    based_on: int
    rest: tuple[StepJson, ...]


def rescue(library: Library, folder: Path) -> tuple[Rescued, ...]:
    """Save what the journals hold beyond the library, then remove each that is wholly used.

    A journal is removed only after the revision made from it was read back. One that is damaged, or whose
    steps do not fit, is kept beside under another name, so that no later start trips over it again; what was
    typed in those steps becomes a draft of its own. No journal stops another one, or the start.
    """
    return tuple(_rescue_one(library, found) for found in recover(folder, library.uuid))


def _rescue_one(library: Library, found: Recovered) -> Rescued:
    try:
        return _brought_back(library, found)
    except LibraryError as error:
        message = (
            f"What was typed before the program ended could not be brought back: {error} "
            f"It is safe in “{found.path}”, and is tried again at the next start."
        )
        return Rescued(found.article, None, str(found.path), message)


def _brought_back(library: Library, found: Recovered) -> Rescued:
    replayed = _replayed(library, found)
    revision, rest = None, found.behind
    if replayed is None:
        rest = (*found.steps, *found.behind)
    else:
        rest = (*replayed.rest, *found.behind)
        document = replayed.document
        if len(replayed.rest) < len(found.steps) and not _holds(library, found.article, document):
            revision = library.save(found.article, document, replayed.based_on, "recovery").revision
    if replayed is not None and not rest and not found.damaged:
        discard(found)
        return Rescued(found.article, revision)
    loose = _loose(library, found.article, rest)
    kept = _aside(found.path)
    return Rescued(found.article, revision, kept, _told(library, found.article, loose, kept), loose)


def _replayed(library: Library, found: Recovered) -> Replayed | None:
    """The steps on their base; None where the library has no such base."""
    try:
        base = library.revision(found.article, found.base)
    except LibraryError:
        return None
    if sha256_of(base) != found.base_sha256:
        return None
    document, based_on = base, found.base
    for done, step in enumerate(found.steps):
        saved = step.get("saved")
        if isinstance(saved, int):
            based_on = saved
            continue
        try:
            document = transaction_from_json(step).apply(document)
        except _NO_STEP:
            return Replayed(document, based_on, found.steps[done:])
    return Replayed(document, based_on, ())


def _holds(library: Library, article: ArticleId, document: Document) -> bool:
    """Whether the newest revision is this document already."""
    try:
        return sha256_of(document) == library.load(article).sha256
    except DamagedText:
        return False


def _loose(library: Library, article: ArticleId, steps: Sequence[StepJson]) -> ArticleId | None:
    """A draft with what was typed in steps that fit nowhere; None where nothing was."""
    text = typed(steps)
    if not text:
        return None
    note = (
        "This was typed before the program ended, and where it belongs is not known any more. "
        "Put it where it belongs, then throw this draft away."
    )
    fields = Fields(headline=f"Recovered text: {_name(library, article)}", note_to_editor=note)
    return library.new(Document(text, fields), "recovery").id


def typed(steps: Sequence[StepJson]) -> str:
    """The letters that came in by these steps, a paragraph for each place at which somebody wrote."""
    runs: list[str] = []
    end = -1
    for change in _changes(steps):
        for step in change.steps:
            if not isinstance(step, ReplaceText):
                runs += [f"{step.name}: {step.new}"] if step.new else []
                end = -1
                continue
            if step.end == end and step.old and runs[-1].endswith(step.old):
                runs[-1] = runs[-1].removesuffix(step.old)
            elif step.start != end and step.new:
                runs.append("")
            if step.new:
                runs[-1] += step.new
            end = step.new_end if step.new or step.end == end else -1
    kept = [run.strip("\n") for run in runs if run.strip()]
    return "\n\n".join(kept) + "\n" if kept else ""


def _changes(steps: Sequence[StepJson]) -> list[Transaction]:
    found = []
    for step in steps:
        with suppress(*_NO_STEP):
            found.append(transaction_from_json(step))
    return found


def _told(library: Library, article: ArticleId, loose: ArticleId | None, kept: str) -> str:
    """What happened, what is safe, what to do."""
    name = _name(library, article)
    where = f"What could still be read of it is in the draft “Recovered text: {name}”. " if loose else ""
    return (
        f"The recovery journal of “{name}” was damaged, or does not fit the library. What stood before the "
        f"damage is in the story. {where}The journal itself is kept: {kept}"
    )


def _name(library: Library, article: ArticleId) -> str:
    try:
        return library.load(article).document.fields.headline or str(article)
    except LibraryError:
        return str(article)


def _aside(path: Path) -> str:
    """The journal under a name that no start looks for; where it cannot have one it stays."""
    target = path.with_suffix(".unfit")
    try:
        path.replace(target)
    except OSError:
        return str(path)
    return str(target)
