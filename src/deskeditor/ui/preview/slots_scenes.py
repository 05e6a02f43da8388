"""How each outlet looks, as tables: its colours by day and by night, and its parts from top to bottom."""

from dataclasses import dataclass
from typing import Literal

from deskeditor.publish.slots import Face, Letter, Outlet

Ink = Literal["text", "title", "soft", "mark"]


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of one outlet: what it is drawn on, what it is written in, and what has no room."""

    ground: str
    edge: str
    wash: str
    text: str
    title: str
    soft: str
    mark: str
    lost: str
    lost_soft: str


_LOST, _LOST_SOFT = "#b3261e", "#fbe0dd"
_LOST_DARK, _LOST_SOFT_DARK = "#ff9a90", "#5a2a26"

DAY = {
    Outlet.HOME: Inks(
        "#fffdf9", "#e2e0da", "#f4f0e7", "#1a1a18", "#1a1a18", "#5c5a54", "#9b1c1c", _LOST, _LOST_SOFT
    ),
    Outlet.SEARCH: Inks(
        "#ffffff", "#e2e0da", "#f1f3f4", "#474a4e", "#1a0dab", "#5f6368", "#2556cc", _LOST, _LOST_SOFT
    ),
    Outlet.SOCIAL: Inks(
        "#ffffff", "#dcdee2", "#f0f2f5", "#14161a", "#14161a", "#5d6066", "#2556cc", _LOST, _LOST_SOFT
    ),
    Outlet.PUSH: Inks(
        "#f4f4f6", "#dadade", "#3a4a66", "#1c1c1e", "#1c1c1e", "#5f5f64", "#2556cc", _LOST, _LOST_SOFT
    ),
    Outlet.PRINT: Inks(
        "#f8f5ec", "#ddd8ca", "#ddd8ca", "#22211e", "#161512", "#5b574d", "#22211e", _LOST, "#f6d6d0"
    ),
}
NIGHT = {
    Outlet.HOME: Inks(
        "#151513",
        "#3a3833",
        "#201f1c",
        "#e9e6df",
        "#e9e6df",
        "#a8a49a",
        "#f0837a",
        _LOST_DARK,
        _LOST_SOFT_DARK,
    ),
    Outlet.SEARCH: Inks(
        "#202124",
        "#3c4043",
        "#303134",
        "#bdc1c6",
        "#99c3ff",
        "#9aa0a6",
        "#8fb3ff",
        _LOST_DARK,
        _LOST_SOFT_DARK,
    ),
    Outlet.SOCIAL: Inks(
        "#242526",
        "#3e4042",
        "#303234",
        "#e4e6eb",
        "#e4e6eb",
        "#b0b3b8",
        "#8fb3ff",
        _LOST_DARK,
        _LOST_SOFT_DARK,
    ),
    Outlet.PUSH: Inks(
        "#2c2c2f",
        "#414145",
        "#8fb3ff",
        "#f2f2f4",
        "#f2f2f4",
        "#aeaeb4",
        "#8fb3ff",
        _LOST_DARK,
        _LOST_SOFT_DARK,
    ),
    # Paper stays paper at night, only the lamp is low.
    Outlet.PRINT: Inks(
        "#d9d4c6", "#b9b3a2", "#b9b3a2", "#22211e", "#161512", "#4c483f", "#22211e", "#9b1c15", "#f2c4bd"
    ),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """Free space."""

    height: int


@dataclass(frozen=True, slots=True)
class Words:
    """A line of the facts by its name, cut at the edge; takes no room while it is empty."""

    fact: Literal["site", "host", "address", "kicker", "byline", "day"]
    letter: Letter
    ink: Ink = "soft"
    inset: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A slot of the outlet by its label."""

    label: str
    ink: Ink = "text"
    inset: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """The lead picture, `across` by `down`; from edge to edge where it bleeds."""

    across: float
    down: float
    bleeds: bool = False


@dataclass(frozen=True, slots=True)
class Badge:
    """The site's initial as an icon beside what comes next; takes no room of its own."""

    size: int
    round: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across."""


@dataclass(frozen=True, slots=True)
class Panel:
    """From here down the ground is the wash."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The story's first words in justified lines."""

    letter: Letter
    lines: int


Part = Gap | Words | Text | Picture | Badge | Rule | Panel | Prose


@dataclass(frozen=True, slots=True)
class Scene:
    """One outlet: its width in pixels with the free edge on each side, its corner, and its parts."""

    width: int
    edge: int
    corner: int
    parts: tuple[Part, ...]


def _sans(pixels: int, weight: int = 400, leading: int = 0) -> Letter:
    return Letter(Face.SANS, pixels, weight, leading or pixels + 6)


SCENES = {
    Outlet.HOME: Scene(
        304,
        16,
        6,
        (
            Gap(16),
            Picture(3, 2),
            Gap(12),
            Words("kicker", _sans(12, 700), "mark"),
            Gap(3),
            Text("Headline", "title"),
            Gap(7),
            Text("Teaser", "soft"),
            Gap(9),
            Words("byline", _sans(13)),
            Words("day", _sans(13)),
            Gap(14),
        ),
    ),
    Outlet.SEARCH: Scene(
        636,
        18,
        8,
        (
            Gap(16),
            Badge(28, round=True),
            Words("site", Letter(Face.ARIAL, 14, 400, 18), "text", 40),
            Words("address", Letter(Face.ARIAL, 12, 400, 16), "soft", 40),
            Gap(6),
            Text("Title", "title"),
            Gap(2),
            Text("Description"),
            Gap(16),
        ),
    ),
    Outlet.SOCIAL: Scene(
        500,
        16,
        8,
        (
            Gap(14),
            Badge(36, round=True),
            Words("site", _sans(15, 600, 19), "text", 46),
            Words("day", _sans(12, 400, 17), "soft", 46),
            Gap(10),
            Text("Post"),
            Gap(12),
            Picture(1.91, 1, bleeds=True),
            Panel(),
            Gap(10),
            Words("host", _sans(12), "soft"),
            Gap(1),
            Text("Title", "title"),
            Gap(1),
            Text("Description", "soft"),
            Gap(12),
        ),
    ),
    Outlet.PUSH: Scene(
        380,
        14,
        18,
        (
            Gap(12),
            Badge(38),
            Words("site", _sans(12, 400, 17), "soft", 52),
            Text("Title", "title", 52),
            Text("Text", "text", 52),
            Gap(13),
        ),
    ),
    Outlet.PRINT: Scene(
        216,
        20,
        2,
        (
            Gap(18),
            Rule(),
            Gap(10),
            Text("Head", "title"),
            Gap(8),
            Words("byline", _sans(11, 600), "text"),
            Gap(4),
            Prose(Letter(Face.SERIF, 13, 400, 16), 9),
            Gap(16),
        ),
    ),
}
