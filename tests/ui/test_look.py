"""What holds of both looks: everything can be read, and a change reaches what is open."""

from itertools import product

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.document.model import Status
from deskeditor.resources import resource
from deskeditor.ui import look
from deskeditor.ui.tokens import DARK, LIGHT, Scheme, Tokens

GROUNDS = ("window", "surface", "raised")
INKS = (
    "text",
    "muted",
    "faint",
    "accent",
    "danger",
    "warning",
    "success",
    "insert",
    "delete",
    "move",
    "marker",
)
WASHES = ("accent", "danger", "warning", "success", "insert", "delete", "move")
PAIRS = [
    *product(INKS, GROUNDS),
    *((ink, f"{ink}_soft") for ink in WASHES),
    *(("text", f"{ink}_soft") for ink in WASHES),
    ("text", "selection"),
    ("text", "hit"),
    ("text", "hover"),
    ("muted", "hover"),
    ("faint", "hover"),
    ("muted", "accent_soft"),
    ("faint", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("surface", "text"),
]


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_ink_can_be_read_on_every_ground(worn: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(worn, ink), getattr(worn, ground)) >= 4.5


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_what_can_be_used_has_an_outline_to_be_seen(worn: Tokens, ground: str) -> None:
    assert contrast(worn.edge, getattr(worn, ground)) >= 3


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=["light", "dark"])
def test_every_status_has_a_colour_of_its_own(worn: Tokens) -> None:
    assert len({look.status_colour(status, worn) for status in Status}) == len(Status)


def test_a_change_of_look_is_told_and_reaches_the_palette(qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, Scheme.LIGHT)
    with qtbot.waitSignal(look.notice().changed) as told:
        look.apply(qapp, Scheme.DARK)
    window = qapp.palette().color(QPalette.ColorRole.Window).name()
    assert (told.args, look.current(), window) == ([DARK], DARK, DARK.window)


def test_a_story_is_written_in_a_serif_and_controls_are_not(qapp: QApplication) -> None:
    look.apply(qapp, Scheme.LIGHT)
    assert (look.text_font(18).family(), look.ui_font(13).family()) == ("Source Serif 4", "Inter")


@pytest.mark.parametrize("worn", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("name", "ink"),
    [
        ("chevron-down", "muted"),
        ("chevron-up", "muted"),
        ("chevron-right", "muted"),
        ("check", "on_accent"),
        ("dash", "on_accent"),
        ("dot", "on_accent"),
        ("tick", "accent"),
    ],
)
def test_the_drawings_of_the_style_sheet_have_its_colours(worn: Tokens, name: str, ink: str) -> None:
    drawing = resource(f"icons/{name}-{'dark' if worn.dark else 'light'}.svg").read_text("utf-8")
    assert getattr(worn, ink) in drawing
