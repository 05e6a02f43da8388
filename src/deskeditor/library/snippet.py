"""The few words around a hit, so that one sees why an article was found."""

import re

from deskeditor.library.asking import fold

_BEFORE = 50
_LENGTH = 170
_MARKS = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)|^[#>:\-*+ \t]+|[*`~\\]+", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")

Hits = tuple[tuple[int, int], ...]


def snippet(texts: tuple[str, ...], words: tuple[re.Pattern[str], ...]) -> tuple[str, Hits]:
    """One line out of the first text with a hit (or its beginning), and the places of the hits in it."""
    for text in texts:
        folded = fold(text)
        for word in words:
            if found := word.search(folded):
                return _line(text, found.start(), words)
    return _line(texts[0], 0, words)


def _line(text: str, at: int, words: tuple[re.Pattern[str], ...]) -> tuple[str, Hits]:
    start = _start(text, at)
    cut = " ".join(_MARKS.sub(r"\1", text[start : start + 2 * _LENGTH]).split())
    line = cut if len(cut) <= _LENGTH else cut[:_LENGTH].rpartition(" ")[0] or cut[:_LENGTH]
    ends = start + 2 * _LENGTH < len(text) or len(line) < len(cut)
    shown = ("… " if start else "") + line + (" …" if ends else "")
    folded = fold(shown)
    spans = {m.start(): m.end() for word in words for m in word.finditer(folded)}
    return shown, tuple(sorted(spans.items()))


def _start(text: str, at: int) -> int:
    """Some words before the hit, but not before its paragraph."""
    start = max(at - _BEFORE, text.rfind("\n", 0, at) + 1)
    if start and text[start - 1] != "\n" and (space := text.find(" ", start, at)) >= 0:
        return space + 1
    return start
