"""What an article lacks before it can leave, looked for by one small file a rule.

Three kinds of rules, so that an export can keep what it found: `own_findings` hang on the story's own words
alone, `context_findings` on the library and the time, `page_findings` on the finished page.
"""

from deskeditor.document.model import Document
from deskeditor.publish.body import Body
from deskeditor.publish.checks.page.sheet import Sheet
from deskeditor.publish.checks.subject import Check, Copy, Remark, Standing, Subject, walked
from deskeditor.publish.checks.subjects import Subjects
from deskeditor.publish.checks.table import CONTEXT, PAGE, TEXT
from deskeditor.publish.findings import Finding, by_weight
from deskeditor.publish.reach import Reach

__all__ = [
    "CONTEXT",
    "PAGE",
    "TEXT",
    "Check",
    "Copy",
    "Remark",
    "Sheet",
    "Standing",
    "Subject",
    "Subjects",
    "context_findings",
    "findings_of",
    "own_findings",
    "page_findings",
]


def own_findings(document: Document, slug: str, body: Body) -> tuple[Finding, ...]:
    """What the story's own words are to be asked about; of no article yet, see `Finding.about`."""
    return walked(TEXT, Copy(document, slug, body))


def context_findings(subject: Subject) -> tuple[Finding, ...]:
    """What hangs on the library or the time."""
    return walked(CONTEXT, subject, subject.article)


def page_findings(html: str, subject: Subject, reach: Reach | None = None) -> tuple[Finding, ...]:
    """What is wrong with the story's finished page; `reach`, where known, is what it may lead to."""
    return walked(PAGE, Sheet(html, subject, reach), subject.article)


def findings_of(subject: Subject) -> tuple[Finding, ...]:
    """The first two kinds, of one article, what blocks first."""
    return by_weight(context_findings(subject) + walked(TEXT, subject.copy, subject.article))
