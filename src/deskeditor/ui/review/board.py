"""A spread laid out: cells made where one looks, places and rectangles of the whole sheet."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from deskeditor.ui.review.cell import Cell, Wear
from deskeditor.ui.review.columns import SPACE, STRIP, Columns, Tops, has_strip
from deskeditor.ui.review.selection import Place, Selection
from deskeditor.ui.review.spread import Part, Spread


class Board:
    """Knows where everything is; coordinates are those of the sheet, not of what is in view."""

    def __init__(self, spread: Spread, columns: Columns, wear: Wear) -> None:
        self.spread = spread
        self.columns = columns
        self.wear = wear
        self.tops = Tops(spread.levels, columns.text_width, wear.size)
        self._cells: dict[tuple[int, int], Cell] = {}

    @property
    def height(self) -> int:
        """The height of all levels, as far as it is known."""
        return int(self.tops.tops[-1]) + SPACE

    def part(self, level: int, side: int) -> Part | None:
        """One side of a level."""
        return (self.spread.levels[level].a, self.spread.levels[level].b)[side]

    def cell(self, level: int, side: int) -> Cell | None:
        """One side of a level, laid out; None where it is empty."""
        part = self.part(level, side)
        if part is not None and (level, side) not in self._cells:
            self._cells[level, side] = Cell(part, self.wear)
        return self._cells.get((level, side))

    def measure(self, level: int) -> None:
        """Lay a level out, so that its true height is known."""
        cells = [cell for side in (0, 1) if (cell := self.cell(level, side)) is not None]
        tallest = max((cell.height for cell in cells), default=0.0)
        self.tops.settle(level, self._strip(level) + tallest + SPACE)

    def measure_from(self, level: int, height: float) -> None:
        """Lay out as many levels as fill a height."""
        while level < len(self.spread.levels) and height > 0:
            self.measure(level)
            height -= self.tops.heights[level]
            level += 1

    def between(self, top: float, bottom: float) -> Iterator[int]:
        """The levels that lie between two heights."""
        if not self.spread.levels:
            return
        level = self.tops.at(top)
        while level < len(self.spread.levels) and self.tops.tops[level] < bottom:
            yield level
            level += 1

    def box(self, level: int, side: int) -> QRectF:
        """Where the words of one side stand."""
        cell = self.cell(level, side)
        top = self.tops.tops[level] + self._strip(level)
        return QRectF(
            self.columns.text_left(side), top, self.columns.text_width, cell.height if cell else 0.0
        )

    def strip(self, level: int, side: int) -> QRectF:
        """Where it is told what happened to one side; empty where nothing is."""
        box = self.box(level, side)
        return QRectF(box.left(), self.tops.tops[level], box.width(), self._strip(level))

    def stop_rects(self, stop: int, level: int) -> list[QRectF]:
        """Where the words of a stop stand on both sides of a level."""
        found: list[QRectF] = []
        for side in (0, 1):
            if cell := self.cell(level, side):
                corner = self.box(level, side).topLeft()
                whole = (
                    cell.part.whole is not None and len(cell.part.tints) and cell.part.tints[0].stop == stop
                )
                rects = (
                    [QRectF(0, 0, self.columns.text_width, cell.height)] if whole else cell.stop_rects(stop)
                )
                found += [rect.translated(corner) for rect in rects]
        return found

    def extent(self, stop: int) -> tuple[float, float]:
        """Where the words of a stop begin and end from top to bottom."""
        level = self.spread.stops[stop].level
        self.measure(level)
        rects = self.stop_rects(stop, level)
        top = self.tops.tops[level]
        if not rects:
            return top, top + self.tops.heights[level]
        return min(rect.top() for rect in rects), max(rect.bottom() for rect in rects)

    def stop_at(self, point: QPointF) -> int | None:
        """The stop whose words lie under a point."""
        if not self.spread.levels:
            return None
        level, side = self.tops.at(point.y()), self.columns.side_at(point.x())
        cell = self.cell(level, side)
        return cell.stop_at(point - self.box(level, side).topLeft()) if cell else None

    def moved_at(self, point: QPointF) -> int | None:
        """The level of the other place, where a point lies on what is told of a moved block."""
        if not self.spread.levels:
            return None
        level, side = self.tops.at(point.y()), self.columns.side_at(point.x())
        part = self.part(level, side)
        if part is None or not self.strip(level, side).contains(point):
            return None
        return part.partner

    def place_at(self, point: QPointF, side: int) -> Place:
        """The place in one side's text that is nearest to a point."""
        level = self.tops.at(point.y())
        cell = self.cell(level, side)
        return Place(level, cell.position(point - self.box(level, side).topLeft()) if cell else 0)

    def copied(self, selection: Selection) -> str:
        """The selected text, blocks apart."""
        cells = [(level, self.cell(level, selection.side)) for level in selection.levels]
        return "\n\n".join(
            cell.copied(selection.within(level, cell.length)) for level, cell in cells if cell is not None
        )

    def _strip(self, level: int) -> int:
        return STRIP if has_strip(self.spread.levels[level]) else 0
