"""How one version is drawn in the history: when above, how it came about below, its length at the end."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from deskeditor.ui import look
from deskeditor.ui.review.versions import Version

_HEIGHT = 52
_INSET = 8
_PAD = 10
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Words:
    """A text and how it is written."""

    text: str
    font: QFont
    ink: str


class VersionDelegate(QStyledItemDelegate):
    """Draws versions in two lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dress(look.current())
        look.notice().changed.connect(self._dress)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        del option, index
        return QSize(180, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        version = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(version, Version):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect).adjusted(_INSET, 1, -_INSET, -1)
        self._paint_ground(painter, rect, option.state)
        inner = rect.adjusted(_PAD, 7, -_PAD, -7)
        half = inner.height() // 2
        upper, lower = inner.adjusted(0, 0, 0, -half), inner.adjusted(0, half, 0, 0)
        for line, words in zip((upper, lower), self._lines(version), strict=True):
            self._write_line(painter, line, words)
        painter.restore()

    def _lines(self, version: Version) -> tuple[tuple[Words, Words], tuple[Words, Words]]:
        """Both lines, what begins them and what ends them."""
        worn = self._worn
        what = f"{version.what} · newest" if version.newest else version.what
        named = (
            Words(what, self._italic, worn.text) if version.named else Words(what, self._small, worn.muted)
        )
        grown = worn.insert if version.delta > 0 else worn.delete
        return (
            (Words(version.when, self._bold, worn.text), Words(version.grown, self._small, grown)),
            (named, Words(f"{version.words:,} words", self._small, worn.faint)),
        )

    def _write_line(self, painter: QPainter, line: QRect, words: tuple[Words, Words]) -> None:
        """The words are English whichever way the window runs; only their places change sides."""
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        start, end = (_RIGHT, _LEFT) if mirrored else (_LEFT, _RIGHT)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        room = self._write(painter, line, end, words[1])
        rest = line.adjusted(room, 0, 0, 0) if mirrored else line.adjusted(0, 0, -room, 0)
        self._write(painter, rest, start, words[0])
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._worn.accent_soft if selected else self._worn.hover))
            painter.drawRoundedRect(QRectF(rect), self._worn.radius, self._worn.radius)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._worn.accent), 1.5))
            frame = QRectF(rect).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, self._worn.radius, self._worn.radius)

    def _write(self, painter: QPainter, rect: QRect, side: Qt.AlignmentFlag, words: Words) -> int:
        """Write at one side of a line, cut where there is no more room; returns the room that it takes."""
        metrics = QFontMetrics(words.font)
        cut = metrics.elidedText(words.text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(words.font)
        painter.setPen(QColor(words.ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | side, cut)
        return metrics.horizontalAdvance(cut) + 8 if cut else 0

    def _dress(self, worn: look.Tokens) -> None:
        self._worn = worn
        self._bold, self._small = look.ui_font(worn.body), look.ui_font(worn.small)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._italic = look.ui_font(worn.small)
        self._italic.setItalic(True)
