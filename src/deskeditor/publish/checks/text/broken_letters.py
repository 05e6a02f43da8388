"""Letters that went through the wrong encoding, and entities that readers would see."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.subject import Copy, Remark

_SIGNS = ("â€", "Ã", "Â\u00a0", "ï¿½", "\ufffd")
_BROKEN = re.compile(r"â€.?|Ã[©¨¤¶¼¡³±§ºª«­]|Â\u00a0|ï¿½|\ufffd")
_SEEN = re.compile(r"&amp;(?:amp;)?(nbsp|quot|amp|apos|rsquo|lsquo|ldquo|rdquo|ndash|mdash|hellip|#\d{1,6});")


def look(copy: Copy) -> Iterator[Remark]:
    """In the text as it is written; an entity only where the page would show it."""
    text = copy.spoken
    if not text.isascii() and any(sign in text for sign in _SIGNS):
        for found in _BROKEN.finditer(text):
            yield Remark(f"“{found.group()}” is a broken sign. Type what was meant.", *found.span())
    if "&amp;" in copy.html:
        end = 0
        for name in dict.fromkeys(_SEEN.findall(copy.html)):
            start = text.find(f"{name};", end)
            place = (start, start + len(name) + 1) if start >= 0 else (None, None)
            yield Remark(f"Readers would see “&{name};”. Type the sign that was meant.", *place)
