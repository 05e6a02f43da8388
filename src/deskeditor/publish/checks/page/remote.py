"""The page loads nothing from another host and runs nothing: opened from a disk, it tells nobody."""

import re
from collections.abc import Iterator
from functools import lru_cache

from deskeditor.publish.checks.page.sheet import Sheet
from deskeditor.publish.checks.subject import Remark
from deskeditor.publish.findings import shortened

_DATA_BLOCK = '<script type="application/ld+json"'
_RUNS = re.compile(r"<(?i:iframe|object|embed|form|base)[\s>]")
_NAMED = re.compile(r" on[A-Za-z]{3,}=")
_HANDLER = re.compile(r"<[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*? on[a-z]{3,}=", re.IGNORECASE)
_STYLE = re.compile(r"url\(\s*[\"']?(?:[a-z]+:)?//|@import", re.IGNORECASE)


def loads(sheet: Sheet) -> Iterator[Remark]:
    """Pictures, sounds and styles are the bundle's own."""
    for name, addresses in sheet.sources.items():
        for address in addresses:
            if "//" in address and _loaded(name, address, sheet):
                yield Remark(f"The page loads “{shortened(address)}” from elsewhere.", *sheet.place(address))
    if _style_loads(sheet.style):
        yield Remark("The style sheet loads from elsewhere. See to the theme.")


def runs(sheet: Sheet) -> Iterator[Remark]:
    """No script, no frame, no handler, no form."""
    html = sheet.shown
    if "javascript:" in html and any(
        name == "href" and each.strip().startswith("javascript:") for name, each in sheet.attributes
    ):
        yield Remark("A link of the page runs a script.", *sheet.place("javascript:"))
    if html.count("<script") != html.count(_DATA_BLOCK):
        yield Remark("The page holds a script. Take it out.", *sheet.place("<script"))
    for found in _RUNS.finditer(html):
        yield Remark(f"The page holds a {found.group()[1:-1]}. Take it out.", *sheet.place(found.group()))
    if _NAMED.search(html) and _HANDLER.search(html):
        yield Remark("A part of the page runs a script. Take it out.")


@lru_cache(maxsize=8)
def _style_loads(style: str) -> bool:
    """Asked once of a theme's style, which every page has."""
    return _STYLE.search(style) is not None


def _loaded(name: str, address: str, sheet: Sheet) -> bool:
    return any(_elsewhere(each) for each in address.split(",")) and (name, address) in sheet.attributes


def _elsewhere(address: str) -> bool:
    address = address.strip()
    return address.startswith("//") or "://" in address.partition(" ")[0]
