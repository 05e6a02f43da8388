"""What kind of change an edit is, and how grave."""

import re

from deskeditor.review.changes import Change, Kind, Risk
from deskeditor.review.risk import Risks
from deskeditor.review.words import Edit, Texts

_LINE_MARKERS = re.compile(r"^[ \t]*(?:(?:#{1,6}|[-*+]|\d+[.)]|>)(?:[ \t]+|$))+", re.MULTILINE)
_MARKERS = re.compile(r"[*_~`\\\s]+")
_AMID = "x"
"""Stands for the words before an edit that does not begin a line."""


class Judge:
    """Turns edits between two texts into changes."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._risks = Risks(texts)

    def moved(self, edit: Edit) -> Change:
        """A block at another place; what was edited inside it is told by changes of its own."""
        return self._change(edit, Kind.MOVE, Risk.WORDING)

    def of(self, edit: Edit) -> Change:
        """A change of the words or of nothing but their dress."""
        a, b = edit
        if self._is_dress(edit):
            return self._change(edit, Kind.FORMAT, Risk.WORDING)
        kind = Kind.REPLACE if len(a) and len(b) else Kind.DELETE if len(a) else Kind.INSERT
        return self._change(edit, kind, self._risks.of(edit))

    def _is_dress(self, edit: Edit) -> bool:
        """Whether nothing but Markdown markers and white space differs; an address is never dress."""
        a, b = edit
        old, new = a.of(self._texts.a), b.of(self._texts.b)
        if not (_begins_line(self._texts.a, a.start) and _begins_line(self._texts.b, b.start)):
            old, new = _AMID + old, _AMID + new
        return _bare(old) == _bare(new) and not self._risks.in_link(edit)

    def _change(self, edit: Edit, kind: Kind, risk: Risk) -> Change:
        a, b = edit
        return Change(kind, risk, a, b, a.of(self._texts.a), b.of(self._texts.b))


def _begins_line(text: str, position: int) -> bool:
    return position == 0 or text[position - 1] == "\n"


def _bare(text: str) -> str:
    """The text without markers; those of a line count only where a line begins."""
    return _MARKERS.sub("", _LINE_MARKERS.sub("", text))
