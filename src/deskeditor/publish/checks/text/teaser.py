"""Related stories that readers can make something of."""

from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark


def look(copy: Copy) -> Iterator[Remark]:
    """Each has a headline and a teaser that is whole."""
    for each in copy.fields.related:
        if not each.headline.strip():
            yield Remark("A related story has no headline. Name it or take it out.")
        elif each.excerpt.rstrip().endswith(("...", "…")):
            yield Remark(f"The teaser of “{each.headline}” is cut off. Finish it or take it out.")
