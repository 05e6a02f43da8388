"""The clipboard as Markdown."""

import re
from dataclasses import dataclass

from deskeditor.document.text import clean
from deskeditor.intake.controls import without_controls

_CODE = re.compile(r"font-family\s*:[^;\"]*(?:monospace|consolas|menlo|courier)", re.I)
_STRUCTURE = re.compile(
    r"<(?:a|b|i|em|strong|h[1-6]|ul|ol|li|table|tr|td|img|blockquote|q|p|br|del|s|strike|sup|sub|math|ruby|"
    r"figure|pre|hr|dl|div)\b|role=|font-(?:weight|style)",
    re.I,
)
_LONGEST_LINE = 240
_LARGEST = 8 * 1024 * 1024
_HEADER = re.compile(r"\A(?:(?:Version|StartHTML|EndHTML|StartFragment|EndFragment|SourceURL):[^\n<]*\n?)+")
_START, _END = re.compile(r"<!--\s*StartFragment\s*-->", re.I), re.compile(r"<!--\s*EndFragment\s*-->", re.I)
_BODY = re.compile(r"<body\b[^<>]*>", re.I)
_TABLE_END = re.compile(r"</?table\b", re.I)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was copied as Markdown, and what of it was left out."""

    text: str
    notes: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """What was left out, in a line for the desk; empty where nothing was."""
        told = "; ".join(note.removeprefix("Taken out ") for note in self.notes)
        short = told if len(told) <= _LONGEST_LINE else told[: _LONGEST_LINE - 1].rstrip() + "…"
        return f"Left out of what was pasted: {short}" if told else ""


def pasted(html: str | None, text: str) -> Pasted:
    """What was copied, as Markdown; text that came without structure is taken to the letter. Never raises."""
    plain, removed = without_controls(clean(text))
    if not html or len(html) > _LARGEST or _is_source(html):
        return Pasted(plain, tuple(f"Taken out {note}" for note in removed))
    try:
        found = _from_page(without_controls(clean(html))[0])
    except (ValueError, RecursionError, AssertionError, LookupError, TypeError, AttributeError):
        # A page that the parsers stumble over must not cost what was copied: its text is there as well.
        return Pasted(plain)
    return found if found.text or found.notes else Pasted(plain)


def _is_source(html: str) -> bool:
    """An editor of code copies coloured source: its letters count, not its colours."""
    return _STRUCTURE.search(html) is None or (_CODE.search(html) is not None and "<p" not in html.lower())


def _from_page(html: str) -> Pasted:
    from deskeditor.intake.html_page import copied_page

    page = copied_page(_fragment(_HEADER.sub("", html)))
    text = "".join(block.source + block.gap for block in page.blocks).strip("\n")
    return Pasted(text, tuple(note for note in page.notes if note.startswith("Taken out")))


def _fragment(html: str) -> str:
    """Windows wraps what was copied in a page of its own and marks where it begins and ends."""
    start = _START.search(html)
    end = _END.search(html, start.end()) if start is not None else None
    if start is None or end is None:
        return html
    body = _BODY.search(html, 0, start.start())
    head = html[: body.end()] if body is not None else ""
    # Excel begins within a table, whose tag stands before the mark.
    opening = _TABLE_END.findall(html, len(head), start.start())
    table = "<table>" if opening and opening[-1].lower() == "<table" else ""
    return f"{head}{table}{html[start.end() : end.start()]}"
