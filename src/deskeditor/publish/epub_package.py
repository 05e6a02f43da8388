"""What a book says of itself to shops, shelves and screen readers: its package document."""

from collections.abc import Iterable
from dataclasses import dataclass

from deskeditor.publish.epub_story import attribute, xml
from deskeditor.publish.site import direction

PACKAGE = "package.opf"
GENERATOR = '<meta name="generator" content="deskeditor"/>'
SUMMARY = (
    "Text that can be set in any size, with headings, a table of contents and the reading order of the page; "
    "each story names its language."
)
ALL_DESCRIBED = " Every picture has a text alternative."
SOME_DESCRIBED = " Some pictures have no text alternative."


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the book; `spine` where a reader comes to it by turning pages."""

    name: str
    path: str
    mime: str
    properties: str = ""
    spine: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that the package tells; `flaws` are those of all chapters together."""

    identity: str
    title: str
    languages: tuple[str, ...]
    creators: tuple[str, ...]
    publisher: str
    published: str
    modified: str
    pictured: bool
    flaws: frozenset[str]
    items: tuple[Item, ...]


def package(book: Book) -> str:
    """The package document."""
    side = direction(book.languages[0])
    manifest = "\n".join(_item(each) for each in book.items)
    spine = "\n".join(f'<itemref idref="{each.name}"/>' for each in book.items if each.spine)
    about = "\n".join((*_about(book), *_access(book), GENERATOR))
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book" \
xml:lang={attribute(book.languages[0])} dir="{side}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{about}
</metadata>
<manifest>
{manifest}
</manifest>
<spine page-progression-direction="{side}">
{spine}
</spine>
</package>
"""


def _about(book: Book) -> Iterable[str]:
    yield f'<dc:identifier id="book">{book.identity}</dc:identifier>'
    yield f"<dc:title>{xml(book.title)}</dc:title>"
    yield from (f"<dc:language>{xml(each)}</dc:language>" for each in book.languages)
    for count, name in enumerate(book.creators, 1):
        yield f'<dc:creator id="creator-{count}">{xml(name)}</dc:creator>'
        yield f'<meta refines="#creator-{count}" property="role" scheme="marc:relators">aut</meta>'
    yield f"<dc:publisher>{xml(book.publisher)}</dc:publisher>"
    if book.published:
        yield f"<dc:date>{book.published}</dc:date>"
    yield _meta("dcterms:modified", book.modified)


def _access(book: Book) -> Iterable[str]:
    """What a reader needs to know who cannot see, or not well; nothing that does not hold."""
    described = "alt" not in book.flaws
    yield _meta("schema:accessMode", "textual")
    if book.pictured:
        yield _meta("schema:accessMode", "visual")
        yield _meta("schema:accessModeSufficient", "textual,visual")
    if described:
        yield _meta("schema:accessModeSufficient", "textual")
    for feature in (
        "displayTransformability",
        "readingOrder",
        "structuralNavigation",
        "tableOfContents",
        "unlocked",
    ):
        yield _meta("schema:accessibilityFeature", feature)
    if book.pictured and described:
        yield _meta("schema:accessibilityFeature", "alternativeText")
    yield _meta("schema:accessibilityHazard", "none")
    said = SUMMARY + ((ALL_DESCRIBED if described else SOME_DESCRIBED) if book.pictured else "")
    yield f'<meta property="schema:accessibilitySummary" xml:lang="en" dir="ltr">{said}</meta>'


def _meta(name: str, value: str) -> str:
    return f'<meta property="{name}">{value}</meta>'


def _item(item: Item) -> str:
    properties = f' properties="{item.properties}"' if item.properties else ""
    return f'<item id="{item.name}" href={attribute(item.path)} media-type="{item.mime}"{properties}/>'
