"""What the page says of itself in its head."""

import json
from collections.abc import Iterator
from html import unescape

from deskeditor.publish.checks.page.sheet import Sheet, values
from deskeditor.publish.checks.subject import Remark
from deskeditor.publish.checks.text import description
from deskeditor.publish.site import direction

_DATA = '<script type="application/ld+json">'


def title(sheet: Sheet) -> Iterator[Remark]:
    """A tab, a bookmark and a search result have a name for it."""
    if not unescape(sheet.shown.partition("<title>")[2].partition("</title>")[0]).strip():
        yield Remark("The page has no title.")


def said(sheet: Sheet) -> Iterator[Remark]:
    """The description is there; its length is asked for here only where the newsroom wrote none."""
    words = "".join(values(sheet.shown, '<meta name="description" content="')[:1]).strip()
    if not words:
        yield Remark("The page has no description. Write a standfirst.", field="standfirst")
    elif not description.SHORTEST <= len(words) <= description.LONGEST and not any(
        description.look(sheet.subject.copy)
    ):
        told = f"{description.SHORTEST} to {description.LONGEST} are right"
        yield Remark(f"The page's description has {len(words)} characters; {told}.", field="standfirst")


def language(sheet: Sheet) -> Iterator[Remark]:
    """The language is named, and the direction where it is written from the right."""
    start = sheet.html.find("<html")
    opening = sheet.html[start : sheet.html.find(">", start)]
    named = "".join(values(opening, ' lang="')[:1])
    if not named:
        yield Remark("The page does not name its language. See to the theme.")
    elif direction(named) == "rtl" and 'dir="rtl"' not in opening:
        yield Remark("The page is written from the right and does not say so. See to the theme.")


def data(sheet: Sheet) -> Iterator[Remark]:
    """What search engines read can be read."""
    for piece in sheet.shown.split(_DATA)[1:]:
        try:
            json.loads(piece.partition("</script>")[0])
        except ValueError:
            yield Remark("The page's data for search engines cannot be read. See to the theme.")
