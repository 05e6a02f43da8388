"""The values of a rendered text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from deskeditor.render.blocks import Block, Kind
from deskeditor.render.footnotes import Numbering
from deskeditor.render.names import Names, Uses
from deskeditor.render.offsets import Offsets

DEFINITION, HEADING, NOTES, MENTIONS, UNFINISHED = 1, 2, 4, 8, 16
FLAGGED = {
    flag: re.compile(b"[" + b"".join(b"\\x%02x" % byte for byte in range(32) if byte & flag) + b"]")
    for flag in (DEFINITION, HEADING, NOTES, MENTIONS, UNFINISHED)
}
"""For each flag the bytes that carry it: with one byte a block, all blocks are asked in one search."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a text does not say about itself."""

    language: str = "en"


class Note(NamedTuple):
    """What could not be shown as written, and in which block."""

    block: int
    message: str


class Cell(NamedTuple):
    """What is known of a rendered block besides its HTML.

    `uses` is what it looks like now, `notes` the footnotes it refers to, `name` a heading's.
    """

    mentions: frozenset[str]
    uses: Uses
    notes: tuple[str, ...]
    name: str
    trouble: str


@dataclass(frozen=True)
class Rendering:
    """A rendered text. `html` has one fragment a block, in order, and `tail` is the section of footnotes."""

    context: Context
    blocks: Sequence[Block]
    html: Sequence[str]
    tail: str
    offsets: Offsets
    names: Names
    cells: Sequence[Cell] = field(repr=False)
    flags: bytes = field(repr=False)
    ids: tuple[str, ...] = field(repr=False)
    numbering: Numbering = field(repr=False)

    @cached_property
    def text(self) -> str:
        """The source."""
        return "".join([block.source for block in self.blocks])

    @property
    def notes(self) -> tuple[Note, ...]:
        """All that could not be shown as it was written."""
        troubles = (Note(index, cell.trouble) for index, cell in enumerate(self.cells) if cell.trouble)
        missing = self.names.notes.keys() - self.numbering.order
        unused = (index for index, block in enumerate(self.blocks) if block.kind is Kind.FOOTNOTE)
        return (
            *troubles,
            *(
                Note(index, f"nothing refers to the footnote “{self.blocks[index].name}”")
                for index in unused
                if self.blocks[index].name in missing
            ),
        )

    def body(self) -> str:
        """All HTML of the body, footnotes last."""
        return "\n".join([part for part in (*self.html, self.tail) if part])
