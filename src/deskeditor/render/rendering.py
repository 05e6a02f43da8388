"""A text rendered block by block, and kept so that an edit renders only what it changed.

Law: `update` gives what `render` of the new text gives, and its patch makes the new page of the old one.
"""

from deskeditor.render.blocks import split
from deskeditor.render.footnotes import Numbering
from deskeditor.render.makeup import changed
from deskeditor.render.names import Names
from deskeditor.render.offsets import Offsets
from deskeditor.render.patch import Patch
from deskeditor.render.rendered import UNFINISHED, Context, Note, Rendering, masked
from deskeditor.render.resplit import Change, Edit, Source, resplit
from deskeditor.render.runs import Run

__all__ = ["Context", "Note", "Rendering", "block_at", "block_start", "render", "update"]

ENGLISH = Context()


def block_at(rendering: Rendering, position: int) -> int:
    """The block that holds a position of the text, 0 for an empty text."""
    return rendering.offsets.index_at(position)


def block_start(rendering: Rendering, index: int) -> int:
    """Where a block begins in the text."""
    return rendering.offsets.start(index)


def render(text: str, context: Context = ENGLISH) -> Rendering:
    """The whole text, rendered."""
    blocks = split(text)
    empty = Rendering(context, Run(), Run(), "", Offsets.of(()), Names(), Run(), b"", (), (), Numbering())
    return changed(empty, Change(0, 0, blocks))[0]


def update(rendering: Rendering, start: int, removed: int, inserted: str) -> tuple[Rendering, Patch]:
    """The text after an edit, rendered, and what that changes on the page."""
    if not rendering.blocks:
        return changed(rendering, Change(0, 0, split(inserted)))
    source = Source(rendering.blocks, rendering.offsets, masked(rendering.flags, UNFINISHED).find(1))
    return changed(rendering, resplit(source, Edit(start, removed, inserted)))
