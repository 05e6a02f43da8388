"""What holds of the signs: all are there, none is needed, and they follow the look."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from deskeditor.ui import icons, look
from deskeditor.ui.tokens import DARK, LIGHT, Scheme


def inked(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The colours of the solid points of an icon."""
    image = icon.pixmap(QSize(64, 64), 1.0, mode).toImage()
    points = (image.pixelColor(x, y) for x in range(64) for y in range(64))
    return {colour.name() for colour in points if colour.alpha() == 255}


@pytest.fixture
def letters(qapp: QApplication) -> None:
    """The letters were read and the light look is on."""
    look.apply(qapp, Scheme.LIGHT)
    icons.load()


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize("name", icons.NAMES)
def test_every_name_draws_something(name: str) -> None:
    assert LIGHT.muted in inked(icons.icon(name))


@pytest.mark.usefixtures("letters")
def test_an_icon_follows_the_look_it_was_not_made_in(qapp: QApplication) -> None:
    sign = icons.icon("trash")
    look.apply(qapp, Scheme.DARK)
    assert DARK.muted in inked(sign)


@pytest.mark.usefixtures("letters")
def test_a_disabled_icon_is_fainter() -> None:
    assert QColor(LIGHT.edge).name() in inked(icons.icon("bold"), QIcon.Mode.Disabled)


@pytest.mark.usefixtures("letters")
def test_a_colour_can_be_asked_for() -> None:
    assert LIGHT.danger in inked(icons.icon("error", icons.Ink.DANGER))


@pytest.mark.usefixtures("qapp")
def test_without_letters_an_icon_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "find_spec", lambda _: None)
    icons._letters.cache_clear()
    icons.load()
    empty = inked(icons.icon("trash"))
    icons._letters.cache_clear()
    assert empty == set()
