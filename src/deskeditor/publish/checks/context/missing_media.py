"""A picture that the library does not hold."""

import re
from collections.abc import Iterator

from deskeditor.document.model import MediaHash
from deskeditor.publish.checks.subject import Remark, Subject

_HASH = re.compile(r"[0-9a-f]{64}")


def look(subject: Subject) -> Iterator[Remark]:
    """The lead picture, then those of the text."""
    lead = subject.fields.lead_picture
    if lead and not subject.has_media(lead.media):
        yield Remark("The lead picture is not in the library. Put it in again.")
    if "media:" not in subject.text:
        return
    for picture in subject.copy.pictures:
        name = picture.address.removeprefix("media:")
        if name != picture.address and not (_HASH.fullmatch(name) and subject.has_media(MediaHash(name))):
            yield Remark("A picture is not in the library. Put it in again.", picture.start, picture.end)
