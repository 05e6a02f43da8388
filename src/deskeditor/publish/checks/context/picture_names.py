"""A picture whose file names people or a place: none of it leaves, and the desk ought to know."""

import re
from collections.abc import Iterator

from deskeditor.document.model import MediaHash
from deskeditor.publish.checks.subject import Remark, Subject

_HASH = re.compile(r"[0-9a-f]{64}")
_MOST = 4


def look(subject: Subject) -> Iterator[Remark]:
    """The lead picture, then those of the text."""
    lead = subject.fields.lead_picture
    if lead:
        said = _said(subject, lead.media, lead.credit)
        if said:
            yield Remark(f"The lead picture's file {said}", field="lead_picture")
    if "media:" not in subject.text:
        return
    for picture in subject.copy.pictures:
        name = picture.address.removeprefix("media:")
        said = _said(subject, MediaHash(name), picture.credit) if _HASH.fullmatch(name) else ""
        if said:
            yield Remark(f"The file of a picture {said}", picture.start, picture.end)


def _said(subject: Subject, media: MediaHash, credit: str) -> str:
    """What the file names that the given credit does not."""
    given = credit.casefold()
    found = [(text, what) for text, what in subject.named_in(media) if text.casefold() not in given]
    if not found:
        return ""
    named = ", ".join(f"“{text}” ({what})" for text, what in found[:_MOST])
    more = f" and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return f"names {named}{more}. None of it leaves; who is to be named belongs into the credit."
