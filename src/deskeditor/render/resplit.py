"""Splitting an edited text again only where the edit can have changed anything."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from deskeditor.render import shapes
from deskeditor.render.blocks import Block, Scan, Wait
from deskeditor.render.offsets import Offsets

LOOK = 3
"""Lines that the end of a block may depend on below it."""


class Edit(NamedTuple):
    """`removed` code points at `start` gave way to `inserted`."""

    start: int
    removed: int
    inserted: str


class Source(NamedTuple):
    """The blocks of a text and where they begin; `unfinished` is the first that waits for an end, or -1."""

    blocks: Sequence[Block]
    offsets: Offsets
    unfinished: int


class Change(NamedTuple):
    """The blocks from `first` to `last`, not included, gave way to `blocks`."""

    first: int
    last: int
    blocks: tuple[Block, ...]


class _Window(NamedTuple):
    """The part that is split again: old blocks from `first` to `last`, and their text after the edit."""

    first: int
    last: int
    text: str


def resplit(source: Source, edit: Edit) -> Change:
    """What the edit does to the blocks, as small as it is."""
    begin = source.offsets.index_at(edit.start)
    end = source.offsets.index_at(edit.start + edit.removed) + 1
    first = _step_back(source.blocks, begin)
    waiting = source.unfinished
    if 0 <= waiting < first and _touches_structure(source, edit, first, end):
        first = waiting
    reach = 2
    while True:
        window = _window(source, edit, first, min(end + reach, len(source.blocks)))
        scan = Scan(window.text)
        blocks = scan.blocks()
        needed = _far_end(source.blocks, window.last, scan.waits)
        if needed > window.last:
            reach = max(needed - end, 2 * reach)
            continue
        change = _joined(source, edit, window, blocks)
        if change is not None:
            return _trimmed(source.blocks, change)
        reach *= 4


def _step_back(blocks: Sequence[Block], index: int) -> int:
    """A block so far above that no end of a block before it can depend on the edited one."""
    lines = 0
    while index > 0 and lines < LOOK:
        index -= 1
        lines += blocks[index].source.count("\n")
    return index


def _touches_structure(source: Source, edit: Edit, first: int, last: int) -> bool:
    """Whether the edit adds or takes a line that something half-typed above may be waiting for."""
    window = _window(source, edit, first, last)
    before = "".join(block.source for block in source.blocks[first:last])
    return shapes.STRUCTURE.findall(before) != shapes.STRUCTURE.findall(window.text)


def _window(source: Source, edit: Edit, first: int, last: int) -> _Window:
    text = "".join([block.source for block in source.blocks[first:last]])
    start = edit.start - source.offsets.start(first)
    return _Window(first, last, text[:start] + edit.inserted + text[start + edit.removed :])


def _far_end(blocks: Sequence[Block], last: int, waits: Sequence[Wait]) -> int:
    """The block after the nearest one below the window that may end what is open in it."""
    if not waits or last == len(blocks):
        return last
    rest = "".join([block.source for block in blocks[last:]])
    places = [found.end() for wait in waits if (found := wait.pattern.search(rest))]
    if not places:
        return last
    ends = list(accumulate(len(block.source) for block in blocks[last:]))
    return last + 1 + next(index for index, end in enumerate(ends) if end >= min(places))


def _joined(source: Source, edit: Edit, window: _Window, blocks: tuple[Block, ...]) -> Change | None:
    """The change up to the first place below the edit where old and new blocks begin alike, if in sight."""
    if window.last == len(source.blocks):
        return Change(window.first, window.last, blocks)
    base = source.offsets.start(window.first)
    delta = len(edit.inserted) - edit.removed
    edited = edit.start + edit.removed
    old = {source.offsets.start(index): index for index in range(window.first, window.last)}
    position, length = 0, len(window.text)
    for count, block in enumerate(blocks, start=1):
        position += len(block.source)
        before = base + position - delta
        index = old.get(before)
        if index is not None and before >= edited and _in_sight(window.text, position, length):
            return Change(window.first, index, blocks[:count])
    return None


def _in_sight(text: str, position: int, length: int) -> bool:
    """Whether all lines that a block's end there can depend on are in the window."""
    for _ in range(LOOK):
        position = text.find("\n", position, length) + 1
        if not position:
            return False
    return True


def _trimmed(blocks: Sequence[Block], change: Change) -> Change:
    """The change without the blocks that it leaves as they were."""
    first, last, new = change
    head = 0
    while head < len(new) and first + head < last and new[head] == blocks[first + head]:
        head += 1
    tail = 0
    while tail < len(new) - head and last - tail > first + head and new[-1 - tail] == blocks[last - tail - 1]:
        tail += 1
    return Change(first + head, last - tail, new[head : len(new) - tail])
