"""Styles of a page, as far as they say what a reader sees of its text: what is hidden, raised, bold."""

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from deskeditor.intake.html_tree import Element, names

Style = Mapping[str, str]

_REMARK = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/)?|<!--|-->")
_SIMPLE = re.compile(r"[a-z][\w-]*+(?:[.#][\w-]++)?+|[.#][\w-]++", re.I)
_LENGTH = re.compile(r"(?P<number>[-+]?\d*\.?\d+)\s*(?P<unit>[a-z%]*)", re.I)
_FAR = 900
"""Pixels beyond the edge of a page where nobody looks."""
_SEEN_MEDIA = re.compile(r"@(?:media\s+(?:only\s+)?(?:all|screen)\b|layer\b|supports\b)", re.I)
_HIDDEN_CLASSES = names(
    "sr-only screen-reader-text visually-hidden visuallyhidden screenreader screen-reader-only "
    "assistive-text u-hidden-visually a11y-hidden"
)


def declarations(text: str) -> Style:
    """The declarations of a style by their names, in small letters."""
    found: dict[str, str] = {}
    for part in _parts(text):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip().lower()
    return found


def _parts(text: str) -> list[str]:
    """The declarations apart; a semicolon inside quotes or brackets parts none."""
    if not any(sign in text for sign in "\"'("):
        return text.split(";")
    return re.findall(r"(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)|[^;\"'(]++|[\"'(])++", text)


@dataclass(slots=True)
class Styles:
    """What the style blocks of a page say by element and class, and what an element says of itself."""

    by_selector: dict[str, dict[str, str]] = field(default_factory=dict)
    _read: dict[str, Style] = field(default_factory=dict)

    def own(self, element: Element) -> Style:
        """The style attribute of the element."""
        text = element.get("style")
        if not text:
            return {}
        if text not in self._read:
            if len(self._read) > 2_000:
                self._read.clear()
            self._read[text] = declarations(text)
        return self._read[text]

    def of(self, element: Element) -> Style:
        """The style of the element with what its classes, its id and its name get from style blocks."""
        own = self.own(element)
        if not self.by_selector:
            return own
        names = [f".{name}" for name in element.classes[:20]]
        if "id" in element.attributes:
            names.insert(0, f"#{element.get('id')}")
        names = [*(f"{element.name}{name}" for name in names), *names, element.name]
        found = [self.by_selector[name] for name in names if name in self.by_selector]
        return ChainMap(dict(own), *found) if found else own

    def hide(self, element: Element) -> bool:
        """Whether nobody sees the element on the page."""
        attributes = element.attributes
        if not attributes and not self.by_selector:
            return False
        if "hidden" in attributes or not _HIDDEN_CLASSES.isdisjoint(element.classes):
            return True
        return is_hidden(self.of(element))


def is_hidden(style: Style) -> bool:
    """Whether a style takes its element out of sight."""
    if not style:
        return False
    if style.get("display") == "none" or style.get("visibility") in ("hidden", "collapse"):
        return True
    if style.get("mso-hide") == "all" or style.get("content-visibility") == "hidden":
        return True
    if any(_size(style.get(name, "")) == 0 for name in ("opacity", "font-size")):
        return True
    return _has_no_room(style) or _is_off_the_page(style)


def _has_no_room(style: Style) -> bool:
    clipped = style.get("overflow", style.get("overflow-x", "")) in ("hidden", "clip")
    sizes = [_size(style.get(name, "")) for name in ("width", "height", "max-height", "max-width")]
    if clipped and any(size is not None and size <= 1 for size in sizes):
        return True
    if "absolute" not in style.get("position", "") and "fixed" not in style.get("position", ""):
        return False
    clip = style.get("clip", "").replace(",", " ")
    inset = style.get("clip-path", "")
    corners = [_size(part) for part in clip.removeprefix("rect(").rstrip(")").split()]
    nothing = len(corners) == 4 and all(corner is not None and corner <= 1 for corner in corners)
    return nothing or inset.startswith(("inset(50%", "inset(100%"))


def _is_off_the_page(style: Style) -> bool:
    indent = _size(style.get("text-indent", ""))
    if indent is not None and abs(indent) >= _FAR:
        return True
    if style.get("position") not in ("absolute", "fixed"):
        return False
    places = (_size(style.get(name, "")) for name in ("left", "right", "top", "bottom"))
    return any(place is not None and place <= -_FAR for place in places)


def _size(text: str) -> float | None:
    """A length in pixels, near enough; None where it says none."""
    found = _LENGTH.fullmatch(text.strip())
    if found is None:
        return None
    times = {"em": 16, "rem": 16, "pt": 1.33, "cm": 38, "mm": 3.8, "in": 96, "vw": 12, "vh": 8, "%": 10}
    return float(found["number"]) * times.get(found["unit"].lower(), 1)


def styles_of(root: Element) -> Styles:
    """What the style blocks of the page say for simple selectors; others are passed over."""
    found = Styles()
    for block in root.all("style"):
        if not re.match(r"\s*(?:print|speech|aural)\b", block.get("media"), re.I):
            _learn(_REMARK.sub(" ", block.text()), found)
    return found


def _learn(text: str, styles: Styles) -> None:
    for selectors, inner in _rules(text):
        said: Style = declarations(inner)
        if not said:
            continue
        for selector in selectors.split(","):
            name = selector.strip()
            if _SIMPLE.fullmatch(name):
                styles.by_selector.setdefault(name, {}).update(said)


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and what stands between their braces; rules for print and the like are passed over."""
    passed_over = depth = 0
    selectors = ""
    for piece in re.findall(r"[^{}]++|[{}]", text):
        if piece == "{":
            depth += 1
            at_rule = selectors.lstrip().startswith("@")
            if passed_over or (at_rule and not _SEEN_MEDIA.match(selectors.lstrip())):
                passed_over = passed_over or depth
            selectors = "" if at_rule else selectors
        elif piece == "}":
            passed_over = 0 if passed_over == depth else passed_over
            depth, selectors = max(0, depth - 1), ""
        elif selectors and depth and not passed_over:
            yield selectors, piece
        else:
            selectors = piece.rpartition(";")[2]
