"""How the sheet is painted: washes, bars, signs, chips, rings."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from deskeditor.review import Risk
from deskeditor.ui import look
from deskeditor.ui.review.cell import Cell
from deskeditor.ui.review.spread import Part, Sign, Stop

_GLYPHS = {Sign.DELETED: "−", Sign.INSERTED: "+", Sign.MOVED: "↕", Sign.FORMAT: "¶"}
_PAD = 12
_BELOW = 9
"""What is left of a strip between what it tells and the words below."""
WORDS = {
    Risk.QUOTE: "Quote",
    Risk.FIGURE: "Figure",
    Risk.NAME: "Name",
    Risk.ATTRIBUTION: "Attribution",
    Risk.NEGATION: "Negation",
    Risk.LINK: "Link",
    Risk.WORDING: "Wording",
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """Where one side of a level is painted: its words, the strip above them, what of the sheet is seen."""

    box: QRectF
    strip: QRectF
    mirrored: bool
    seen: QRectF


class Brush:
    """Paints with one look; made anew when the look changes."""

    def __init__(self, worn: look.Tokens) -> None:
        self.worn = worn
        self._small = look.ui_font(worn.small)
        self._small.setWeight(QFont.Weight.Medium)
        self._sign = look.ui_font(16)
        self._sign.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self._small)
        self._inks = {Sign.DELETED: worn.delete, Sign.INSERTED: worn.insert, Sign.MOVED: worn.move}
        self._washes = {
            Sign.DELETED: worn.delete_soft,
            Sign.INSERTED: worn.insert_soft,
            Sign.MOVED: worn.move_soft,
        }

    def paint_ground(self, painter: QPainter, stroke: Stroke, part: Part) -> None:
        """What lies below the words: a wash and a sign for a block that came, went or moved, else a bar."""
        if part.whole is None and not part.tints:
            return
        box, before = stroke.box, stroke.box.left() - _PAD
        bar = QRectF(stroke.box.right() + _PAD - 3 if stroke.mirrored else before, box.top(), 3, box.height())
        painter.setPen(Qt.PenStyle.NoPen)
        if part.whole is None:
            painter.setBrush(QColor(self.worn.border))
            painter.drawRoundedRect(bar, 1.5, 1.5)
            return
        painter.setBrush(QColor(self._washes[part.whole]))
        painter.drawRoundedRect(box.adjusted(-_PAD, -5, _PAD, 5), 4, 4)
        painter.setBrush(QColor(self._inks[part.whole]))
        painter.drawRect(bar.adjusted(0, -5, 0, 5))
        beside = QRectF(bar.right() + 3 if stroke.mirrored else bar.left() - 19, box.top(), 16, 24)
        painter.setFont(self._sign)
        painter.setPen(QColor(self._inks[part.whole]))
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, _GLYPHS[part.whole])

    def paint_words(self, painter: QPainter, stroke: Stroke, cell: Cell, label: str) -> None:
        """What is told above, and the words themselves."""
        told = stroke.strip.adjusted(0, 0, 0, -_BELOW)
        painter.setFont(self._small)
        if label:
            self._tell(painter, told, label, self.worn.muted)
        elif not told.isEmpty():
            self._paint_told(painter, told, cell.part)
        cell.draw(painter, stroke.box.topLeft(), stroke.seen)

    def paint_current(self, painter: QPainter, rects: Sequence[QRectF]) -> None:
        """A ring around the words that one stands on."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.worn.accent), 1.5))
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 4, 4)

    def paint_tick(self, painter: QPainter, rect: QRectF, stop: Stop, ink: str = "") -> None:
        """A stop in the lane beside the scroll bar, in an ink of its own where one is given."""
        grave = stop.risk is not None and stop.risk is not Risk.WORDING
        painter.fillRect(rect, QColor(ink or (self.worn.warning if grave else self.worn.edge)))

    def _paint_told(self, painter: QPainter, rect: QRectF, part: Part) -> None:
        x = rect.left()
        if part.note:
            x += self._tell(painter, rect, f"↕ {part.note}", self.worn.move) + 10
        for risk in part.risks:
            x = self._paint_chip(painter, QPointF(x, rect.top()), risk, rect.height()) + 6

    def _tell(self, painter: QPainter, rect: QRectF, text: str, ink: str) -> float:
        """Write a line; returns how long it is."""
        painter.setPen(QColor(ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        return self._metrics.horizontalAdvance(text)

    def _paint_chip(self, painter: QPainter, at: QPointF, risk: Risk, height: float) -> float:
        """A chip with its word; returns where it ends."""
        rect = QRectF(at.x(), at.y(), self._metrics.horizontalAdvance(WORDS[risk]) + 16, height)
        grave = risk is not Risk.LINK
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.worn.warning_soft if grave else self.worn.accent_soft))
        painter.drawRoundedRect(rect, height / 2, height / 2)
        painter.setPen(QColor(self.worn.warning if grave else self.worn.accent))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, WORDS[risk])
        return rect.right()
