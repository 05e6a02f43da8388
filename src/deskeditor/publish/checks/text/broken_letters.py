"""Letters that went through the wrong encoding, and entities that readers would see."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.shown import place_of, unaccounted
from deskeditor.publish.checks.subject import Copy, Remark
from deskeditor.publish.checks.text.control_signs import CONTROL
from deskeditor.publish.checks.text.said import fields_said

_SIGNS = ("â€", "Ã", "Â\u00a0", "ï¿½", "\ufffd")
_BROKEN = re.compile(r"â€.?|Ã[©¨¤¶¼¡³±§ºª«­]|Â\u00a0|ï¿½|\ufffd")
_SEEN = re.compile(r"&amp;(?:amp;)?(nbsp|quot|amp|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|#\d{1,6});")


def look(copy: Copy) -> Iterator[Remark]:
    """In the text as it is written; an entity only where the page would show it."""
    text = copy.spoken
    written = list(_BROKEN.finditer(text)) if _may_stand(text) else []
    for found in written:
        yield Remark(_told(found.group()), *found.span())
    if _may_stand(copy.shown):
        # What cannot stand on a page is shown as that sign too, and has a rule of its own.
        known = [*(found.group() for found in written), *("\ufffd" for _ in CONTROL.finditer(copy.text))]
        for sign in unaccounted((found.group() for found in _BROKEN.finditer(copy.shown)), known):
            yield Remark(_told(sign), *place_of(sign, copy.text))
    for field, name, said in fields_said(copy):
        if _may_stand(said) and (seen := _BROKEN.search(said)):
            yield Remark(f"{_told(seen.group())} It stands in the {name}.", field=field)
    if "&amp;" in copy.html:
        end = 0
        for name in dict.fromkeys(_SEEN.findall(copy.html)):
            start = text.find(f"{name};", end)
            place = (start, start + len(name) + 1) if start >= 0 else (None, None)
            yield Remark(f"Readers would see “&{name};”. Type the sign that was meant.", *place)


def _may_stand(words: str) -> bool:
    return not words.isascii() and any(sign in words for sign in _SIGNS)


def _told(sign: str) -> str:
    return f"“{sign}” is a broken sign. Type what was meant."
