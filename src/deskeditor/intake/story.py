"""A page as an article: its head and foot become fields and notes, the story stays to the letter."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from deskeditor.document.model import Document, Fields
from deskeditor.intake.furniture import Role, Where
from deskeditor.intake.gathering import Gathering
from deskeditor.intake.heads import Head, find_head, find_standfirst
from deskeditor.intake.lifting import lift_dateline
from deskeditor.intake.lifting_restrictions import lift_restrictions
from deskeditor.intake.pairs import paired
from deskeditor.intake.records import Block, ImportOptions, Kind, Known, Page
from deskeditor.intake.related import Line, Region, regions
from deskeditor.intake.restrictions.lines import stated_in
from deskeditor.intake.restrictions.settling import Said, settled
from deskeditor.intake.sections import is_section
from deskeditor.intake.several import refuse_several
from deskeditor.intake.shapes import is_prose, is_title, weight
from deskeditor.intake.signs import (
    Captioned,
    Card,
    Dated,
    Furniture,
    Labelled,
    Sectioned,
    Signed,
    Tagged,
    sign_of,
)
from deskeditor.intake.sites import is_site

_USUAL = ImportOptions()
_LEFT_OUT = "Taken out"
"""How the notes begin that quote text which did not become the story's."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the lines of a page are, by number: -1 is none; the story goes from `first` to `last`.

    `beside` are the lines that stand with furniture that is sure.
    """

    lines: tuple[Line, ...]
    regions: tuple[Region, ...]
    head: Head = field(default_factory=Head)
    standfirst: int = -1
    first: int = 0
    last: int = -1
    beside: frozenset[int] = frozenset()


def article_of(page: Page, known: Known, options: ImportOptions = _USUAL) -> tuple[Document, tuple[str, ...]]:
    """The article on the page and what the desk ought to know; raises Refused for several articles."""
    lifted = lift_restrictions(page.blocks)
    lines = paired([Line(block, sign_of(block)) for block in lifted.blocks])
    refuse_several(lines)
    plan = _planned(lines, page.fields)
    found = Gathering(page.fields, known, page.site)
    for note in (*page.notes, *lifted.notes):
        found.note(note)
    for line in lifted.editors:
        found.note(f"Kept in the note to the editor: “{line}”")
        found.keep(line)
    kept = lift_dateline(_sorted_out(plan, found), found)
    document, notes = found.finished(_joined(kept))
    left_out = filter(None, (stated_in(note) for note in page.notes if note.startswith(_LEFT_OUT)))
    said = Said(
        (*page.restrictions, *lifted.restrictions, *found.restrictions, *left_out),
        (*page.dates, *found.dates),
    )
    document, told = settled(document, said, options)
    return document, (*told, *notes)


def _planned(lines: tuple[Line, ...], fields: Fields) -> Plan:
    listed = regions(lines)
    taken = {at for region in listed for at in range(region.start, region.end)}
    free = [at for at, line in enumerate(lines) if line.sign is None and at not in taken and line.plain]
    head = find_head(lines, free, fields.headline)
    rest = [at for at in free if at not in (*head.above, head.headline)]
    standfirst = find_standfirst(lines, rest, head.headline)
    core = [at for at in rest if at != standfirst and _is_story(lines[at].block)]
    first, last = (core[0], core[-1]) if core else (len(lines), -1)
    return Plan(lines, listed, head, standfirst, first, last, _beside_furniture(lines))


def _is_story(block: Block) -> bool:
    return block.kind is Kind.OTHER or (block.kind is Kind.TEXT and is_prose(block.plain))


def _sorted_out(plan: Plan, found: Gathering) -> list[Block]:
    """The blocks that stay, in order; all others are gathered."""
    kept: list[Block] = []
    at = 0
    starts = {region.start: region for region in plan.regions}
    while at < len(plan.lines):
        region = starts.get(at)
        if region is not None:
            found.teasers(region, plan.lines)
            at = region.end
            continue
        block, at = _line(plan, at, found)
        kept += [block] if block else []
    return kept


def _line(plan: Plan, at: int, found: Gathering) -> tuple[Block | None, int]:
    """What stays of one line, and the line to go on with."""
    line = plan.lines[at]
    if isinstance(line.sign, Card):
        return _card(plan, at, found)
    if line.sign is not None and _counts(plan, at):
        _gather(line, found)
        return None, at + 1
    if at == plan.head.headline:
        found.headline(line.plain)
    elif at in plan.head.above:
        _gather_above(line.plain, found)
    elif at == plan.standfirst and not found.fields.standfirst:
        found.fields = replace(found.fields, standfirst=line.plain)
        found.note(f"Standfirst: “{line.plain}”")
    else:
        return line.block, at + 1
    return None, at + 1


def _gather_above(text: str, found: Gathering) -> None:
    """What stands above a headline: the section, the site's name, or a kicker."""
    text = text.strip(" |•·>»:")
    if is_section(text) and not found.fields.section:
        found.section(text, text)
    elif is_site(text) or weight(text) > 5 or found.fields.kicker:
        found.taken("above the headline", text)
    else:
        found.fields = replace(found.fields, kicker=text)
        found.note(f"Kicker: “{text}”")


def _card(plan: Plan, at: int, found: Gathering) -> tuple[Block | None, int]:
    """A card of its own line, or of the headline in the next one where the label stands alone."""
    line = plan.lines[at]
    found.note(f"Read from “{line.plain}”.")
    if isinstance(line.sign, Card) and line.sign.headline:
        return replace(found.card(line.sign.headline), gap=line.block.gap), at + 1
    below = plan.lines[at + 1] if at + 1 < len(plan.lines) else None
    if (
        below is not None
        and below.sign is None
        and is_title(below.plain)
        and below.block.kind is not Kind.OTHER
    ):
        return replace(found.card(below.plain), gap=below.block.gap), at + 2
    found.taken("read-also label without a headline", line.plain)
    return None, at + 1


def _gather(line: Line, found: Gathering) -> None:
    match line.sign:
        case Furniture(row):
            found.out(row, line)
        case Dated(times, labelled):
            if labelled:
                found.note(f"Read from “{line.plain}”.")
            for time in times:
                found.time(time)
        case Signed(byline):
            found.byline(byline, line.plain)
        case Tagged(tags):
            found.tags(tags, line.plain)
        case Sectioned(section):
            found.section(section, line.plain)
        case Captioned(text):
            found.caption(text)
        case Labelled(name, value):
            found.label(name, value, line.plain)


def _counts(plan: Plan, at: int) -> bool:
    """Whether a sign means what it looks like in this place."""
    sign = plan.lines[at].sign
    if isinstance(sign, Labelled):
        return at < plan.first
    if isinstance(sign, Captioned):
        return True
    if isinstance(sign, Furniture) and sign.row.where is Where.ANYWHERE and sign.row.role is Role.OUT:
        return True
    return at < plan.first or at > plan.last or at in plan.beside


def _beside_furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Furniture stands together: a doubtful line among sure ones is furniture too."""
    found: set[int] = set()
    for numbers in (range(len(lines)), range(len(lines) - 1, -1, -1)):
        sure = False
        for at in numbers:
            if sure:
                found.add(at)
            sign = lines[at].sign
            if sign is None or isinstance(sign, Card | Captioned):
                sure = False
            elif isinstance(sign, Furniture) and sign.row.where is Where.ANYWHERE:
                sure = True
    return frozenset(found)


def _joined(blocks: list[Block]) -> str:
    text = "".join(block.source + block.gap for block in blocks)
    return text.rstrip("\n")
