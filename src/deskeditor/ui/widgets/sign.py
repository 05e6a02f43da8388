"""One of our signs as a picture of its own."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from deskeditor.ui import icons


class Sign(QWidget):
    """Draws at every painting, so that it follows the look; for the eye only, screen readers pass it."""

    def __init__(self, name: str, ink: icons.Ink, parent: QWidget | None = None, size: int = 32) -> None:
        super().__init__(parent)
        self._icon = icons.icon(name, ink)
        self.setFixedSize(QSize(size, size))

    def show_sign(self, name: str, ink: icons.Ink) -> None:
        """Show another sign."""
        self._icon = icons.icon(name, ink)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())
        painter.end()
