"""What is selected, as parts of paragraphs that a mark or a link can go around."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deskeditor.document.commands.inline import Kind, Span, spans_of
from deskeditor.document.commands.lines import Line, each_selected_line, paragraph_around
from deskeditor.document.state import EditorState

_NO_PROSE = re.compile(
    r"[ ]{0,3}(?::::.*|[-*_ \t]+|\[[^\]\n^][^\]\n]*\]:.*|!\[[^\]\n]*\]\([^\n]*|[|:\- \t]+)", re.DOTALL
)
_CELL = re.compile(r"(?:\\.|[^|\\])+")
INDIVISIBLE = (Kind.LINK, Kind.PICTURE, Kind.CODE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A selected part of one paragraph without the space around it, and the spans of that paragraph."""

    text: str
    start: int
    end: int
    spans: tuple[Span, ...]

    def of(self, kind: Kind) -> list[Span]:
        """The spans of one kind that it shares a character or a border with."""
        return [span for span in self.spans if span.kind is kind and span.touches(self.start, self.end)]

    def is_all(self, kind: Kind) -> bool:
        """Whether every word of it is of that kind already."""
        spans = self.of(kind)
        if self.start == self.end:
            return bool(spans)
        holes = [(span.start, span.end) for span in spans]
        holes += [marker for span in self.spans if span.kind not in INDIVISIBLE for marker in span.markers]
        left = without(self.text, (self.start, self.end), holes)
        return (
            bool(spans)
            and not left
            and any(span.start < self.end and self.start < span.end for span in spans)
        )


def selected_stretches(state: EditorState) -> list[Stretch]:
    """What is selected, paragraph by paragraph, without code and whatever else is no prose."""
    return list(each_stretch(state))


def each_stretch(state: EditorState) -> Iterator[Stretch]:
    """The stretches one by one, for those who may have seen enough before the last."""
    caret = state.selection.start == state.selection.end
    for line, group_end in _groups(state):
        for stretch in _stretches_of(state, line, group_end):
            if caret or stretch.start < stretch.end:
                yield stretch
            if caret:
                return


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without the space at its ends; a caret stays where it is."""
    if start == end:
        return start, end
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, max(start, end - (len(piece) - len(piece.rstrip())))


def without(text: str, within: tuple[int, int], holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of a range between the holes that hold more than space, without the space at their ends."""
    at, end = within
    pieces: list[tuple[int, int]] = []
    for start, stop in [*sorted(holes), (end, end)]:
        low, high = trimmed(text, at, max(at, min(start, end)))
        if low < high:
            pieces.append((low, high))
        at = max(at, stop)
    return pieces


def grown(stretch: Stretch, kinds: tuple[Kind, ...] = INDIVISIBLE) -> tuple[int, int]:
    """The stretch, grown to hold whole what cannot be cut in two."""
    start, end = stretch.start, stretch.end
    for span in sorted(stretch.spans, key=lambda span: span.end - span.start):
        if span.kind in kinds and span.crosses(start, end):
            start, end = min(start, span.start), max(end, span.end)
    return start, end


def _stretches_of(state: EditorState, line: Line, group_end: int) -> Iterator[Stretch]:
    """What is selected of the words from this line to `group_end`; table cells are stretches of their own."""
    text, selection = state.document.text, state.selection
    begin, end = paragraph_around(text, line)
    for low, high in _cells(text, (begin, max(end, group_end))):
        start, stop = max(low, line.content, selection.start), min(high, group_end, selection.end)
        if start <= stop:
            start, stop = trimmed(text, start, stop)
            yield Stretch(text, start, stop, spans_of(text, low, high, start))


def _groups(state: EditorState) -> Iterator[tuple[Line, int]]:
    """The first selected line of every paragraph and where its last selected one ends."""
    caret = state.selection.start == state.selection.end
    first: Line | None = None
    end = 0
    for line in each_selected_line(state.document.text, state.selection):
        prose = (caret and line.is_blank()) or not (line.is_blank() or _NO_PROSE.fullmatch(line.words))
        if first is not None and (not prose or line.prefix or first.prefix or line.start > end + 1):
            yield first, end
            first = None
        if prose:
            first, end = first or line, line.end
    if first is not None:
        yield first, end


def _cells(text: str, within: tuple[int, int]) -> list[tuple[int, int]]:
    """The cells of a row that begins with a bar, or the whole range."""
    start, end = within
    if not text.startswith("|", start):
        return [within]
    return [cell.span() for cell in _CELL.finditer(text, start, end)]
