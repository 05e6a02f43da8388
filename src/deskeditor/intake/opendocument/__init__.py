"""OpenDocument texts: read here to HTML with what they hide and hold besides told, then as a web page is."""

import html
import re
import zipfile
from dataclasses import replace
from xml.etree.ElementTree import Element

from deskeditor.intake.errors import Refused
from deskeditor.intake.html_page import content_page
from deskeditor.intake.office_xml import name_of, tree_of
from deskeditor.intake.opendocument.body import written
from deskeditor.intake.opendocument.objects import DAMAGED, Objects
from deskeditor.intake.opendocument.source import source_of
from deskeditor.intake.opendocument.styles import Styles
from deskeditor.intake.opendocument.writing import Around, Writing
from deskeditor.intake.packages import part_of
from deskeditor.intake.records import Page
from deskeditor.intake.style_names import head_fields

_LOCKED = "This OpenDocument file is protected by a password. Nothing was taken in; save it without one."
_TAG = re.compile(r"<[^>]*>")
_AROUND = {"style:header": "header", "style:footer": "footer"}


def opendocument_page(package: zipfile.ZipFile) -> Page:
    """The page in an OpenDocument text; raises Refused where the file is locked or damaged."""
    if b"encryption-data" in (part_of(package, "META-INF/manifest.xml") or b""):
        raise Refused(_LOCKED)
    content = tree_of(part_of(package, "content.xml"), DAMAGED)
    named = part_of(package, "styles.xml")
    common = tree_of(named, DAMAGED) if named else None
    styles = Styles()
    for tree in (common, content):
        if tree is not None:
            styles.learn(tree)
    body = next((tag for tag in content.iter() if name_of(tag) == "office:text"), None)
    if body is None:
        raise Refused(DAMAGED)
    writing = Writing(styles, Objects(package))
    text = written(body, writing, Around())
    listed = "".join(f'<li id="footnote-{at}">{note}</li>' for at, note in enumerate(writing.footnotes, 1))
    around = list(_around(common))
    _tell(around, writing)
    page = content_page(
        f"<body>{text}{f'<ol>{listed}</ol>' if listed else ''}</body>",
        lambda name: part_of(package, name),
        tuple(writing.withheld.notes()),
    )
    fields = head_fields(writing.head.authors, writing.head.standfirst)
    return replace(page, fields=fields, source=source_of(body, *around))


def _around(common: Element | None) -> list[Element]:
    return [] if common is None else [tag for tag in common.iter() if name_of(tag) in _AROUND]


def _tell(around: list[Element], writing: Writing) -> None:
    """What stands above and below each sheet of paper."""
    for tag in around:
        shown = written(tag, writing, Around(top=False))
        writing.withheld.part()
        writing.withheld.take(_AROUND[name_of(tag)], html.unescape(_TAG.sub(" ", shown)))
        writing.withheld.part()
