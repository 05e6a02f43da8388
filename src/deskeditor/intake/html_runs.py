"""Inline HTML as runs of text with their marks, and the runs as Markdown that shows the same letters."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from deskeditor.intake.escape import escape, escape_inline, escape_label

if TYPE_CHECKING:
    from bs4 import Tag

_MARKS = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "*"),
    **dict.fromkeys(("s", "strike", "del"), "~~"),
}
_ORDER = ("~~", "**", "*")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_LINK = re.compile(r"(?:https?://[^\s]+|mailto:[^\s@]+@[^\s]+|tel:[+\d][\d ().-]+)", re.I)
_UNSAFE_IN_ADDRESS = {
    " ": "%20",
    "(": "%28",
    ")": "%29",
    "<": "%3C",
    ">": "%3E",
    '"': "%22",
    "\\": "%5C",
    "`": "%60",
}
_FOOTNOTE = re.compile(
    r"#?_?(?P<kind>footnote|endnote|ftn|edn|fn|sdfootnote|sdendnote)[:-]?(?P<number>\d+)(?:sym)?"
)
_BOLD = re.compile(r"font-weight\s*:\s*(?P<weight>bold|bolder|normal|lighter|\d+)", re.I)
_ITALIC = re.compile(r"font-style\s*:\s*(?P<style>italic|oblique|normal)", re.I)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)


@dataclass(frozen=True, slots=True)
class Run:
    """Letters with one set of marks; `raw` is Markdown already and is written as it stands."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""
    raw: bool = False


def runs_of(nodes: Iterable[object], picture: "PictureWriter") -> list[Run]:
    """The runs of inline nodes in order, however deep they are nested."""
    from bs4.element import NavigableString, PreformattedString, Tag

    found: list[Run] = []
    stack = [(node, Run("")) for node in reversed(list(nodes))]
    while stack:
        node, around = stack.pop()
        if isinstance(node, Tag):
            leaf = _leaf(node, around, picture)
            if leaf is not None:
                found += leaf
            else:
                inner = _inside(node, around)
                stack += [(child, inner) for child in reversed(node.contents)]
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            found.append(replace(around, text=_SPACE.sub(" ", node)))
    return _merged(found)


class PictureWriter:
    """Turns an `img` into Markdown; `footnotes` are the numbers of those whose text is there."""

    def __init__(self) -> None:
        self.footnotes: Mapping[str, str] = {}

    def inline(self, tag: "Tag") -> str:
        """The Markdown in the place of the picture, empty where nothing is to stand there."""
        return str(tag.get("alt") or "")


def _leaf(tag: "Tag", around: Run, picture: PictureWriter) -> list[Run] | None:
    if tag.name == "br":
        return [Run("\n")]
    if tag.name == "img":
        return [replace(around, text=picture.inline(tag), raw=True)]
    if tag.name in ("code", "kbd", "samp", "tt") and tag.get_text().strip():
        return [replace(around, text=_code(_SPACE.sub(" ", tag.get_text())), raw=True)]
    note = footnote_name(str(tag.get("href") or "")) if tag.name == "a" else ""
    if note in picture.footnotes and re.fullmatch(r"\[?[\w*†‡]{1,5}\]?", tag.get_text().strip()):
        return [Run(f"[^{picture.footnotes[note]}]", raw=True)]
    return None


def footnote_name(address: str) -> str:
    """The footnote that an address within the page, or the id of its place, names; empty for any other."""
    found = _FOOTNOTE.fullmatch(address)
    if found is None:
        return ""
    return ("e" if found["kind"].endswith(("endnote", "edn")) else "") + found["number"]


def _code(text: str) -> str:
    fence = "`" * (1 + max(map(len, re.findall(r"`+", text)), default=0))
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def _inside(tag: "Tag", around: Run) -> Run:
    """What the tag adds to the runs inside it; a style says more than the name does."""
    marks = set(around.marks)
    mark = _MARKS.get(tag.name)
    if mark:
        marks.add(mark)
    style = str(tag.get("style") or "")
    bold, italic = _BOLD.search(style), _ITALIC.search(style)
    if bold is not None:
        heavy = bold["weight"].lower() in ("bold", "bolder") or (
            bold["weight"].isdigit() and int(bold["weight"]) >= 600
        )
        (marks.add if heavy else marks.discard)("**")
    if italic is not None:
        (marks.discard if italic["style"].lower() == "normal" else marks.add)("*")
    if _STRUCK.search(style):
        marks.add("~~")
    return replace(around, marks=frozenset(marks), href=_address(tag) or around.href)


def _address(tag: "Tag") -> str:
    return safe_address(str(tag.get("href") or "")) if tag.name == "a" else ""


def safe_address(address: str) -> str:
    """The address of a link where it leads to the web, to a mailbox or to a telephone; otherwise nothing."""
    address = re.sub(r"[\x00-\x20\x7f]+", "", address) if re.match(r"\s*\w+\s*:", address) else ""
    if not _LINK.fullmatch(address):
        return ""
    return "".join(_UNSAFE_IN_ADDRESS.get(letter, letter) for letter in address)


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Neighbours with the same marks joined, white space collapsed over their borders."""
    found: list[Run] = []
    for run in runs:
        text = run.text
        before = found[-1].text if found else "\n"
        if not run.raw and before.endswith((" ", "\n")):
            text = text.lstrip(" ")
        if text == "\n" and found:
            found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
        if not text:
            continue
        if found and not run.raw and not found[-1].raw and _like(found[-1], run):
            found[-1] = replace(found[-1], text=found[-1].text + text)
        else:
            found.append(replace(run, text=text))
    return found


def _like(one: Run, other: Run) -> bool:
    """A line break stays a run of its own: two of them end a paragraph."""
    return "\n" not in (one.text, other.text) and (one.marks, one.href) == (other.marks, other.href)


def plain_of(runs: Sequence[Run]) -> str:
    """What one reads."""
    return "".join(run.text for run in runs if not run.raw or not run.text.startswith("[^")).strip(" \n")


def markdown_of(runs: Sequence[Run]) -> str:
    """The runs as Markdown of one paragraph; its lines are escaped where they look like anything else."""
    if all(not (run.raw or run.marks or run.href) for run in runs):
        return _broken(escape("".join(run.text for run in runs).strip(" \n")))
    written = ""
    at = 0
    while at < len(runs):
        end = at + 1
        while end < len(runs) and runs[at].href and runs[end].href == runs[at].href:
            end += 1
        written += _link(runs[at:end]) if runs[at].href else _marked(runs[at], written)
        at = end
    return _broken(_guarded(written.strip(" \n"), runs))


def _guarded(written: str, runs: Sequence[Run]) -> str:
    """Only the start of a line that is text, not mark-up, can look like a list, a heading or a rule."""
    if runs and not runs[0].raw and not runs[0].marks and not runs[0].href:
        head = re.match(r"[^\\*\[`~!]*", written)
        first = head[0] if head else ""
        return _line_guard(first) + written[len(first) :]
    return written


def _line_guard(text: str) -> str:
    """`text` is escaped inline already; only what counts at the start of a line is added."""
    lines = text.split("\n")
    return "\n".join(re.sub(r"^(\d+)([.)])(?=\s)|^([#>]|[-+](?=\s))", _guard, line) for line in lines)


def _guard(match: re.Match[str]) -> str:
    return f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}"


def _link(runs: Sequence[Run]) -> str:
    text = "".join(_marked(replace(run, href="x") if not run.raw else run, "") for run in runs)
    address = runs[0].href
    if not text.strip():
        return text
    if address in ("".join(run.text for run in runs).strip(), "mailto:" + text.strip()) and "://" in address:
        return f"<{address}>"
    lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}[{text.strip()}]({address}){tail}"


def _marked(run: Run, before: str) -> str:
    """White space stands outside the marks, or they would not be marks."""
    if run.raw or not run.text.strip():
        return run.text
    core = run.text.strip(" \n\xa0")
    lead, tail = (
        run.text[: len(run.text) - len(run.text.lstrip(" \n\xa0"))],
        run.text[len(run.text.rstrip(" \n\xa0")) :],
    )
    marks = [mark for mark in _ORDER if mark in run.marks] if core else []
    if before.endswith(("*", "~")) and not before.endswith(("\\*", "\\~")) and not lead:
        marks = []
    written = escape_label(core) if run.href else escape_inline(core)
    return f"{lead}{''.join(marks)}{written}{''.join(reversed(marks))}{tail}"


def _broken(text: str) -> str:
    """A line break of the page is a hard one in Markdown."""
    return re.sub(r" *\n *", "  \n", re.sub(r"\n{2,}", "\n", text))
