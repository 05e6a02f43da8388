"""The colours, spaces and corners of the desk, light and dark; all that is drawn takes them from here."""

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """Which of the two looks a person chose; SYSTEM follows the desktop while the program runs."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Tokens:
    """One look. Colours are `#rrggbb`; ink colours reach 4.5:1 on `window`, `surface` and `raised`.

    A name with `_soft` is a wash to lie below `text` and below the ink of its own name. `border` is a
    hairline that only divides; `edge` outlines what can be used and reaches 3:1.
    """

    dark: bool
    window: str
    surface: str
    raised: str
    hover: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    border: str
    edge: str
    selection: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str
    insert: str
    insert_soft: str
    delete: str
    delete_soft: str
    move: str
    move_soft: str
    marker: str
    hit: str
    shade: str
    space_xs: int = 4
    space_s: int = 8
    space_m: int = 16
    space_l: int = 24
    space_xl: int = 32
    radius_s: int = 4
    radius: int = 6
    radius_l: int = 10
    control: int = 32
    small: int = 12
    body: int = 13
    large: int = 15
    title: int = 20


LIGHT = Tokens(
    dark=False,
    window="#f6f5f2",
    surface="#ffffff",
    raised="#ffffff",
    hover="#eceae5",
    text="#1c1c1e",
    muted="#56565b",
    faint="#66666b",
    accent="#2556cc",
    accent_hover="#1c48b3",
    on_accent="#ffffff",
    accent_soft="#e6edfc",
    border="#e2e0da",
    edge="#8d8c88",
    selection="#cfdefb",
    danger="#b3261e",
    danger_soft="#fbe6e3",
    warning="#855200",
    warning_soft="#fbefd5",
    success="#1b6b3c",
    success_soft="#dff2e5",
    insert="#17633a",
    insert_soft="#d9f2e1",
    delete="#a8231b",
    delete_soft="#fbe0dd",
    move="#6038b0",
    move_soft="#ebe4fb",
    marker="#696b72",
    hit="#ffe9a3",
    shade="#000000",
)

DARK = Tokens(
    dark=True,
    window="#18191b",
    surface="#1f2023",
    raised="#28292d",
    hover="#2b2c30",
    text="#e9e8e4",
    muted="#b2b1ad",
    faint="#a5a4a1",
    accent="#8fb3ff",
    accent_hover="#a9c5ff",
    on_accent="#0d1a36",
    accent_soft="#263554",
    border="#323338",
    edge="#7d7e84",
    selection="#2c4069",
    danger="#ff9a90",
    danger_soft="#4a2522",
    warning="#f0bd62",
    warning_soft="#433317",
    success="#7fd3a0",
    success_soft="#1d3b2a",
    insert="#86d9a6",
    insert_soft="#1d402c",
    delete="#ffa198",
    delete_soft="#512826",
    move="#c8b0ff",
    move_soft="#3a2f5c",
    marker="#9a9ca2",
    hit="#51420f",
    shade="#000000",
)
