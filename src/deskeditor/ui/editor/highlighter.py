"""Gives the letters of the body their looks, block by block; decides nothing about Markdown."""

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from deskeditor.ui.editor.markup import Style, Within, style_line
from deskeditor.ui.look import Tokens, mono_font

SCALE = {Style.HEADING2: 1.5, Style.HEADING3: 1.25, Style.HEADING4: 1.1}


class Highlighter(QSyntaxHighlighter):
    """Styles a line when it changes; the markers stay where they are, only paler."""

    def __init__(self, document: QTextDocument, tokens: Tokens, size: int) -> None:
        super().__init__(document)
        self._formats = formats(tokens, size)

    def wear(self, tokens: Tokens, size: int) -> None:
        """Look different from now on, from the first line to the last."""
        self._formats = formats(tokens, size)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Qt calls this for each line that changed, and on while the state behind it changes."""
        above = self.previousBlockState()
        line = style_line(text, Within(above) if above > 0 else Within.PROSE)
        wide = not text.isascii() and len(text.encode("utf-16-le")) != 2 * len(text)
        for run in line.runs:
            start, end = (_units(text, run.start), _units(text, run.end)) if wide else (run.start, run.end)
            self._lay(start, end, self._formats[run.style])
        self.setCurrentBlockState(line.within)

    def _lay(self, start: int, end: int, over: QTextCharFormat) -> None:
        """Put a format over what is there, so that bold in a heading keeps the heading's size."""
        at = start
        while at < end:
            below = self.format(at)
            stop = at + 1
            while stop < end and self.format(stop) == below:
                stop += 1
            below.merge(over)
            self.setFormat(at, stop - at, below)
            at = stop


def _units(text: str, position: int) -> int:
    return len(text[:position].encode("utf-16-le", "surrogatepass")) // 2


def formats(tokens: Tokens, size: int) -> dict[Style, QTextCharFormat]:
    """How each style looks; `size` is that of the body's letters in pixels."""
    made = {style: QTextCharFormat() for style in Style}
    colours = {
        Style.MARKER: tokens.marker,
        Style.LINK: tokens.accent,
        Style.ADDRESS: tokens.marker,
        Style.QUOTE: tokens.muted,
        Style.BULLET: tokens.accent,
        Style.CONTAINER: tokens.move,
        Style.NOTE: tokens.accent,
        Style.HTML: tokens.marker,
        Style.STRIKE: tokens.muted,
        Style.CODE: tokens.text,
    }
    for style, colour in colours.items():
        made[style].setForeground(QColor(colour))
    for style, scale in SCALE.items():
        made[style].setProperty(QTextCharFormat.Property.FontPixelSize, round(size * scale))
        made[style].setFontWeight(QFont.Weight.DemiBold)
    # Nobody reads the name of a picture: 64 letters of it would drown the words beside them.
    made[Style.ADDRESS].setProperty(QTextCharFormat.Property.FontPixelSize, round(size * 0.7))
    made[Style.BOLD].setFontWeight(QFont.Weight.Bold)
    made[Style.ITALIC].setFontItalic(True)
    made[Style.QUOTE].setFontItalic(True)
    made[Style.STRIKE].setFontStrikeOut(True)
    made[Style.LINK].setFontUnderline(True)
    made[Style.CODE].setFontFamilies(mono_font(size).families())
    made[Style.CODE].setBackground(QColor(tokens.hover))
    return made
