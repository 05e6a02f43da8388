"""What the checks say of a story on its way out: of its words, of what it hangs on, of its finished page."""

import json
from collections.abc import Iterable

from deskeditor.library.kept import Kept
from deskeditor.library.records import Article
from deskeditor.publish.body import Body, mark
from deskeditor.publish.checks import Subject, context_findings, own_findings, page_findings
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.press import Copy


def own_bytes(article: Article, body: Body) -> bytes:
    """What its own words are to be asked about, for keeping."""
    found = own_findings(article.document, article.slug, body)
    return json.dumps([each.to_json() for each in found], ensure_ascii=False).encode("utf-8", "surrogatepass")


def before_printing(copy: Copy, subject: Subject, kept: Kept) -> tuple[Finding, ...]:
    """What is known before the page is there: kept of the words, asked anew of library and time."""
    row = kept.get("findings", mark(copy.article)) or own_bytes(copy.article, copy.body)
    own = (Finding.from_json(each) for each in json.loads(row.decode("utf-8", "surrogatepass")))
    return (*context_findings(subject), *(each.about(copy.article.id) for each in own))


def after_printing(copy: Copy, subject: Subject, page: str) -> tuple[Finding, ...]:
    """What is wrong with the page itself, and the pictures that are not on it."""
    bad = (Finding(copy.job.id, Level.WARN, "bad-picture", each) for each in copy.pictures.bad)
    return (*page_findings(page, subject), *bad)


def blocks(findings: Iterable[Finding]) -> bool:
    """Whether one of them keeps the story in the building."""
    return any(each.level is Level.BLOCK for each in findings)
