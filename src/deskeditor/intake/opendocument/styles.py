"""The styles of an OpenDocument text, with what each inherits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import attributes_of, name_of
from deskeditor.intake.style_names import Role, heading_level, role_of

_BOLD = ("bold", "600", "700", "800", "900")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A style as the file has it: its parent, its names and what it says of letters."""

    parent: str = ""
    names: tuple[str, ...] = ()
    outline: str = ""
    letters: Mapping[str, str] = field(default_factory=dict)
    hidden: bool = False
    lists: str = ""


@dataclass(slots=True)
class Styles:
    """The styles by family and name, and the levels of lists that count, each with where it starts."""

    known: dict[tuple[str, str], Style] = field(default_factory=dict)
    counting: dict[tuple[str, int], int] = field(default_factory=dict)

    def learn(self, tree: Element) -> None:
        """Adds the styles of a part."""
        for tag in tree.iter():
            name = name_of(tag)
            if name == "style:style":
                at = attributes_of(tag)
                self.known[at.get("style:family", ""), at.get("style:name", "")] = _style_of(tag, at)
            elif name == "text:list-style":
                self._learn_list(tag)

    def _learn_list(self, tag: Element) -> None:
        style = attributes_of(tag).get("style:name", "")
        for each in tag:
            at = attributes_of(each)
            level, start = at.get("text:level", "1"), at.get("text:start-value", "1")
            counts = name_of(each) == "text:list-level-style-number" and at.get("style:num-format", "1")
            if counts and level.isdecimal():
                self.counting[style, int(level)] = int(start) if start.isdecimal() else 1

    def chain(self, family: str, name: str) -> list[Style]:
        """A style and those that it is based on, the nearest first."""
        found: list[Style] = []
        while (family, name) in self.known and len(found) < _DEEPEST:
            found.append(self.known[family, name])
            name = found[-1].parent
        return found

    def letters(self, family: str, name: str) -> dict[str, str]:
        """What a style says of its letters, with all that it inherits."""
        found: dict[str, str] = {}
        for each in reversed(self.chain(family, name)):
            found.update(each.letters)
        return found

    def role(self, name: str) -> Role | None:
        """What the paragraphs of a style are, by its first ancestor that says it."""
        names = (text for each in self.chain("paragraph", name) for text in each.names)
        return next(filter(None, map(role_of, (name, *names))), None)

    def level(self, name: str) -> int:
        """The level of the heading that paragraphs of a style are, 0 for none."""
        for each in self.chain("paragraph", name):
            if each.outline.isdecimal():
                return int(each.outline)
        names = (text for each in self.chain("paragraph", name) for text in each.names)
        return next(filter(None, map(heading_level, (name, *names))), 0)

    def hides(self, family: str, name: str) -> bool:
        """Whether the style of a section or a row hides it."""
        return any(each.hidden for each in self.chain(family, name))

    def list_of(self, name: str) -> str:
        """The style of lists that a style of paragraphs names."""
        return next((each.lists for each in self.chain("paragraph", name) if each.lists), "")


def _style_of(tag: Element, at: Mapping[str, str]) -> Style:
    letters: dict[str, str] = {}
    hidden = False
    for each in tag:
        said = attributes_of(each)
        if name_of(each) == "style:text-properties":
            letters.update(said)
        hidden = hidden or (said.get("text:display") == "none" and name_of(each) != "style:text-properties")
    names = tuple(filter(None, (at.get("style:name", ""), at.get("style:display-name", ""))))
    return Style(
        at.get("style:parent-style-name", ""),
        names,
        at.get("style:default-outline-level", ""),
        letters,
        hidden,
        at.get("style:list-style-name", ""),
    )


def marks_of(letters: Mapping[str, str]) -> tuple[str, ...]:
    """The tags for letters of that look."""
    found = []
    if letters.get("fo:font-weight") in _BOLD:
        found.append("b")
    if letters.get("fo:font-style") in ("italic", "oblique"):
        found.append("i")
    if _is_struck(letters):
        found.append("s")
    return (*found, *_raised(letters.get("style:text-position", "")))


def _is_struck(letters: Mapping[str, str]) -> bool:
    names = ("style:text-line-through-style", "style:text-line-through-type")
    return any(letters.get(name, "none") != "none" for name in names)


def _raised(position: str) -> tuple[str, ...]:
    """`super 58%`, `33% 58%` or `-33% 58%`."""
    place = position.split(" ", maxsplit=1)[0]
    if place in ("super", "sub"):
        return ("sup" if place == "super" else "sub",)
    number = place.removesuffix("%")
    try:
        raised = float(number)
    except ValueError:
        return ()
    return ("sup",) if raised > 0 else ("sub",) if raised < 0 else ()


def is_hidden(letters: Mapping[str, str]) -> bool:
    """Whether letters of that look are not shown; what hangs on a condition is not shown either."""
    return letters.get("text:display", "true") != "true"


def is_unseen(letters: Mapping[str, str]) -> bool:
    """Whether letters are there and nobody could see them: white on nothing, or two points and less."""
    ground = letters.get("fo:background-color", "transparent")
    white = letters.get("fo:color", "").lower() in ("#ffffff", "#fff") and ground == "transparent"
    size = letters.get("fo:font-size", "").removesuffix("pt")
    return white or (size.replace(".", "", 1).isdecimal() and float(size) <= 2)
