"""Restrictions that stand beside a story: in the head of a web page, in its remarks, around a Word text."""

import html
import json
import re
import zipfile
from collections.abc import Iterator

from deskeditor.intake.frontmatter import Value
from deskeditor.intake.html_tree import Element, remarks
from deskeditor.intake.packages import part_of
from deskeditor.intake.records import Restriction
from deskeditor.intake.restrictions.keys import is_status, restrictions_of, status_of
from deskeditor.intake.restrictions.lines import Sort, restriction_of, stated_in

_META = re.compile(
    r"embargo|sperrfrist|not.?before|hold.?until|publish.?after|release.?(?:date|time)|available$", re.I
)
_LD = re.compile(r"embargo|sperrfrist|notBefore|holdUntil|publishAfter|creativeWorkStatus", re.I)
_PARTS = re.compile(
    r"word/(?:header|footer|comments|footnotes)\d*\.xml|docProps/(?:core|custom|app)\.xml|styles\.xml|meta\.xml"
)
_ENDS = re.compile(rb"</(?:w:p|text:p|text:h|dc:\w+|cp:\w+|property|meta:[\w-]+)>")
_NAMED = re.compile(rb"<(?:property|meta:user-defined)\b[^<>]{0,300}?name=\"([^\"]{1,80})\"")
_TAGS = re.compile(rb"<[^<>]*>")
_MOST = 2_000_000


def head_restrictions(page: Element) -> tuple[Restriction, ...]:
    """What the meta tags, the JSON-LD and the remarks of a web page state."""
    found: list[Restriction] = []
    for meta in page.all("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        value = meta.get("content").strip()
        if value and _META.search(name):
            found += restrictions_of(f"embargo {name}", value) or ()
    for script in page.all("script"):
        if script.get("type").strip().lower() == "application/ld+json":
            found += _in_data(script.text())
    for remark in remarks(page):
        found += _in_line(remark)
    return tuple(dict.fromkeys(found))


def package_restrictions(package: zipfile.ZipFile) -> tuple[Restriction, ...]:
    """What the headers, footers, remarks and properties of a word processor's file state."""
    found: list[Restriction] = []
    for name in package.namelist():
        if _PARTS.fullmatch(name):
            for piece in _ENDS.split((part_of(package, name) or b"")[:_MOST]):
                found += _in_piece(piece, certain=name.startswith(("word/header", "word/footer")))
    return tuple(dict.fromkeys(found))


def _in_piece(piece: bytes, *, certain: bool) -> Iterator[Restriction]:
    text = html.unescape(_TAGS.sub(b"", piece).decode("utf-8", "replace")).strip()
    named = _NAMED.search(piece)
    if named is not None and text:
        yield from restrictions_of(named[1].decode("utf-8", "replace"), text) or ()
    for each in _in_line(text):
        yield each if certain and each.certain else Restriction(each.words, each.tail, certain=False)


def _in_line(text: str) -> Iterator[Restriction]:
    found = restriction_of(text)
    if found is not None and found.restriction is not None and found.sort is Sort.LINE:
        yield found.restriction
    elif said := stated_in(text[:20_000]):
        yield said


def _in_data(text: str) -> Iterator[Restriction]:
    if not _LD.search(text):
        return
    try:
        data: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        yield Restriction("JSON-LD that names a restriction and cannot be read", "", certain=False)
        return
    yield from _in_entries(data)


def _in_entries(data: object) -> Iterator[Restriction]:
    if isinstance(data, list):
        for item in data[:200]:
            yield from _in_entries(item)
    if not isinstance(data, dict):
        return
    for key, value in data.items():
        plain: Value = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if is_status(str(key)) or str(key).lower() == "creativeworkstatus":
            if isinstance(value, str) and status_of(value) is None:
                yield Restriction(f"{key}: {value}", "")
        elif _LD.search(str(key)):
            yield from restrictions_of(f"embargo {key}", plain) or ()
        else:
            yield from _in_entries(value)
