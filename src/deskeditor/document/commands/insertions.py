"""Blocks that are put between the paragraphs: read-also cards and pictures."""

import re

from deskeditor.document.commands.containers import container_around
from deskeditor.document.commands.edits import Edit, edited
from deskeditor.document.commands.lines import Line, line_at, lines_below, selected_lines
from deskeditor.document.commands.links import escaped
from deskeditor.document.model import ArticleId, Picture, Selection
from deskeditor.document.state import EditorState
from deskeditor.document.text import clean
from deskeditor.document.transaction import Transaction

_BRACKET = re.compile(r"[\\\[\]]")
_ESCAPED = r"\\\g<0>"


def read_also(state: EditorState, headline: str, article: ArticleId | None = None) -> Transaction | None:
    """Put a card for another story below the block of the caret; without an article it waits for one."""
    words = " ".join(clean(headline).split()).lstrip(": ")
    if not words:
        return None
    line = words if article is None else f"[{_BRACKET.sub(_ESCAPED, words)}](article:{article})"
    return _insert_block(state, f"::: read-also\n{line}\n:::")


def insert_picture(state: EditorState, picture: Picture) -> Transaction | None:
    """Put a picture as a paragraph of its own below the block of the caret."""
    title = f' "{_quotable(picture.caption)}"' if picture.caption.strip() else ""
    credit = f'{{credit="{_quotable(picture.credit)}"}}' if picture.credit.strip() else ""
    return _insert_block(state, f"![{escaped(picture.alt)}](media:{picture.media}{title}){credit}")


def _insert_block(state: EditorState, source: str) -> Transaction | None:
    """The block with one blank line on either side, and the caret in the paragraph below it."""
    text, head = state.document.text, state.selection.head
    if not selected_lines(text, Selection(head, head)):
        return None
    begin, end = _gap_below(text, head)
    new = f"\n\n{source}\n\n" if begin else f"{source}\n\n"
    caret = begin + len(new)
    return edited(state, [Edit(begin, end, new)], Selection(caret, caret))


def _gap_below(text: str, position: int) -> tuple[int, int]:
    """The line breaks below the block of a position, or around the position on a blank line."""
    container = container_around(text, position)
    line = line_at(text, position)
    end = container[1] if container else _block_end(text, line)
    begin = line.start if line.is_blank() and not container else end
    while begin > 0 and text[begin - 1] == "\n":
        begin -= 1
    while end < len(text) and text[end] == "\n":
        end += 1
    return begin, end


def _block_end(text: str, last: Line) -> int:
    """Where the block of a line ends: its list, its quote or its paragraph."""
    if last.heading or last.is_blank():
        return last.end
    blank = False
    for line in lines_below(text, last):
        if not line.text.strip():
            blank = True
        elif _begins_block(line) or (blank and not (_goes_on(last) and _goes_on(line))):
            break
        else:
            last, blank = line, False
    return last.end


def _begins_block(line: Line) -> bool:
    return bool(line.heading and not line.indent) or line.text.startswith((":::", "```", "~~~"))


def _goes_on(line: Line) -> bool:
    return bool(line.marker or line.indent) and not line.quote


def _quotable(words: str) -> str:
    """Words between straight quotes: their own straight quotes become typographic ones."""
    pieces = escaped(words).split('"')
    return "".join(piece + ("“" if index % 2 == 0 else "”") for index, piece in enumerate(pieces))[:-1]
