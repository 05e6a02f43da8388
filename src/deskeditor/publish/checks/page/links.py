"""Every address of the page leads to a file of the bundle, and none is the library's own."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.page.sheet import Sheet
from deskeditor.publish.checks.subject import Remark
from deskeditor.publish.findings import shortened

ROOT = "<root>"
_END = re.compile(r"[\"'\s#?,<>]")
_INSIDE = re.compile(r"(?:media:[^\"\s,]*|article:[0-9a-z]{12}(?=\"))")
"""Open Graph has properties of that scheme too, such as `article:section`."""


def dead(sheet: Sheet) -> Iterator[Remark]:
    """What the page links to and shows is in the bundle."""
    if sheet.files is None:
        return
    paths = dict.fromkeys(_END.split(piece, maxsplit=1)[0] for piece in sheet.shown.split(ROOT)[1:])
    for path in paths:
        if path and path not in sheet.files:
            yield Remark(f"The page leads to {shortened(path)}, which is not in the bundle.")


def inside(sheet: Sheet) -> Iterator[Remark]:
    """An address that only the library understands."""
    html = sheet.shown
    for scheme in ("media:", "article:"):
        start = html.find(scheme)
        while start >= 0:
            found = _INSIDE.match(html, start) if html[start - 2 : start] in ('="', ", ") else None
            if found:
                told = f"The page names {shortened(found.group())}, which nobody can open."
                yield Remark(told, *sheet.place(found.group()))
            start = html.find(scheme, start + 1)
