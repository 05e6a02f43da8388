"""How one finding is drawn: its sign and word, the rule and the place, and the message below in full."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskeditor.ui import icons, look
from deskeditor.ui.checks.rows import Row

Index = QModelIndex | QPersistentModelIndex

_SIDE, _PAD, _SIGN, _GAP = 12, 9, 18, 3
_LEFT = _SIDE + _SIGN + 10
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_LEAST = 120


class FindingDelegate(QStyledItemDelegate):
    """Draws a Row that an item holds as its data."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dress(look.current())
        look.notice().changed.connect(self._dress)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        width = max(_LEAST, option.widget.property("room") or _LEAST)
        if not isinstance(row, Row):
            return QSize(width, 0)
        return QSize(width, 2 * _PAD + self._head + _GAP + self._height(row.message, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, Row):
            return
        rect, ink = QRect(option.rect), self._worn.danger if row.blocks else self._worn.warning
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, option.state)
        sign = (
            icons.icon("error", icons.Ink.DANGER) if row.blocks else icons.icon("warning", icons.Ink.WARNING)
        )
        sign.paint(painter, QRect(rect.left() + _SIDE, rect.top() + _PAD - 1, _SIGN, _SIGN))
        line = QRect(rect.left() + _LEFT, rect.top() + _PAD, rect.width() - _LEFT - _SIDE, self._head)
        self._paint_head(painter, line, row, ink)
        painter.setFont(self._prose)
        painter.setPen(QColor(self._worn.text))
        painter.drawText(
            line.translated(0, self._head + _GAP).adjusted(0, 0, 0, rect.height()), _WRAP, row.message
        )
        painter.restore()

    def _paint_head(self, painter: QPainter, line: QRect, row: Row, ink: str) -> None:
        """The word in its colour and the rule; the place at the end, where there is room for it."""
        bold, small = QFontMetrics(self._bold), QFontMetrics(self._small)
        base = line.top() + bold.ascent()
        painter.setFont(self._bold)
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(line.left(), base), row.word)
        at = line.left() + bold.horizontalAdvance(row.word)
        place = row.where if row.where != row.rule else ""
        where = small.horizontalAdvance(place)
        painter.setFont(self._small)
        painter.setPen(QColor(self._worn.muted))
        room = line.right() - at - where - 12
        told = small.elidedText(f" · {row.rule}", Qt.TextElideMode.ElideRight, max(room, 0))
        painter.drawText(QPointF(at, base), told)
        painter.drawText(QPointF(line.right() - where, base), place)

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        card = QRectF(rect.adjusted(4, 1, -4, -1))
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._worn.accent_soft if selected else self._worn.hover))
            painter.drawRoundedRect(card, self._worn.radius, self._worn.radius)
        else:
            line = QRect(rect.left() + _LEFT, rect.bottom(), rect.width() - _LEFT - _SIDE, 1)
            painter.fillRect(line, QColor(self._worn.border))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._worn.accent), 1.5))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), self._worn.radius, self._worn.radius)

    def _height(self, message: str, width: int) -> int:
        room = QRect(0, 0, width - _LEFT - _SIDE, 10_000)
        return QFontMetrics(self._prose).boundingRect(room, _WRAP, message).height()

    def _dress(self, worn: look.Tokens) -> None:
        self._worn = worn
        self._prose, self._small, self._bold = (
            look.ui_font(worn.body),
            look.ui_font(worn.small),
            look.ui_font(worn.small),
        )
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._head = QFontMetrics(self._bold).height()
