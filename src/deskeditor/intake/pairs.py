"""Labels in a line of their own above what they are about: `Date:` and the date, `Tags:` and the tags."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

from deskeditor.intake.bylines import is_person
from deskeditor.intake.datelines import read_dateline
from deskeditor.intake.escape import escape
from deskeditor.intake.places import PLACES
from deskeditor.intake.records import Block, Kind
from deskeditor.intake.related import Line
from deskeditor.intake.sections import is_section
from deskeditor.intake.shapes import is_prose, is_title, weight
from deskeditor.intake.signs import Dated, Furniture, Sign, Signed, Tagged, sign_of
from deskeditor.intake.sites import is_outlet, is_site

_BETWEEN = re.compile(r"(?<!\s)\s+[|•·]\s+")
_MOST_TAGS = 15


def paired(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with each such label and its value as one line."""
    lines = [part for line in lines for part in _parted(line)]
    prose = list(accumulate((line.sign is None and is_prose(line.plain) for line in lines), initial=0))
    found: list[Line] = []
    at = 0
    while at < len(lines):
        count = _values(lines, at, prose[at])
        found.append(_joined(lines[at : at + 1 + count]))
        at += 1 + count
    return tuple(found)


def _parted(line: Line) -> Sequence[Line]:
    """A line such as `July 25, 2025 • 3 min read` says several things, each of which is a sign."""
    pieces = _BETWEEN.split(line.plain) if line.sign is None and line.block.kind is Kind.TEXT else []
    if not 2 <= len(pieces) <= 6:
        return [line]
    parts = [_line(replace(line.block, plain=piece, source=escape(piece))) for piece in pieces]
    return parts if all(part.sign is not None for part in parts) else [line]


def _values(lines: Sequence[Line], at: int, above: int) -> int:
    """How many of the next lines are what this label is about; `above` it stand so many lines of prose."""
    sign = lines[at].sign
    if at + 1 < len(lines) and _leads(lines, at, above):
        return 1
    below = lines[at + 1 : at + 1 + _MOST_TAGS]
    if not below or below[0].block.kind is not Kind.TEXT:
        return 0
    if isinstance(sign, Tagged) and not sign.tags:
        return next((count for count, line in enumerate(below) if not _is_tag(line)), len(below))
    single = next((fits for waits, fits in _LABELS if waits(sign)), None)
    return 1 if single is not None and single(lines[at], below[0]) else 0


def _leads(lines: Sequence[Line], at: int, above: int) -> bool:
    """A dateline or an author's name above the first paragraph, in the line of its own."""
    label, below = lines[at], lines[at + 1]
    if label.block.kind is not Kind.TEXT or below.block.kind is not Kind.TEXT:
        return False
    if _is_place(label):
        return above <= 2 and below.sign is None and is_prose(below.plain)
    return 0 < at < 15 and above <= 1 and _is_lone_author(label, below)


def _joined(lines: Sequence[Line]) -> Line:
    label, *values = lines
    if not values:
        return label
    source = "".join(line.block.source + line.block.gap for line in lines[:-1]) + lines[-1].block.source
    if _is_place(label):
        text = f"{label.plain} {values[0].plain}"
        return _line(
            replace(values[0].block, plain=text, source=f"{label.block.source} {values[0].block.source}")
        )
    if _is_lone_author(label, values[0]):
        role = "" if isinstance(values[0].sign, Dated) else f", {values[0].plain}"
        return _line(replace(label.block, plain=f"By {label.plain}{role}", source=source))
    text = f"{label.plain.rstrip(' :')}: {', '.join(line.plain for line in values)}"
    return _line(replace(values[-1].block, plain=text, source=source))


def _line(block: Block) -> Line:
    return Line(block, sign_of(block))


def _is_place(label: Line) -> bool:
    """A dateline whose sentence begins in the next line."""
    dateline = read_dateline(f"{label.plain} X") if label.sign is None and len(label.plain) < 80 else None
    return dateline is not None and dateline.sure and dateline.length == len(label.plain) + 1


def _is_lone_author(label: Line, below: Line) -> bool:
    """A bare name is an author's only where a paper, a role or a time stands below it."""
    if label.sign is not None or not is_person(label.plain) or is_site(label.plain):
        return False
    if label.plain.casefold() in PLACES or is_section(label.plain):
        return False
    role = isinstance(below.sign, Signed) and not below.sign.led and not below.sign.byline.authors
    dated = isinstance(below.sign, Dated) and any(time.text for time in below.sign.times)
    return role or dated or (below.sign is None and is_outlet(below.plain))


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
