"""One outlet drawn as readers meet it: laid out at its own size, shown smaller in a narrow pane."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskeditor.document.cropping import Focus
from deskeditor.publish.slots import SLOTS, Face, Letter, Outlet
from deskeditor.publish.slots_facts import Facts
from deskeditor.publish.slots_picture import part_of
from deskeditor.ui import icons, look
from deskeditor.ui.preview.slots_scenes import (
    DAY,
    NIGHT,
    SCENES,
    Badge,
    Gap,
    Inks,
    Panel,
    Part,
    Picture,
    Prose,
    Rule,
    Text,
    Words,
)
from deskeditor.ui.preview.slots_text import SlotText
from deskeditor.ui.preview.slots_type import Stretch, draw_line, elided, font_of


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What stands around the texts; `image` is None where there is no picture, `why` then says so."""

    facts: Facts
    opening: str
    image: QImage | None
    focus: Focus | None
    why: str


class Mockup(QWidget):
    """Draws one outlet; its texts are children that can be pressed."""

    def __init__(self, outlet: Outlet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outlet = outlet
        self._scene = SCENES[outlet]
        self._backdrop: Backdrop | None = None
        self._placed: tuple[tuple[Part, QRectF], ...] = ()
        self._scale = 1.0
        inks = {part.label: part.ink for part in self._scene.parts if isinstance(part, Text)}
        self.texts = tuple(SlotText(slot, inks[slot.label], self) for slot in SLOTS if slot.outlet is outlet)
        self._by_label = {text.slot.label: text for text in self.texts}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.wear()

    def wear(self) -> None:
        """Put on the colours of day or night."""
        for text in self.texts:
            text.wear(self._inks)
        self.update()

    def show_backdrop(self, backdrop: Backdrop) -> None:
        """Show this around the texts."""
        self._backdrop = backdrop
        right = backdrop.facts.right_to_left
        way = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(way)
        for text in self.texts:
            text.setLayoutDirection(way)
        self.update()

    def fit_into(self, width: int) -> None:
        """Lay out, and take this much room at most."""
        if self._backdrop is None:
            return
        self._scale = min(1.0, width / self._scene.width)
        self._placed, height = _lay(self._outlet, self._backdrop.facts, self._height_of)
        self.setFixedSize(round(self._scene.width * self._scale), round(height * self._scale))
        for part, rect in self._placed:
            if isinstance(part, Text):
                self._by_label[part.label].place(self._turned(rect), self._scale)
        self.update()

    @property
    def natural_width(self) -> int:
        """How wide it is where there is room."""
        return self._scene.width

    @property
    def _inks(self) -> Inks:
        return (NIGHT if look.current().dark else DAY)[self._outlet]

    def _height_of(self, label: str) -> int:
        return self._by_label[label].height_needed

    def _turned(self, rect: QRectF) -> QRectF:
        """Where a part stands in a story that is read from the right."""
        if self.layoutDirection() is Qt.LayoutDirection.LeftToRight:
            return rect
        return QRectF(self._scene.width - rect.right(), rect.top(), rect.width(), rect.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._backdrop is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(self._scale, self._scale)
        painter.setLayoutDirection(self.layoutDirection())
        card = QPainterPath()
        whole = QRectF(0, 0, self._scene.width, self.height() / self._scale)
        card.addRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), self._scene.corner, self._scene.corner)
        painter.fillPath(card, QColor(self._inks.ground))
        painter.setClipPath(card)
        for part, rect in self._placed:
            self._paint(painter, part, self._turned(rect), self._backdrop)
        painter.setClipping(False)
        painter.strokePath(card, QPen(QColor(self._inks.edge), 1))
        painter.end()

    def _paint(self, painter: QPainter, part: Part, rect: QRectF, backdrop: Backdrop) -> None:
        inks = self._inks
        if isinstance(part, Words):
            words = elided(str(getattr(backdrop.facts, part.fact)), part.letter, rect.width())
            ink = str(getattr(inks, part.ink))
            draw_line(painter, rect.topLeft(), rect.width(), part.letter, (Stretch(words, ink),))
        elif isinstance(part, Picture):
            _paint_picture(painter, rect, backdrop, (part, inks))
        elif isinstance(part, Badge):
            _paint_badge(painter, rect, backdrop.facts.initial, (part, inks))
        elif isinstance(part, Rule):
            painter.fillRect(rect, QColor(inks.text))
        elif isinstance(part, Panel):
            painter.fillRect(rect, QColor(inks.wash))
        elif isinstance(part, Prose):
            _paint_prose(painter, rect, backdrop.opening, (part, inks))


def _lay(
    outlet: Outlet, facts: Facts, height_of: Callable[[str], int]
) -> tuple[tuple[tuple[Part, QRectF], ...], float]:
    """Every part with its place at the natural size, and the height of all."""
    scene = SCENES[outlet]
    inner = scene.width - 2 * scene.edge
    placed: list[tuple[Part, QRectF]] = []
    y = badge_end = 0.0
    panel: float | None = None
    for part in scene.parts:
        inset = part.inset if isinstance(part, Words | Text) else 0
        rect = QRectF(scene.edge + inset, y, inner - inset, 0)
        if isinstance(part, Badge):
            rect.setSize(rect.size().__class__(part.size, part.size))
            badge_end = y + part.size
            placed.append((part, rect))
            continue
        if isinstance(part, Gap):
            y = max(y, badge_end) + part.height
            continue
        if isinstance(part, Panel):
            panel = y
            continue
        if isinstance(part, Words) and not getattr(facts, part.fact):
            continue
        if isinstance(part, Picture) and part.bleeds:
            rect = QRectF(0, y, scene.width, 0)
        rect.setHeight(_height(part, rect.width(), height_of))
        placed.append((part, rect))
        y = rect.bottom()
    y = max(y, badge_end)
    if panel is not None:
        placed.insert(0, (Panel(), QRectF(0, panel, scene.width, y - panel)))
    return tuple(placed), y


def _height(part: Part, width: float, height_of: Callable[[str], int]) -> float:
    if isinstance(part, Text):
        return height_of(part.label)
    if isinstance(part, Words):
        return part.letter.leading
    if isinstance(part, Picture):
        return width * part.down / part.across
    if isinstance(part, Prose):
        return part.lines * part.letter.leading
    return 1.0


def _paint_picture(painter: QPainter, rect: QRectF, backdrop: Backdrop, way: tuple[Picture, Inks]) -> None:
    part, inks = way
    if backdrop.image is not None:
        size = (backdrop.image.width(), backdrop.image.height())
        painter.drawImage(
            rect, backdrop.image, QRectF(*part_of(size, (part.across, part.down), backdrop.focus))
        )
        return
    painter.fillRect(rect, QColor(inks.wash))
    sign = QRectF(0, 0, 28, 28)
    sign.moveCenter(rect.center() - QPointF(0, 12))
    icons.paint(painter, sign.toRect(), "picture", inks.soft)
    painter.setPen(QColor(inks.soft))
    painter.setFont(font_of(Letter(Face.SANS, 13, 400, 18)))
    painter.drawText(rect.adjusted(12, 28, -12, 0), Qt.AlignmentFlag.AlignCenter, backdrop.why)


def _paint_badge(painter: QPainter, rect: QRectF, initial: str, way: tuple[Badge, Inks]) -> None:
    part, inks = way
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(inks.text))
    corner = part.size / 2 if part.round else part.size / 4.5
    painter.drawRoundedRect(rect, corner, corner)
    painter.setPen(QColor(inks.ground))
    painter.setFont(font_of(Letter(Face.SERIF, round(part.size * 0.58), 700, part.size)))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initial)


def _paint_prose(painter: QPainter, rect: QRectF, opening: str, way: tuple[Prose, Inks]) -> None:
    part, inks = way
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QColor(inks.text))
    painter.setFont(font_of(part.letter))
    flags = Qt.AlignmentFlag.AlignJustify | Qt.TextFlag.TextWordWrap
    painter.drawText(rect.adjusted(0, 0, 0, part.letter.leading), int(flags), opening)
    painter.restore()
