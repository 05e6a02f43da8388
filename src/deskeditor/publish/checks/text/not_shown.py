"""What the renderer could not, or would not, put on the page."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark


def look(copy: Copy) -> Iterator[Remark]:
    """Each of its troubles, in its place."""
    for trouble in copy.body.troubles:
        yield Remark(f"Not shown as written: {trouble.message}.", trouble.start, trouble.end)
