"""Links to addresses and articles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from deskeditor.document.commands.edits import Edit, edited, inserted
from deskeditor.document.commands.inline import Kind, Span
from deskeditor.document.commands.stretches import Stretch, each_stretch, grown, selected_stretches
from deskeditor.document.model import Selection
from deskeditor.document.state import EditorState
from deskeditor.document.text import clean
from deskeditor.document.transaction import Transaction

_UNSAFE = re.compile(r"[\s()<>\"\\\x00-\x20\x7f]")
_MARKUP = re.compile(r"[\\`*_\[\]]")
_EVERYTHING = tuple(Kind)


def link(state: EditorState, url: str, words: str = "") -> Transaction | None:
    """Link what is selected; an existing link gets the new address, and an empty address takes it away.

    Where nothing is selected `words` are set in with the link, or the address itself.
    """
    stretches = selected_stretches(state)
    if not stretches:
        return None
    address = safe_address(url)
    if state.selection.start < state.selection.end:
        return edited(state, [edit for stretch in stretches for edit in _linked(stretch, address)])
    inside = [span for span in stretches[0].of(Kind.LINK) if span.start < state.selection.head < span.end]
    if inside:
        return edited(state, _readdressed(stretches[0].text, inside[0], address))
    if not address:
        return None
    return _insert(state, f"[{escaped(words or url)}]({address})")


@dataclass(frozen=True, slots=True)
class Linked:
    """The link that the caret or the selection stands in."""

    address: str
    words: str


def link_at(state: EditorState) -> Linked | None:
    """The link that holds the whole selection, None where there is none."""
    stretch = next(each_stretch(state), None)
    span = _around(stretch) if stretch is not None else None
    if stretch is None or span is None:
        return None
    inside = stretch.text[span.inner : span.inner_end]
    if span.sign == "<":
        return Linked(inside, inside)
    address = stretch.text[span.inner_end + 2 : span.end - 1].split()
    return Linked(address[0] if address else "", inside)


def is_linked(state: EditorState) -> bool:
    """Whether all that is selected, or the caret, stands in a link."""
    stretches = each_stretch(state)
    first = next(stretches, None)
    return first is not None and bool(_around(first)) and all(_around(other) for other in stretches)


def safe_address(url: str) -> str:
    """The address as it can stand between the parentheses of a link."""
    return _UNSAFE.sub(lambda c: "".join(f"%{byte:02X}" for byte in c[0].encode()), clean(url).strip())


def escaped(words: str) -> str:
    """Words that mean nothing to Markdown, on one line."""
    # Python-Markdown knows no backslash before <, but it knows the entity.
    return _MARKUP.sub(r"\\\g<0>", " ".join(clean(words).split())).replace("<", "&lt;")


def _around(stretch: Stretch) -> Span | None:
    return next((s for s in stretch.of(Kind.LINK) if s.start <= stretch.start and stretch.end <= s.end), None)


def _linked(stretch: Stretch, address: str) -> Iterator[Edit]:
    around = _around(stretch)
    if around is not None:
        yield from _readdressed(stretch.text, around, address)
        return
    start, end = grown(stretch, _EVERYTHING)
    inner = [
        span for span in stretch.spans if span.kind is Kind.LINK and start <= span.start and span.end <= end
    ]
    for span in inner:
        yield from _readdressed(stretch.text, span, "")
    if address:
        yield inserted(start, "[")
        yield from _escaping(stretch, (start, end))
        yield inserted(end, f"]({address})")


def _readdressed(text: str, span: Span, address: str) -> Iterator[Edit]:
    """The link with another address, or its words alone where there is none."""
    if span.sign == "<":  # a bare address between angle brackets is its own words
        words = escaped(text[span.start + 1 : span.end - 1])
        yield Edit(span.start, span.end, f"[{words}]({address})" if address else words)
    elif address:
        yield Edit(span.inner_end, span.end, f"]({address})")
    else:
        yield Edit(span.start, span.inner, "")
        yield Edit(span.inner_end, span.end, "")


def _escaping(stretch: Stretch, within: tuple[int, int]) -> Iterator[Edit]:
    """Brackets of the words themselves would end the link too early."""
    hidden = [(s.start, s.end) for s in stretch.spans if s.kind in (Kind.PICTURE, Kind.CODE, Kind.LINK)]
    for bracket in re.finditer(r"\\.|[\[\]]", stretch.text[within[0] : within[1]], re.DOTALL):
        at = within[0] + bracket.start()
        if len(bracket[0]) == 1 and not any(start <= at < end for start, end in hidden):
            yield inserted(at, "\\")


def _insert(state: EditorState, source: str) -> Transaction | None:
    caret = state.selection.head + len(source)
    return edited(state, [inserted(state.selection.head, source)], Selection(caret, caret))
