"""A picture that the library does not hold."""

import re
from collections.abc import Iterator

from deskeditor.document.model import MediaHash
from deskeditor.publish.checks.shown import place_of
from deskeditor.publish.checks.subject import Remark, Subject
from deskeditor.render.links import media_in

_TOLD = "A picture is not in the library. Put it in again."
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
            yield Remark(_TOLD, picture.start, picture.end)
    known = {picture.address for picture in subject.copy.pictures}
    for media in dict.fromkeys(media_in(subject.copy.html)):
        if f"media:{media}" not in known and not subject.has_media(media):
            yield Remark(_TOLD, *place_of(media, subject.text))
