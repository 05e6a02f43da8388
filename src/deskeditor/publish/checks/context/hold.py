"""A restriction that nobody has settled keeps the story inside."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Remark, Subject


def look(subject: Subject) -> Iterator[Remark]:
    """There is no hold."""
    words = subject.fields.hold
    if words:
        yield Remark(f"The story is on hold: “{words}”. Settle it: set the embargo, then clear the hold.")
