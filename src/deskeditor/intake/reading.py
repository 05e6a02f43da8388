"""The one way in for a file: what it is, what stands on it, and the article made of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from deskeditor.intake.decoding import Decoded, decode
from deskeditor.intake.errors import Refused
from deskeditor.intake.lines import blocks_of
from deskeditor.intake.markdown_page import markdown_page
from deskeditor.intake.records import Intake, Known, Page
from deskeditor.intake.sniffing import Format, packaged, text_format
from deskeditor.intake.story import article_of


def read(path_or_name: str | PurePath, data: bytes, known: Known) -> tuple[Intake, ...]:
    """The articles in a file, one but for an archive; raises Refused where there is none."""
    name = str(path_or_name)
    if packaged(data):
        raise Refused("no")
    decoded = decode(data)
    return (finished(text_page(name, decoded), name, known),)


def text_page(name: str, decoded: Decoded) -> Page:
    """The page in a decoded text, read as what it is rather than as what its name says."""
    found, notes = text_format(name, decoded.text)
    page = _PAGES[found](decoded.text)
    return replace(page, notes=(*decoded.notes, *notes, *page.notes))


def finished(page: Page, source: str, known: Known) -> Intake:
    """The article of a page; raises Refused where nothing to read stands on it."""
    document, notes = article_of(page, known)
    if not document.text.strip() and not document.fields.headline:
        raise Refused(
            "There is no text in this file. Nothing was taken in; look whether it was copied whole."
        )
    return Intake(document, source, notes, page.media)


def _plain_page(text: str) -> Page:
    return Page(blocks_of(text))


_PAGES: dict[Format, Callable[[str], Page]] = {Format.TEXT: _plain_page, Format.MARKDOWN: markdown_page}
