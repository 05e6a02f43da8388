"""Bold, italic and struck text, put on and taken off."""

from collections.abc import Iterator

from deskeditor.document.commands.edits import Edit, edited, inserted
from deskeditor.document.commands.inline import Kind, Span, is_wordlike, word_at
from deskeditor.document.commands.lines import selected_lines
from deskeditor.document.commands.stretches import (
    INDIVISIBLE,
    Stretch,
    each_stretch,
    grown,
    selected_stretches,
    without,
)
from deskeditor.document.model import Selection
from deskeditor.document.state import EditorState
from deskeditor.document.transaction import Transaction

_SIGNS = {Kind.BOLD: ("**", "__"), Kind.ITALIC: ("*", "_"), Kind.STRIKE: ("~~", "~~")}


def bold(state: EditorState) -> Transaction | None:
    """Wrap what is selected in **, or take the ** away where it is bold already."""
    return _toggle(state, Kind.BOLD)


def italic(state: EditorState) -> Transaction | None:
    """Wrap what is selected in *, or take the * away where it is italic already."""
    return _toggle(state, Kind.ITALIC)


def strike(state: EditorState) -> Transaction | None:
    """Wrap what is selected in ~~, or take the ~~ away where it is struck already."""
    return _toggle(state, Kind.STRIKE)


def is_marked(state: EditorState, kind: Kind) -> bool:
    """Whether all that is selected, or the caret, stands in text of that kind."""
    stretches = each_stretch(state)
    first = next(stretches, None)
    return first is not None and first.is_all(kind) and all(other.is_all(kind) for other in stretches)


def _toggle(state: EditorState, kind: Kind) -> Transaction | None:
    if state.selection.start == state.selection.end:
        return _toggle_at_caret(state, kind)
    stretches = selected_stretches(state)
    if all(stretch.is_all(kind) for stretch in stretches):
        return edited(state, [edit for stretch in stretches for edit in _off(stretch, kind)])
    plain = [stretch for stretch in stretches if not stretch.is_all(kind)]
    return edited(state, [edit for stretch in plain for edit in _on(stretch, kind)])


def _toggle_at_caret(state: EditorState, kind: Kind) -> Transaction | None:
    """The mark around the caret goes; or the word gets it; or an empty one is opened to type into."""
    text, caret, sign = state.document.text, state.selection.head, _SIGNS[kind][0]
    if not selected_lines(text, state.selection):
        return None
    if _is_empty_mark(text, caret, sign):
        return edited(state, [Edit(caret - len(sign), caret + len(sign), "")])
    stretches = selected_stretches(state)
    if not stretches:
        return None
    around = stretches[0].of(kind)
    if around:
        return edited(state, _unwrapped(min(around, key=lambda span: span.end - span.start)))
    return _mark_word(state, stretches[0], kind)


def _mark_word(state: EditorState, stretch: Stretch, kind: Kind) -> Transaction | None:
    caret, sign = stretch.start, _SIGNS[kind][0]
    start, end = word_at(stretch.text, caret)
    if start == end:
        place = caret + len(sign)
        return edited(state, [inserted(caret, sign * 2)], Selection(place, place))
    edits = list(_on(Stretch(stretch.text, start, end, stretch.spans), kind))
    place = caret + sum(edit.growth for edit in edits if edit.start <= start)
    return edited(state, edits, Selection(place, place))


def _is_empty_mark(text: str, caret: int, sign: str) -> bool:
    """Whether exactly this mark stands here with nothing in it yet."""
    size = len(sign)
    longer = text[max(0, caret - size - 1) : caret - size] == sign[0]
    return (
        not longer
        and text[max(0, caret - size) : caret + size] == sign * 2
        and (text[caret + size : caret + size + 1] != sign[0])
    )


def _on(stretch: Stretch, kind: Kind) -> Iterator[Edit]:
    """One mark around all of it, in place of those that cover or touch a part of it."""
    start, end = grown(stretch)
    old = [span for span in stretch.spans if span.kind is kind and span.touches(start, end)]
    for span in old:
        yield from _unwrapped(span)
        start, end = min(start, span.start), max(end, span.end)
    yield from _wrapped(stretch, kind, (start, end))


def _off(stretch: Stretch, kind: Kind) -> Iterator[Edit]:
    """The marks go, and come back around what is not selected of their words."""
    start, end = grown(stretch)
    for span in stretch.of(kind):
        if span.start < end and start < span.end:
            yield from _unwrapped(span)
            yield from _wrapped(stretch, kind, (span.inner, max(span.inner, start)))
            yield from _wrapped(stretch, kind, (min(span.inner_end, end), span.inner_end))


def _unwrapped(span: Span) -> list[Edit]:
    return [Edit(start, end, "") for start, end in span.markers]


def _wrapped(stretch: Stretch, kind: Kind, within: tuple[int, int]) -> Iterator[Edit]:
    """Markers around a range, in several pieces where other marks begin or end inside it."""
    others = [span for span in stretch.spans if span.kind is not kind and span.kind not in INDIVISIBLE]
    holes = [marker for span in others if span.crosses(*within) for marker in span.markers]
    for start, end in without(stretch.text, within, holes):
        sign = _sign(stretch, kind, (start, end))
        yield inserted(start, sign)
        yield inserted(end, sign)


def _sign(stretch: Stretch, kind: Kind, piece: tuple[int, int]) -> str:
    """Asterisks, or underscores where asterisks would run into those of another mark."""
    start, end = piece
    starred = [span for span in stretch.spans if span.sign == "*" and span.kind is not kind]
    same = {(span.start, span.end) for span in starred} | {(span.inner, span.inner_end) for span in starred}
    text = stretch.text
    inside_word = (start > 0 and is_wordlike(text[start - 1])) or (end < len(text) and is_wordlike(text[end]))
    clash = any(span.touches(start, end) for span in starred) and piece not in same
    return _SIGNS[kind][clash and not inside_word]
