"""The styles of a Word file, with what each inherits from those that it is based on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import child, is_on, name_of, value
from deskeditor.intake.style_names import Role, heading_level, role_of

_TOGGLES = {"w:b": "b", "w:i": "i", "w:strike": "s", "w:dstrike": "s", "w:vanish": "hidden"}
_POSITIONS = {"superscript": "sup", "subscript": "sub"}
_DEEPEST = 20
"""Styles based on one another; Word allows ten."""


@dataclass(frozen=True, slots=True)
class Look:
    """What properties of a run say: True or False where they say it; `position` is "sup", "sub" or ""."""

    toggles: Mapping[str, bool] = field(default_factory=dict)
    position: str | None = None
    web_hidden: bool | None = None
    font: str = ""
    colour: str = ""
    size: str = ""
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits; `level` is that of a heading, 0 for none."""

    role: Role | None = None
    level: int = 0
    look: Look = field(default_factory=Look)
    number: tuple[str, str] = ("", "")


class Styles:
    """The styles by their ids, each worked out once."""

    def __init__(self, root: Element | None) -> None:
        tags = [] if root is None else [tag for tag in root if name_of(tag) == "w:style"]
        self._tags = {value(tag, "styleId"): tag for tag in tags}
        self._found: dict[str, Style] = {}
        defaults = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr")
        self.defaults = look_of(defaults)
        self.usual = next(
            (
                value(tag, "styleId")
                for tag in tags
                if is_on_text(value(tag, "default")) and value(tag, "type") == "paragraph"
            ),
            "",
        )

    def of(self, name: str) -> Style:
        """The style of that id; a paragraph that names none has the usual one."""
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = self._worked_out(name)
        return found

    def _worked_out(self, name: str) -> Style:
        chain = list(self._chain(name))
        names = [text for each, tag in chain for text in (value(child(tag, "w:name")), each) if text]
        role = next(filter(None, map(role_of, names or [name])), None)
        look = Look()
        for _each, tag in reversed(chain):
            look = over(look, look_of(child(tag, "w:rPr")))
        return Style(role, 0 if role else self._level(chain, names or [name]), look, _number(chain))

    def _chain(self, name: str) -> Iterator[tuple[str, Element]]:
        seen: set[str] = set()
        while name in self._tags and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            yield name, self._tags[name]
            name = value(child(self._tags[name], "w:basedOn"))

    @staticmethod
    def _level(chain: list[tuple[str, Element]], names: list[str]) -> int:
        for _name, tag in chain:
            outline = value(child(tag, "w:pPr", "w:outlineLvl"))
            if outline.isdecimal():
                return int(outline) + 1 if int(outline) < 9 else 0
        return next(filter(None, map(heading_level, names)), 0)


def _number(chain: list[tuple[str, Element]]) -> tuple[str, str]:
    """The list of the style and the level in it, as its first ancestor says that has any."""
    for _name, tag in chain:
        found = child(tag, "w:pPr", "w:numPr")
        if found is not None and value(child(found, "w:numId")):
            return value(child(found, "w:numId")), value(child(found, "w:ilvl")) or "0"
    return "", ""


def look_of(properties: Element | None) -> Look:
    """What the properties of a run say themselves."""
    toggles: dict[str, bool] = {}
    position = web_hidden = None
    font = colour = size = ""
    shaded = False
    for tag in properties if properties is not None else ():
        name = name_of(tag)
        if name in _TOGGLES:
            toggles[_TOGGLES[name]] = is_on(tag) or toggles.get(_TOGGLES[name], False)
        elif name == "w:vertAlign":
            position = _POSITIONS.get(value(tag), "")
        elif name == "w:webHidden":
            web_hidden = is_on(tag)
        elif name == "w:rFonts":
            font = value(tag, "ascii") or value(tag, "hAnsi")
        elif name == "w:color":
            colour = value(tag).upper()
        elif name == "w:sz":
            size = value(tag)
        elif name in ("w:shd", "w:highlight"):
            shaded = True
    return Look(toggles, position, web_hidden, font, colour, size, shaded)


def over(base: Look, upper: Look) -> Look:
    """A look with another laid over it: what the upper one says counts."""
    return Look(
        {**base.toggles, **upper.toggles},
        base.position if upper.position is None else upper.position,
        base.web_hidden if upper.web_hidden is None else upper.web_hidden,
        upper.font or base.font,
        upper.colour or base.colour,
        upper.size or base.size,
        base.shaded or upper.shaded,
    )


def is_hidden(paragraph: Look, letters: Look, own: Look, defaults: Look) -> bool:
    """Whether a run is hidden: styles of paragraph and letters switch each other, what the run says counts.

    So ECMA-376 has it (17.7.3): a hidden style of letters in a hidden paragraph shows again.
    """
    if own.web_hidden or (own.web_hidden is None and (letters.web_hidden or paragraph.web_hidden)):
        return True
    if "hidden" in own.toggles:
        return own.toggles["hidden"]
    if defaults.toggles.get("hidden"):
        return True
    return paragraph.toggles.get("hidden", False) != letters.toggles.get("hidden", False)


def is_on_text(text: str) -> bool:
    """Whether an attribute is a switch that is on."""
    return text.lower() in ("1", "true", "on")
