"""Where it was reported from."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark


def look(copy: Copy) -> Iterator[Remark]:
    """A place is named."""
    if not copy.fields.dateline.strip():
        yield Remark("The dateline is missing. Say where it was reported from.")
