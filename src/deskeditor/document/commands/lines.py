"""The lines that a command works on, taken apart; nothing here reads more of the text than it must."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import merge

from deskeditor.document.model import Selection

_PREFIX = re.compile(
    r"(?P<quote>(?:[ ]{0,3}>[ \t]?)*)(?P<indent>[ \t]*)"
    r"(?P<marker>(?:[-+*]|[0-9]{1,9}\.)(?:[ \t]+|$))?(?P<heading>#{1,6}(?:[ \t]+|$))?"
    r"(?P<note>\[\^[^\]\n]+\]:[ \t]*)?"
)
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_OPENING = re.compile(r"(`{3,60})(?!`)[^`\n]*(?:\n|$)|(~{3,60})(?!~)")
_BLANKS = " \t\r"  # a no-break space is a letter of the writer
_LONGEST_LIST = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line, and what stands before its words: quote marks, indentation, a list marker, a heading's."""

    start: int
    text: str
    quote: str = ""
    indent: str = ""
    marker: str = ""
    heading: str = ""
    note: str = ""

    @property
    def end(self) -> int:
        """Where its line break is, or the text ends."""
        return self.start + len(self.text)

    @property
    def prefix(self) -> str:
        """Everything before the words."""
        return self.quote + self.indent + self.marker + self.heading + self.note

    @property
    def content(self) -> int:
        """Where its words begin."""
        return self.start + len(self.prefix)

    @property
    def words(self) -> str:
        """What stands behind the prefix."""
        return self.text[len(self.prefix) :]

    @property
    def number(self) -> int | None:
        """The number of a numbered item, None for any other line."""
        digits = self.marker.strip().rstrip(".")
        return int(digits) if digits.isdecimal() else None

    @property
    def width(self) -> int:
        """How far it is indented, a tab counting as four."""
        return len(self.indent.expandtabs(4))

    def is_blank(self) -> bool:
        """Whether it ends a paragraph: nothing but space, or quote marks and space."""
        return not self.prefix.strip("> \t") and not self.words.strip(_BLANKS)

    def is_plain(self) -> bool:
        """Whether it is a line of a paragraph that nothing stands before."""
        return not (self.prefix or self.is_blank() or self.words.startswith(("```", "~~~", ":::")))

    def is_rule(self) -> bool:
        """Whether it is a thematic break, or makes a heading of the line above."""
        return bool(_RULE.fullmatch(self.words) or _UNDERLINE.fullmatch(self.words))


def line_of(start: int, text: str) -> Line:
    """The line taken apart; a thematic break is all words."""
    found = _PREFIX.match(text)
    assert found is not None  # every part may be empty
    quote = found["quote"]
    if _RULE.fullmatch(text, len(quote)):
        return Line(start, text, quote)
    parts = (found[name] or "" for name in ("indent", "marker", "heading", "note"))
    return Line(start, text, quote, *parts)


def line_at(text: str, position: int) -> Line:
    """The line that the position is on."""
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return line_of(start, text[start : len(text) if end < 0 else end])


def line_before(text: str, line: Line) -> Line | None:
    """The line above, None for the first."""
    return line_at(text, line.start - 1) if line.start else None


def line_after(text: str, line: Line) -> Line | None:
    """The line below, None for the last."""
    return line_at(text, line.end + 1) if line.end < len(text) else None


def lines_above(text: str, line: Line) -> Iterator[Line]:
    """The lines above, nearest first, no more than a list can have."""
    for _ in range(_LONGEST_LIST):
        above = line_before(text, line)
        if above is None:
            return
        yield above
        line = above


def lines_below(text: str, line: Line) -> Iterator[Line]:
    """The lines below, nearest first, no more than a list can have."""
    for _ in range(_LONGEST_LIST):
        below = line_after(text, line)
        if below is None:
            return
        yield below
        line = below


def selected_lines(text: str, selection: Selection) -> tuple[Line, ...]:
    """Every line that something is selected of, outside code; the caret's line where nothing is."""
    return tuple(each_selected_line(text, selection))


def each_selected_line(text: str, selection: Selection) -> Iterator[Line]:
    """The selected lines one by one, for those who may have seen enough before the last."""
    end = selection.end
    if end > selection.start and text[end - 1] == "\n":
        end -= 1
    line: Line | None = line_at(text, selection.start)
    last = text.find("\n", end)
    code = iter(fences(text, selection.start, len(text) if last < 0 else last))
    start, stop = next(code, (len(text) + 1, len(text) + 1))
    while line is not None and line.start <= end:
        while stop < line.start:
            start, stop = next(code, (len(text) + 1, len(text) + 1))
        if line.start < start:
            yield line
        line = line_after(text, line)


def paragraph_around(text: str, line: Line) -> tuple[int, int]:
    """Where the words begin and end that are read together with those of the line."""
    if not line.is_plain():
        return line.content, line.end
    first = last = line
    for above in lines_above(text, line):
        if not above.is_plain():
            break
        first = above
    for below in lines_below(text, line):
        if not below.is_plain():
            break
        last = below
    return first.start, last.end


def fences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The fenced code that touches a range, fences included; one that is never closed is no code yet.

    Whether a place is in code depends on all the text above it: only `str.find` walks over that.
    """
    spans: list[tuple[int, int]] = []
    after = 0
    never_closed = {"`": 61, "~": 61}  # from how many signs on no line closes them
    for hit in merge(line_starts(text, "```", end), line_starts(text, "~~~", end)):
        opening = _OPENING.match(text, hit) if hit >= after else None
        fence = opening[1] or opening[2] if opening else ""
        if not fence or len(fence) >= never_closed[fence[0]]:
            continue
        close = _closing(text, hit + len(fence), fence)
        if close is None:
            never_closed[fence[0]] = len(fence)
            continue
        after = close
        if close >= start:
            spans.append((hit, close))
    return spans


def line_starts(text: str, sign: str, end: int) -> Iterator[int]:
    """Where lines begin with a sign, as far as `end`."""
    if text.startswith(sign):
        yield 0
    # One character is sought at memory speed, several are not: most texts have none of these at all.
    first = text.find(sign[0], 0, end)
    at = text.find(f"\n{sign}", max(0, first - 1), end) if first >= 0 else -1
    while at >= 0:
        yield at + 1
        at = text.find(f"\n{sign}", at + 1, end)


def _closing(text: str, position: int, fence: str) -> int | None:
    """Where the line ends that closes a fence, None where no line does."""
    at = text.find(f"\n{fence}", position)
    while at >= 0:
        end = text.find("\n", at + 1)
        end = len(text) if end < 0 else end
        if not text[at + 1 : end].lstrip(fence[0]).strip(_BLANKS):
            return end
        at = text.find(f"\n{fence}", at + 1)
    return None
