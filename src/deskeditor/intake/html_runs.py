"""Inline HTML as runs of text with their marks."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from deskeditor.intake.html_links import safe_address
from deskeditor.intake.html_marks import LOWERED, RAISED, Run
from deskeditor.intake.html_math import linear
from deskeditor.intake.html_styles import Style, Styles
from deskeditor.intake.html_tidy import Taken
from deskeditor.intake.html_tree import Element, Node

_MARKS = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "*"),
    **dict.fromkeys(("s", "strike", "del"), "~~"),
    "sup": RAISED,
    "sub": LOWERED,
}
_SPACE = re.compile(r"[ \t\n\r\f]+")
_WIDE_SPACE = re.compile(r"[ \xa0]{2,}|(?<=[^\W\d_])\xa0(?=[^\W\d_])")
_FOOTNOTE = re.compile(
    r"#?_?(?P<kind>footnote|endnote|ftnt|ftn|edn|fn|sdfootnote|sdendnote)[:-]?(?P<number>\d+)(?:sym)?"
    r"|(?:[^#]*#)?(?P<cited>cite_note-[\w.-]+)"
)
_MARK_OF_NOTE = re.compile(r"\[?[\w*†‡]{1,5}\]?")
_HEAVY = frozenset(("bold", "bolder", "600", "700", "800", "900"))
_QUOTES = {
    "en": "“”‘’",
    "de": "„“‚‘",
    "fr": "«»“”",
    "es": "«»“”",
    "it": "«»“”",
    "pt": "“”‘’",
    "nl": "“”‘’",
    "pl": "„”«»",
    "cs": "„“‚‘",
    "sv": "””’’",
    "fi": "””’’",
    "da": "”“’‘",
    "no": "«»‘’",
    "nb": "«»‘’",
    "ru": "«»„“",
    "uk": "«»„“",
    "el": "«»“”",
    "ja": "「」『』",
    "zh": "“”‘’",
}
"""Outer and inner marks of a quotation by language."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What the elements around a text say of it."""

    run: Run
    kept_lines: bool = False


class InlineReader:
    """Reads inline content; `footnotes` are the numbers of those whose text is there."""

    def __init__(self, styles: Styles, taken: Taken, language: str = "") -> None:
        self.footnotes: Mapping[str, str] = {}
        self.styles = styles
        self.taken = taken
        self.language = language

    def picture(self, image: Element) -> Run:
        """What stands in the place of a picture, an empty run where nothing is to."""
        return Run(image.get("alt"))

    def runs(self, nodes: Iterable[Node], marks: frozenset[str] = frozenset()) -> list[Run]:
        """The runs of inline nodes in order, however deep they are nested."""
        found: list[Run] = []
        start = _Around(Run("", marks))
        stack: list[tuple[Node, _Around]] = [(node, start) for node in reversed(list(nodes))]
        while stack:
            node, around = stack.pop()
            if isinstance(node, str):
                found += _text(node, around)
            elif isinstance(node, Element):
                leaf = self._leaf(node, around.run)
                if leaf is not None:
                    found += leaf
                    continue
                inner = self._inside(node, around)
                stack += [(child, inner) for child in reversed(self._quoted(node))]
        return _merged(found)

    def _leaf(self, element: Element, around: Run) -> list[Run] | None:
        """The runs of an element that is read as a whole; None for one whose contents are read."""
        name = element.name
        if name == "br":
            return [Run("\n")]
        if element.get("data-stringify-type") == "paragraph-break":
            return [Run("\n"), Run("\n")]
        if name == "img":
            picture = self.picture(element)
            return [replace(picture, marks=around.marks, href=around.href)] if picture.text else []
        if name in ("code", "kbd", "samp", "tt") and element.text().strip():
            return [replace(around, text=_code(_SPACE.sub(" ", element.text())), raw=True)]
        if name == "math":
            return [replace(around, text=linear(element))]
        if name == "input":
            return _checkbox(element)
        return self._note(element) if name == "a" else None

    def _note(self, link: Element) -> list[Run] | None:
        """The mark of a footnote; one whose text is not on the page goes."""
        name = footnote_name(link.get("href"))
        if not name or not _MARK_OF_NOTE.fullmatch(link.text().strip()):
            return None
        if name in self.footnotes:
            return [Run(f"[^{self.footnotes[name]}]", raw=True)]
        if name.startswith("cite_note"):
            self.taken.add("mark of a reference", link.text())
            return []
        return None

    def _inside(self, element: Element, around: _Around) -> _Around:
        """What the element adds to the runs inside it; a style says more than the name does."""
        marks = set(around.run.marks)
        mark = _MARKS.get(element.name)
        if mark:
            marks.add(mark)
        style = self.styles.own(element)
        if style:
            styled(marks, style)
        elif element.name == "span" and self.styles.by_selector:
            styled(marks, self.styles.of(element))
        href = (
            safe_address(element.get("href")) if element.name == "a" and "href" in element.attributes else ""
        )
        space = style.get("white-space", "")
        kept = space.startswith(("pre", "break-spaces")) if space else around.kept_lines
        return _Around(replace(around.run, marks=frozenset(marks), href=href or around.run.href), kept)

    def _quoted(self, element: Element) -> Sequence[Node]:
        """The contents with the signs that a browser draws around them."""
        if element.name == "q":
            above = list(element.above())
            outer = sum(one.name == "q" for one in above) % 2
            language = next(filter(None, (one.get("lang") for one in (element, *above))), self.language)
            signs = _QUOTES.get(language.lower().partition("-")[0], _QUOTES["en"])
            inside = "\u202f" if language.lower().startswith("fr") and not outer else ""
            return [signs[2 * outer] + inside, *element.contents, inside + signs[2 * outer + 1]]
        if element.name in ("rt", "rtc") and element.text().strip():
            return ["(", *element.contents, ")"]
        bracket = element.name == "rp" and not any(map(str.isalnum, element.text()))
        return [] if bracket else element.contents


def styled(marks: set[str], style: Style) -> None:
    """Adds the marks that a style gives, and takes those away that it denies."""
    weight = style.get("font-weight", "")
    if weight:
        (marks.add if weight in _HEAVY else marks.discard)("**")
    slant = style.get("font-style", "")
    if slant in ("italic", "oblique", "normal"):
        (marks.discard if slant == "normal" else marks.add)("*")
    if "line-through" in style.get("text-decoration", "") + style.get("text-decoration-line", ""):
        marks.add("~~")
    place = style.get("vertical-align", "")
    if place in ("super", "sub"):
        marks.add(RAISED if place == "super" else LOWERED)


def _text(text: str, around: _Around) -> list[Run]:
    if around.kept_lines and "\n" in text.strip("\n"):
        lines = [replace(around.run, text=_SPACE.sub(" ", line)) for line in text.split("\n")]
        return [run for line in lines for run in (Run("\n"), line)][1:]
    return [replace(around.run, text=_SPACE.sub(" ", text))]


def footnote_name(address: str) -> str:
    """The footnote that an address within the page, or the id of its place, names; empty for any other."""
    found = _FOOTNOTE.fullmatch(address) if len(address) < 500 else None
    if found is None:
        return ""
    if found["cited"]:
        return found["cited"]
    return ("e" if found["kind"].endswith(("endnote", "edn")) else "") + found["number"]


def _code(text: str) -> str:
    fence = "`" * (1 + max(map(len, re.findall(r"`+", text)), default=0))
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def _checkbox(element: Element) -> list[Run]:
    """The box before a task, as lists of tasks are written in Markdown."""
    listed = any(above.name == "li" for above, _ in zip(element.above(), range(3), strict=False))
    if element.get("type").lower() != "checkbox" or not listed:
        return []
    return [Run("[x] " if "checked" in element.attributes else "[ ] ", raw=True)]


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Neighbours with the same marks joined, white space collapsed over their borders."""
    found: list[Run] = []
    pieces: list[str] = []
    last = "\n"
    for run in runs:
        text = run.text if run.raw or run.text == "\n" else _WIDE_SPACE.sub(" ", run.text)
        if not run.raw and last in " \n\xa0" and text != "\n":
            text = text.lstrip(" \xa0")
        if not text:
            continue
        if not (pieces and _alike(found[-1], run, text)):
            _close(found, pieces, text)
            found.append(run)
            pieces = []
        pieces.append(text)
        last = text[-1]
    _close(found, pieces, "")
    return found


def _close(found: list[Run], pieces: list[str], following: str) -> None:
    """The last run with all its pieces; spaces before a line break go."""
    if not pieces:
        return
    text = "".join(pieces)
    if following == "\n" and text != "\n" and not found[-1].raw:
        text = text.rstrip(" \xa0")
    run = found.pop()
    if text:
        found.append(replace(run, text=text))


def _alike(one: Run, other: Run, text: str) -> bool:
    """A line break stays a run of its own: two of them end a paragraph."""
    if one.raw or other.raw or "\n" in (one.text, text):
        return False
    return (one.marks, one.href) == (other.marks, other.href)
