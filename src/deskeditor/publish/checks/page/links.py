"""Every address of the page leads to a file of the bundle, and none is the library's own."""

import re
from collections.abc import Iterator

from deskeditor.publish.checks.page.sheet import Sheet
from deskeditor.publish.checks.subject import Remark
from deskeditor.publish.findings import shortened
from deskeditor.publish.reach import Reach

_SURE = ("#", "https://", "http://")
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_INSIDE = re.compile(r"(?:media:[^\"\s,]+|article:[0-9a-z]{12}(?=\"))")
"""Open Graph has properties of that scheme too, such as `article:section`."""


def dead(sheet: Sheet) -> Iterator[Remark]:
    """What the page links to and shows is in the bundle; what only looks like a link is none."""
    reach = sheet.reach
    if reach is None:
        return
    for name, value, address in sorted(_unknown(sheet, reach)):
        if reach.leads(address) or (name, value) not in sheet.attributes:
            continue
        told = f"The page leads to {shortened(address)}, which is not in the bundle."
        yield Remark(told, *sheet.place(f"]({address}"))


def _unknown(sheet: Sheet, reach: Reach) -> Iterator[tuple[str, str, str]]:
    """Attribute, value, address: those that are not at once seen to be the bundle's or another place's."""
    top, own, usual = reach.top, reach.own, reach.usual
    rows = [("href", value, value) for value in set(sheet.leads) - usual]
    rows += [("src", value, value) for value in set(sheet.sources["src"]) - usual]
    for value in set(sheet.sources["srcset"]):
        rows += [("srcset", value, each.partition(" ")[0]) for each in value.split(", ")]
    for row in rows:
        address = row[2]
        if address.startswith(_SURE) or address.removeprefix(top) in own or address in usual:
            continue
        if not _ELSEWHERE.match(address):
            yield row


def inside(sheet: Sheet) -> Iterator[Remark]:
    """An address that only the library understands."""
    html = sheet.shown
    for scheme in ("media:", "article:"):
        start = html.find(scheme)
        while start >= 0:
            found = _INSIDE.match(html, start) if html[start - 2 : start] in ('="', ", ") else None
            if found and any(_says(*row, found.group()) for row in sheet.attributes):
                told = f"The page names {shortened(found.group())}, which nobody can open."
                yield Remark(told, *sheet.place(found.group()))
            start = html.find(scheme, start + 1)


def _says(name: str, value: str, address: str) -> bool:
    return value.startswith(address) or (name == "srcset" and address in value)
