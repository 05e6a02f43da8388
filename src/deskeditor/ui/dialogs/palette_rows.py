"""How the palette draws one command: sign, name, its menu, its key."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskeditor.ui import look

ROW_HEIGHT = 40
_SIGN = 18
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Command:
    """What is shown of an action."""

    title: str
    menu: str
    keys: str
    icon: QIcon
    enabled: bool


class CommandDelegate(QStyledItemDelegate):
    """Draws the rows in the look that is on."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(200, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(shown, Command):
            return
        worn, rect = look.current(), QRect(option.rect).adjusted(8, 0, -8, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(worn.accent_soft if chosen else worn.hover))
            painter.drawRoundedRect(QRectF(rect.adjusted(0, 1, 0, -1)), worn.radius, worn.radius)
        inner = rect.adjusted(12, 0, -12, 0)
        mode = QIcon.Mode.Normal if shown.enabled else QIcon.Mode.Disabled
        shown.icon.paint(
            painter, QRect(inner.left(), rect.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN), mode=mode
        )
        right = self._paint_keys(painter, inner, shown.keys)
        self._paint_name(painter, inner.adjusted(_SIGN + 12, 0, right - inner.right() - 12, 0), shown)
        painter.restore()

    def _paint_name(self, painter: QPainter, rect: QRect, shown: Command) -> None:
        worn = look.current()
        painter.setFont(look.ui_font(14))
        painter.setPen(QColor(worn.text if shown.enabled else worn.faint))
        metrics = QFontMetrics(painter.font())
        painter.drawText(
            rect, _MIDDLE, metrics.elidedText(shown.title, Qt.TextElideMode.ElideRight, rect.width())
        )
        painter.setFont(look.ui_font(worn.small))
        painter.setPen(QColor(worn.faint))
        painter.drawText(
            rect.adjusted(metrics.horizontalAdvance(shown.title) + 10, 1, 0, 1), _MIDDLE, shown.menu
        )

    def _paint_keys(self, painter: QPainter, rect: QRect, keys: str) -> int:
        """Draw the key at the right end; the place where it begins."""
        if not keys:
            return rect.right()
        worn = look.current()
        painter.setFont(look.ui_font(worn.small))
        width = QFontMetrics(painter.font()).horizontalAdvance(keys) + 14
        cap = QRectF(rect.right() - width + 0.5, rect.center().y() - 10.5, width, 22)
        painter.setPen(QColor(worn.border))
        painter.setBrush(QColor(worn.window))
        painter.drawRoundedRect(cap, worn.radius_s, worn.radius_s)
        painter.setPen(QColor(worn.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return rect.right() - width
