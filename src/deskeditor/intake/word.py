"""Word files: mammoth reads them, the reader of web pages does the rest."""

import zipfile
from io import BytesIO
from xml.parsers.expat import ExpatError
from xml.sax import SAXException

from deskeditor.intake.errors import Refused
from deskeditor.intake.html_page import content_page
from deskeditor.intake.packages import BROKEN, has_entities, part_of
from deskeditor.intake.records import Page

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
strike => s
"""
_UNREADABLE = (
    *BROKEN,
    ExpatError,
    SAXException,
    AttributeError,
    IndexError,
    TypeError,
    AssertionError,
    RecursionError,
)


def word_page(data: bytes, package: zipfile.ZipFile) -> Page:
    """The page in a Word file; raises Refused where the file is damaged."""
    import mammoth

    for name in package.namelist():
        if name.endswith((".xml", ".rels")) and has_entities(part_of(package, name) or b""):
            raise Refused(
                "This Word file holds what Word never writes. Nothing was taken in; do not trust its sender."
            )
    try:
        html = str(mammoth.convert_to_html(BytesIO(data), style_map=_STYLES).value)
    except _UNREADABLE as error:
        raise Refused(
            "This Word file is damaged. Nothing was taken in; open it in Word and save it anew."
        ) from error
    return content_page(html, notes=_remarks(package))


def _remarks(package: zipfile.ZipFile) -> tuple[str, ...]:
    """What mammoth passes over: remarks of colleagues are not the story, but the desk should know of them."""
    text = part_of(package, "word/document.xml") or b""
    found = []
    if b"<w:commentReference" in text:
        found.append("The Word file holds comments; they were not taken over.")
    if b"<w:del " in text or b"<w:ins " in text:
        found.append("The Word file holds tracked changes; the text is taken as if all were accepted.")
    return tuple(found)
