"""The values of a rendered text."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from deskeditor.render.blocks import Block, Kind
from deskeditor.render.footnotes import Numbering
from deskeditor.render.names import Names, Uses
from deskeditor.render.offsets import Offsets
from deskeditor.render.runs import Run

DEFINITION, HEADING, NOTES, MENTIONS, JUMPS, UNFINISHED = 1, 2, 4, 8, 16, 32
MASKS = {
    flag: bytes(int(bool(byte & flag)) for byte in range(256))
    for flag in (DEFINITION, HEADING, NOTES, MENTIONS, JUMPS, UNFINISHED)
}


def masked(flags: bytes, flag: int) -> bytes:
    """For each block 1 where it carries the flag: with one byte a block, all are asked at once."""
    return flags.translate(MASKS[flag])


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
    blocks: Run[Block]
    html: Run[str]
    tail: str
    offsets: Offsets
    names: Names
    cells: Run[Cell] = field(repr=False)
    flags: bytes = field(repr=False)
    headings: tuple[str, ...] = field(repr=False)
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
