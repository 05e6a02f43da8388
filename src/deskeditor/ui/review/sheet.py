"""The sheet on which two drafts lie level: laid out only where one looks, so that length costs nothing."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from deskeditor.ui import look
from deskeditor.ui.review.board import Board
from deskeditor.ui.review.brush import Brush, Stroke
from deskeditor.ui.review.cell import Wear
from deskeditor.ui.review.columns import Columns
from deskeditor.ui.review.selection import Selection
from deskeditor.ui.review.spread import Spread

_SIZE = 17
_NARROW_SIZE = 15
_NARROW = 880
_LANE = 8
_MARGIN = 28
_NEXT = {Qt.Key.Key_N: 1, Qt.Key.Key_J: 1, Qt.Key.Key_P: -1, Qt.Key.Key_K: -1}


class Sheet(QAbstractScrollArea):
    """Shows a spread; a click on a change or a key for the next one is a wish, told by signals."""

    stop_chosen = Signal(int)
    step_requested = Signal(int)
    widened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked: frozenset[int] = frozenset()
        self._current: int | None = None
        self._selection = Selection()
        self._selecting = False
        self._brush = Brush(look.current())
        self.board = self._laid_out(Spread())
        self.setAccessibleName("Both drafts side by side")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setMouseTracking(True)
        look.notice().changed.connect(self._on_look)

    @property
    def columns(self) -> Columns:
        """Where the two columns are now."""
        return self.board.columns

    @property
    def current(self) -> int | None:
        """The stop that one stands on."""
        return self._current

    def show_spread(self, spread: Spread) -> None:
        """Show other drafts, from the top."""
        self._current = None
        self._selection = Selection()
        self._marked = frozenset(range(len(spread.stops)))
        self.verticalScrollBar().setValue(0)
        self._show(self._laid_out(spread))

    def mark(self, stops: frozenset[int]) -> None:
        """Show only these stops as changes; all others read as plain text."""
        if stops != self._marked:
            self._marked = stops
            self._show(self._laid_out(self.board.spread))

    def go_to(self, stop: int) -> None:
        """Stand on a stop, bring it into view where it is out of view, and say what it is."""
        self._current = stop
        self._bring(stop)
        told = self.board.spread.stops[stop].told
        self.setAccessibleDescription(told)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
        self.viewport().update()

    def _bring(self, stop: int) -> None:
        top, bottom = self.board.extent(stop)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if top >= bar.value() + _MARGIN and bottom <= bar.value() + height - _MARGIN:
            return
        # What lies around is a guess until it is laid out; then the place is known.
        for _ in range(3):
            self._set_range()
            bar.setValue(int(self.board.extent(stop)[0] - height / 3))
            self._settle()

    def _laid_out(self, spread: Spread) -> Board:
        width = self.viewport().width()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        columns = Columns(width - _LANE, mirrored, _LANE if mirrored else 0)
        size = _NARROW_SIZE if width < _NARROW else _SIZE
        return Board(spread, columns, Wear(look.current(), size, columns.text_width, self._marked))

    def _show(self, board: Board) -> None:
        """Show a newly laid out board, what was at the top of the view still there."""
        bar = self.verticalScrollBar()
        old = self.board
        level = old.tops.at(bar.value()) if old.spread is board.spread and old.spread.levels else 0
        within = bar.value() - old.tops.tops[level]
        self.board = board
        board.measure_from(level, self.viewport().height())
        self._set_range()
        bar.setValue(int(board.tops.tops[level] + within) if level else min(bar.value(), self.height()))
        self.viewport().update()

    def _settle(self) -> None:
        """Lay out what is in view; a wrong guess above must not move what one reads."""
        bar = self.verticalScrollBar()
        if self.board.spread.levels:
            level = self.board.tops.at(bar.value())
            within = bar.value() - self.board.tops.tops[level]
            self.board.measure_from(level, self.viewport().height() + within)
            self._set_range()

    def _set_range(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.board.height - height))
        bar.setPageStep(height)
        bar.setSingleStep(48)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scroll = self.verticalScrollBar().value()
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line = QRectF(self.columns.middle, 0, 1, self.viewport().height())
        painter.fillRect(line, QColor(self._brush.worn.border))
        self._paint_lane(painter)
        painter.translate(0, -scroll)
        seen = QRectF(event.rect()).translated(0, scroll)
        for level in self.board.between(scroll, scroll + self.viewport().height()):
            for side in (0, 1):
                self._paint_part(painter, level, side, seen)
            if self._current is not None:
                self._brush.paint_current(painter, self.board.stop_rects(self._current, level))
        painter.end()

    def _paint_part(self, painter: QPainter, level: int, side: int, seen: QRectF) -> None:
        cell = self.board.cell(level, side)
        if cell is None:
            return
        box = self.board.box(level, side)
        stroke = Stroke(box, self.board.strip(level, side), self.columns.mirrored, seen)
        self._brush.paint_ground(painter, stroke, cell.part)
        if side == self._selection.side and level in self._selection.levels:
            cell.draw_selected(painter, box.topLeft(), self._selection.within(level, cell.length))
        self._brush.paint_words(painter, stroke, cell, self.board.spread.levels[level].label)

    def _paint_lane(self, painter: QPainter) -> None:
        """Ticks beside the scroll bar: where in the whole something changed."""
        height = self.viewport().height()
        for number in sorted(self._marked):
            stop = self.board.spread.stops[number]
            y = self.board.tops.tops[stop.level] / max(self.board.height, height) * height
            x = 2 if self.columns.mirrored else self.columns.width + 1
            rect = QRectF(x, y, _LANE - 3, 3)
            self._brush.paint_tick(
                painter, rect, stop, self._brush.worn.accent if number == self._current else ""
            )

    def _on_look(self, worn: look.Tokens) -> None:
        self._brush = Brush(worn)
        self._show(self._laid_out(self.board.spread))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show(self._laid_out(self.board.spread))
        self.widened.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._show(self._laid_out(self.board.spread))
            self.widened.emit()

    # -- mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.board.spread.levels:
            point = self._on_sheet(event)
            side = self.columns.side_at(point.x())
            place = self.board.place_at(point, side)
            self._selection = Selection(side, place, place)
            self._selecting = True
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = self._on_sheet(event)
        if self._selecting:
            head = self.board.place_at(point, self._selection.side)
            self._selection = replace(self._selection, head=head)
            self.viewport().update()
        hand = self.board.moved_at(point) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self._selecting:
            return
        self._selecting = False
        point = self._on_sheet(event)
        if len(self._selection.levels):
            return
        level, stop = self.board.moved_at(point), self.board.stop_at(point)
        if level is not None:
            self._show_level(level)
        elif stop is not None and stop in self._marked:
            self.stop_chosen.emit(stop)

    def _show_level(self, level: int) -> None:
        """Go to the other place of a moved block."""
        self.verticalScrollBar().setValue(int(self.board.tops.tops[level] - self.viewport().height() / 3))
        self._settle()
        self.verticalScrollBar().setValue(int(self.board.tops.tops[level] - self.viewport().height() / 3))

    def _on_sheet(self, event: QMouseEvent) -> QPointF:
        return event.position() + QPointF(0, self.verticalScrollBar().value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in _NEXT and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.step_requested.emit(_NEXT[Qt.Key(event.key())])
        elif event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected text into the clipboard; nothing where nothing is selected."""
        if len(self._selection.levels):
            QGuiApplication.clipboard().setText(self.board.copied(self._selection))
