"""Word files: read here to HTML with what they hide and hold besides told, then as a web page is."""

import html
import re
import zipfile
from dataclasses import replace
from xml.etree.ElementTree import Element

from deskeditor.intake.errors import Refused
from deskeditor.intake.html_page import content_page
from deskeditor.intake.office_xml import child, name_of, value
from deskeditor.intake.packages import has_entities, part_of
from deskeditor.intake.records import Page
from deskeditor.intake.style_names import head_fields
from deskeditor.intake.withheld import Withheld
from deskeditor.intake.word.body import Writer, words_in
from deskeditor.intake.word.numbers import Numbers
from deskeditor.intake.word.parts import DAMAGED, Part, main_part
from deskeditor.intake.word.source import source_of
from deskeditor.intake.word.styles import Styles
from deskeditor.intake.word.writing import Around, Text

_TAG = re.compile(r"<[^>]*>")


def word_page(package: zipfile.ZipFile) -> Page:
    """The page in a Word file; raises Refused where the file is damaged."""
    for name in package.namelist():
        if name.endswith((".xml", ".rels")) and has_entities(part_of(package, name) or b""):
            raise Refused(
                "This Word file holds what Word never writes. Nothing was taken in; do not trust its sender."
            )
    main = main_part(package)
    body = child(main.root(), "w:body")
    if body is None:
        raise Refused(DAMAGED)
    withheld, writer = Withheld(), Writer(Numbers(main.one("numbering")))
    text = Text(main, Styles(main.one("styles")), withheld)
    written = writer.written(body, text, Around(top=True))
    _unended(text)
    written += _footnotes(main, text, writer)
    _told(main, text, writer)
    page = content_page(
        f"<body>{written}</body>", lambda name: part_of(package, name), tuple(withheld.notes())
    )
    return replace(
        page, fields=head_fields(writer.head.authors, writer.head.standfirst), source=source_of(main)
    )


def _unended(text: Text) -> None:
    """Words of a field that never ends are no instruction, or not for certain."""
    left = text.fields.left_open()
    if left.strip():
        text.withheld.take("in a field without an end", left)


def _footnotes(main: Part, text: Text, writer: Writer) -> str:
    """The notes in the order of their places in the text; those without a place are told."""
    found: dict[tuple[str, str], tuple[Part, Element]] = {}
    for kind in ("footnote", "endnote"):
        for part in main.related(f"{kind}s"):
            for tag in part.root():
                if name_of(tag) == f"w:{kind}" and value(tag, "type") in ("", "normal"):
                    found[kind, value(tag, "id")] = part, tag
    listed = []
    for at, name in enumerate(text.notes, 1):
        if name not in found:
            text.withheld.say(f"The text of {name[0]} {at} is missing in the file.")
            continue
        part, tag = found.pop(name)
        own = Text(part, text.styles, text.withheld)
        listed.append(f'<li id="footnote-{at}">{writer.written(tag, own, Around())}</li>')
        _unended(own)
    for _part, left in found.values():
        text.withheld.take("note without a place in the text", f" {words_in(left)} ")
    return f"<ol>{''.join(listed)}</ol>" if listed else ""


def _told(main: Part, text: Text, writer: Writer) -> None:
    """What a page of Word has around its text, and the remarks of colleagues."""
    for kind in ("header", "footer"):
        for part in main.related(kind):
            own = Text(part, text.styles, text.withheld)
            written = writer.written(part.root(), own, Around())
            if "<img" in written:
                text.withheld.say(f"A picture of the {kind} was not taken over.")
            text.withheld.part()
            text.withheld.take(kind, f" {html.unescape(_TAG.sub(' ', written))} ")
    text.withheld.part()
    for part in main.related("comments"):
        text.withheld.say("The Word file holds comments; they were not taken over.")
        for tag in part.root():
            who = value(tag, "author")
            text.withheld.take(f"comment of {who}" if who else "comment", f" {words_in(tag)} ")
            text.withheld.part()
