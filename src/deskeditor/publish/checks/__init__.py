"""What an article lacks before it can leave, looked for by one small file a rule.

Three kinds of rules, so that an export can keep what it found: `own_findings` hang on the story's own words
alone, `context_findings` on the library and the time, `page_findings` on the finished page.
"""

from collections.abc import Container, Iterable, Iterator

from deskeditor.document.model import ArticleId, Document, Status
from deskeditor.library.records import ListView
from deskeditor.library.store import Library
from deskeditor.publish.body import Body
from deskeditor.publish.checks.page.sheet import Sheet
from deskeditor.publish.checks.subject import Check, Copy, Remark, Standing, Subject, walked
from deskeditor.publish.checks.subjects import Subjects
from deskeditor.publish.checks.table import CONTEXT, PAGE, TEXT
from deskeditor.publish.findings import Finding, by_weight
from deskeditor.publish.times import export_time

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
    "check",
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


def page_findings(html: str, subject: Subject, files: Container[str] | None = None) -> tuple[Finding, ...]:
    """What is wrong with the story's finished page; `files`, where known, are the paths of the bundle."""
    return walked(PAGE, Sheet(html, subject, files), subject.article)


def findings_of(subject: Subject) -> tuple[Finding, ...]:
    """The first two kinds, of one article, what blocks first."""
    return by_weight(context_findings(subject) + walked(TEXT, subject.copy, subject.article))


def check(
    library: Library, articles: Iterable[ArticleId] | None, now: str | None = None
) -> tuple[Finding, ...]:
    """What stands between these articles and their readers; without any, of all that are alive.

    Raises Missing for an id that is not there.
    """
    subjects = Subjects(library, export_time(now).isoformat())
    ids = tuple(articles) if articles is not None else tuple(_alive(library))
    return tuple(finding for id in ids for finding in findings_of(subjects(library.load(id))))


def _alive(library: Library) -> Iterator[ArticleId]:
    cursor = None
    while True:
        page = library.page(ListView(), cursor, 500)
        yield from (row.id for row in page.rows if row.status is not Status.KILLED)
        cursor = page.next
        if cursor is None:
            return
