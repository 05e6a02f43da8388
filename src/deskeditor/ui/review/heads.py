"""What the two drafts are called, each above its column."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from deskeditor.ui import look
from deskeditor.ui.review.columns import Columns


@dataclass(frozen=True, slots=True)
class Side:
    """What stands above a column: a name, and when or how long."""

    title: str
    detail: str = ""


class Heads(QWidget):
    """Two titles on one line, cut where they are too long; their whole text is the accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = (Side(""), Side(""))
        self._columns = Columns(800)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.notice().changed.connect(self._on_look)

    def sizeHint(self) -> QSize:
        return QSize(400, 38)

    def show_sides(self, a: Side, b: Side) -> None:
        """Name both columns."""
        self._sides = (a, b)
        names = [" ".join(filter(None, (side.title, side.detail))) for side in self._sides]
        self.setAccessibleName(f"{names[0]} beside {names[1]}")
        self.setToolTip("\n".join(names))
        self.update()

    def stand_above(self, columns: Columns, x: int) -> None:
        """Take the places of the columns below, which begin at `x`."""
        self._columns = replace(columns, left=columns.left + x)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        worn = look.current()
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        bold, plain = look.ui_font(worn.body), look.ui_font(worn.small)
        bold.setWeight(QFont.Weight.DemiBold)
        for number, side in enumerate(self._sides):
            room = self._columns.text_width
            left = int(self._columns.text_left(number))
            title = QFontMetrics(bold).elidedText(side.title, Qt.TextElideMode.ElideRight, room)
            used = QFontMetrics(bold).horizontalAdvance(title) + 8
            detail = QFontMetrics(plain).elidedText(
                side.detail, Qt.TextElideMode.ElideRight, max(0, room - used)
            )
            painter.setFont(bold)
            painter.setPen(QColor(worn.text))
            painter.drawText(left, 0, room, self.height(), Qt.AlignmentFlag.AlignVCenter, title)
            painter.setFont(plain)
            painter.setPen(QColor(worn.muted))
            painter.drawText(
                left + used, 1, room - used, self.height(), Qt.AlignmentFlag.AlignVCenter, detail
            )
        painter.fillRect(int(self._columns.middle), 0, 1, self.height(), QColor(worn.border))
        painter.end()

    def _on_look(self, worn: object) -> None:
        del worn
        self.update()
