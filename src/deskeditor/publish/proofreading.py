"""What the checks say of a story on its way out: of its words, of what it hangs on, of its finished page."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from deskeditor.library.kept import Kept
from deskeditor.library.records import Article
from deskeditor.publish.body import Body, mark
from deskeditor.publish.checks import Subject, context_findings, own_findings, page_findings
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.listing import House
from deskeditor.publish.page import article_page
from deskeditor.publish.press import Copy
from deskeditor.publish.reach import Reach, shared_files
from deskeditor.publish.story import Story


@dataclass(frozen=True, slots=True)
class Proof:
    """A story with its finished page, and what the checks said; without a story where one of them blocks."""

    findings: tuple[Finding, ...]
    story: Story | None = None
    page: str = ""


def own_bytes(article: Article, body: Body) -> bytes:
    """What its own words are to be asked about, for keeping."""
    found = own_findings(article.document, article.slug, body)
    return json.dumps([each.row() for each in found], ensure_ascii=False).encode("utf-8", "surrogatepass")


def proof_of(copy: Copy, subject: Subject, kept: Kept, files: frozenset[str]) -> Proof:
    """The story proofread as every export and every check does it; `files` are those of `files_of`."""
    findings = before_printing(copy.article, copy.body, subject, kept)
    return Proof(findings) if blocks(findings) else on_page(copy, subject, findings, files)


def on_page(copy: Copy, subject: Subject, before: tuple[Finding, ...], files: frozenset[str]) -> Proof:
    """The story on its finished page, with what was found before it was there."""
    story = copy.story()
    page = article_page(story, copy.house.site, copy.house.theme, copy.house.place)
    findings = before + _after_printing(copy, subject, page, files)
    return Proof(findings) if blocks(findings[len(before) :]) else Proof(findings, story, page)


def before_printing(article: Article, body: Body, subject: Subject, kept: Kept) -> tuple[Finding, ...]:
    """What is known before the page is there: kept of the words, asked anew of library and time."""
    row = kept.get("findings", mark(article)) or own_bytes(article, body)
    own = (Finding.from_row(each) for each in json.loads(row.decode("utf-8", "surrogatepass")))
    return (*context_findings(subject), *(each.about(article.id) for each in own))


def files_of(house: House) -> frozenset[str]:
    """The files of the bundle that every page may lead to."""
    return shared_files(house.place, house.site.standards, house.theme.assets)


def blocks(findings: Iterable[Finding]) -> bool:
    """Whether one of them keeps the story in the building."""
    return any(each.level is Level.BLOCK for each in findings)


def _after_printing(copy: Copy, subject: Subject, page: str, files: frozenset[str]) -> tuple[Finding, ...]:
    """What is wrong with the page itself, and the pictures that are not on it."""
    bad = (Finding(copy.job.id, Level.BLOCK, "bad-picture", each) for each in copy.pictures.bad)
    return (*page_findings(page, subject, _reach(copy, files)), *bad)


def _reach(copy: Copy, files: frozenset[str]) -> Reach:
    """What this page may lead to besides: itself, the stories that it names, its pictures."""
    job, leads = copy.job, copy.job.leads
    own = {job.path, *job.items, *leads.articles.values(), *leads.headlines.values()}
    own.update(address for _, _, address in leads.related)
    own.update(file.path for made in copy.pictures.used for file in made.files)
    return Reach(job.path, files, own)
