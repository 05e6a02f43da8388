"""The head of a page: which line is the headline, what stands above it, and the standfirst below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deskeditor.intake.datelines import read_dateline
from deskeditor.intake.records import Kind
from deskeditor.intake.related import Line
from deskeditor.intake.sections import is_section
from deskeditor.intake.shapes import folded, is_headline, is_prose, is_title, weight
from deskeditor.intake.signs import Dated, Labelled, Signed
from deskeditor.intake.sites import is_site, trim_site

_KICKER = re.compile(
    r"breaking(?: news)?|exclusive|opinion|analysis|commentary|editorial|feature|interview|explainer|"
    r"investigation|fact check|review|obituary|profile|developing|just in|update|watch|special report|"
    r"letter|column|q&a|live",
    re.I,
)
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.|\b(?:Jr|Sr|Inc|Co|Corp|St|Mo|Kan|Ill|No)\.)$")


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above the headline, and the headline's; -1 where the page has none."""

    above: tuple[int, ...] = ()
    headline: int = -1


def find_head(lines: Sequence[Line], free: Sequence[int], stated: str) -> Head:
    """The head among the lines that are no sign of anything; `stated` is a headline known already."""
    if stated:
        return Head(headline=_repeated(lines, free, stated))
    if _is_labelled(lines, free):
        return Head()
    titled = next((at for at in free if lines[at].block.level == 1), None)
    if titled is not None:
        above = tuple(at for at in free if at < titled)
        if len(above) <= 4 and not any(is_prose(lines[at].plain) for at in above):
            return Head(above, titled)
    for index, at in enumerate(free[:6]):
        if not _is_above(lines, free[index:]):
            return Head(tuple(free[:index]), at) if _is_headline(lines, free[index:]) else Head()
    return Head()


def _is_labelled(lines: Sequence[Line], free: Sequence[int]) -> bool:
    """A line such as `Headline: …` stands above the story."""
    for at, line in enumerate(lines):
        if isinstance(line.sign, Labelled) and line.sign.field == "headline" and line.sign.value:
            return not any(before < at and is_prose(lines[before].plain) for before in free)
    return False


def _repeated(lines: Sequence[Line], free: Sequence[int], headline: str) -> int:
    """The format stated the headline; the line of the page that says it again goes."""
    for at in free[:4]:
        line = lines[at].plain
        if folded(headline) in (folded(line), folded(trim_site(line).headline)):
            return at
    return -1


def _is_label(text: str) -> bool:
    return is_section(text) or _KICKER.fullmatch(text.strip(" |•·>»:")) is not None or is_site(text)


def _is_above(lines: Sequence[Line], free: Sequence[int]) -> bool:
    """A section, kicker or site's name counts as such only where a headline follows."""
    first, *following = (lines[at].plain for at in free[:4])
    titles = [text for text in following if is_title(text) and weight(text) >= 4 and not _is_label(text)]
    shouted = first.isupper() and weight(first) <= 3 and bool(titles) and not titles[0].isupper()
    return bool(titles) and (_is_label(first) or shouted)


def _is_headline(lines: Sequence[Line], free: Sequence[int]) -> bool:
    line = lines[free[0]]
    text = line.plain.rstrip()
    if line.block.kind is Kind.OTHER or not is_headline(text):
        return False
    dateline = read_dateline(text)
    if dateline is not None and dateline.sure and is_prose(text):
        return False
    if not text.endswith((".", "。")) or _ABBREVIATION.search(text):
        return True
    below = lines[free[1]].plain if len(free) > 1 else ""
    return weight(text) <= 12 and weight(below) >= 2 * weight(text)


def find_standfirst(lines: Sequence[Line], rest: Sequence[int], headline: int) -> int:
    """A line between headline and author; a sentence there only where the author follows at once."""
    at = next((at for at in rest if at > headline), -1)
    if headline < 0 or at < 0 or at + 1 >= len(lines) or lines[at].block.kind is Kind.OTHER:
        return -1
    line, below = lines[at], lines[at + 1].sign
    if read_dateline(line.plain) is not None or weight(line.plain) > 45:
        return -1
    signed = isinstance(below, Signed) and bool(below.byline.authors)
    dated = isinstance(below, Dated) and below.labelled
    return at if signed or (dated and not is_prose(line.plain)) else -1
