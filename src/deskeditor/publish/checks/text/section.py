"""A story without a section stands on the front page alone."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark


def look(copy: Copy) -> Iterator[Remark]:
    """A section is named."""
    if not copy.fields.section.strip():
        yield Remark("The section is missing. Without one the story stands on the front page alone.")
