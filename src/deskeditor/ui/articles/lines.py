"""Lines of text laid out once and painted many times."""

import unicodedata
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

_LONGEST = 400
_BREAK = "\u2028"


@dataclass(frozen=True)
class Wanted:
    """A text to be laid out; `hits` are places in code points, `most` is the number of lines that fit."""

    text: str
    width: int
    most: int
    hits: tuple[tuple[int, int], ...] = ()


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    for letter in text[:_LONGEST]:
        kind = unicodedata.bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


class Lines:
    """Layouts in one font, kept for the texts that were shown last."""

    def __init__(self, font: QFont, leading: int, keep: int = 600) -> None:
        self.font = font
        self.leading = leading
        self._keep = keep
        self._metrics = QFontMetricsF(font)
        self._known: OrderedDict[Wanted, QTextLayout] = OrderedDict()
        self._hit = QTextCharFormat()

    def mark_hits_with(self, ground: QColor, ink: QColor) -> None:
        """The colours of a found word; forgets what was laid out in others."""
        self._hit.setBackground(ground)
        self._hit.setForeground(ink)
        self._hit.setFontWeight(QFont.Weight.DemiBold)
        self._known.clear()

    def laid_out(self, wanted: Wanted) -> QTextLayout:
        """At most the wanted number of lines, the last one ended by … where there is more."""
        known = self._known.get(wanted)
        if known is not None:
            self._known.move_to_end(wanted)
            return known
        layout = self._lay_out(wanted)
        self._known[wanted] = layout
        if len(self._known) > self._keep:
            self._known.popitem(last=False)
        return layout

    def draw(self, painter: QPainter, at: QPointF, layout: QTextLayout, colour: str) -> None:
        """Paint a layout with its upper left corner at a place."""
        painter.setPen(QColor(colour))
        layout.draw(painter, at)

    def width(self, text: str) -> float:
        """How wide a text is on one line."""
        return self._metrics.horizontalAdvance(text)

    def _lay_out(self, wanted: Wanted) -> QTextLayout:
        text = " ".join(wanted.text[:_LONGEST].split("\n"))
        layout = self._broken(text, wanted, wanted.most + 1)
        if layout.lineCount() <= wanted.most:
            return layout
        cut = _code_point(text, layout.lineAt(wanted.most - 1).textStart())
        rest = self._metrics.elidedText(text[cut:], Qt.TextElideMode.ElideRight, wanted.width - 1)
        head = text[:cut].rstrip()
        if not head:
            return self._broken(rest, wanted, wanted.most)
        # A line that ends within a word, as behind a hyphen, grows by the break.
        grown = len(head) + 1 - cut
        hits = tuple((a + grown, b + grown) if a >= cut else (a, b) for a, b in wanted.hits)
        return self._broken(f"{head}{_BREAK}{rest}", replace(wanted, hits=hits), wanted.most)

    def _broken(self, text: str, wanted: Wanted, lines: int) -> QTextLayout:
        layout = QTextLayout(text, self.font)
        layout.setCacheEnabled(True)
        layout.setTextOption(_option(wanted.text))
        layout.setFormats(self._formats(text, wanted.hits))
        layout.beginLayout()
        for number in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(wanted.width)
            line.setPosition(QPointF(0, number * self.leading + (self.leading - line.height()) / 2))
        layout.endLayout()
        return layout

    def _formats(self, text: str, hits: Sequence[tuple[int, int]]) -> list[QTextLayout.FormatRange]:
        ranges = []
        for start, end in hits:
            if end <= len(text):
                part = QTextLayout.FormatRange()
                part.start, part.length = _units(text[:start]), _units(text[start:end])
                part.format = self._hit
                ranges.append(part)
        return ranges


def _option(text: str) -> QTextOption:
    right = is_right_to_left(text)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _units(text: str) -> int:
    """Qt counts UTF-16 units."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _code_point(text: str, units: int) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass"))
