"""List rows of two lines: what it is, and below it, smaller, where it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskeditor.ui import look

_HEIGHT = 48
_SIGN = 18
Index = QModelIndex | QPersistentModelIndex


class TwoLines(QStyledItemDelegate):
    """Draws an item's text, cut at its first line break, beside its icon."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(160, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        worn, rect = look.current(), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.accent_soft if chosen else worn.hover))
            painter.drawRoundedRect(QRectF(rect), worn.radius_s, worn.radius_s)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(rect.left() + 10, rect.center().y() - _SIGN // 2, _SIGN, _SIGN))
        first, _, second = str(index.data()).partition("\n")
        words = rect.adjusted(38, 6, -10, -6)
        font = look.ui_font(worn.body)
        font.setWeight(QFont.Weight.Medium)
        _line(painter, words.adjusted(0, 0, 0, -18), first, font, worn.text)
        _line(painter, words.adjusted(0, 20, 0, 0), second, look.ui_font(worn.small), worn.muted)
        painter.restore()


def _line(painter: QPainter, rect: QRect, text: str, font: QFont, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
