"""Labels in a line of their own above what they are about: `Date:` and the date, `Tags:` and the tags."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from deskeditor.intake.records import Block, Kind
from deskeditor.intake.related import Line
from deskeditor.intake.shapes import is_title, weight
from deskeditor.intake.signs import Dated, Furniture, Sign, Signed, Tagged, sign_of

_BETWEEN = re.compile(r"\s+[|•·]\s+")
_MOST_TAGS = 15


def paired(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each such label and its value as one line."""
    lines = [part for line in lines for part in _parted(line)]
    found: list[Line] = []
    at = 0
    while at < len(lines):
        count = _values(lines, at)
        found.append(_joined(lines[at : at + 1 + count]))
        at += 1 + count
    return tuple(found)


def _parted(line: Line) -> Sequence[Line]:
    """A line such as `July 25, 2025 • 3 min read` says several things, each of which is a sign."""
    pieces = _BETWEEN.split(line.plain) if line.sign is None and line.block.kind is Kind.TEXT else []
    if not 2 <= len(pieces) <= 6:
        return [line]
    parts = [_line(piece, line.block) for piece in pieces]
    return parts if all(part.sign is not None for part in parts) else [line]


def _values(lines: Sequence[Line], at: int) -> int:
    """How many of the next lines are what this label is about."""
    sign = lines[at].sign
    below = lines[at + 1 : at + 1 + _MOST_TAGS]
    if not below or below[0].block.kind is not Kind.TEXT:
        return 0
    if isinstance(sign, Tagged) and not sign.tags:
        return next((count for count, line in enumerate(below) if not _is_tag(line)), len(below))
    single = next((fits for waits, fits in _LABELS if waits(sign)), None)
    return 1 if single is not None and single(lines[at], below[0]) else 0


def _joined(lines: Sequence[Line]) -> Line:
    label, *values = lines
    if not values:
        return label
    text = f"{label.plain.rstrip(' :')}: {', '.join(line.plain for line in values)}"
    return _line(text, replace(values[-1].block, plain=text))


def _line(text: str, block: Block) -> Line:
    return Line(replace(block, plain=text), sign_of(replace(block, plain=text)))


def _is_tag(line: Line) -> bool:
    tag = line.sign is None and line.block.kind is Kind.TEXT
    return tag and weight(line.plain) <= 3 and not line.plain.endswith((".", "!", "?", ":"))


def _waits_for_time(sign: Sign | None) -> bool:
    return isinstance(sign, Dated) and len(sign.times) == 1 and not sign.times[0].text


def _waits_for_author(sign: Sign | None) -> bool:
    return isinstance(sign, Signed) and sign.led and not sign.byline.authors


def _waits_for_headline(sign: Sign | None) -> bool:
    return isinstance(sign, Furniture) and sign.row.name == "neighbour"


def _is_time(_label: Line, below: Line) -> bool:
    return isinstance(below.sign, Dated) and not below.sign.labelled


def _is_author(label: Line, below: Line) -> bool:
    sign = sign_of(Block(f"{label.plain.rstrip(' :')}: {below.plain}", ""))
    named = below.sign is None or isinstance(below.sign, Signed)
    return named and isinstance(sign, Signed) and bool(sign.byline.authors) and weight(below.plain) <= 8


def _is_neighbour(_label: Line, below: Line) -> bool:
    return below.sign is None and is_title(below.plain)


_LABELS: tuple[tuple[Callable[[Sign | None], bool], Callable[[Line, Line], bool]], ...] = (
    (_waits_for_time, _is_time),
    (_waits_for_author, _is_author),
    (_waits_for_headline, _is_neighbour),
)
