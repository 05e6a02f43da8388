"""Remarks in Markdown that no page shows: comments of HTML, and between `%%` those of programs for notes."""

import re
from dataclasses import dataclass, field

_SIGN = re.compile(r"(?m:^) {0,3}(?P<fence>`{3,}|~{3,})|(?P<ticks>`+)|(?P<remark>%%|<!--)")
_CLOSING = {"%%": "%%", "<!--": "-->"}
_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")
_EDGE = re.compile(r"[ \t]*(?:\n[ \t]*)*")


@dataclass(slots=True)
class _Scan:
    """Walks over a text once; what has no end is looked for once only."""

    text: str
    kept: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    endless: set[str] = field(default_factory=set)
    copied: int = 0

    def end_of(self, closing: str, start: int) -> int:
        """Where a sign stands next, -1 where it does not."""
        if closing in self.endless:
            return -1
        at = self.text.find(closing, start)
        if at < 0:
            self.endless.add(closing)
        return at

    def take(self, start: int, end: int, inner: str) -> int:
        """Leaves out what stands from `start` to `end`, its lines as well where nothing else is in them."""
        edge = start
        while edge > self.copied and self.text[edge - 1] in " \t":
            edge -= 1
        begins = edge == self.copied or self.text[edge - 1] == "\n"
        if begins and _LINE_END.match(self.text, end):
            start, found = edge, _EDGE.match(self.text, end)
            end = found.end() if found is not None else end
        elif self.text[start - 1 : start] == " " and self.text[end : end + 1] in ("", " ", "\n"):
            start -= 1
        self.kept.append(self.text[self.copied : start])
        self.remarks.append(" ".join(inner.split()))
        self.copied = end
        return end


def without_remarks(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its remarks, and the remarks; code keeps its own."""
    scan = _Scan(text)
    at, fence = 0, ""
    while (sign := _SIGN.search(text, at)) is not None:
        at = sign.end()
        if sign["fence"]:
            fence = "" if fence and sign["fence"].startswith(fence) else fence or sign["fence"]
        elif fence:
            continue
        elif sign["ticks"]:
            closing = scan.end_of(sign["ticks"], at)
            blank = text.find("\n\n", at, closing) if closing >= 0 else 0
            at = closing + len(sign["ticks"]) if blank < 0 else at
        else:
            closing = scan.end_of(_CLOSING[sign["remark"]], at)
            if closing >= 0:
                at = scan.take(sign.start(), closing + len(_CLOSING[sign["remark"]]), text[at:closing])
    return "".join((*scan.kept, text[scan.copied :])), tuple(filter(None, scan.remarks))
