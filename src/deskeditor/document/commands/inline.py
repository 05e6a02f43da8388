"""The marks inside one paragraph: where bold, italic, struck text, code and links begin and end."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a span is to a reader."""

    BOLD = "bold"
    ITALIC = "italic"
    STRIKE = "strike"
    CODE = "code"
    LINK = "link"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Span:
    """Marked words from `inner` to `inner_end`, with their markers from `start` to `end`."""

    kind: Kind
    start: int
    inner: int
    inner_end: int
    end: int
    sign: str

    @property
    def markers(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The ranges of both markers."""
        return (self.start, self.inner), (self.inner_end, self.end)

    def touches(self, start: int, end: int) -> bool:
        """Whether it shares a character or a border with a range."""
        return self.start <= end and start <= self.end

    def crosses(self, start: int, end: int) -> bool:
        """Whether a range begins inside and ends outside, or the other way round, or cuts a marker."""
        apart = end <= self.start or self.end <= start
        inside = self.inner <= start and end <= self.inner_end
        around = start <= self.start and self.end <= end
        return not (apart or inside or around)


_TOKEN = re.compile(r"\\.|`+|<[A-Za-z/][^<>\n]*>|!?\[|\]|\*+|_+|~~+", re.DOTALL)
_TARGET = r"(?:<[^<>\n]*>|[^\s()\\]*(?:(?:\\.|\([^()\n]*\))[^\s()\\]*)*)"
_TITLE = r"""(?:[ \t]+(?:"[^\n]{0,400}?"|'[^\n]{0,400}?'))?"""
_ADDRESS = re.compile(rf"\([ \t]*{_TARGET}{_TITLE}[ \t]*\)|\[[^\[\]\n]*\]")
_LONGEST = 8_000


def spans_of(text: str, start: int, end: int, near: int) -> tuple[Span, ...]:
    """The spans of the paragraph from `start` to `end`; of an endless one, those around the place `near`."""
    start, end = max(start, near - _LONGEST), min(end, near + _LONGEST)
    return tuple(_Reading(text, start, end).spans())


def _whole(kind: Kind, start: int, end: int, sign: str) -> Span:
    """A span that is all marker: nothing inside it can be marked by itself."""
    return Span(kind, start, end, end, end, sign)


@dataclass(slots=True)
class _Run:
    """Some `*`, `_` or `~` in a row that may open or close marks; shrinks as they are used up."""

    sign: str
    position: int
    count: int
    opens: bool
    closes: bool


class _Reading:
    """One pass over a paragraph."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._runs: dict[str, list[_Run]] = {"*": [], "_": [], "~": []}
        self._brackets: list[tuple[int, int]] = []
        self._ticks: dict[int, list[int]] = {}
        for ticks in re.compile("`+").finditer(text, start, end):
            self._ticks.setdefault(len(ticks[0]), []).append(ticks.start())

    def spans(self) -> Iterator[Span]:
        at = self._start
        while token := _TOKEN.search(self._text, at, self._end):
            at = token.end()
            first = token[0][0]
            if first in "*_~":
                yield from self._mark(token[0], token.start())
            elif first in "`]":
                span = self._code(token) if first == "`" else self._link(token.start())
                if span is not None:
                    yield span
                    at = span.end
            elif token[0].endswith("["):
                self._brackets.append((token.start(), token.end()))
            elif first == "<" and "://" in token[0]:
                yield _whole(Kind.LINK, token.start(), token.end(), "<")

    def _code(self, token: re.Match[str]) -> Span | None:
        same = self._ticks.get(len(token[0]), [])
        following = bisect_right(same, token.start())
        if following == len(same):
            return None
        return _whole(Kind.CODE, token.start(), same[following] + len(token[0]), "`")

    def _link(self, close: int) -> Span | None:
        if not self._brackets:
            return None
        start, inner = self._brackets.pop()
        address = _ADDRESS.match(self._text, close + 1, self._end)
        if address is None:
            return None
        self._forget(start)
        if self._text[start] == "!":
            return _whole(Kind.PICTURE, start, address.end(), "!")
        return Span(Kind.LINK, start, inner, close, address.end(), "[")

    def _mark(self, signs: str, position: int) -> Iterator[Span]:
        run = self._run(signs, position)
        while run.closes and run.count:
            opener = self._opener(run)
            if opener is None:
                break
            size = 2 if min(opener.count, run.count) >= 2 else 1
            opener.count -= size
            begin = opener.position + opener.count
            kind = Kind.STRIKE if run.sign == "~" else (Kind.BOLD if size == 2 else Kind.ITALIC)
            yield Span(kind, begin, begin + size, run.position, run.position + size, run.sign)
            run.position += size
            run.count -= size
        if run.opens and run.count:
            self._runs[run.sign].append(run)

    def _opener(self, run: _Run) -> _Run | None:
        """The nearest run that the closing one can answer; what was opened since then is only text."""
        for opener in reversed(self._runs[run.sign]):
            both = opener.closes or run.opens
            odd = both and (opener.count + run.count) % 3 == 0 and (opener.count % 3 or run.count % 3)
            if opener.count and not odd:
                self._forget(opener.position + 1)
                return opener
        return None

    def _forget(self, position: int) -> None:
        """What was opened from a position on stays text: something around it has been closed."""
        for runs in self._runs.values():
            while runs and runs[-1].position >= position:
                runs.pop()

    def _run(self, signs: str, position: int) -> _Run:
        before = self._text[position - 1] if position > self._start else " "
        behind = self._text[position + len(signs)] if position + len(signs) < self._end else " "
        opens, closes = not behind.isspace(), not before.isspace()
        if signs[0] == "_":
            opens, closes = opens and not is_wordlike(before), closes and not is_wordlike(behind)
        if signs[0] == "~" and len(signs) != 2:
            opens = closes = False
        return _Run(signs[0], position, len(signs), opens, closes)


def is_wordlike(character: str) -> bool:
    """Whether a character is part of a word: letters, digits, and the marks that combine with them."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def word_at(text: str, position: int) -> tuple[int, int]:
    """Where the word begins and ends that a caret stands in or at; an empty range where there is none."""
    start = end = position
    while start > max(0, position - _LONGEST) and _joins_word(text[start - 1]):
        start -= 1
    while end < min(len(text), position + _LONGEST) and _joins_word(text[end]):
        end += 1
    while start < end and not is_wordlike(text[start]):
        start += 1
    while end > start and not is_wordlike(text[end - 1]):
        end -= 1
    return (start, end) if start <= position <= end else (position, position)


def _joins_word(character: str) -> bool:
    return is_wordlike(character) or character in "'’-\u2010\u2011\u200c\u200d"
