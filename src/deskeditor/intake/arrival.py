"""From what was read to articles of the library: pictures first, then texts, then the links among them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from deskeditor.document.model import ArticleId, Document, MediaHash
from deskeditor.intake.records import ImportOptions, Intake, Known, MediaIn
from deskeditor.library.errors import NotAPicture
from deskeditor.library.media import Checked
from deskeditor.library.records import Article
from deskeditor.library.store import Library

_CARD = re.compile(r"^(?P<open>:::[ \t]*read-also[ \t]*\n)(?P<inner>.*?)(?P<close>^:::[ \t]*$)", re.M | re.S)
_WAITING = re.compile(
    r"^(?P<space>[ \t]*(?:[-*][ \t]+)?)(?P<source>(?!\[[^\n]*\]\()[^\s:][^\n]*?)[ \t]*$", re.M
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that is now in the library, where it came from, and what the desk ought to know about it."""

    article: Article
    source: str
    notes: tuple[str, ...]


def import_options(library: Library, *, keep_status: bool = False) -> ImportOptions:
    """How files come into this library: on the newsroom's clocks, which its site names."""
    return ImportOptions(library.setting("site.time_zone") or "", keep_status)


def arrive(library: Library, intakes: Sequence[Intake], origin: str = "import") -> tuple[Arrival, ...]:
    """Store them in order; cards and related entries that wait for one another find each other."""
    return link_up(library, store(library, intakes, origin), origin)


def store(library: Library, intakes: Sequence[Intake], origin: str = "import") -> tuple[Arrival, ...]:
    """Store them in order; what waits for a story that is still to come waits on."""
    return tuple(_stored(library, intake, origin) for intake in intakes)


def link_up(library: Library, arrivals: Sequence[Arrival], origin: str = "import") -> tuple[Arrival, ...]:
    """Let the cards and related entries of articles that were stored find what they wait for."""
    return tuple(_linked_up(library, arrival, origin) for arrival in arrivals)


def linked(document: Document, known: Known) -> Document:
    """The document with every waiting card and related entry linked whose headline is known."""
    related = tuple(
        replace(entry, article=entry.article or known(entry.headline)) for entry in document.fields.related
    )
    text = _CARD.sub(
        lambda card: card["open"] + _with_links(card["inner"], known) + card["close"], document.text
    )
    return Document(text, replace(document.fields, related=related))


def _with_links(inner: str, known: Known) -> str:
    def link(line: re.Match[str]) -> str:
        article = known(_ESCAPED.sub(r"\1", line["source"]))
        return line[0] if article is None else f"{line['space']}[{line['source']}](article:{article})"

    return _WAITING.sub(link, inner)


def _stored(library: Library, intake: Intake, origin: str) -> Arrival:
    refused = tuple(note for picture in intake.media for note in _keep(library, picture))
    document = _without(intake.document, {note.media for note in refused})
    article = library.new(document, origin)
    return Arrival(article, intake.source, (*intake.notes, *(note.message for note in refused)))


@dataclass(frozen=True, slots=True)
class _NotKept:
    media: MediaHash
    message: str


def _keep(library: Library, picture: MediaIn) -> Iterable[_NotKept]:
    try:
        if picture.fault:
            raise NotAPicture(picture.fault)
        library.media.add(Checked(picture.data, picture.suffix) if picture.suffix else picture.data)
    except NotAPicture as error:
        from hashlib import sha256

        yield _NotKept(MediaHash(sha256(picture.data).hexdigest()), f"{picture.name}: {error}")


def _without(document: Document, missing: set[MediaHash]) -> Document:
    """A lead picture that could not be kept goes; in the text its place stays, and the checks point at it."""
    lead = document.fields.lead_picture
    if lead is None or lead.media not in missing:
        return document
    return Document(document.text, replace(document.fields, lead_picture=None))


def _linked_up(library: Library, arrival: Arrival, origin: str) -> Arrival:
    article = arrival.article
    document = linked(article.document, lambda headline: _other(library, headline, article.id))
    if document == article.document:
        return arrival
    library.save(article.id, document, article.revision, origin)
    return replace(arrival, article=library.load(article.id))


def _other(library: Library, headline: str, self: ArticleId) -> ArticleId | None:
    """An article never waits for itself."""
    found = library.find_headline(headline)
    return None if found == self else found
