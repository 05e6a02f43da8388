"""The lines of a page that say when its story may leave, taken out before any other line is looked at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from deskeditor.intake.escape import escape
from deskeditor.intake.markdown_page import visible
from deskeditor.intake.records import Block, Kind, Restriction
from deskeditor.intake.restrictions.folding import folded_words
from deskeditor.intake.restrictions.lines import (
    Found,
    Sort,
    cut_off,
    is_restriction,
    restriction_of,
    stated_in,
)
from deskeditor.intake.restrictions.moments import when_of
from deskeditor.intake.shapes import is_prose, is_title, weight
from deskeditor.intake.signs import sign_of

_HEAD, _FOOT = 8, 5
_EDITORS = re.compile(
    r"(?:\(|\[)?(?:eds\.?|editors['’] notes?|(?:attention|attn\.?|note to(?: all)?|memo to),? editors|"
    r"notes? to editors?|"
    r"hinweis an die redaktion(?:en)?|note aux redactions|nota a la redaccion|nota aos editores|"
    r"nota alla redazione|"
    r"noot voor de redactie)\s*:\s*(?=\S)"
)


@dataclass(slots=True)
class Lifted:
    """The blocks that stay, and what the others said; `editors` are lines that are meant for the desk."""

    blocks: list[Block] = field(default_factory=list)
    restrictions: list[Restriction] = field(default_factory=list)
    editors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def lift_restrictions(blocks: Sequence[Block]) -> Lifted:
    """The page without the lines that are nothing but restrictions; what may be the story's own stays."""
    lifted, split = Lifted(), [piece for block in blocks for piece in _split(block)]
    at = 0
    while at < len(split):
        at += _look(split, at, lifted)
    return lifted


def _look(blocks: Sequence[Block], at: int, lifted: Lifted) -> int:
    """Goes through one block; how many blocks were used up."""
    block, edge = blocks[at], at < _HEAD or at >= len(blocks) - _FOOT
    if block.kind not in (Kind.TEXT, Kind.HEADING):
        lifted.restrictions += _inside(block) if edge else ()
        lifted.blocks.append(block)
        return 1
    if _EDITORS.match(folded_words(block.plain)):
        _to_editors(block, lifted)
        return 1
    if at < _HEAD and (headline := _headline(blocks, at, lifted)) is not None:
        lifted.blocks.append(headline)
        return 1
    found = restriction_of(block.plain)
    if found is None:
        lifted.blocks.append(block)
        return 1
    above = at < _HEAD and not is_prose(block.plain) and _is_headline(blocks, at + 1)
    if found.sort is Sort.AMONG and found.restriction is not None and not above:
        lifted.restrictions += [found.restriction] if edge or not is_prose(block.plain) else []
        lifted.blocks.append(block)
        return 1
    return _lift(blocks, at, found, lifted)


def _lift(blocks: Sequence[Block], at: int, found: Found, lifted: Lifted) -> int:
    """Takes the line out; where its time stands in the next line, that one too."""
    said, below = found.restriction, blocks[at + 1] if at + 1 < len(blocks) else None
    if said is None:
        lifted.notes.append(f"Taken out (free to leave): “{_line(blocks[at].plain)}”")
        return 1
    if below is not None and not re.search(r"\w", said.tail) and _is_time(below):
        words = f"{said.words} {_line(below.plain)}"
        lifted.restrictions.append(replace(said, words=words, tail=below.plain))
        return 2
    lifted.restrictions.append(said)
    return 1


def _is_time(block: Block) -> bool:
    return (
        block.kind in (Kind.TEXT, Kind.HEADING) and len(block.plain) < 120 and when_of(block.plain, "").alone
    )


def _to_editors(block: Block, lifted: Lifted) -> None:
    text = _line(block.plain)
    lifted.editors.append(text)
    found = restriction_of(text)
    said = found.restriction if found is not None else stated_in(text)
    if said is not None:
        lifted.restrictions.append(said)


def _headline(blocks: Sequence[Block], at: int, lifted: Lifted) -> Block | None:
    """A headline without the restriction on it, None where there is none; one with links stays."""
    block = blocks[at]
    rest, said = cut_off(block.plain) if block.kind is Kind.HEADING or is_title(block.plain) else ("", None)
    if said is None or not _reads_as_headline(rest) or _is_headline(blocks, at + 1):
        return None
    if "](" in block.source:
        lifted.restrictions.append(replace(said, certain=False))
        return block
    lifted.restrictions.append(said)
    marks = "#" * block.level + " " if block.kind is Kind.HEADING else ""
    return replace(block, plain=rest, source=marks + escape(rest))


def _reads_as_headline(text: str) -> bool:
    small = text[:1].islower() or restriction_of(text) is not None
    return weight(text) >= 2 and not small and not when_of(text, "").plain


def _is_headline(blocks: Sequence[Block], at: int) -> bool:
    """Whether the block there may be the headline."""
    if at >= len(blocks) or blocks[at].kind not in (Kind.TEXT, Kind.HEADING):
        return False
    return is_title(blocks[at].plain) and sign_of(blocks[at]) is None


def _inside(block: Block) -> Iterator[Restriction]:
    """Restrictions among the lines of a list, table, quote or caption, which stays as it is."""
    for line in (*block.items, *block.plain.split("\n"), *block.source.split("\n"))[:60]:
        found = restriction_of(" : ".join(cell.strip() for cell in line.strip(" |").split("|")))
        if found is not None and found.restriction is not None and found.sort is Sort.LINE:
            yield replace(found.restriction, words=_line(line.strip(" |")), certain=False)
            return


def _split(block: Block) -> Iterator[Block]:
    """A paragraph, with a block of its own for each of its lines that is a restriction."""
    lines = block.source.split("\n")
    if block.kind is not Kind.TEXT or not 1 < len(lines) <= 40:
        yield block
        return
    shown = [visible(line.rstrip(" \\")) for line in lines]
    marked = [is_restriction(line) for line in shown]
    if not any(marked):
        yield block
        return
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or marked[at] or marked[at - 1]:
            source = "\n".join(lines[start:at]).rstrip(" \\")
            yield replace(block, plain=" ".join(shown[start:at]), source=source)
            start = at


def _line(text: str) -> str:
    return " ".join(text.split())
