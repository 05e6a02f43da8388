"""The places where readers meet a story first, a row each: which text stands there, and how much of it.

Where the limits come from; none of these houses promises them, all are measured by others and change:

- Home card: the narrowest column of a list in the theme `broadsheet` (17 rem = 272 px, headline 1.35 rem);
  the page itself cuts nothing, three lines of headline and four of teaser keep a row of cards level.
- Search result: Google sets titles in Arial 20 px and cuts them at about 600 px on a desktop, descriptions
  in 14 px at about 920 px over two lines (the emulators of Screaming Frog, screamingfrog.co.uk “Page Title &
  Meta Description By Pixel Width”, and iProspect). The site's name comes last in a title, so that it is what
  a search engine leaves out first.
- Social card: link previews show a title of two lines and one line of description beside a picture of
  1.91:1 (ogtester.com's tests: Facebook cuts late, X after about 47 characters, others between). A post on X
  holds 280 characters, of which a link takes 23 and the space before it one.
- Push message: an iPhone's lock screen shows one line of title and four of text, about 178 characters
  (doc.batch.com: up to 180 over four lines); Android cuts the title after about 65 characters.
- Print column: one column of an American broadsheet is about 11 picas (176 px at 96 to the inch) wide; a
  single-column head of 24 pt takes at most four lines.
"""

from dataclasses import dataclass
from enum import StrEnum

from deskeditor.document.fields import field_value
from deskeditor.document.model import Fields
from deskeditor.publish.story import clipped, one_line

OPENING = "opening"
"""The source that is no field: the story's first words, which stand in where nothing else was written."""


class Face(StrEnum):
    """A kind of letter; the window knows which font of this machine comes nearest."""

    ARIAL = "arial"
    SANS = "sans"
    SERIF = "serif"


class Outlet(StrEnum):
    """Where readers meet the story, in the order of the pane."""

    HOME = "home"
    SEARCH = "search"
    SOCIAL = "social"
    PUSH = "push"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class Letter:
    """How a text is set; `pixels` is the size at 96 to the inch, `leading` the height of a line."""

    face: Face
    pixels: int
    weight: int
    leading: int


@dataclass(frozen=True, slots=True)
class Room:
    """How much a slot shows: lines of so many pixels; 0 where there is no such limit.

    `characters` counts letters as readers see them, `total` the pixels of the whole text set in one line.
    `hyphen` stands where a word that is wider than a line is cut: a printer sets one, a browser does not.
    """

    width: float
    lines: int = 0
    characters: int = 0
    total: float = 0
    hyphen: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """One text of one outlet: the first of `sources` that says something stands there.

    `missing` is what a writer reads where none does.
    """

    outlet: Outlet
    label: str
    sources: tuple[str, ...]
    letter: Letter
    room: Room
    missing: str

    @property
    def name(self) -> str:
        """The slot's name among all."""
        return f"{self.outlet}-{self.label.lower().replace(' ', '-')}"


@dataclass(frozen=True, slots=True)
class Said:
    """What stands in a slot, on one line, and the field that a writer changes for it."""

    text: str
    field: str


@dataclass(frozen=True, slots=True)
class Place:
    """A field, and where in it the words begin that have no room; `start` is None where all have."""

    field: str
    start: int | None


OUTLETS: dict[Outlet, tuple[str, str]] = {
    Outlet.HOME: ("Home card", "272 px"),
    Outlet.SEARCH: ("Search result", "600 px"),
    Outlet.SOCIAL: ("Social card", "500 px"),
    Outlet.PUSH: ("Push message", "lock screen"),
    Outlet.PRINT: ("Print column", "11 picas, 24 pt"),
}
"""What each outlet is called, and its measure."""

_HEADLINE = "The headline is missing."
_STANDFIRST = "The standfirst is missing."
_TITLE = ("seo_title", "headline")
_SUMMARY = ("seo_description", "standfirst", OPENING)
_TEASER = ("standfirst", "seo_description", OPENING)

SLOTS = (
    Slot(
        Outlet.HOME,
        "Headline",
        ("headline",),
        Letter(Face.SERIF, 22, 700, 25),
        Room(272, lines=3),
        _HEADLINE,
    ),
    Slot(Outlet.HOME, "Teaser", _TEASER, Letter(Face.SERIF, 16, 400, 24), Room(272, lines=4), _STANDFIRST),
    Slot(Outlet.SEARCH, "Title", _TITLE, Letter(Face.ARIAL, 20, 400, 26), Room(600, lines=1), _HEADLINE),
    Slot(
        Outlet.SEARCH,
        "Description",
        _SUMMARY,
        Letter(Face.ARIAL, 14, 400, 22),
        Room(600, lines=2, total=920),
        "Standfirst and search description are missing.",
    ),
    Slot(
        Outlet.SOCIAL,
        "Post",
        ("social_text",),
        Letter(Face.SANS, 15, 400, 21),
        Room(468, characters=256),
        "No social text: the link is posted alone.",
    ),
    Slot(Outlet.SOCIAL, "Title", _TITLE, Letter(Face.SANS, 17, 600, 22), Room(468, lines=2), _HEADLINE),
    Slot(
        Outlet.SOCIAL,
        "Description",
        _SUMMARY,
        Letter(Face.SANS, 14, 400, 20),
        Room(468, lines=1),
        _STANDFIRST,
    ),
    Slot(
        Outlet.PUSH,
        "Title",
        ("headline",),
        Letter(Face.SANS, 15, 600, 20),
        Room(300, lines=1, characters=65),
        _HEADLINE,
    ),
    Slot(
        Outlet.PUSH,
        "Text",
        _TEASER,
        Letter(Face.SANS, 15, 400, 20),
        Room(300, lines=4, characters=178),
        _STANDFIRST,
    ),
    Slot(
        Outlet.PRINT,
        "Head",
        ("headline",),
        Letter(Face.SERIF, 32, 700, 34),
        Room(176, lines=4, hyphen="-"),
        _HEADLINE,
    ),
)


def said(slot: Slot, fields: Fields, opening: str) -> Said:
    """What stands in the slot, chosen as the pages and feeds choose it; nothing where nothing was written."""
    for source in slot.sources:
        text = clipped(opening) if source == OPENING else one_line(str(field_value(fields, source)))
        if text:
            return Said(text, _written_in(slot, source))
    return Said("", _written_in(slot, slot.sources[-1]))


def _written_in(slot: Slot, source: str) -> str:
    """The field to write in; where the story's first words stand in, the one that would spare them."""
    return "standfirst" if source == OPENING and "standfirst" in slot.sources else source


def place_of(told: Said, overrun: int | None, fields: Fields) -> Place:
    """Where a writer mends what stands in a slot."""
    raw = str(field_value(fields, told.field))
    mine = overrun is not None and one_line(raw) == told.text
    return Place(told.field, place_in(raw, overrun or 0) if mine else None)


def place_in(raw: str, place: int) -> int:
    """Where a place of the text on one line stands in the field as it was written."""
    low, high = 0, len(raw)
    while low < high:
        middle = (low + high) // 2
        if len(one_line(raw[: middle + 1])) > place:
            high = middle
        else:
            low = middle + 1
    return low
