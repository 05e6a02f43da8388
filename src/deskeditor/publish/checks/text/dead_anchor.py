"""A link within the page whose goal is not on it, and a footnote without a text."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark

_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_TEXT = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:", re.MULTILINE)


def look(copy: Copy) -> Iterator[Remark]:
    """A heading is called by its words, anything else by its id."""
    for link in copy.links:
        name = link.address[1:]
        if link.address.startswith("#") and name and not _stands(name, copy.html):
            told = f"There is no “{name}” on the page. Mend the link or take it out."
            yield Remark(told, link.start, link.end)


def footnotes(copy: Copy) -> Iterator[Remark]:
    """Each number has its note."""
    if "[^" not in copy.prose:
        return
    known = set(_TEXT.findall(copy.prose))
    for found in _FOOTNOTE.finditer(copy.prose):
        if found.group(1) not in known:
            yield Remark(f"The footnote {found.group(1)} has no text. Write it below.", *found.span())


def _stands(name: str, html: str) -> bool:
    return f'id="{name}"' in html or f'id="h-{name}"' in html
