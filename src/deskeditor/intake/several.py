"""Whether a file holds more than one article; teasers of related stories are none."""

from collections.abc import Sequence
from itertools import pairwise

from deskeditor.intake.datelines import read_dateline
from deskeditor.intake.errors import Refused
from deskeditor.intake.records import Kind
from deskeditor.intake.related import Line
from deskeditor.intake.shapes import breaks_off, folded, is_headline, is_prose, weight
from deskeditor.intake.signs import Dated, Furniture, Labelled, Signed

_ENDINGS = ("end mark", "copyright", "sharing", "comments")


def refuse_several(lines: Sequence[Line]) -> None:
    """Raises Refused where two or more stories with their own text stand one below the other."""
    first, opens = _first(lines), _opens_with_place(lines)
    starts = [at for at in range(len(lines)) if _begins(lines, at, first, opens)]
    told = [at for at, after in pairwise([*starts, len(lines)]) if _has_text(lines, at, after)]
    if len(told) < 2 or len({folded(lines[at].plain) for at in told}) < 2:
        return
    names = "; ".join(f"“{_short(lines[at].plain)}”" for at in told[:4])
    raise Refused(
        f"This file holds {len(told)} articles ({names}). Nothing was taken in; "
        "save each as a file of its own and import those."
    )


def _short(text: str) -> str:
    return text if len(text) <= 70 else text[:69].rstrip() + "…"


def _begins(lines: Sequence[Line], at: int, first: int, opens_with_place: bool) -> bool:  # noqa: FBT001
    """A headline, then its time, author or dateline, then prose."""
    line = lines[at]
    if isinstance(line.sign, Labelled) and line.sign.field == "headline":
        return True
    if line.sign is not None or line.block.kind is Kind.OTHER or not is_headline(line.plain):
        return False
    if weight(line.plain) < 3 or breaks_off(line.plain):
        return False
    below = at + 1
    while below < len(lines) and isinstance(lines[below].sign, Dated | Signed):
        below += 1
    if below >= len(lines) or lines[below].sign is not None or not is_prose(lines[below].plain):
        return False
    if below > at + 1:
        return True
    dateline = read_dateline(lines[below].plain)
    if dateline is None or not dateline.sure:
        return False
    return at == first or _closed_above(lines, at) or (weight(line.plain) >= 5 and opens_with_place)


def _first(lines: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(lines) if line.sign is None), 0)


def _opens_with_place(lines: Sequence[Line]) -> bool:
    """A round-up has an opening of its own; a file of single stories begins with a dateline at once."""
    opening = next((line for line in lines if line.sign is None and is_prose(line.plain)), None)
    dateline = read_dateline(opening.plain) if opening else None
    return dateline is not None and dateline.sure


def _closed_above(lines: Sequence[Line], at: int) -> bool:
    """Subheadings of a round-up have datelines below them too; what closes a story tells them apart."""
    above = lines[at - 1].sign if at else None
    return isinstance(above, Furniture) and above.row.name in _ENDINGS


def _has_text(lines: Sequence[Line], start: int, end: int) -> bool:
    own = [line for line in lines[start + 1 : end] if line.sign is None and is_prose(line.plain)]
    own = [line for line in own if not breaks_off(line.plain)]
    return len(own) >= 2 or any(weight(line.plain) >= 60 for line in own)
