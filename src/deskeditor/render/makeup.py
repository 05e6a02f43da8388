"""Making up the page: which fragments a change of blocks renders again, and which it leaves."""

from collections.abc import Iterator
from functools import cached_property

from deskeditor.render.blocks import Block, Kind
from deskeditor.render.extensions.footnotes import Place
from deskeditor.render.footnotes import Numbers, Surroundings, discovered, section
from deskeditor.render.names import (
    NOTHING,
    abbreviations_in,
    fragment_map,
    gather,
    heading_ids,
    heading_name,
    mentions,
    uses,
)
from deskeditor.render.patch import Patch
from deskeditor.render.pieces import Piece, piece
from deskeditor.render.rendered import (
    DEFINITION,
    FLAGGED,
    HEADING,
    MENTIONS,
    NOTES,
    UNFINISHED,
    Cell,
    Rendering,
)
from deskeditor.render.resplit import Change

DEFINITIONS = frozenset({Kind.REFERENCE, Kind.FOOTNOTE, Kind.ABBREVIATION})
BLANK_CELL = Cell(frozenset(), NOTHING, (), "", "")


def changed(old: Rendering, change: Change) -> tuple[Rendering, Patch]:
    """The rendering after a change of its blocks, and the patch between the two."""
    page = _Makeup(old, change)
    page.sketch()
    page.name_headings()
    page.number_notes()
    return page.finish()


def _flags(block: Block, mentioned: frozenset[str]) -> int:
    return (
        (DEFINITION if block.kind in DEFINITIONS else 0)
        | (HEADING if block.kind is Kind.HEADING else 0)
        | (MENTIONS if mentioned else 0)
        | (NOTES if any(label[0] == "^" for label in mentioned) else 0)
        | (UNFINISHED if block.open else 0)
    )


class _Makeup:
    """One change on its way to the page. Nothing here walks through all blocks for an ordinary keystroke."""

    def __init__(self, old: Rendering, change: Change) -> None:
        self._old = old
        self._language = old.context.language
        self._first, last, new = change
        self._end = self._first + len(new)
        self._gone = old.flags[self._first : last]
        self._removed = last - self._first
        mentioned = [
            frozenset[str]() if block.kind in DEFINITIONS else mentions(block.source) for block in new
        ]
        self._added = bytes(_flags(block, found) for block, found in zip(new, mentioned, strict=True))
        self._flags = old.flags[: self._first] + self._added + old.flags[last:]
        self._blocks = list(old.blocks)
        self._blocks[self._first : last] = new
        self._html = list(old.html)
        self._html[self._first : last] = [""] * len(new)
        self._cells = list(old.cells)
        self._cells[self._first : last] = [BLANK_CELL._replace(mentions=found) for found in mentioned]
        self._offsets = old.offsets.replaced(self._first, last, [len(block.source) for block in new])
        self._names = old.names
        self._ids = old.ids
        self._tail, self._numbering = old.tail, old.numbering
        shown = (
            index for index in range(self._first, self._end) if self._blocks[index].kind not in DEFINITIONS
        )
        self._again = set(shown)
        self._sketches: dict[int, Piece] = {}
        self._places: dict[int, dict[str, Place]] = {}

    def _touched(self, flag: int) -> bool:
        """Whether a block that carries the flag came or went."""
        return FLAGGED[flag].search(self._gone) is not None or FLAGGED[flag].search(self._added) is not None

    def _flagged(self, flag: int) -> Iterator[int]:
        return (found.start() for found in FLAGGED[flag].finditer(self._flags))

    def sketch(self) -> None:
        """Learns what the new blocks refer to, and which others a changed definition touches."""
        if self._touched(DEFINITION):
            self._names = gather(self._blocks[index] for index in self._flagged(DEFINITION))
            self._again.update(self._touched_by_names())
        for index in self._again:
            cell = self._cells[index]
            used = discovered(self._blocks[index].source, cell.mentions, self._names, {})
            made = piece(self._blocks[index], self._language, used)
            name = heading_name(made.html) if self._blocks[index].kind is Kind.HEADING else ""
            self._cells[index] = Cell(cell.mentions, used, made.notes, name, made.trouble)
            self._sketches[index] = made

    def _touched_by_names(self) -> Iterator[int]:
        labels = self._old.names.changed(self._names)
        if labels:
            yield from (index for index in self._flagged(MENTIONS) if self._cells[index].mentions & labels)
        shorts = dict.fromkeys(self._old.names.changed_abbreviations(self._names), "")
        if shorts:
            yield from (
                index
                for index, block in enumerate(self._blocks)
                if block.kind not in DEFINITIONS and abbreviations_in(block.source, shorts)
            )

    def name_headings(self) -> None:
        """Gives headings their ids, and finds the links that jump to them."""
        if not self._touched(HEADING) and not any(self._cells[index].name for index in self._again):
            return
        headings = list(self._flagged(HEADING))
        self._ids = heading_ids(self._cells[index].name for index in headings)
        self._again.update(headings)
        if self._ids != self._old.ids:
            self._again.update(index for index in self._flagged(MENTIONS) if self._jumps(index))

    def _jumps(self, index: int) -> bool:
        """Whether the block may hold a link to a heading."""
        cell = self._cells[index]
        inside = any(label[0] == "#" for label in cell.mentions)
        return inside or any(link.href.startswith("#") for _, link in cell.uses.links)

    def number_notes(self) -> None:
        """Numbers the footnotes anew where a reference or a definition came or went."""
        moved = self._ids != self._old.ids and self._old.tail
        if not moved and not self._touched(DEFINITION) and not self._touched(NOTES):
            return
        numbers = Numbers()
        for index in self._flagged(NOTES):
            self._places[index] = numbers.take(self._cells[index].notes)
        around = Surroundings(self._language, self._names, self._fragments)
        self._tail, self._numbering = section(numbers, around)
        self._again.update(self._places)

    @cached_property
    def _fragments(self) -> dict[str, str]:
        return fragment_map(self._ids)

    @cached_property
    def _identities(self) -> dict[int, str]:
        return dict(zip(self._flagged(HEADING), self._ids, strict=True))

    def finish(self) -> tuple[Rendering, Patch]:
        """Renders what is to be rendered and compares it with what stood there."""
        for index in self._again:
            self._settle(index)
        old, elsewhere = self._old, (index for index in sorted(self._again) if not self._is_new(index))
        differing = tuple((index, self._html[index]) for index in elsewhere if self._differs(index))
        fragments = tuple(self._html[self._first : self._end])
        tail = None if self._tail == old.tail else self._tail
        rendering = Rendering(
            context=old.context,
            blocks=self._blocks,
            html=self._html,
            tail=self._tail,
            offsets=self._offsets,
            names=self._names,
            cells=self._cells,
            flags=self._flags,
            ids=self._ids,
            numbering=self._numbering,
        )
        return rendering, Patch(self._first, self._removed, fragments, differing, tail)

    def _is_new(self, index: int) -> bool:
        return self._first <= index < self._end

    def _differs(self, index: int) -> bool:
        moved = self._removed - (self._end - self._first) if index >= self._end else 0
        return self._html[index] != self._old.html[index + moved]

    def _settle(self, index: int) -> None:
        """Renders one block with all it takes from the others, again only if that says something new."""
        block, cell = self._blocks[index], self._cells[index]
        fragments = self._fragments if self._jumps(index) else {}
        places = self._places.get(index, {})
        used = uses(block.source, cell.mentions, self._names, places, fragments)
        known = self._sketches.get(index)
        made = known if known and used == cell.uses else piece(block, self._language, used)
        self._cells[index] = cell._replace(uses=used, trouble=made.trouble)
        html = made.html
        if block.kind is Kind.HEADING and html.startswith("<h"):
            html = f'{html[:3]} id="{self._identities[index]}"{html[3:]}'
        self._html[index] = html
