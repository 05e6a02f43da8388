"""Furniture of the page that the text was taken from."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark
from deskeditor.publish.findings import shortened

_PHRASES = (
    r"share(?: (?:this|post|story|article|on \w+))*",
    r"subscribe(?: now| to [^\n]{1,40})?",
    r"sign up[^\n]{0,40}",
    r"latest(?: news| stories)?|trending|sponsored|(?:- )?advertisement(?: -)?|leave a reply",
    r"more like this|you may also like|see also|also read|read (?:also|more|next)",
    r"related(?: articles| stories| posts)?|previous article|next article|filed under|tags",
    r"date|by|photo by|accept (?:all )?cookies|we use cookies[^\n]{0,80}",
)
_FURNITURE = re.compile(
    rf"[ \t]*[*_]{{0,3}}(?:{'|'.join(_PHRASES)})[*_]{{0,3}}[ \t]*:?[ \t]*[*_]{{0,3}}[ \t]*", re.IGNORECASE
)
_CROSS_LINK = re.compile(
    r"[ \t]*(?:read also|also read|read more|see also|related)[ \t]*:[ \t]*\S[^\n]*", re.IGNORECASE
)
_FIRST = frozenset(
    (
        *("share", "subscribe", "sign", "latest", "trending", "sponsored", "-", "advertisement", "leave"),
        *("more", "you", "see", "also", "read", "related", "previous", "next", "filed", "tags", "date"),
        *("by", "photo", "accept", "we"),
    )
)
"""With one of these words such a line begins, whatever its case."""
_LONGEST = 400
_TEMPLATE = re.compile(r"\{\{|\}\}|\$\{|<%")


def look(copy: Copy) -> Iterator[Remark]:
    """Lines that are a page's, not a story's, and marks of its templates."""
    start = 0
    for line in copy.spoken.split("\n"):
        if line and len(line) < _LONGEST and _may_be(line):
            found = _FURNITURE.fullmatch(line) or _CROSS_LINK.fullmatch(line)
            if found:
                yield Remark(_told(found.group()), start, start + len(line))
        start += len(line) + 1
    if "{{" in copy.prose or "}}" in copy.prose or "${" in copy.prose or "<%" in copy.prose:
        for found in _TEMPLATE.finditer(copy.prose):
            yield Remark(_told(found.group()), *found.span())


def _may_be(line: str) -> bool:
    head = line[:24].strip(" \t*_").lower()
    return head.replace(":", " ").partition(" ")[0].rstrip("*_\t") in _FIRST


def _told(found: str) -> str:
    return f"“{shortened(found)}” looks like a leftover of a web page. Take it out."
