"""Runs of text with their marks as the Markdown of one paragraph that shows the same letters."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from deskeditor.intake.escape import escape, escape_inline, escape_label

RAISED = "<sup>"
LOWERED = "<sub>"
_ORDER = ("~~", "**", "*")
_SPACES = " \n\xa0"
_SMALL = {
    RAISED: str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ"),
    LOWERED: str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """Letters with one set of marks; `raw` is Markdown already and is written as it stands.

    A picture has the words that stand for it in `alt`.
    """

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""
    raw: bool = False
    alt: str = ""


def plain_of(runs: Sequence[Run]) -> str:
    """What one reads; raised and lowered figures stay so."""
    return "".join(_plain(run) for run in runs).strip(_SPACES)


def _plain(run: Run) -> str:
    if run.raw:
        return "" if run.text.startswith("[^") else run.text
    small = next((mark for mark in (RAISED, LOWERED) if mark in run.marks), None)
    if small is None or not all(ord(sign) in _SMALL[small] for sign in run.text.strip()):
        return run.text
    return run.text.translate(_SMALL[small])


def markdown_of(runs: Sequence[Run]) -> str:
    """The runs as Markdown of one paragraph; its lines are escaped where they look like anything else."""
    if all(not (run.raw or run.marks or run.href) for run in runs):
        return _broken(escape("".join(run.text for run in runs).strip(_SPACES)))
    written: list[str] = []
    before = "\n"
    at = 0
    while at < len(runs):
        end = at + 1
        while end < len(runs) and runs[at].href and runs[end].href == runs[at].href:
            end += 1
        after = runs[end].text[:1] if end < len(runs) else ""
        piece = _link(runs[at:end]) if runs[at].href else _marked(runs[at], before, after)
        if piece:
            written.append(piece)
            before = piece[-2:]
        at = end
    return _broken("".join(written).strip(_SPACES))


def _marked(run: Run, before: str, after: str) -> str:
    """White space stands outside the marks, and signs where they would close nothing."""
    if run.raw or not run.text.strip():
        return run.text
    if not run.marks:
        return escape(run.text) if before[-1:] == "\n" else escape_inline(run.text)
    core = run.text.strip(_SPACES)
    lead, tail = _around(run.text, core)
    small = next((mark for mark in (RAISED, LOWERED) if mark in run.marks), None)
    if small is not None:
        return f"{lead}{small}{escape_inline(core)}{small.replace('<', '</')}{tail}"
    if before.endswith(("*", "~")) and before not in ("\\*", "\\~") and not lead:
        return f"{lead}{escape_inline(core)}{tail}"
    first = 0 if lead else _signs(core, before[-1:])
    last = len(core) - (0 if tail else _signs(core[::-1], after))
    if last <= first or not any(map(str.isalnum, core)):
        return f"{lead}{escape_inline(core)}{tail}"
    marks = [mark for mark in _ORDER if mark in run.marks]
    inner = f"{''.join(marks)}{escape_inline(core[first:last])}{''.join(reversed(marks))}"
    return f"{lead}{escape_inline(core[:first])}{inner}{escape_inline(core[last:])}{tail}"


def _around(text: str, core: str) -> tuple[str, str]:
    at = text.index(core)
    return text[:at], text[at + len(core) :]


def _signs(core: str, neighbour: str) -> int:
    """How many signs at the beginning stand outside: marks between a letter and a sign mark nothing."""
    if not neighbour or not neighbour.isalnum():
        return 0
    return next(
        (at for at, letter in enumerate(core) if unicodedata.category(letter)[0] not in "PS"), len(core)
    )


def _link(runs: Sequence[Run]) -> str:
    """A link; of a picture that is elsewhere its words are linked, a picture that is here stays a picture."""
    here = [run for run in runs if run.raw and run.text.startswith("![")]
    if here and not any(run.text.strip() for run in runs if not run.raw):
        return "".join(run.text for run in here)
    text = "".join(_label(run) for run in runs)
    address = runs[0].href
    if not text.strip():
        return text
    said = "".join(run.text for run in runs).strip()
    if address in (said, "mailto:" + said) and "://" in address:
        return f"<{address}>"
    core = text.strip()
    lead, tail = _around(text, core)
    return f"{lead}[{core}]({address}){tail}"


def _label(run: Run) -> str:
    if run.alt and not run.text.startswith("!["):
        return escape_label(run.alt)
    if run.raw or not run.text.strip():
        return run.text.replace("\n", " ")
    core = run.text.strip(_SPACES)
    lead, tail = _around(run.text, core)
    small = next((mark for mark in (RAISED, LOWERED) if mark in run.marks), None)
    if small is not None:
        return f"{lead}{small}{escape_label(core)}{small.replace('<', '</')}{tail}"
    marks = [mark for mark in _ORDER if mark in run.marks and any(map(str.isalnum, core))]
    return f"{lead}{''.join(marks)}{escape_label(core)}{''.join(reversed(marks))}{tail}"


def _broken(text: str) -> str:
    """A line break of the page is a hard one in Markdown."""
    if "\n" not in text:
        return text
    lines = (line.strip(" ") for line in text.split("\n"))
    return "  \n".join(line for line in lines if line)
