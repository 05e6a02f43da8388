"""The dateline off the first paragraph."""

import re
from dataclasses import replace

from deskeditor.intake.datelines import Dateline, read_dateline
from deskeditor.intake.escape import escape
from deskeditor.intake.gathering import Gathering
from deskeditor.intake.records import Block, Kind
from deskeditor.intake.shapes import is_prose

_MARKS = r"(?:\*\*|__|\*|_|\\)?"


def lift_dateline(blocks: list[Block], found: Gathering) -> list[Block]:
    """The blocks with the first paragraph beginning at its first sentence, its place gathered."""
    at = next(
        (at for at, block in enumerate(blocks) if block.kind is Kind.TEXT and is_prose(block.plain)), None
    )
    if at is None or found.fields.dateline:
        return blocks
    story = "\n".join(block.plain for block in blocks)
    dateline = read_dateline(blocks[at].plain, story)
    if dateline is None:
        return blocks
    lifted = _without(blocks[at], dateline) if dateline.sure else None
    if lifted is None:
        found.note(f"The first paragraph begins with “{dateline.place}”: if that is the dateline, set it.")
        return blocks
    _gather(dateline, found)
    return [*blocks[:at], lifted, *blocks[at + 1 :]]


def _gather(dateline: Dateline, found: Gathering) -> None:
    if dateline.place:
        found.fields = replace(found.fields, dateline=dateline.place)
        found.note(f"The dateline “{dateline.place}” was lifted off the first paragraph.")
    for what, text in (("Agency", dateline.agency), ("Day", dateline.date)):
        if text:
            found.note(f"{what} in the dateline: “{text}”, kept in the note to the editor.")
            found.keep(f"{what} in the dateline: {text}")


def _without(block: Block, dateline: Dateline) -> Block | None:
    """None where the mark-up of the paragraph runs across the end of the dateline."""
    plain = block.plain[dateline.length :]
    if block.source == escape(block.plain):
        return replace(block, plain=plain, source=escape(plain))
    letters = (
        re.escape(letter) if not letter.isspace() else r"\s" for letter in block.plain[: dateline.length]
    )
    found = re.match(_MARKS + _MARKS.join(letters) + r"(?:\*\*|__|[*_])?\s*", block.source)
    if found is None:
        return None
    marks = re.findall(r"\*\*|__|\*|_", found[0])
    return replace(block, plain=plain, source=block.source[found.end() :]) if len(marks) % 2 == 0 else None
