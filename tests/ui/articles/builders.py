"""Rows and pages to be shown."""

from deskeditor.document.model import ArticleId, Status
from deskeditor.library.records import Cursor, Page, Row


def row(number: int, headline: str = "Rents fall", snippet: str | None = None) -> Row:
    """A row with an id of its own."""
    return Row(
        id=ArticleId(f"a{number:011}"),
        slug=f"story-{number}",
        headline=headline,
        status=Status.DRAFT,
        section="City",
        updated="2025-05-20T11:00:00Z",
        words=843,
        snippet=snippet,
        dateline="Missouri",
        byline="Jane Doe",
    )


def page(first: int, count: int, after: Cursor | None = None) -> Page:
    """Rows with the numbers from `first` on."""
    return Page(tuple(row(number) for number in range(first, first + count)), after)
