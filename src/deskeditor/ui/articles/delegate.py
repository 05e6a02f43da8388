"""How one article is drawn in the list: all rows of one height, every layout made once."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskeditor.library.records import Row
from deskeditor.ui import look
from deskeditor.ui.articles.age import age
from deskeditor.ui.articles.lines import Lines, Wanted
from deskeditor.ui.articles.model import Index, Role, status_word

_PAD = 12
_INSET = 8
_HEAD = 20
_PROSE = 18
_META = 16
_GAP = 5
PLAIN_HEIGHT = 2 * _PAD + 2 * _HEAD + _GAP + _META
HIT_HEIGHT = 2 * _PAD + _HEAD + 2 * _PROSE + _GAP + _META
_NARROW = 210


class RowDelegate(QStyledItemDelegate):
    """Draws headline, status, section, words and age, or the found place where the row is a hit."""

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._height = PLAIN_HEIGHT
        self._dress(look.current())
        look.notice().changed.connect(self._dress)

    def show_hits(self, height: int) -> None:
        """Take the height of rows that show a found place, or that of plain ones."""
        self._height = height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(_NARROW, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Role.ROW)
        if not isinstance(row, Row):
            return
        rect, state = QRect(option.rect), option.state
        # Beside a scroll bar the card may reach the end of its row: the bar keeps the distance from the edge.
        rect.setRight(min(rect.right(), option.widget.width() - _INSET - 1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, state)
        if index.data(Role.CURRENT):
            self._paint_bar(painter, rect)
        inner = rect.adjusted(_INSET + _PAD, _PAD, -_PAD, -_PAD)
        self._paint_words(painter, inner, row)
        self._paint_meta(painter, QRect(inner.left(), inner.bottom() - _META + 1, inner.width(), _META), row)
        painter.restore()

    def _dress(self, worn: look.Tokens) -> None:
        self._worn = worn
        head = look.ui_font(14)
        head.setWeight(QFont.Weight.DemiBold)
        self._headlines = Lines(head, _HEAD)
        self._prose = Lines(look.ui_font(worn.body), _PROSE)
        self._small = Lines(look.ui_font(worn.small), _META)
        self._prose.mark_hits_with(QColor(worn.hit), QColor(worn.text))

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        card = QRectF(rect.adjusted(_INSET, 1, 0, -1))
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(QColor(self._worn.accent_soft if selected else self._worn.hover))
            painter.drawRoundedRect(card, self._worn.radius, self._worn.radius)
        else:
            line = QRect(rect.left() + _INSET + _PAD, rect.bottom(), rect.width() - _INSET - 2 * _PAD, 1)
            painter.fillRect(line, QColor(self._worn.border))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._worn.accent), 1.5))
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), self._worn.radius, self._worn.radius)

    def _paint_bar(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._worn.accent))
        painter.drawRoundedRect(
            QRectF(rect.left() + 3, rect.top() + _PAD, 3, rect.height() - 2 * _PAD), 1.5, 1.5
        )

    def _paint_words(self, painter: QPainter, rect: QRect, row: Row) -> None:
        found = self._height == HIT_HEIGHT
        headline = row.headline or "Without headline"
        ink = self._worn.text if row.headline else self._worn.faint
        layout = self._headlines.laid_out(Wanted(headline, rect.width(), 1 if found else 2))
        self._headlines.draw(painter, QPointF(rect.topLeft()), layout, ink)
        below = layout.lineCount() * _HEAD
        if found:
            self._paint_prose(
                painter, rect.adjusted(0, below, 0, 0), Wanted(row.snippet or "", rect.width(), 2, row.hits)
            )
        elif layout.lineCount() == 1:
            where = " · ".join(part for part in (row.dateline, row.byline) if part)
            self._paint_prose(painter, rect.adjusted(0, below, 0, 0), Wanted(where, rect.width(), 1))

    def _paint_prose(self, painter: QPainter, rect: QRect, wanted: Wanted) -> None:
        layout = self._prose.laid_out(wanted)
        self._prose.draw(painter, QPointF(rect.topLeft()), layout, self._worn.muted)

    def _paint_meta(self, painter: QPainter, rect: QRect, row: Row) -> None:
        when = age(row.updated, self._clock())
        words = f"{row.words:,} words"
        right = f"{words} · {when}" if when else words
        status = status_word(row.status)
        left = f"{status} · {row.section}" if row.section else status
        if self._small.width(right) + self._small.width(left) + 26 > rect.width():
            right = when
        self._paint_dot(painter, rect, row)
        room = rect.width() - 14 - int(self._small.width(right)) - 12
        small = self._small.laid_out(Wanted(left, max(room, 24), 1))
        self._small.draw(painter, QPointF(rect.left() + 14, rect.top()), small, self._worn.muted)
        tail = self._small.laid_out(Wanted(right, int(self._small.width(right)) + 2, 1))
        at = QPointF(rect.right() + 1 - self._small.width(right), rect.top())
        self._small.draw(painter, at, tail, self._worn.faint)

    def _paint_dot(self, painter: QPainter, rect: QRect, row: Row) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.status_colour(row.status, self._worn)))
        painter.drawEllipse(QRectF(rect.left(), rect.top() + (_META - 7) / 2, 7, 7))
