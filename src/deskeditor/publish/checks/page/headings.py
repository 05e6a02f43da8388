"""The page has one first heading, the headline, and none below it jumps."""

from collections.abc import Iterator
from itertools import pairwise

from deskeditor.publish.checks.page.sheet import Sheet
from deskeditor.publish.checks.subject import Remark
from deskeditor.publish.checks.text import heading_order


def look(sheet: Sheet) -> Iterator[Remark]:
    """A jump within the story is said where it stands in the text, and not again here."""
    levels = [int(piece[0]) for piece in sheet.shown.split("<h")[1:] if piece[:1].isdecimal()]
    if levels.count(1) != 1:
        yield Remark(f"The page has {levels.count(1)} first headings; it needs one, the headline.")
    jumps = any(below > above + 1 for above, below in pairwise(levels))
    if jumps and not any(heading_order.look(sheet.subject.copy)):
        yield Remark("A heading of the page jumps over a level. See to the theme.")
