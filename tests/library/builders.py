"""Articles for tests, each with only what the test is about."""

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import count
from sqlite3 import connect

from deskeditor.document.model import Document, Fields, Status
from deskeditor.library.connection import Value
from deskeditor.library.store import Library


def story(headline: str = "Guard called out", text: str = "The governor spoke.\n") -> Document:
    """A draft."""
    return Document(text, Fields(headline=headline))


def out(headline: str, published: str | None, embargo: str | None = None, hold: str = "") -> Document:
    """A story that is meant to leave at `published`."""
    fields = Fields(
        headline=headline, status=Status.PUBLISHED, published=published, embargo=embargo, hold=hold
    )
    return Document("Text.\n", fields)


def clock() -> Callable[[], str]:
    """A clock that goes on by a second whenever it is looked at."""
    seconds: Iterator[int] = count()
    return lambda: f"2026-01-01T{(n := next(seconds)) // 3600:02}:{n // 60 % 60:02}:{n % 60:02}Z"


def plan(library: Library, sql: str, parameters: tuple[Value, ...]) -> list[str]:
    """How SQLite goes about the query, step by step."""
    with closing(connect(library.path)) as look:
        return [row[3] for row in look.execute(f"explain query plan {sql}", parameters)]
