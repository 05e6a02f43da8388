"""A card without a picture is passed over."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark


def look(copy: Copy) -> Iterator[Remark]:
    """The story has one."""
    if copy.fields.lead_picture is None:
        yield Remark("The lead picture is missing. Cards and shared links would stand without one.")
