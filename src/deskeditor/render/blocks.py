"""The pre-splitter: Markdown cut into top-level source blocks whose texts, joined, are the text again.

Where a block begins depends on nothing above it, which is what lets an edit be split again locally.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from deskeditor.render import shapes
from deskeditor.render.shapes import blank, indented


class Kind(StrEnum):
    """What a source block is; definitions and blanks show nothing where they stand."""

    BLANK = "blank"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    FENCE = "fence"
    RULE = "rule"
    HTML = "html"
    CONTAINER = "container"
    REFERENCE = "reference"
    FOOTNOTE = "footnote"
    ABBREVIATION = "abbreviation"


class Block(NamedTuple):
    """One top-level piece of the source, with the blank lines after it.

    `name` is a container's name or a definition's label; `open` says that something half-typed in it
    waits for an end that may come anywhere below.
    """

    kind: Kind
    source: str
    name: str = ""
    open: bool = False


class Wait(NamedTuple):
    """An opener without an end: what would end it, as found by `pattern`."""

    pattern: re.Pattern[str]


class Extent(NamedTuple):
    """How far a construct goes: up to line `end`, not included."""

    kind: Kind
    end: int
    name: str = ""


Test = Callable[[int], Extent | None]

CONTAINER_LINE = re.compile(r"^:::", re.MULTILINE)
COMMENT_END = re.compile(r"-->")


def split(text: str) -> tuple[Block, ...]:
    """The blocks of the text, in order; their sources joined are the text."""
    return Scan(text).blocks()


class Scan:
    """One pass over the lines of a text; `waits` holds what was opened and never closed."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.waits: list[Wait] = []
        lines = text.split("\n")
        if not lines[-1]:
            lines.pop()
        self._lines = lines
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        self._found: dict[str, tuple[int, int]] = {}
        self._pairs: dict[str, dict[int, int]] = {}
        html = (self._html,)
        fence = (self._fence,)
        bullet = (self._list,)
        self._tests: dict[str, tuple[Test, ...]] = {
            "`": fence,
            "~": fence,
            ":": (self._container,),
            "#": (self._heading,),
            ">": (self._quote,),
            "<": html,
            "[": (self._definition,),
            "*": (self._rule, self._definition, self._list),
            "-": (self._rule, self._list),
            "_": (self._rule,),
            "+": bullet,
            **dict.fromkeys("0123456789", bullet),
        }

    def blocks(self) -> tuple[Block, ...]:
        """All blocks; joined, the text."""
        return tuple(self._each())

    def _each(self) -> Iterator[Block]:
        lines, starts, text = self._lines, self._starts, self.text
        count = len(lines)
        line = self._after_blanks(0)
        if line:
            yield Block(Kind.BLANK, text[: starts[line]])
        while line < count:
            waiting = len(self.waits)
            extent = self._extent(line)
            end = self._after_blanks(extent.end)
            source = text[starts[line] : starts[end]]
            yield Block(extent.kind, source, extent.name, len(self.waits) > waiting)
            line = end

    def _after_blanks(self, line: int) -> int:
        lines, count = self._lines, len(self._lines)
        while line < count and blank(lines[line]):
            line += 1
        return line

    def _extent(self, line: int) -> Extent:
        text = self._lines[line]
        if indented(text):
            return Extent(Kind.CODE, self._indented_until(line + 1))
        for test in self._tests.get(text.lstrip(" ")[0], ()):
            extent = test(line)
            if extent is not None:
                return extent
        return self._table(line) or self._setext(line) or self._paragraph(line)

    def _interrupts(self, line: int) -> bool:
        """Whether a paragraph ends before this line though no blank line stands between."""
        text = self._lines[line]
        first = text[0] if text[0] != " " else text.lstrip(" ")[0]
        if first not in self._tests or indented(text):
            return False
        if first == ">":
            return True
        if first in "[*" and any(shape.match(text) for shape in shapes.DEFINITIONS):
            return True
        if first in "*+-0123456789":
            return any(shape.match(text) for shape in shapes.ITEMS_AND_RULES)
        return first != "[" and any(test(line) is not None for test in self._tests[first])

    def _until_blank(self, line: int) -> int:
        lines, count = self._lines, len(self._lines)
        while line < count and not blank(lines[line]):
            line += 1
        return line

    def _lazy_until(self, line: int) -> int:
        """The end of the lines that go on where no blank line and no other construct stands."""
        lines, count = self._lines, len(self._lines)
        while line < count and not blank(lines[line]) and not self._interrupts(line):
            line += 1
        return line

    def _indented_until(self, line: int) -> int:
        """The end of indented lines, blank lines between them included."""
        lines, count, end = self._lines, len(self._lines), line
        while line < count:
            if indented(lines[line]) and not blank(lines[line]):
                end = line + 1
            elif not blank(lines[line]):
                break
            line += 1
        return end

    def _paragraph(self, line: int) -> Extent:
        return Extent(Kind.PARAGRAPH, self._lazy_until(line + 1))

    def _setext(self, line: int) -> Extent | None:
        following = line + 1
        if following < len(self._lines) and shapes.SETEXT.match(self._lines[following]):
            return Extent(Kind.HEADING, following + 1)
        return None

    def _table(self, line: int) -> Extent | None:
        following = line + 1
        if "|" not in self._lines[line] or following >= len(self._lines):
            return None
        separator = self._lines[following]
        if "|" in separator and "-" in separator and shapes.SEPARATOR.match(separator):
            return Extent(Kind.TABLE, self._until_blank(following + 1))
        return None

    def _heading(self, line: int) -> Extent | None:
        return Extent(Kind.HEADING, line + 1) if shapes.HEADING.match(self._lines[line]) else None

    def _rule(self, line: int) -> Extent | None:
        return Extent(Kind.RULE, line + 1) if shapes.RULE.match(self._lines[line]) else None

    def _quote(self, line: int) -> Extent | None:
        lines, count = self._lines, len(self._lines)
        end = line + 1
        while end < count and not blank(lines[end]):
            if not shapes.QUOTE.match(lines[end]) and self._interrupts(end):
                break
            end += 1
        return Extent(Kind.QUOTE, end)

    def _list(self, line: int) -> Extent | None:
        marker = shapes.BULLET if shapes.BULLET.match(self._lines[line]) else shapes.NUMBER
        begun = marker.match(self._lines[line])
        if not begun:
            return None
        inside = " " * begun.end()
        lines, count = self._lines, len(self._lines)
        end = line + 1
        while end < count:
            if not blank(lines[end]):
                item = marker.match(lines[end]) and not shapes.RULE.match(lines[end])
                if not item and not lines[end].startswith(inside) and self._interrupts(end):
                    break
                end += 1
                continue
            after = self._after_blanks(end)
            if after == count:
                break
            child = lines[after].startswith(inside) or indented(lines[after])
            if not (child or marker.match(lines[after])) or shapes.RULE.match(lines[after]):
                break
            end = after
        return Extent(Kind.LIST, end)

    def _definition(self, line: int) -> Extent | None:
        text = self._lines[line]
        if found := shapes.FOOTNOTE.match(text):
            end = self._lazy_until(line + 1)
            return Extent(Kind.FOOTNOTE, self._indented_until(end), found["label"])
        if found := shapes.REFERENCE.match(text):
            return Extent(Kind.REFERENCE, line + 1, " ".join(found["label"].lower().split()))
        if found := shapes.ABBREVIATION.match(text):
            return Extent(Kind.ABBREVIATION, line + 1, found["label"].strip())
        return None

    def _fence(self, line: int) -> Extent | None:
        found = shapes.FENCE.match(self._lines[line])
        if not found or (found["fence"][0] == "`" and "`" in found["info"]):
            return None
        fence = found["fence"]
        below = self._starts[line + 1] - 1
        end = self._search("\n" + fence, below, lambda at: self._ends_fence(at, fence[0]))
        if end < 0:
            self.waits.append(Wait(re.compile(rf"^{re.escape(fence)}", re.MULTILINE)))
            return None
        return Extent(Kind.FENCE, self._line_at(end + 1) + 1, found["info"].strip())

    def _ends_fence(self, at: int, letter: str) -> bool:
        end = self.text.find("\n", at + 1)
        rest = self.text[at + 1 : end if end >= 0 else len(self.text)]
        return not rest.lstrip(letter).strip(shapes.BLANKS)

    def _container(self, line: int) -> Extent | None:
        found = shapes.CONTAINER.match(self._lines[line])
        if not found or found["name"] not in shapes.CONTAINER_NAMES:
            return None
        end = self._search("\n:::", self._starts[line + 1] - 1, lambda _: True)
        # Colons that open another box end nothing, so that a half-typed one takes nothing.
        if end < 0 or self._lines[self._line_at(end + 1)].rstrip(shapes.BLANKS) != ":::":
            self.waits.append(Wait(CONTAINER_LINE))
            return None
        return Extent(Kind.CONTAINER, self._line_at(end + 1) + 1, found["name"])

    def _html(self, line: int) -> Extent | None:
        text = self._lines[line]
        if shapes.HTML_COMMENT.match(text):
            end = self._search("-->", self._starts[line] + text.index("<!--") + 4, lambda _: True)
            if end < 0:
                self.waits.append(Wait(COMMENT_END))
                return None
            return Extent(Kind.HTML, self._line_at(end) + 1)
        found = shapes.HTML_TAG.match(text)
        if not found or found["tag"].lower() not in shapes.BLOCK_TAGS:
            return None
        return self._element(line, found)

    def _element(self, line: int, found: re.Match[str]) -> Extent | None:
        tag, start = found["tag"].lower(), self._starts[line]
        if found["close"]:
            return Extent(Kind.HTML, line + 1)
        complete = shapes.COMPLETE_TAG.match(self.text, start, start + shapes.LONGEST_TAG)
        if not complete or "\n\n" in complete[0]:
            return None
        if tag in shapes.VOID_TAGS:
            return Extent(Kind.HTML, self._line_at(complete.end() - 1) + 1)
        end = self._pair(tag, start + found.start("tag") - 1)
        if end >= 0:
            return Extent(Kind.HTML, self._line_at(end) + 1)
        self.waits.append(Wait(re.compile(rf"</{tag}", re.IGNORECASE)))
        return Extent(Kind.HTML, max(self._until_blank(line), self._line_at(complete.end() - 1) + 1))

    def _pair(self, tag: str, start: int) -> int:
        """Where the element begun at `start` is closed, or -1; all of one tag cost two passes at most."""
        if tag in self._pairs:
            return self._pairs[tag].get(start, -1)
        pattern = re.compile(rf"<(/?){tag}(?=[\s/>])", re.IGNORECASE)
        raw = tag in shapes.RAW_TEXT_TAGS
        depth = 0
        for mark in pattern.finditer(self.text, start):
            depth += -1 if mark[1] else 1 if not raw or not depth else 0
            if not depth:
                return mark.end()
        self._pairs[tag] = self._all_pairs(pattern, start)
        return self._pairs[tag].get(start, -1)

    def _all_pairs(self, pattern: re.Pattern[str], start: int) -> dict[int, int]:
        pairs: dict[int, int] = {}
        opened: list[int] = []
        for mark in pattern.finditer(self.text, start):
            if not mark[1]:
                opened.append(mark.start())
            elif opened:
                pairs[opened.pop()] = mark.end()
        return pairs

    def _search(self, needle: str, start: int, accept: Callable[[int], bool]) -> int:
        """The next accepted place of the needle, or -1; asked in rising order, a text is searched once."""
        since, found = self._found.get(needle, (0, 0))
        if since <= start and (found < 0 or found >= start) and needle in self._found:
            return found
        at = self.text.find(needle, start)
        while at >= 0 and not accept(at):
            at = self.text.find(needle, at + 1)
        self._found[needle] = (start, at)
        return at

    def _line_at(self, position: int) -> int:
        return bisect_right(self._starts, position) - 1
