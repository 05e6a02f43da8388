"""A page as an article: its head and foot become fields and notes, the story stays to the letter."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from deskeditor.document.model import Document, Fields
from deskeditor.intake.datelines import read_dateline
from deskeditor.intake.furniture import Role, Where
from deskeditor.intake.gathering import Gathering
from deskeditor.intake.lifting import lift_dateline
from deskeditor.intake.records import Block, Kind, Known, Page
from deskeditor.intake.related import Line, Region, regions
from deskeditor.intake.several import refuse_several
from deskeditor.intake.shapes import folded, is_headline, is_prose, is_title, weight
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
from deskeditor.intake.sites import is_site, trim_site

_KICKERS = re.compile(
    r"(?:breaking(?: news)?|exclusive|opinion|analysis|commentary|editorial|feature|"
    r"interview|explainer|investigation|fact check|"
    r"review|obituary|profile|developing|just in|update|watch|special report|letter|column|q&a|live)",
    re.I,
)
_SECTIONS = re.compile(
    r"(?:(?:local|state|national|world|international|us|u\.s\.|metro|regional|business|"
    r"sports?|political|crime|education|health|weather|"
    r"tech(?:nology)?|science|arts?|entertainment|lifestyle|community|missouri|kansas)(?: "
    r"news)?|news|politics|opinion|culture|"
    r"money|economy|travel|food|courts|government|environment|immigration|crime (?:&|and) "
    r"courts|crime (?:&|and) safety|public safety)",
    re.I,
)
_ABBREVIATION_END = re.compile(r"(?:\b[A-Z]\.|\b(?:Jr|Sr|Inc|Co|Corp|St|Mo|Kan|Ill|No)\.)$")


@dataclass(frozen=True, slots=True)
class Plan:
    """What the lines of a page are, by number: -1 is none; the story goes from `first` to `last`."""

    lines: tuple[Line, ...]
    regions: tuple[Region, ...]
    headline: int = -1
    kicker: int = -1
    standfirst: int = -1
    first: int = 0
    last: int = -1


def article_of(page: Page, known: Known) -> tuple[Document, tuple[str, ...]]:
    """The article on the page and what the desk ought to know; raises Refused for several articles."""
    lines = tuple(Line(block, sign_of(block)) for block in page.blocks)
    refuse_several(lines)
    plan = _planned(lines, page.fields)
    found = Gathering(page.fields, known, page.site)
    for note in page.notes:
        found.note(note)
    kept = lift_dateline(_sorted_out(plan, found), found)
    return found.finished(_joined(kept))


def _planned(lines: tuple[Line, ...], fields: Fields) -> Plan:
    listed = regions(lines)
    taken = {at for region in listed for at in range(region.start, region.end)}
    free = [at for at, line in enumerate(lines) if line.sign is None and at not in taken and line.plain]
    kicker, headline = _head(lines, free, fields)
    rest = [at for at in free if at not in (kicker, headline)]
    standfirst = _standfirst(lines, rest, headline)
    core = [at for at in rest if at != standfirst and _is_story(lines[at].block)]
    first, last = (core[0], core[-1]) if core else (len(lines), -1)
    return Plan(lines, listed, headline, kicker, standfirst, first, last)


def _is_story(block: Block) -> bool:
    return block.kind is Kind.OTHER or (block.kind is Kind.TEXT and is_prose(block.plain))


def _head(lines: Sequence[Line], free: list[int], fields: Fields) -> tuple[int, int]:
    """Kicker and headline by their lines, -1 where there is none."""
    if fields.headline:
        return -1, _repeated(lines, free, fields.headline)
    named = next((at for at, line in enumerate(lines) if _names_headline(line)), None)
    if named is not None and not any(at < named and _is_story(lines[at].block) for at in free):
        return -1, -1
    titled = next((at for at in free if lines[at].block.level == 1), None)
    if titled is not None:
        above = [at for at in free if at < titled]
        if not any(is_prose(lines[at].plain) for at in above):
            return (above[-1] if above and weight(lines[above[-1]].plain) <= 4 else -1), titled
    if len(free) > 1 and _is_kicker(lines, free):
        return free[0], free[1]
    return -1, free[0] if free and _is_headline_of(lines, free) else -1


def _names_headline(line: Line) -> bool:
    return isinstance(line.sign, Labelled) and line.sign.field == "headline" and line.sign.value != ""


def _repeated(lines: Sequence[Line], free: list[int], headline: str) -> int:
    """The format stated the headline; the line of the page that says it again goes."""
    for at in free[:4]:
        line = lines[at].plain
        if folded(headline) in (folded(line), folded(trim_site(line).headline)):
            return at
    return -1


def _is_kicker(lines: Sequence[Line], free: list[int]) -> bool:
    first, second = lines[free[0]].plain, lines[free[1]].plain
    label = _KICKERS.fullmatch(first) or _SECTIONS.fullmatch(first) or is_site(first)
    label = label or (first.isupper() and weight(first) <= 3 and not second.isupper())
    return bool(label) and is_title(second) and weight(second) >= 4


def _is_headline_of(lines: Sequence[Line], free: list[int]) -> bool:
    line = lines[free[0]]
    if line.block.kind is Kind.OTHER or not is_headline(line.plain):
        return False
    dateline = read_dateline(line.plain)
    if dateline is not None and dateline.sure and is_prose(line.plain):
        return False
    if not line.plain.rstrip().endswith((".", "。")) or _ABBREVIATION_END.search(line.plain.rstrip()):
        return True
    below = lines[free[1]].plain if len(free) > 1 else ""
    return weight(line.plain) <= 12 and weight(below) >= 2 * weight(line.plain)


def _standfirst(lines: Sequence[Line], rest: list[int], headline: int) -> int:
    """A line between headline and author; a sentence there only where a “By” follows it at once."""
    at = next((at for at in rest if at > headline), -1)
    if headline < 0 or at < 0 or at + 1 >= len(lines) or lines[at].block.kind is Kind.OTHER:
        return -1
    line, below = lines[at], lines[at + 1].sign
    if read_dateline(line.plain) is not None or weight(line.plain) > 45:
        return -1
    signed = isinstance(below, Signed) and bool(below.byline.authors)
    dated = isinstance(below, Dated) and below.labelled
    return at if signed or (dated and not is_prose(line.plain)) else -1


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
    if at == plan.headline:
        found.headline(line.plain)
    elif at == plan.kicker:
        _gather_kicker(line.plain, found)
    elif at == plan.standfirst and not found.fields.standfirst:
        found.fields = replace(found.fields, standfirst=line.plain)
        found.note(f"Standfirst: “{line.plain}”")
    else:
        return line.block, at + 1
    return None, at + 1


def _gather_kicker(text: str, found: Gathering) -> None:
    if is_site(text) and not _SECTIONS.fullmatch(text):
        found.taken("site's name", text)
    elif _SECTIONS.fullmatch(text) and not found.fields.section:
        found.section(text, text)
    else:
        found.fields = replace(found.fields, kicker=found.fields.kicker or text)
        found.note(f"Kicker: “{text}”")


def _card(plan: Plan, at: int, found: Gathering) -> tuple[Block | None, int]:
    """A card of its own line, or of the headline in the next one where the label stands alone."""
    line = plan.lines[at]
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
        case Dated(times):
            for time in times:
                found.time(time)
        case Signed(byline):
            found.byline(byline, line.plain)
        case Tagged(tags):
            found.tags(tags)
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
    return at < plan.first or at > plan.last or _beside_furniture(plan, at)


def _beside_furniture(plan: Plan, at: int) -> bool:
    """Furniture stands together: a doubtful line among sure ones is furniture too."""
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(plan.lines):
            sign = plan.lines[near].sign
            if sign is None or isinstance(sign, Card | Captioned):
                break
            if isinstance(sign, Furniture) and sign.row.where is Where.ANYWHERE:
                return True
            near += step
    return False


def _joined(blocks: list[Block]) -> str:
    text = "".join(block.source + block.gap for block in blocks)
    return text.rstrip("\n")
