"""The one way in for a file: what it is, what stands on it, and the article made of it."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

from deskeditor.intake.accounting import accounted
from deskeditor.intake.archive import archived
from deskeditor.intake.controls import without_controls
from deskeditor.intake.decoding import decode
from deskeditor.intake.errors import Refused
from deskeditor.intake.foreign import foreign_package, refuse_foreign, refuse_wire
from deskeditor.intake.lines import blocks_of
from deskeditor.intake.markdown_page import markdown_page
from deskeditor.intake.packages import opened, part_of
from deskeditor.intake.records import ImportOptions, Intake, Known, Page
from deskeditor.intake.restrictions.pages import package_restrictions
from deskeditor.intake.sniffing import Format, packaged, text_format
from deskeditor.intake.story import article_of

_REMARK_ABOVE = re.compile(r"\s*+<!--(?P<inner>(?:[^-]|-(?!->))*+)-->")
Beside = Callable[[str], bytes | None]


_USUAL = ImportOptions()


def articles_of(name: str, data: bytes, known: Known, options: ImportOptions = _USUAL) -> tuple[Intake, ...]:
    """The articles in a file, one but for an archive; raises Refused where there is none."""
    name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    if packaged(data):
        package = opened(data)
        if _kind_of(package) == "archive":

            def one(source: str, part: bytes, beside: Beside) -> Intake:
                return _one(source, part, beside, (known, options))

            return archived(name, package, one)
    return (_one(name, data, lambda _name: None, (known, options)),)


def _one(name: str, data: bytes, beside: Beside, terms: tuple[Known, ImportOptions]) -> Intake:
    """The article of a single file; an archive inside an archive holds none."""
    try:
        page = _package_page(opened(data)) if packaged(data) else _text_page(name, data, beside)
        document, notes = article_of(page, *terms)
    except RecursionError as error:
        raise Refused("This file is nested too deeply to be a story. Nothing was taken in.") from error
    if not document.text.strip() and not document.fields.headline:
        raise Refused(
            "There is no text in this file. Nothing was taken in; look whether it was copied whole."
        )
    return Intake(document, name, accounted(page.source, document, notes), page.media)


def _kind_of(package: zipfile.ZipFile) -> str:
    names = set(package.namelist())
    kind = (part_of(package, "mimetype") or b"").decode("ascii", "replace").strip()
    if "word/document.xml" in names:
        return "word"
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        return "opendocument"
    if book := foreign_package(b"", kind):
        raise Refused(f"This is {book}. Nothing was taken in; save the text as .docx or .txt.")
    if kind or "[Content_Types].xml" in names:
        raise Refused(
            "This is a table, slides or a book. Nothing was taken in; save the text as .docx or .txt."
        )
    return "archive"


def _package_page(package: zipfile.ZipFile) -> Page:
    page = _written_page(package)
    return replace(page, restrictions=(*page.restrictions, *package_restrictions(package)))


def _written_page(package: zipfile.ZipFile) -> Page:
    """The page in a file of a word processor."""
    kind = _kind_of(package)
    if kind == "word":
        from deskeditor.intake.word import word_page

        return word_page(package)
    if kind == "opendocument":
        from deskeditor.intake.opendocument import opendocument_page

        return opendocument_page(package)
    raise Refused("This is an archive inside an archive. It was not opened; unpack it and import its files.")


def _text_page(name: str, data: bytes, beside: Beside) -> Page:
    """The page in a text, read as what it is rather than as what its name says."""
    refuse_wire(data)
    decoded = decode(data)
    refuse_foreign(decoded.text)
    found, notes = text_format(name, decoded.text)
    text, removed = without_controls(decoded.text)
    page = _PAGES[found](text, beside)
    return replace(page, notes=(*decoded.notes, *removed, *notes, *page.notes))


def _web_page(text: str, beside: Beside) -> Page:
    from deskeditor.intake.html_page import html_page

    return html_page(text, beside)


def _plain_page(text: str, _beside: Beside) -> Page:
    """A text; comments of HTML above it are remarks of whoever made the file."""
    at, remarks = 0, []
    while (remark := _REMARK_ABOVE.match(text, at)) is not None:
        at = remark.end()
        remarks.append(" ".join(remark["inner"].split()))
    shown = text[at:]
    notes = tuple(f"Taken out (remark): “{inner}”" for inner in dict.fromkeys(filter(None, remarks)))
    return Page(blocks_of(shown), notes=notes, source="\n".join((shown, *remarks)))


_PAGES: dict[Format, Callable[[str, Beside], Page]] = {
    Format.TEXT: _plain_page,
    Format.MARKDOWN: markdown_page,
    Format.HTML: _web_page,
}
