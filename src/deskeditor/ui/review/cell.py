"""One block on one side: laid out, painted, and asked where a point or a word is."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from deskeditor.review import Span
from deskeditor.ui import look
from deskeditor.ui.review.columns import SPACE
from deskeditor.ui.review.prose import LINE_BREAK, PILCROW, UNSEEN, Prose, Run, Shape, Style, prose
from deskeditor.ui.review.spread import Part, Sign, Tint

_LEADING = 1.36
_SCALE = {Shape.HEADING_1: 1.55, Shape.HEADING_2: 1.28, Shape.HEADING_3: 1.1, Shape.CODE: 0.84}
_HEADINGS = (Shape.HEADING_1, Shape.HEADING_2, Shape.HEADING_3)
_SPLITS = (UNSEEN + LINE_BREAK, PILCROW + LINE_BREAK)
_INDENT = {Shape.QUOTE: 18, Shape.CODE: 10}


@dataclass(frozen=True, slots=True)
class Wear:
    """What a cell is drawn with: the look, the size of the text, and which stops are marked."""

    worn: look.Tokens
    size: int
    width: int
    marked: frozenset[int]


class Cell:
    """A part in lines of one width; made when it is about to be seen."""

    def __init__(self, part: Part, wear: Wear) -> None:
        self.part = part
        self._wear = wear
        kept = [tint.span for tint in part.tints if len(tint.span) and len(tint.span) < len(part.source)]
        self._prose = _plain(part.source) if part.field else prose(part.source, kept)
        self._units = _Units(self._prose.text)
        self._layout = self._laid_out()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._prose.text

    @property
    def shape(self) -> Shape:
        """What kind of block it is."""
        return self._prose.shape

    @cached_property
    def height(self) -> float:
        """From the top of the first line to the bottom of the last."""
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        return last.y() + last.height() * (1 + (_LEADING - 1) / 2) if last.isValid() else 0.0

    def draw(self, painter: QPainter, at: QPointF, clip: QRectF) -> None:
        """Paint the lines that lie within the clip."""
        painter.setPen(QColor(self._wear.worn.text))
        self._layout.draw(painter, at, [], clip)

    def draw_selected(self, painter: QPainter, at: QPointF, chosen: Span) -> None:
        """Paint the ground of a selected stretch, in units of Qt."""
        for rect in self._rects(chosen.start, chosen.end):
            painter.fillRect(rect.translated(at), QColor(self._wear.worn.selection))

    def position(self, point: QPointF) -> int:
        """The place nearest to a point, in units of Qt."""
        line = self._line_at(point.y())
        return line.xToCursor(point.x()) if line is not None else 0

    def copied(self, chosen: Span) -> str:
        """The text of a stretch in units of Qt, as one pastes it."""
        text = self._prose.text[self._units.back(chosen.start) : self._units.back(chosen.end)]
        for split in _SPLITS:
            text = text.replace(split, "\n\n")
        return text.replace(UNSEEN, "").replace(LINE_BREAK, "\n")

    @property
    def length(self) -> int:
        """How long the text is in units of Qt."""
        return self._units.forth(len(self._prose.text))

    def stop_rects(self, stop: int) -> list[QRectF]:
        """Where the words of a stop stand, line by line."""
        spans = [self._shown(tint) for tint in self.part.tints if tint.stop == stop]
        return [rect for span in spans for rect in self._rects(span.start, span.end)]

    def stop_at(self, point: QPointF) -> int | None:
        """The stop whose words lie under a point."""
        for tint in reversed(self.part.tints):
            if any(rect.adjusted(-2, -2, 2, 2).contains(point) for rect in self.stop_rects(tint.stop)):
                return tint.stop
        return None

    def _shown(self, tint: Tint) -> Span:
        """What a tint marks, in units of Qt; white space at its edges counts only if it is all."""
        start, end = self._prose.shown(tint.span.start), self._prose.shown(tint.span.end)
        words = self._prose.text[start:end]
        if bare := words.strip():
            start += words.index(bare)
            end = start + len(bare)
        return Span(self._units.forth(start), self._units.forth(end))

    def _rects(self, start: int, end: int) -> Iterator[QRectF]:
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if first < last:
                # Qt: the space at which a line was broken stands beyond its end.
                edge = line.naturalTextRect()
                left, right = (
                    min(max(_x(line, place), edge.left()), edge.right()) for place in (first, last)
                )
                yield QRectF(min(left, right), line.y(), max(abs(right - left), 3), line.height())

    def _line_at(self, y: float) -> QTextLine | None:
        found = None
        for number in range(self._layout.lineCount()):
            line = self._layout.lineAt(number)
            if found is not None and line.y() > y:
                break
            found = line
        return found

    def _laid_out(self) -> QTextLayout:
        font = self._font()
        layout = QTextLayout(self._prose.text, font)
        option = QTextOption()
        direction = _direction(self._prose.text)
        option.setTextDirection(direction)
        # Qt: a bare layout takes left for left, whichever way the text runs.
        mirrored = direction is Qt.LayoutDirection.RightToLeft
        option.setAlignment(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats([*self._formats(font)])
        indent = _INDENT.get(self._prose.shape, 0)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self._wear.width - indent, 40))
            leading = line.height() * (_LEADING - 1)
            line.setPosition(QPointF(0 if mirrored else indent, y + leading / 2))
            y += line.height() + leading + self._space_after(line)
        layout.endLayout()
        return layout

    def _space_after(self, line: QTextLine) -> float:
        """Between the paragraphs of a block that was split there is more room than between lines."""
        end = self._units.back(line.textStart() + line.textLength())
        return SPACE if self._prose.text[max(0, end - 2) : end] in _SPLITS else 0.0

    def _font(self) -> QFont:
        shape, size = self._prose.shape, self._wear.size
        if self.part.field:
            shape = Shape.HEADING_2 if self.part.field == "headline" else Shape.PARAGRAPH
        if shape is Shape.CODE:
            return look.mono_font(round(size * _SCALE[shape]))
        font = look.text_font(round(size * _SCALE.get(shape, 1)))
        if shape in _HEADINGS:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _formats(self, font: QFont) -> Iterator[QTextLayout.FormatRange]:
        for run in self._prose.runs:
            span = Span(self._units.forth(run.start), self._units.forth(run.end))
            yield _range(span, _dressed(run, self._wear, font))
        for tint in self.part.tints:
            if tint.stop in self._wear.marked and tint.sign is not Sign.MOVED:
                yield _range(self._shown(tint), signed(tint.sign, self._wear.worn))


def _direction(text: str) -> Qt.LayoutDirection:
    """The direction of the first letter that has one."""
    found = next((kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL")), "L")
    return Qt.LayoutDirection.LeftToRight if found == "L" else Qt.LayoutDirection.RightToLeft


def _range(span: Span, dress: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = span.start, len(span), dress
    return found


def signed(sign: Sign, worn: look.Tokens) -> QTextCharFormat:
    """Colour and line of a marked word: struck where it went, underlined where it came."""
    dress = QTextCharFormat()
    if sign is Sign.DELETED:
        dress.setFontStrikeOut(True)
        dress.setForeground(QColor(worn.delete))
        dress.setBackground(QColor(worn.delete_soft))
    elif sign is Sign.INSERTED:
        dress.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        dress.setUnderlineColor(QColor(worn.insert))
        dress.setForeground(QColor(worn.insert))
        dress.setBackground(QColor(worn.insert_soft))
    else:
        dress.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        dress.setUnderlineColor(QColor(worn.accent))
        dress.setBackground(QColor(worn.accent_soft))
    return dress


def _dressed(run: Run, wear: Wear, font: QFont) -> QTextCharFormat:
    dress = QTextCharFormat()
    if Style.BOLD in run.style:
        dress.setFontWeight(QFont.Weight.Bold)
    if Style.ITALIC in run.style:
        dress.setFontItalic(True)
    if Style.STRIKE in run.style:
        dress.setFontStrikeOut(True)
    if Style.CODE in run.style:
        dress.setFont(look.mono_font(round(font.pixelSize() * _SCALE[Shape.CODE])))
    if Style.LINK in run.style:
        dress.setForeground(QColor(wear.worn.accent))
    if Style.MARKER in run.style:
        dress.setForeground(QColor(wear.worn.marker))
    return dress


def _plain(text: str) -> Prose:
    return Prose(text.replace("\n", "\u2028"), Shape.PARAGRAPH, (), (), ())


def _x(line: QTextLine, position: int) -> float:
    # Qt: the call answers with a pair of x and the position that it settled on.
    answer: object = line.cursorToX(position)
    x = answer[0] if isinstance(answer, tuple) else answer
    return float(x) if isinstance(x, int | float) else 0.0


class _Units:
    """Between code points and the UTF-16 units in which Qt counts."""

    def __init__(self, text: str) -> None:
        self._wide = (
            [place for place, letter in enumerate(text) if letter > "\uffff"] if not text.isascii() else []
        )
        self._wide_units = [place + n for n, place in enumerate(self._wide)]

    def forth(self, position: int) -> int:
        return position + bisect_right(self._wide, position - 1)

    def back(self, units: int) -> int:
        return units - bisect_right(self._wide_units, units - 1)
