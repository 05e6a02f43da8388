"""The process that checks and exports, so that neither is felt at the keyboard. No Qt.

It takes one Job, ProofOrder or Sheets after the other, tells Underway, and answers with one of Checked,
Written, Proof, Refusal or Halted. A process that is killed leaves the old bundle whole: the writer
sees to that.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from deskeditor.document.model import ArticleId
from deskeditor.library.errors import DamagedText, LibraryError
from deskeditor.library.kept import Kept
from deskeditor.library.records import Mode, utc_now
from deskeditor.library.store import Library
from deskeditor.publish.bundle import Options, Progress, Report, export
from deskeditor.publish.checking import DAMAGED, Proofreader
from deskeditor.publish.errors import Cancelled, PublishError, Refused
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.proof import Proof, ProofOrder, drawn, may_replace
from deskeditor.publish.room import Room
from deskeditor.publish.target import keep_out_of, place
from deskeditor.publish.times import parse_time
from deskeditor.publish.writer import write_file
from deskeditor.worker import Calls

TOLD_EVERY = 0.05
MOST = 200
"""Findings that are sent at the most: nobody reads more in a dialog, and counts tell of the rest."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something to do: a check of what would leave, or with `out` the export itself."""

    options: Options
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class Sheets:
    """A proof as it came from the press, to be written."""

    out: Path
    content: bytes
    pages: int


Work = Job | ProofOrder | Sheets


@dataclass(frozen=True, slots=True)
class Underway:
    """How far it is."""

    name: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Found:
    """Findings and the headlines of their articles, the gravest first; `blocks` and `asks` count all."""

    findings: tuple[Finding, ...] = ()
    headlines: tuple[tuple[str, str], ...] = ()
    blocks: int = 0
    asks: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks have to say about so many articles."""

    found: Found
    articles: int


@dataclass(frozen=True, slots=True)
class Written:
    """What came of an export, and the findings that only ask."""

    report: Report
    found: Found


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing was written, and the findings behind it where checks said no."""

    message: str
    found: Found = Found()


@dataclass(frozen=True, slots=True)
class Halted:
    """It was asked to end, and nothing was written."""


Answer = Checked | Written | Proof | Refusal | Halted


def work_off(calls: Calls[Work, Answer], path: Path) -> None:
    """Do what is asked, one thing after the other."""
    calls.answer_each(lambda work: answered(work, path, _telling(calls)))


def answered(work: Work, path: Path, tell: Progress) -> Answer:
    """What came of it; every expected failure is an answer too."""
    try:
        with Library.open(path, Mode.READ) as library:
            match work:
                case Job():
                    return _exported(library, work, tell)
                case ProofOrder():
                    return drawn(library, work)
                case Sheets():
                    return _written(library, work)
    except Cancelled:
        return Halted()
    except Refused as refusal:
        return _refusal(refusal, path)
    except (LibraryError, PublishError, OSError) as error:
        return Refusal(str(error))


def _exported(library: Library, job: Job, tell: Progress) -> Answer:
    if job.out is None:
        return checked(library, job.options, tell)
    report = export(library, job.out, job.options, tell)
    return Written(report, found(library, report.findings))


def _written(library: Library, sheets: Sheets) -> Written:
    keep_out_of(library.media.root, place(sheets.out, "proof"))
    may_replace(sheets.out)
    write_file(sheets.out, sheets.content, "proof")
    return Written(Report((sheets.out,), 1, sheets.pages, 1, len(sheets.content), ()), Found())


def checked(library: Library, options: Options, tell: Progress) -> Checked:
    """What stands between the articles of an export and their readers."""
    ids = wanted(library, options)
    if not ids:
        return Checked(Found(), 0)
    findings: list[Finding] = []
    with Kept.within(library.cache) as kept, Room(library, kept) as room:
        for done, each in enumerate(Proofreader(library, kept, options, room.gather).of(ids)):
            tell("", done, len(ids))
            findings += each if options.articles is not None else map(_left_out, each)
    return Checked(found(library, findings), len(ids))


def _left_out(finding: Finding) -> Finding:
    """A story that is not as it was saved is no reason to keep all the others in: it is left out."""
    return finding._replace(level=Level.WARN) if finding.rule == DAMAGED else finding


def wanted(library: Library, options: Options) -> tuple[ArticleId, ...]:
    """The chosen articles; without any those that may leave, and of them those saved since the moment."""
    if options.articles is not None:
        return tuple(library.find(each) for each in options.articles)
    versions = library.publishable_versions(utc_now())
    since = parse_time(options.since)
    if since is None:
        return tuple(each.id for each in versions)
    return tuple(each.id for each in versions if (parse_time(each.updated) or since) > since)


def found(library: Library, findings: Sequence[Finding]) -> Found:
    """The gravest of the findings, and how many there are of each kind."""
    blocks = [one for one in findings if one.level is Level.BLOCK]
    asks = [one for one in findings if one.level is not Level.BLOCK]
    kept = (*blocks, *asks)[:MOST]
    names = {one.article: _headline(library, one.article) for one in kept}
    return Found(kept, tuple(sorted(names.items())), len(blocks), len(asks))


def _refusal(refusal: Refused, path: Path) -> Refusal:
    """The refusal in one line where findings say the rest."""
    if not refusal.findings:
        return Refusal(str(refusal))
    with Library.open(path, Mode.READ) as library:
        behind = found(library, refusal.findings)
    many = "1 thing stands" if behind.blocks == 1 else f"{behind.blocks:,} things stand"
    return Refusal(f"{many} in the way. Nothing was written; mend this and export again.", behind)


def _headline(library: Library, article: str) -> str:
    try:
        return library.load(library.find(article)).document.fields.headline
    except DamagedText:
        return ""


def _telling(calls: Calls[Work, Answer]) -> Progress:
    """Progress that is sent a few times a second, and ends the work where it was asked to."""
    told = [0.0]

    def tell(name: str, done: int, of: int) -> None:
        now = time.monotonic()
        if now - told[0] < TOLD_EVERY:
            return
        told[0] = now
        if calls.stopped:
            raise Cancelled("The export was cancelled. What was there before is unchanged.")
        calls.tell(Underway(name, done, of))

    return tell
