"""The letters of the slots: the nearest font of this machine, how wide it sets, how a line is drawn."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from deskeditor.document.text import utf16_length
from deskeditor.publish.slots import Face, Letter
from deskeditor.publish.slots_fit import Measure
from deskeditor.ui import look

_ARIAL = ("Arial", "Liberation Sans", "Arimo", "Helvetica", "Nimbus Sans")
_COMMON = "etaoinshrdlu"
_COMMON_WIDTH = 5.447
"""How wide Arial sets the commonest letters, in its own size; what stands in for it is set as wide."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line in its own colours; `wave` draws a line below, so that colour is not alone."""

    text: str
    ink: str
    ground: str = ""
    wave: bool = False


@cache
def font_of(letter: Letter) -> QFont:
    """The font that a slot is set in, unhinted, so that it measures alike at every size on screen."""
    font = _face(letter)
    font.setPixelSize(letter.pixels)
    font.setWeight(QFont.Weight(letter.weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if letter.face is Face.ARIAL and not _has_arial():
        width = QFontMetricsF(font).horizontalAdvance(_COMMON)
        font.setLetterSpacing(
            QFont.SpacingType.PercentageSpacing, 100 * _COMMON_WIDTH * letter.pixels / max(1.0, width)
        )
    return font


def measure_of(letter: Letter) -> Measure:
    """How wide a piece of text is in that font, with its kerning and joined letters."""
    metrics = QFontMetricsF(font_of(letter))

    def width(text: str) -> float:
        return metrics.horizontalAdvance(text)

    return width


def elided(text: str, letter: Letter, width: float) -> str:
    """As much of the text as a line has room for."""
    return QFontMetricsF(font_of(letter)).elidedText(text[:2_000], Qt.TextElideMode.ElideRight, width)


def draw_line(
    painter: QPainter, at: QPointF, width: float, letter: Letter, parts: tuple[Stretch, ...]
) -> None:
    """Draw a line in a box of the letter's leading, from the side from which the painter's text is read."""
    layout = QTextLayout("".join(part.text for part in parts), font_of(letter))
    # Qt: a layout of its own keeps to the left whatever its direction.
    right = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(painter.layoutDirection())
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats(_formats(parts))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    layout.draw(painter, QPointF(at.x(), at.y() + (letter.leading - line.height()) / 2))


def _formats(parts: tuple[Stretch, ...]) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for part in parts:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, utf16_length(part.text)
        found.format = _format(part)
        formats.append(found)
        start += found.length
    return formats


def _format(part: Stretch) -> QTextCharFormat:
    worn = QTextCharFormat()
    worn.setForeground(QColor(part.ink))
    if part.ground:
        worn.setBackground(QColor(part.ground))
    if part.wave:
        worn.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        worn.setUnderlineColor(QColor(part.ink))
    return worn


def _face(letter: Letter) -> QFont:
    if letter.face is Face.SERIF:
        return look.text_font(letter.pixels)
    font = look.ui_font(letter.pixels)
    if letter.face is Face.ARIAL:
        font.setFamilies([*(name for name in _ARIAL if QFontDatabase.hasFamily(name)), *font.families()])
    return font


@cache
def _has_arial() -> bool:
    return any(QFontDatabase.hasFamily(name) for name in _ARIAL)
