"""The proof of one story for an editor who reads on paper: its printed page, double spaced, room for marks.

A proof stays in the house, so that it may be made of a draft that may not leave. Every sheet says so: that it
is a proof and not for publication, the story's status and embargo, headline, address, revision, words, the
time of the proof, and which sheet of how many it is. Each paragraph of the body has its number, to be spoken
of; words are never divided, so that a hyphen on paper is one of the text. The note to the editor and all
other things internal are in no proof either: files travel.

No file of the library is named in the page. It loads nothing and holds its pictures, upright and small.
"""

import base64
import re
from dataclasses import dataclass, replace
from pathlib import Path

from deskeditor.document.model import ArticleId, Fields, MediaHash, Picture
from deskeditor.library.errors import LibraryError
from deskeditor.library.media import MediaFolder
from deskeditor.library.records import Article
from deskeditor.library.store import Library
from deskeditor.publish.body import body_of
from deskeditor.publish.errors import BadPicture, Refused
from deskeditor.publish.goal import Options, site_of, theme_of
from deskeditor.publish.images import original_of
from deskeditor.publish.images_original import quietly
from deskeditor.publish.images_print import small_print
from deskeditor.publish.page import article_page
from deskeditor.publish.place import Place
from deskeditor.publish.story import Story, one_line
from deskeditor.publish.target import beginning_of
from deskeditor.publish.theme import Theme
from deskeditor.publish.times import moment, parse_time
from deskeditor.publish.views import Shot, Teaser
from deskeditor.render.links import MediaTarget, Targets, resolve
from deskeditor.resources import resource

MARK = "PROOF – NOT FOR PUBLICATION"
PATH = "proof.html"
EDGES = (26, 18, 24, 18)
"""Millimetres of white at the top, right, bottom and left of a sheet, where its head and foot stand."""

_LETTER_IN = frozenset(("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))
_SHOWN_WIDTH = 1200
_LONGEST_HEADLINE = 90
_PLAIN = re.compile(r"[^\w .,:;()·–—-]")


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet by its name in CSS."""

    name: str
    width: float
    height: float


A4 = Paper("A4", 210, 297)
LETTER = Paper("letter", 215.9, 279.4)


@dataclass(frozen=True, slots=True)
class ProofOrder:
    """Which story, in which theme (the library's where empty), when (with a zone), and on what paper."""

    article: ArticleId
    theme: str
    at: str
    paper: Paper = A4


@dataclass(frozen=True, slots=True)
class Proof:
    """A page that is ready to be printed."""

    html: str
    headline: str
    paper: Paper


def paper_in(territory: str) -> Paper:
    """What a printer holds in a country, by its ISO 3166 code."""
    return LETTER if territory.upper() in _LETTER_IN else A4


def drawn(library: Library, order: ProofOrder) -> Proof:
    """The proof of the newest revision, whatever its status; raises Missing, ThemeError or Refused."""
    article = library.load(order.article)
    options = Options(theme=order.theme or None)
    site, theme = site_of(library, options), Theme.load(theme_of(library, options))
    style = resource("proof/proof.css").read_text("utf-8") + _sheet(article, order)
    html = article_page(_story(article, library.media), site, theme.with_more(style), Place(home=""))
    return Proof(html, one_line(article.document.fields.headline), order.paper)


def may_replace(out: Path) -> None:
    """Refuse a file that is there and is no PDF."""
    if out.is_symlink() or out.is_dir():
        raise Refused(f"{out.name} is a link or a folder. Nothing was written. Name another file.")
    if not out.exists():
        return
    if beginning_of(out, 5) != b"%PDF-":
        raise Refused(f"{out.name} is no PDF. Nothing was touched. Name another file.")


def _story(article: Article, media: MediaFolder) -> Story:
    fields = article.document.fields
    pictures = _Pictures(media)

    def target(name: MediaHash) -> MediaTarget | None:
        made = pictures.shot(Picture(name))
        return MediaTarget(made.src, made.width, made.height, eager=True) if made else None

    return Story(
        article=article.id,
        fields=replace(fields, seo_title=f"Proof: {fields.headline}"),
        path=PATH,
        body=resolve(body_of(article.document).html, Targets(target, _nowhere, _nowhere)),
        words=article.words,
        shot=pictures.shot(fields.lead_picture) if fields.lead_picture else None,
        related=tuple(Teaser(each.headline, each.excerpt, "") for each in fields.related),
    )


class _Pictures:
    """The pictures of a story as data, each made once; a lacking or broken one is left out."""

    def __init__(self, media: MediaFolder) -> None:
        self._media = media
        self._made: dict[MediaHash, tuple[str, int, int] | None] = {}

    def shot(self, picture: Picture) -> Shot | None:
        if picture.media not in self._made:
            self._made[picture.media] = self._print(picture)
        made = self._made[picture.media]
        return Shot(*made, alt=picture.alt, caption=picture.caption, credit=picture.credit) if made else None

    def _print(self, picture: Picture) -> tuple[str, int, int] | None:
        try:
            with quietly():
                made = small_print(original_of(picture, self._media.path(picture.media)), _SHOWN_WIDTH)
        except (BadPicture, LibraryError):
            return None
        return f"data:{made.mime};base64,{base64.b64encode(made.content).decode()}", made.width, made.height


def _nowhere(_name: str) -> str | None:
    return None


def _sheet(article: Article, order: ProofOrder) -> str:
    """The rules of every sheet: its size, and what stands above and below the text."""
    fields = article.document.fields
    count = f"{article.words:,} {'word' if article.words == 1 else 'words'}"
    told, weight = _embargo(fields, order.at)
    made = _lines("", f"Proof of {_spoken(order.at)}")
    corners = {
        "top-left": _lines(MARK),
        "top-right": _lines(f"Status: {fields.status}", told),
        "bottom-left": _lines(
            _short(fields.headline), f"{article.slug} · revision {article.revision} · {count}"
        ),
        "bottom-right": f'"Page " counter(page) " of " counter(pages) {made}',
    }
    boxes = "".join(f"@{corner} {{ content: {lines}; }}" for corner, lines in corners.items())
    boxes += f"@top-right {{ font-weight: {weight}; }}"
    edges = " ".join(f"{each}mm" for each in EDGES)
    return f"@page {{ size: {order.paper.name} !important; margin: {edges} !important; {boxes} }}"


def _embargo(fields: Fields, at: str) -> tuple[str, str]:
    """What a proof says of embargo and hold, and how heavily: one that holds is not to be overlooked."""
    ends, now = parse_time(fields.embargo), parse_time(at)
    if fields.hold:
        return "ON HOLD: not settled", "700"
    if not fields.embargo:
        return "No embargo", "400"
    if ends and now and ends <= now:
        return f"The embargo ended {_spoken(fields.embargo)}", "400"
    return f"EMBARGOED UNTIL {_spoken(fields.embargo)}", "700"


def _spoken(time: str) -> str:
    told = moment(time, "en")
    return told.text if told else time


def _short(headline: str) -> str:
    line = one_line(headline) or "Without headline"
    if len(line) <= _LONGEST_HEADLINE:
        return line
    return (line[:_LONGEST_HEADLINE].rpartition(" ")[0] or line[:_LONGEST_HEADLINE]) + "…"


def _lines(*lines: str) -> str:
    return ' "\\a " '.join(map(quoted, lines))


def quoted(text: str) -> str:
    """The text as a string of CSS inside a page: nothing in it can end the string or the style."""
    return '"' + _PLAIN.sub(lambda found: f"\\{ord(found[0]):x} ", text) + '"'
