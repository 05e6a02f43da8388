"""Checks of the body: what was left in that readers should not see."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.subject import Remark, Subject
from deskeditor.publish.findings import shortened

_PLACEHOLDER = re.compile(r"\bTK(?:TK)*\b|\bT\.K\.|\bTODO\b|\bFIXME\b|\bXXX+\b|\?\?\?+|[Ll]orem ipsum")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(?=\S)([^\n]*)", re.MULTILINE)
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
    rf"^[ \t]*[*_]{{0,3}}(?:{'|'.join(_PHRASES)})[*_]{{0,3}}[ \t]*:?[ \t]*[*_]{{0,3}}$",
    re.MULTILINE | re.IGNORECASE,
)
_CROSS_LINK = re.compile(
    r"^[ \t]*(?:read also|also read|read more|see also|related)[ \t]*:[ \t]*\S[^\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_BROKEN = re.compile(r"â€|Ã[©¨¤¶¼]|Â\u00a0|ï¿½|\ufffd|&(?:amp;)?(?:nbsp|quot|amp|rsquo|ldquo|#\d+);")
_TEMPLATE = re.compile(r"\{\{|\}\}|\$\{|<%")
_CLIPPED = re.compile(r"(?:\.\.\.|…)[ \t]*$", re.MULTILINE)
_STRAIGHT, _CURLY = re.compile(r'(?<!\\)"'), re.compile("[“”„«»]")
_DOUBLED = re.compile(r"\b([^\W\d_]{2,})[ \t]+\1\b", re.IGNORECASE)
_RIGHT_TWICE = frozenset(("that", "had", "is", "die", "der", "das", "vous", "nous", "bora", "pago"))


def empty(subject: Subject) -> Iterator[Remark]:
    """A story has a text."""
    if not subject.text.strip():
        yield Remark("The story has no text.")


def placeholder(subject: Subject) -> Iterator[Remark]:
    """Something was to come."""
    for found in _PLACEHOLDER.finditer(subject.spoken):
        yield Remark(f"“{found.group()}” stands in the text: something is still to come.", *found.span())
    fields = subject.fields
    for name, text in (
        ("headline", fields.headline),
        ("kicker", fields.kicker),
        ("standfirst", fields.standfirst),
    ):
        if _PLACEHOLDER.search(text):
            yield Remark(f"A placeholder stands in the {name}.")


def heading_order(subject: Subject) -> Iterator[Remark]:
    """Headings go down one step at a time; the headline is the first, so the text begins with the second."""
    level = 1
    for found in _HEADING.finditer(subject.prose):
        own = len(found.group(1))
        if own == 1:
            yield Remark("A heading of the first level: that is the headline's.", *found.span())
        elif own > level + 1:
            yield Remark(f"A heading jumps from level {level} to {own}.", *found.span())
        level = max(own, 1)


def leftovers(subject: Subject) -> Iterator[Remark]:
    """Furniture of the page that the text was taken from."""
    patterns = (_FURNITURE, _CROSS_LINK, _TEMPLATE)
    for found in (each for pattern in patterns for each in pattern.finditer(subject.spoken)):
        yield Remark(f"“{shortened(found.group())}” looks like a leftover of a web page.", *found.span())


def broken_letters(subject: Subject) -> Iterator[Remark]:
    """Letters that went through the wrong encoding, entities that were meant to be signs."""
    for found in _BROKEN.finditer(subject.spoken):
        yield Remark(f"“{found.group()}” is a broken sign.", *found.span())


def clipped(subject: Subject) -> Iterator[Remark]:
    """A paragraph that breaks off."""
    for found in _CLIPPED.finditer(subject.spoken):
        yield Remark("A paragraph ends in an ellipsis: is it cut off?", *found.span())


def not_shown(subject: Subject) -> Iterator[Remark]:
    """What the renderer could not, or would not, put on the page."""
    for trouble in subject.troubles:
        yield Remark(f"Not shown as written: {trouble.message}.", trouble.start, trouble.end)


def mixed_quotes(subject: Subject) -> Iterator[Remark]:
    """One way of quoting in one story."""
    straight = _STRAIGHT.search(subject.spoken)
    if straight and _CURLY.search(subject.spoken):
        yield Remark("Straight and typographic quotation marks are mixed.", *straight.span())


def unbalanced_quotes(subject: Subject) -> Iterator[Remark]:
    """What is opened is closed; several paragraphs of one quotation are opened each and closed once."""
    if subject.fields.language.lower().partition("-")[0] != "en":
        return
    start = 0
    for paragraph in subject.spoken.split("\n\n"):
        opened, closed = paragraph.count("“"), paragraph.count("”")
        if closed > opened or opened > closed + 1:
            yield Remark("Quotation marks do not match in this paragraph.", start, start + len(paragraph))
        start += len(paragraph) + 2


def doubled_word(subject: Subject) -> Iterator[Remark]:
    """The same word twice in a row."""
    for found in _DOUBLED.finditer(subject.spoken):
        if found.group(1).lower() not in _RIGHT_TWICE:
            yield Remark(f"“{found.group(1)}” stands twice.", *found.span())
