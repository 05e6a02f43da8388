"""A page has a name, and one that is shown whole."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark

LONGEST = 110


def missing(copy: Copy) -> Iterator[Remark]:
    """A story without a headline has no page."""
    if not copy.fields.headline.strip():
        yield Remark("The headline is missing. Write one.")


def length(copy: Copy) -> Iterator[Remark]:
    """Search engines and readers' lists show so many characters."""
    letters = len(copy.fields.headline)
    if letters > LONGEST:
        yield Remark(f"The headline has {letters} characters; {LONGEST} are shown at most. Cut it.")
