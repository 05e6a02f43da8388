"""Checks of what a story leads to: links, anchors, read-also cards, pictures."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from deskeditor.document.model import ArticleId, MediaHash
from deskeditor.publish.checks.subject import Remark, Standing, Subject
from deskeditor.publish.findings import shortened

_SAYS_NOTHING = re.compile(
    r"(?:image|photo|picture|img|untitled|foto|bild|imagen|.*\.(?:jpe?g|png|webp|gif|avif)|(?:img|dsc|pxl)[_-]?\d+)",
    re.IGNORECASE,
)
_HASH = re.compile(r"[0-9a-f]{64}")
_WAITING = re.compile(r"^:::[ \t]*read-also[ \t]*\n(?!\[)([^\n]+)\n:::", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^([^\]\s]+)\](?!:)")


def dead_link(subject: Subject) -> Iterator[Remark]:
    """A link that leads nowhere."""
    for link in subject.links:
        complaint = _complaint(link.address)
        if complaint:
            yield Remark(f"The link “{shortened(link.text)}” {complaint}.", link.start, link.end)
        elif link.address.startswith("article:"):
            standing = subject.standing(ArticleId(link.address.removeprefix("article:")))
            if standing is Standing.MISSING:
                yield Remark(
                    f"The link “{shortened(link.text)}” leads to a story that is not there.",
                    link.start,
                    link.end,
                )


def _complaint(address: str) -> str:
    if not address or address == "#":
        return "leads nowhere"
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return "has an address that cannot be read"
    if parts.scheme in ("http", "https"):
        return "" if host else "names no host"
    if parts.scheme in ("mailto", "tel", "article") or address.startswith("#"):
        return ""
    return (
        "leads to a place that is not in the bundle"
        if not parts.scheme
        else f"has the scheme {parts.scheme}:"
    )


def unpublished_link(subject: Subject) -> Iterator[Remark]:
    """A link to a story that is still in the building stands without its link."""
    for link in subject.links:
        if link.address.startswith("article:"):
            standing = subject.standing(ArticleId(link.address.removeprefix("article:")))
            if standing is Standing.INSIDE:
                yield Remark(
                    f"“{shortened(link.text)}” is not published; it stands without a link.",
                    link.start,
                    link.end,
                )


def waiting_card(subject: Subject) -> Iterator[Remark]:
    """A read-also card whose story the library does not hold."""
    for found in _WAITING.finditer(subject.prose):
        if subject.called(found.group(1)) is None:
            yield Remark(
                f"The story “{shortened(found.group(1))}” is not in the library; the card has no link.",
                *found.span(1),
            )


def dead_anchor(subject: Subject) -> Iterator[Remark]:
    """A link within the page whose goal is not on it."""
    ids = set(re.findall(r'\sid="([^"]+)"', subject.html))
    for link in subject.links:
        if link.address.startswith("#") and len(link.address) > 1 and link.address[1:] not in ids:
            yield Remark(f"There is no {link.address} on the page.", link.start, link.end)
    defined = set(re.findall(r"^\[\^([^\]\s]+)\]:", subject.prose, re.MULTILINE))
    for found in _FOOTNOTE.finditer(subject.prose):
        if found.group(1) not in defined:
            yield Remark(f"The footnote {found.group(1)} has no text.", *found.span())


def missing_media(subject: Subject) -> Iterator[Remark]:
    """A picture that the library does not hold."""
    lead = subject.fields.lead_picture
    if lead and not subject.has_media(lead.media):
        yield Remark("The lead picture is not in the library. Put it in again.")
    for picture in subject.pictures:
        name = picture.address.removeprefix("media:")
        if picture.address.startswith("media:") and not (
            _HASH.fullmatch(name) and subject.has_media(MediaHash(name))
        ):
            yield Remark("A picture is not in the library. Put it in again.", picture.start, picture.end)


def remote_media(subject: Subject) -> Iterator[Remark]:
    """A picture elsewhere is not loaded: the page would tell another host who reads it."""
    for picture in subject.pictures:
        if not picture.address.startswith("media:"):
            yield Remark(
                "A picture of another place becomes a link. Put it into the library.",
                picture.start,
                picture.end,
            )


def alternative_text(subject: Subject) -> Iterator[Remark]:
    """What a reader who does not see the picture is told."""
    lead = subject.fields.lead_picture
    if lead and not _says(lead.alt):
        yield Remark("The lead picture has no text for those who do not see it.")
    for picture in subject.pictures:
        if not _says(picture.alt):
            yield Remark("A picture has no text for those who do not see it.", picture.start, picture.end)


def caption(subject: Subject) -> Iterator[Remark]:
    """What the picture shows."""
    lead = subject.fields.lead_picture
    if lead and not lead.caption.strip():
        yield Remark("The lead picture has no caption.")
    for picture in subject.pictures:
        if not picture.caption:
            yield Remark("A picture has no caption.", picture.start, picture.end)


def credit(subject: Subject) -> Iterator[Remark]:
    """Who made the picture."""
    lead = subject.fields.lead_picture
    if lead and not lead.credit.strip():
        yield Remark("The lead picture has no credit.")
    for picture in subject.pictures:
        if not picture.credit:
            yield Remark("A picture has no credit.", picture.start, picture.end)


def _says(alt: str) -> bool:
    return bool(alt.strip()) and not _SAYS_NOTHING.fullmatch(alt.strip())
