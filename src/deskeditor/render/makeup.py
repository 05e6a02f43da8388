"""Making up the page: which fragments a change of blocks renders again, and which it leaves."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
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
    unlike,
    uses,
)
from deskeditor.render.patch import Patch
from deskeditor.render.pieces import Piece, piece
from deskeditor.render.rendered import (
    DEFINITION,
    HEADING,
    JUMPS,
    MENTIONS,
    NOTES,
    UNFINISHED,
    Cell,
    Rendering,
    masked,
)
from deskeditor.render.resplit import Change

FEW = 8
"""Up to so many blocks, a heading's place is counted for each; beyond, all are listed once."""
DEFINITIONS = frozenset({Kind.REFERENCE, Kind.FOOTNOTE, Kind.ABBREVIATION})


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
        | (JUMPS if any(label[0] == "#" for label in mentioned) else 0)
        | (UNFINISHED if block.open else 0)
    )


class _Makeup:
    """One change on its way to the page. Nothing here walks through all blocks for an ordinary keystroke."""

    def __init__(self, old: Rendering, change: Change) -> None:
        self._old = old
        self._language = old.context.language
        self._first, self._last, new = change
        self._end, self._new = self._first + len(new), new
        mentioned = [
            frozenset[str]() if block.kind in DEFINITIONS else mentions(block.source) for block in new
        ]
        self._gone = old.flags[self._first : self._last]
        self._added = bytes(_flags(block, found) for block, found in zip(new, mentioned, strict=True))
        self._flags = old.flags[: self._first] + self._added + old.flags[self._last :]
        self._blocks = old.blocks.replaced(self._first, self._last, new)
        self._names, self._ids, self._headings = old.names, old.ids, old.headings
        self._tail, self._numbering = old.tail, old.numbering
        self._cells = {
            index: Cell(found, NOTHING, (), "", "")
            for index, found in enumerate(mentioned, start=self._first)
        }
        self._html = dict.fromkeys(self._cells, "")
        self._again = {
            index for index, block in enumerate(new, start=self._first) if block.kind not in DEFINITIONS
        }
        self._sketches: dict[int, Piece] = {}
        self._places: dict[int, dict[str, Place]] = {}

    def _cell(self, index: int) -> Cell:
        found = self._cells.get(index)
        return self._old.cells[self._before(index)] if found is None else found

    def _block(self, index: int) -> Block:
        return self._new[index - self._first] if self._is_new(index) else self._blocks[index]

    def _before(self, index: int) -> int:
        """Where a block that stays stood before the change."""
        return index if index < self._first else index + self._last - self._end

    def _touched(self, flag: int) -> bool:
        """Whether a block that carries the flag came or went."""
        return 1 in masked(self._gone, flag) or 1 in masked(self._added, flag)

    def _flagged(self, flag: int) -> Iterator[int]:
        carried = masked(self._flags, flag)
        at = carried.find(1)
        while at >= 0:
            yield at
            at = carried.find(1, at + 1)

    def sketch(self) -> None:
        """Learns what the new blocks refer to, and which others a changed definition touches."""
        if self._touched(DEFINITION):
            self._names = gather(self._blocks[index] for index in self._flagged(DEFINITION))
            self._again.update(self._touched_by_names())
        for index in self._again:
            block, cell = self._block(index), self._cell(index)
            used = discovered(block.source, cell.mentions, self._names, {})
            made = piece(block, self._language, used)
            name = heading_name(made.html) if block.kind is Kind.HEADING else ""
            self._cells[index] = Cell(cell.mentions, used, made.notes, name, made.trouble)
            self._sketches[index] = made

    def _touched_by_names(self) -> Iterator[int]:
        labels = self._old.names.changed(self._names)
        if labels:
            yield from (index for index in self._flagged(MENTIONS) if self._cell(index).mentions & labels)
        shorts = dict.fromkeys(self._old.names.changed_abbreviations(self._names), "")
        if shorts:
            yield from (
                index
                for index, block in enumerate(self._blocks)
                if block.kind not in DEFINITIONS and abbreviations_in(block.source, shorts)
            )

    def name_headings(self) -> None:
        """Gives headings their ids, and finds the links that jump to them."""
        old = self._old
        renamed = [index for index in self._again if self._block(index).kind is Kind.HEADING]
        if not renamed and not self._touched(HEADING):
            return
        above = self._above
        below = len(old.headings) - above - masked(self._gone, HEADING).count(1)
        inside = sorted(index for index in renamed if self._is_new(index))
        names = [self._cells[index].name for index in inside]
        self._headings = (*old.headings[:above], *names, *old.headings[len(old.headings) - below :])
        elsewhere = {
            bisect_left(self._heading_places, index): self._cells[index].name
            for index in renamed
            if not self._is_new(index)
        }
        if elsewhere:
            self._headings = tuple(elsewhere.get(rank, name) for rank, name in enumerate(self._headings))
        if not elsewhere and self._unlike(names, old.headings[above : len(old.headings) - below]):
            self._ids = (*old.ids[:above], *heading_ids(names), *old.ids[len(old.ids) - below :])
        else:
            self._ids = heading_ids(self._headings)
        if self._ids != old.ids:
            self._follow_ids(above, below)

    def _unlike(self, new: Sequence[str], gone: Sequence[str]) -> bool:
        """Whether no two headings have one name, after the change and before it."""
        names = set(self._headings)
        if len(names) < len(self._headings) or not unlike(gone):
            return False
        names.difference_update(new)
        return names.isdisjoint(gone)

    def _follow_ids(self, above: int, below: int) -> None:
        """Finds the headings outside the change whose ids are others now, and all links that jump."""
        old, new = self._old.ids, self._ids
        for rank in (
            (*range(above), *range(len(new) - below, len(new))) if self._ids_moved(above, below) else ()
        ):
            if new[rank] != old[rank if rank < above else rank - len(new) + len(old)]:
                self._again.add(self._heading_places[rank])
        links = any(link.href.startswith("#") for link in self._names.links.values())
        self._again.update(
            index for index in self._flagged(MENTIONS if links else JUMPS) if self._jumps(index)
        )

    def _ids_moved(self, above: int, below: int) -> bool:
        old, new = self._old.ids, self._ids
        return old[:above] != new[:above] or old[len(old) - below :] != new[len(new) - below :]

    def _rank(self, index: int) -> int:
        """How many headings stand above a block."""
        if index < self._first:
            return masked(self._flags[:index], HEADING).count(1)
        return self._above + masked(self._flags[self._first : index], HEADING).count(1)

    @cached_property
    def _above(self) -> int:
        return masked(self._flags[: self._first], HEADING).count(1)

    @cached_property
    def _identities(self) -> dict[int, str]:
        return dict(zip(self._heading_places, self._ids, strict=True))

    @cached_property
    def _heading_places(self) -> list[int]:
        return list(self._flagged(HEADING))

    def _jumps(self, index: int) -> bool:
        """Whether the block may hold a link to a heading."""
        cell = self._cell(index)
        inside = any(label[0] == "#" for label in cell.mentions)
        return inside or any(link.href.startswith("#") for _, link in cell.uses.links)

    def number_notes(self) -> None:
        """Numbers the footnotes anew where a reference or a definition came or went."""
        moved = self._ids != self._old.ids and self._old.tail
        if not moved and not self._touched(DEFINITION) and not self._touched(NOTES):
            return
        numbers = Numbers()
        for index in self._flagged(NOTES):
            self._places[index] = numbers.take(self._cell(index).notes)
        around = Surroundings(self._language, self._names, self._fragments)
        self._tail, self._numbering = section(numbers, around)
        self._again.update(self._places)

    @cached_property
    def _fragments(self) -> dict[str, str]:
        return fragment_map(self._ids)

    def finish(self) -> tuple[Rendering, Patch]:
        """Renders what is to be rendered and compares it with what stood there."""
        for index in self._again:
            self._settle(index)
        elsewhere = [index for index in sorted(self._again) if not self._is_new(index)]
        differing = tuple((index, self._html[index]) for index in elsewhere if self._differs(index))
        fragments = tuple(self._html[index] for index in range(self._first, self._end))
        tail = None if self._tail == self._old.tail else self._tail
        return self._rendering(), Patch(self._first, self._last - self._first, fragments, differing, tail)

    def _rendering(self) -> Rendering:
        old, first, last = self._old, self._first, self._last
        new = range(first, self._end)
        return Rendering(
            context=old.context,
            blocks=self._blocks,
            html=old.html.replaced(first, last, [self._html.pop(index) for index in new]).with_items(
                self._html
            ),
            tail=self._tail,
            offsets=old.offsets.replaced(first, last, [len(block.source) for block in self._new]),
            names=self._names,
            cells=old.cells.replaced(first, last, [self._cells.pop(index) for index in new]).with_items(
                self._cells
            ),
            flags=self._flags,
            headings=self._headings,
            ids=self._ids,
            numbering=self._numbering,
        )

    def _is_new(self, index: int) -> bool:
        return self._first <= index < self._end

    def _differs(self, index: int) -> bool:
        return self._html[index] != self._old.html[self._before(index)]

    def _settle(self, index: int) -> None:
        """Renders one block with all it takes from the others, again only if that says something new."""
        block, cell = self._block(index), self._cell(index)
        fragments = self._fragments if self._jumps(index) else {}
        used = uses(block.source, cell.mentions, self._names, self._places.get(index, {}), fragments)
        made = self._sketches.get(index)
        if made is None or used != cell.uses:
            made = piece(block, self._language, used)
            self._cells[index] = cell._replace(uses=used, trouble=made.trouble)
        html = made.html
        if block.kind is Kind.HEADING and html.startswith("<h"):
            identity = self._identities[index] if len(self._again) > FEW else self._ids[self._rank(index)]
            html = f'{html[:3]} id="{identity}"{html[3:]}'
        self._html[index] = html
