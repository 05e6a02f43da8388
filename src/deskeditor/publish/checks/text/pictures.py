"""Pictures: what a reader who does not see one is told, what it shows, who made it, and where it lies."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.shown import place_of, shown_pictures
from deskeditor.publish.checks.subject import Copy, Remark

_SAYS_NOTHING = re.compile(
    r"(?:the )?(?:image|photo|photograph|picture|img|untitled|foto|bild|imagen|alt(?: text)?)\.?"
    r"|\S*\.(?:jpe?g|png|webp|gif|avif|tiff?)|(?:img|dsc|dscf|dcim|pxl|screenshot)[ _-]?[\d_-]+",
    re.IGNORECASE,
)


_NO_ALT = "A picture has no text for those who do not see it. Say what it shows."


def alt(copy: Copy) -> Iterator[Remark]:
    """Words for those who do not see it; a file's name is none."""
    lead = copy.fields.lead_picture
    if lead and not _says(lead.alt):
        yield Remark("The lead picture has no text for those who do not see it. Say what it shows.")
    for picture in copy.pictures:
        if not _says(picture.alt):
            yield Remark(_NO_ALT, picture.start, picture.end)
    known = {picture.address for picture in copy.pictures}
    for shown in shown_pictures(copy.html):
        if shown.address not in known and not _says(shown.alt):
            yield Remark(_NO_ALT, *place_of(shown.address, copy.text))


def caption(copy: Copy) -> Iterator[Remark]:
    """What the picture shows, for those who do."""
    lead = copy.fields.lead_picture
    if lead and not lead.caption.strip():
        yield Remark("The lead picture has no caption.")
    for picture in copy.pictures:
        if not picture.caption:
            yield Remark("A picture has no caption.", picture.start, picture.end)


def credit(copy: Copy) -> Iterator[Remark]:
    """Who made the picture."""
    lead = copy.fields.lead_picture
    if lead and not lead.credit.strip():
        yield Remark("The lead picture has no credit. Say who made it.")
    for picture in copy.pictures:
        if not picture.credit:
            yield Remark("A picture has no credit. Say who made it.", picture.start, picture.end)


def remote(copy: Copy) -> Iterator[Remark]:
    """A picture elsewhere is not loaded: the page would tell another host who reads it."""
    for picture in copy.pictures:
        if not picture.address.startswith("media:"):
            told = "A picture from elsewhere becomes a link. Put it into the library to show it."
            yield Remark(told, picture.start, picture.end)


def _says(words: str) -> bool:
    return bool(words.strip()) and not _SAYS_NOTHING.fullmatch(words.strip())
