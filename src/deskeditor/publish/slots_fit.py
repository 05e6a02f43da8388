"""Whether a text fits its slot, and the word at which it does not: decided here, measured where fonts are."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from math import ceil

from deskeditor.publish.slots import Room, Slot
from deskeditor.publish.slots_letters import (
    SOFT_HYPHEN,
    bare,
    divided,
    drawn,
    letters,
    line_breaks,
    word_at,
    word_begins,
)

Measure = Callable[[str], float]
"""How wide a piece of text is in the slot's letter, in pixels."""

SPARE = 2
"""How many lines beyond its room are still set one by one; what is left stands in the last."""
MANY = 24
"""The lines that are set where a slot has no limit of lines."""
_LONGEST_WORD = 20
_LONGEST_PIECE = 400
_MEASURED = 600


@dataclass(frozen=True, slots=True)
class Fit:
    """A text in its slot: joined, `lines` are the text; `overrun` is where the first word without room is.

    `filled` is how many lines it takes, the last one counted by its width; `pixels` its width in one line.
    `hyphen` is drawn where a line ends within a word.
    """

    lines: tuple[str, ...]
    overrun: int | None
    characters: int
    filled: float
    pixels: float
    hyphen: str = ""


class Kind(StrEnum):
    """What a piece of a line is: it has room, it is the first word that has none, or comes after that."""

    HELD = "held"
    FIRST = "first"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line as it is drawn."""

    text: str
    kind: Kind


def fit(text: str, slot: Slot, measure: Measure) -> Fit:
    """Set the text in lines as a browser would, and find the word where the slot is full."""
    if not text:
        return Fit((), None, 0, 0.0, 0.0)
    room = slot.room
    begins = letters(text)
    starts, crowded = _set(text, begins, room, measure)
    ends = (*starts[1:], len(text))
    lines = tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
    full = [*crowded, *_beyond_lines(starts, room), *_beyond_count(text, begins, room)]
    full += _beyond_total(text, begins, room, measure)
    return Fit(
        lines=lines,
        overrun=_word_before(text, min(full)) if full else None,
        characters=len(begins) - 1,
        filled=len(lines) - 1 + _length(lines[-1], measure) / room.width,
        pixels=_length(text, measure) if room.total else 0.0,
        hyphen=room.hyphen,
    )


def _length(text: str, measure: Measure) -> float:
    """How wide the text is in one line; of a very long one the beginning is measured, the rest is alike."""
    whole = drawn(text)
    if len(whole) <= _MEASURED:
        return measure(whole)
    return measure(whole[:_MEASURED]) * len(whole) / _MEASURED


def _set(text: str, begins: Sequence[int], room: Room, measure: Measure) -> tuple[tuple[int, ...], list[int]]:
    """Where each line starts, and where a line stands that one letter alone makes too wide."""
    breaks = (*line_breaks(text), len(text))
    starts, crowded = [0], []
    most = (room.lines or MANY) + SPARE
    while len(starts) < most:
        start = starts[-1]
        end = _line_end(text, start, breaks, begins, (room, measure))
        if measure(drawn(text[start:end])) > room.width:
            crowded.append(start)
        if end >= len(text):
            break
        starts.append(end)
    return tuple(starts), crowded


def _line_end(
    text: str, start: int, breaks: Sequence[int], begins: Sequence[int], width: tuple[Room, Measure]
) -> int:
    """The furthest break that fits; a word wider than a line is cut between letters, of which one stays."""
    room, measure = width
    first = bisect_right(breaks, start)
    end = start
    for place in breaks[first:]:
        line = text[start:place]
        if measure(drawn(line)) <= room.width:
            end = place
        elif measure(drawn(line.rstrip("\u00ad"))) > room.width:
            break
    if end > start:
        return end
    number = bisect_right(begins, start)
    end = begins[number]
    for place in begins[number + 1 :]:
        line = drawn(text[start:place]) + _hyphen(text, place, room.hyphen)
        if place >= breaks[first] or measure(line) > room.width:
            break
        end = place
    return end


def _hyphen(text: str, place: int, hyphen: str) -> str:
    """What is drawn at the end of a line that ends there, besides its letters."""
    return hyphen if hyphen and divided(text, place) else ""


def _beyond_lines(starts: Sequence[int], room: Room) -> Sequence[int]:
    return starts[room.lines : room.lines + 1] if room.lines else ()


def _beyond_count(text: str, begins: Sequence[int], room: Room) -> Sequence[int]:
    if not room.characters or len(begins) - 1 <= room.characters:
        return ()
    place = begins[room.characters]
    return (place,) if text[place:].strip() else ()


def _beyond_total(text: str, begins: Sequence[int], room: Room, measure: Measure) -> Sequence[int]:
    """The first letter beyond the pixels of all lines together; long texts are measured by doubling."""
    if not room.total:
        return ()

    def too_long(number: int) -> bool:
        return measure(drawn(text[: begins[number]])) > room.total

    last, high = len(begins) - 1, min(64, len(begins) - 1)
    while high < last and not too_long(high):
        high = min(last, 2 * high)
    if not too_long(high):
        return ()
    low = 0
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if too_long(middle) else (middle + 1, high)
    return (begins[low - 1],)


def _word_before(text: str, place: int) -> int:
    """Where the word begins that holds a place."""
    begins = word_begins(text)
    number = bisect_right(begins, place)
    return begins[number - 1] if number else 0


def pieces(text: str, fit: Fit) -> tuple[tuple[Piece, ...], ...]:
    """The lines to be drawn, some of what is left over among them, cut where their meaning changes."""
    if fit.overrun is None:
        ends = accumulate(map(len, fit.lines))
        return tuple(
            (Piece(drawn(line) + _hyphen(text, end, fit.hyphen), Kind.HELD),)
            for line, end in zip(fit.lines, ends, strict=True)
        )
    word_end = next((begin for begin in word_begins(text) if begin > fit.overrun), len(text))
    word_end = fit.overrun + len(text[fit.overrun : word_end].rstrip())
    rows: list[tuple[Piece, ...]] = []
    start, over = 0, 0
    for line in fit.lines:
        end = start + len(line)
        over += end > fit.overrun
        row = _pieces(text, (start, end), (fit.overrun, word_end))
        hyphen = _hyphen(text, end, fit.hyphen)
        rows.append((*row, Piece(hyphen, row[-1].kind)) if hyphen else row)
        start = end
        if over > SPARE:
            break
    if start < len(text):
        rows[-1] = (*rows[-1], Piece("…", Kind.LOST))
    return tuple(rows)


def _pieces(text: str, line: tuple[int, int], word: tuple[int, int]) -> tuple[Piece, ...]:
    start, end = line
    shown = start + len(text[start:end].rstrip())
    cuts = (start, *(min(max(place, start), shown) for place in word), shown)
    kinds = (Kind.HELD, Kind.FIRST, Kind.LOST)
    found = [
        Piece(bare(text[a : min(b, a + _LONGEST_PIECE)]), kind)
        for a, b, kind in zip(cuts, cuts[1:], kinds, strict=False)
        if b > a
    ]
    if text[start:end].endswith(SOFT_HYPHEN) and end < len(text):
        found.append(Piece("-", found[-1].kind))
    return tuple(found)


def count(slot: Slot, fit: Fit) -> str:
    """How full the slot is, in the measure that it fills most: “64 of 60 characters”, “1.2 of 1 line”."""
    room = slot.room
    unit = "line" if room.lines == 1 else "lines"
    rows = (
        (room.characters, fit.characters, f"{fit.characters:,} of {room.characters} characters"),
        (room.lines, fit.filled, f"{_tenths(fit.filled)} of {room.lines} {unit}"),
        (room.total, fit.pixels, f"{fit.pixels:,.0f} of {room.total:.0f} px"),
    )
    limits = [(taken / limit, said) for limit, taken, said in rows if limit]
    return max(limits)[1] if limits else f"{fit.characters:,} characters"


def _tenths(lines: float) -> str:
    """Tenths of a line, rounded up: what overruns by a letter is never said to be just full."""
    return f"{ceil(10 * lines - 1e-9) / 10:,.1f}" if lines < 100 else f"{lines:,.0f}"


def verdict(text: str, fit: Fit) -> str:
    """Whether it fits, in words."""
    if fit.overrun is None:
        return "fits"
    word = word_at(text, fit.overrun)
    begins = letters(word)
    if len(begins) > _LONGEST_WORD:
        word = word[: begins[_LONGEST_WORD - 1]] + "…"
    return f"ends before “{word}”"
