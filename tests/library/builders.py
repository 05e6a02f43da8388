"""Articles for tests, each with only what the test is about."""

from collections.abc import Callable, Iterator
from itertools import count

from deskeditor.document.model import Document, Fields, Status


def story(headline: str = "Guard called out", text: str = "The governor spoke.\n") -> Document:
    """A draft."""
    return Document(text, Fields(headline=headline))


def out(headline: str, published: str | None, embargo: str | None = None) -> Document:
    """A story that is meant to leave at `published`."""
    fields = Fields(headline=headline, status=Status.PUBLISHED, published=published, embargo=embargo)
    return Document("Text.\n", fields)


def clock() -> Callable[[], str]:
    """A clock that goes on by a second whenever it is looked at."""
    seconds: Iterator[int] = count()
    return lambda: f"2026-01-01T{(n := next(seconds)) // 3600:02}:{n // 60 % 60:02}:{n % 60:02}Z"
