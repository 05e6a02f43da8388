"""Readers want to know who says it."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark


def look(copy: Copy) -> Iterator[Remark]:
    """At least one name."""
    if not any(author.name.strip() for author in copy.fields.byline):
        yield Remark("The byline is missing. Say who wrote it.")
