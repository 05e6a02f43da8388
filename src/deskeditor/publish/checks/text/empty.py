"""A story has a text."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark


def look(copy: Copy) -> Iterator[Remark]:
    """Something but white space."""
    if not copy.text or copy.text.isspace():
        yield Remark("The story has no text.", 0, 0)
