"""Grey bars in the shape of rows, for the moment before the first rows are there."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from deskeditor.ui import look
from deskeditor.ui.articles.delegate import PLAIN_HEIGHT

_BARS = ((14, 0.86, 12), (36, 0.52, 12), (60, 0.34, 8))


class Skeleton(QWidget):
    """Stands still: a list is there in a few milliseconds, and nothing should move before it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Loading articles")

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.current().hover))
        room = self.width() - 40
        for top in range(0, self.height(), PLAIN_HEIGHT):
            for down, share, height in _BARS:
                painter.drawRoundedRect(QRectF(20, top + down, room * share, height), 4, 4)
        painter.end()
