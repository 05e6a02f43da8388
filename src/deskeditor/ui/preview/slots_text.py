"""One text in its slot: drawn as its readers get it, with the word marked at which there is no more room."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from deskeditor.publish.slots import OUTLETS, Face, Letter, Said, Slot
from deskeditor.publish.slots_fit import Fit, Kind, Piece, count, fit, pieces, verdict
from deskeditor.ui import look
from deskeditor.ui.preview.slots_scenes import Ink, Inks
from deskeditor.ui.preview.slots_type import Stretch, draw_line, elided, measure_of

_MISSING = 14
AROUND = 4
"""Room for the ring of the keyboard, in pixels of the screen."""


class SlotText(QAbstractButton):
    """A text that can be pressed: that leads to its field. Nothing is measured again while its text stays."""

    def __init__(self, slot: Slot, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.slot = slot
        self._ink = ink
        self._inks: Inks | None = None
        self._scale = 1.0
        self.said = Said("", slot.sources[-1])
        self.fit = Fit((), None, 0, 0.0, 0.0)
        self._rows: tuple[tuple[Piece, ...], ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{OUTLETS[slot.outlet][0]}: {slot.label.lower()}")
        self._tell()

    @property
    def height_needed(self) -> int:
        """How high it is at its natural size."""
        return max(1, len(self._rows)) * self.slot.letter.leading

    @property
    def verdict(self) -> str:
        """Whether the text fits and where it is cut; what is missing where there is none."""
        return verdict(self.said.text, self.fit) if self.said.text else self.slot.missing

    @property
    def counter(self) -> str:
        """How full the slot is; empty where nothing stands in it."""
        return count(self.slot, self.fit) if self.said.text else ""

    def take(self, said: Said) -> bool:
        """Show this text; whether anything is new."""
        if said == self.said:
            return False
        if said.text != self.said.text:
            self.fit = fit(said.text, self.slot, measure_of(self.slot.letter))
            self._rows = pieces(said.text, self.fit)
        self.said = said
        self._tell()
        self.update()
        return True

    def wear(self, inks: Inks) -> None:
        """Take the colours of the outlet."""
        self._inks = inks
        self.update()

    def place(self, rect: QRectF, scale: float) -> None:
        """Stand in this part of the drawing, which is shown at that scale."""
        self._scale = scale
        size = QRectF(rect.topLeft() * scale, rect.size() * scale).toAlignedRect()
        self.setGeometry(size.adjusted(-AROUND, -AROUND, AROUND, AROUND))

    def sizeHint(self) -> QSize:
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._inks is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter)
        painter.translate(AROUND, AROUND)
        painter.scale(self._scale, self._scale)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_lines(painter, self._inks)
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        worn = look.current()
        if not (self.hasFocus() or self.underMouse()):
            return
        pen = QPen(QColor(worn.accent if self.hasFocus() else worn.edge), 2 if self.hasFocus() else 1)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), worn.radius_s, worn.radius_s)

    def _paint_lines(self, painter: QPainter, inks: Inks) -> None:
        letter, width = self.slot.letter, self.slot.room.width
        if not self._rows:
            # The desk's words keep their own direction on a card that is read from the right.
            small = Letter(Face.SANS, min(_MISSING, letter.pixels), 400, letter.leading)
            missing = f"\u2066{elided(self.slot.missing, small, width)}\u2069"
            draw_line(painter, QPointF(0, 0), width, small, (Stretch(missing, inks.soft),))
            return
        for number, row in enumerate(self._rows):
            stretches = tuple(self._stretch(piece, inks) for piece in row)
            if number and all(piece.kind is Kind.LOST for piece in row):
                rest = "".join(piece.text for piece in row)
                stretches = (Stretch(elided(rest, letter, width), inks.lost),)
            draw_line(painter, QPointF(0, number * letter.leading), width, letter, stretches)

    def _stretch(self, piece: Piece, inks: Inks) -> Stretch:
        if piece.kind is Kind.FIRST:
            return Stretch(piece.text, inks.lost, inks.lost_soft, wave=True)
        return Stretch(piece.text, inks.lost if piece.kind is Kind.LOST else str(getattr(inks, self._ink)))

    def _tell(self) -> None:
        """Say to screen readers what can be seen."""
        text = f"“{self.said.text}”. " if self.said.text else ""
        counter = f" {self.counter}." if self.counter else ""
        ending = "" if self.verdict.endswith(".") else "."
        self.setAccessibleDescription(f"{text}{self.verdict[:1].upper()}{self.verdict[1:]}{ending}{counter}")
        self.setToolTip(f"Go to the {self.said.field.replace('_', ' ').replace('seo', 'search')}")
