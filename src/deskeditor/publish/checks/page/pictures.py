"""Every picture of the page says what it shows and how large it is."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.page.sheet import Sheet
from deskeditor.publish.checks.subject import Remark

_PICTURE = re.compile(r"<img\s(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")
_NEEDED = {"alt": "text for those who do not see it", "width": "width", "height": "height"}


def look(sheet: Sheet) -> Iterator[Remark]:
    """Without its size the text jumps while the page loads."""
    for lacks in lacking(sheet.shown):
        yield Remark(f"A picture stands on the page without {lacks}. See to the theme.")


def lacking(html: str) -> Iterator[str]:
    """What each picture that does not say enough of itself lacks."""
    for found in _PICTURE.finditer(html):
        lacks = [told for name, told in _NEEDED.items() if f" {name}=" not in found.group()]
        if lacks:
            yield " and ".join(lacks)
