"""The teasers of other stories below a heading such as “More like this”, and where they end."""

from collections.abc import Sequence
from dataclasses import dataclass

from deskeditor.intake.furniture import Role
from deskeditor.intake.records import Block, Kind
from deskeditor.intake.shapes import breaks_off, is_prose, is_title, weight
from deskeditor.intake.signs import Captioned, Card, Dated, Furniture, Labelled, Sectioned, Sign, Signed

_LONGEST_TEASER = 60


@dataclass(frozen=True, slots=True)
class Line:
    """A block of the page with what it is a sign of."""

    block: Block
    sign: Sign | None

    @property
    def plain(self) -> str:
        """What one reads there."""
        return self.block.plain


@dataclass(frozen=True, slots=True)
class Teaser:
    """A headline with its excerpt, and the lines they stood in."""

    headline: str
    excerpt: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """Lines `start` to `end` (excluded) that hold teasers; `related` where they belong to this story."""

    start: int
    end: int
    related: bool
    teasers: tuple[Teaser, ...] = ()


def regions(lines: Sequence[Line]) -> tuple[Region, ...]:
    """The teaser lists of the page in order, none overlapping another."""
    found: list[Region] = []
    at = 0
    while at < len(lines):
        region = _region_at(lines, at) if _heads(lines[at]) else None
        if region is not None:
            found.append(region)
        at = region.end if region else _below_heads(lines, at)
    return tuple(found)


def _below_heads(lines: Sequence[Line], at: int) -> int:
    """The next line; below headings one under the other that head no list, since none of them does."""
    while at + 1 < len(lines) and _heads(lines[at]) and _heads(lines[at + 1]):
        at += 1
    return at + 1


def _heads(line: Line) -> bool:
    return isinstance(line.sign, Furniture) and line.sign.row.role is not Role.OUT


def _is_related_head(line: Line) -> bool:
    return isinstance(line.sign, Furniture) and line.sign.row.role is Role.RELATED


def _region_at(lines: Sequence[Line], start: int) -> Region | None:
    body = start
    while body < len(lines) and _heads(lines[body]):
        body += 1
    related = any(map(_is_related_head, lines[start:body]))
    sure = related and (body - start > 1 or weight(lines[start].plain) > 1 or _after_furniture(lines, start))
    teasers, end = _collect(lines, body)
    if end < len(lines) or not (sure and _even(teasers)):
        teasers, end = _only_cut_ones(lines, teasers, end)
    if not teasers:
        return None
    return Region(start, end, related, tuple(teasers))


def _even(teasers: Sequence[Teaser]) -> bool:
    """Whole sentences are excerpts where each of several headlines has one; a lone one may be the story's."""
    whole = [teaser for teaser in teasers if teaser.excerpt and not breaks_off(teaser.excerpt)]
    return not whole or (len(teasers) >= 2 and all(teaser.excerpt for teaser in teasers))


def _after_furniture(lines: Sequence[Line], start: int) -> bool:
    return start > 0 and isinstance(lines[start - 1].sign, Furniture)


def _collect(lines: Sequence[Line], at: int) -> tuple[list[Teaser], int]:
    """Headlines and what stands below each, up to the first line that fits no teaser."""
    teasers: list[Teaser] = []
    while at < len(lines):
        line = lines[at]
        if _heads(line):
            break
        if _is_aside(line):
            at += 1
            continue
        if line.block.items and all(map(is_title, line.block.items)):
            teasers += [Teaser(item, "", (at,)) for item in line.block.items]
            at += 1
            continue
        if not _is_teaser_headline(line):
            break
        below = _below(lines, at + 1)
        excerpt = lines[below].plain if below is not None else ""
        teasers.append(Teaser(line.plain, excerpt, (at,) if below is None else (at, below)))
        at = at + 1 if below is None else below + 1
    return teasers, at


def _is_aside(line: Line) -> bool:
    """Time, author, category and buttons stand between teasers without being any."""
    return isinstance(line.sign, Furniture | Dated | Signed | Sectioned | Captioned | Labelled)


def _is_teaser_headline(line: Line) -> bool:
    if line.sign is not None or line.block.kind is Kind.OTHER:
        return isinstance(line.sign, Card)
    return is_title(line.plain)


def _below(lines: Sequence[Line], at: int) -> int | None:
    """The excerpt of the headline above: cut off, or prose that is not followed by more prose."""
    while at < len(lines) and _is_aside(lines[at]) and not _heads(lines[at]):
        at += 1
    if at == len(lines) or lines[at].sign is not None or lines[at].block.kind is not Kind.TEXT:
        return None
    text = lines[at].plain
    if breaks_off(text):
        return at
    alone = at + 1 == len(lines) or not is_prose(lines[at + 1].plain) or lines[at + 1].sign is not None
    return at if is_prose(text) and alone and weight(text) <= _LONGEST_TEASER else None


def _only_cut_ones(lines: Sequence[Line], teasers: list[Teaser], end: int) -> tuple[list[Teaser], int]:
    """In the midst of a page a whole sentence is the story's: teasers end before the first one.

    The headline above that sentence may be a subheading of the story, so a short one stays with it.
    """
    for index, teaser in enumerate(teasers):
        if not teaser.excerpt or breaks_off(teaser.excerpt):
            continue
        cut = teaser.lines[0]
        kept = teasers[:index]
        if kept and weight(teaser.headline) >= 5 and not kept[-1].excerpt:
            return [*kept, Teaser(teaser.headline, "", (cut,))], cut + 1
        return kept, cut
    if end < len(lines) and teasers and not teasers[-1].excerpt and weight(teasers[-1].headline) < 5:
        return teasers[:-1], teasers[-1].lines[0]
    return teasers, end
