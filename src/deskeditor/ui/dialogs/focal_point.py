"""The point of a picture that every crop must show: set on the picture, seen in the crops."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QImageReader,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from deskeditor.document.cropping import CROPS, FOCUS, Focus, crop_box, focus_at
from deskeditor.files import Unreadable, read_file
from deskeditor.ui import look
from deskeditor.ui.dialogs.dialog import plain_label

if TYPE_CHECKING:
    from deskeditor.intake.reader import Thumbnail

_STAGE = QSize(288, 180)
_CROP_HEIGHT = 45
_SIGHT = 11
_STEP, _LEAP = 0.02, 0.1
_USES = {"16x9": "Cards, sharing", "4x3": "Search engines", "1x1": "Square places"}
HINT = "Click on what must stay in sight when the picture is cropped, or move the cross with the arrow keys."
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class FocalPoint(QWidget):
    """The picture with a cross; `moved` carries the point as fractions, and only a person makes it speak."""

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.focus = FOCUS
        self.setFixedSize(_STAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName("Focal point")
        look.notice().changed.connect(self._on_look)
        self.show_focus(FOCUS)

    def show_image(self, image: QImage) -> None:
        """Show a picture, or that there is none."""
        self._image = image
        self.setEnabled(not image.isNull())
        self.update()

    def show_focus(self, focus: Focus) -> None:
        """Put the cross there."""
        self.focus = focus
        across, down = (round(part * 100) for part in focus)
        self.setAccessibleDescription(f"{across} percent from the left, {down} percent from the top. {HINT}")
        self.update()

    def place(self) -> QRectF:
        """Where the picture stands, as large as it fits."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._point_at(event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _KEYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        step = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        self._move_to(focus_at(self.focus[0] + way[0] * step, self.focus[1] + way[1] * step))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        worn = look.current()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(worn.hover))
        if self._image.isNull():
            painter.setPen(QColor(worn.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "No picture")
        else:
            painter.drawImage(self.place(), self._image)
            self._draw_cross(painter)
        if self.hasFocus():
            painter.setPen(QPen(QColor(worn.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _draw_cross(self, painter: QPainter) -> None:
        """White on a dark edge, so that it is seen on any picture."""
        place = self.place()
        x, y = place.left() + self.focus[0] * place.width(), place.top() + self.focus[1] * place.height()
        for colour, width in ((QColor(0, 0, 0, 170), 4.0), (QColor("white"), 2.0)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawEllipse(QPointF(x, y), _SIGHT, _SIGHT)
            for across, down in _KEYS.values():
                start = QPointF(x + across * 4, y + down * 4)
                painter.drawLine(start, QPointF(x + across * (_SIGHT + 6), y + down * (_SIGHT + 6)))

    def _point_at(self, position: QPointF) -> None:
        place = self.place()
        if place.isEmpty():
            return
        across = (position.x() - place.left()) / place.width()
        self._move_to(focus_at(across, (position.y() - place.top()) / place.height()))

    def _move_to(self, focus: Focus) -> None:
        if focus != self.focus:
            self.show_focus(focus)
            self.moved.emit(focus)

    def _on_look(self, worn: object) -> None:
        del worn
        self.update()


class CropView(QWidget):
    """What one crop shows; for the eye only."""

    def __init__(self, shape: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shape = shape
        self._image = QImage()
        self._focus = FOCUS
        across, down = CROPS[shape]
        self.setFixedSize(round(_CROP_HEIGHT * across / down), _CROP_HEIGHT)
        look.notice().changed.connect(self._on_look)

    def show_crop(self, image: QImage, focus: Focus) -> None:
        """Show that crop of the picture."""
        self._image, self._focus = image, focus
        self.update()

    def box(self) -> QRectF:
        """The part of the picture that is shown."""
        left, upper, right, lower = crop_box(self._image.size().toTuple(), self._shape, self._focus)
        return QRectF(left, upper, right - left, lower - upper)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(look.current().hover))
        if not self._image.isNull():
            painter.drawImage(QRectF(self.rect()), self._image, self.box())
        painter.end()

    def _on_look(self, worn: object) -> None:
        del worn
        self.update()


class FocusChoice(QWidget):
    """The picture with its cross, the three crops beside it, and the way back to the usual point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._chosen: Focus | None = None
        self.point = FocalPoint(self)
        self.crops = {shape: CropView(shape, self) for shape in CROPS}
        self.usual = QPushButton("&Usual Point", self)
        self.usual.setAutoDefault(False)
        self.usual.setProperty("role", "quiet")
        self.usual.setToolTip("Put the cross in the middle, above the half")
        self.usual.clicked.connect(lambda: self.choose(None))
        self.point.moved.connect(self.choose)
        rows = QHBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        rows.addWidget(self.point)
        rows.addLayout(self._crop_column(), 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.choose(None)

    @property
    def chosen(self) -> Focus | None:
        """The point that a person chose; None for the usual one."""
        return self._chosen

    def show_image(self, image: QImage) -> None:
        """Show a picture, or that there is none."""
        self._image = image
        self.point.show_image(self._image)
        self.choose(self._chosen)

    def choose(self, focus: Focus | None) -> None:
        """Take a point, or the usual one."""
        self._chosen = focus
        self.point.show_focus(focus or FOCUS)
        self.usual.setEnabled(focus is not None)
        for crop in self.crops.values():
            crop.show_crop(self._image, focus or FOCUS)

    def _crop_column(self) -> QVBoxLayout:
        column, rows = QVBoxLayout(), QGridLayout()
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(8)
        rows.setColumnStretch(1, 1)
        for number, (shape, crop) in enumerate(self.crops.items()):
            words = plain_label(f"{shape.replace('x', ':')}\n{_USES[shape]}", "small")
            words.setWordWrap(True)
            rows.addWidget(crop, number, 0)
            rows.addWidget(words, number, 1)
        column.addLayout(rows)
        column.addStretch()
        column.addWidget(self.usual, 0, Qt.AlignmentFlag.AlignLeft)
        return column


def image_of(seen: "Thumbnail | None") -> QImage:
    """A picture that was read beside the window; null where it cannot be shown."""
    if seen is None:
        return QImage()
    rows = QImage(seen.pixels, seen.width, seen.height, 3 * seen.width, QImage.Format.Format_RGB888)
    return rows.copy()  # Qt: the image would go on using the bytes, which nobody keeps


def shown_image(file: Path, room: QSize) -> QImage:
    """A picture of the library, upright and no larger than that; null where it cannot be shown."""
    try:
        content = QBuffer()
        content.setData(QByteArray(read_file(file)))
    except Unreadable:
        return QImage()
    content.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(content)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
