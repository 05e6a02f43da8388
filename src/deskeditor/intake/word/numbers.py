"""The lists of a Word file: what number each paragraph shows, also where a list goes on after other text."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import child, name_of, value

_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_SMALL = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and where it starts; a bullet does not count."""

    kind: str = "decimal"
    start: int = 1
    text: str = ""
    restart: int = -1


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list: `number` counts its level, `label` is what Word shows before it."""

    level: int
    ordered: bool
    number: int
    label: str


@dataclass(slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbers:
    """Counts the paragraphs of lists in their order."""

    def __init__(self, root: Element | None) -> None:
        abstract, linked = _abstract_of(root)
        self._lists = {
            value(tag, "numId"): _list_of(tag, abstract, linked)
            for tag in (root if root is not None else ())
            if name_of(tag) == "w:num"
        }
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, number: str, level: str) -> Item | None:
        """The place of the next paragraph of that list; None where it is in none or shows nothing."""
        found = self._lists.get(number)
        if found is None or number == "0":
            return None
        at = min(_LEVELS - 1, int(level)) if level.isdecimal() else 0
        shape = found.levels.get(at, Level())
        if shape.kind == "none":
            return None
        if shape.kind == "bullet":
            return Item(at, ordered=False, number=0, label="")
        counts = self._counts.setdefault(found.abstract, {})
        self._count(number, found, at, counts)
        return Item(at, ordered=True, number=counts[at], label=_label(found.levels, shape, counts))

    def _count(self, number: str, found: _List, at: int, counts: dict[int, int]) -> None:
        for above in range(at):
            counts.setdefault(above, found.levels.get(above, Level()).start)
        if at in found.restarts and (number, at) not in self._begun:
            counts[at] = found.restarts[at]
        elif at in counts:
            counts[at] += 1
        else:
            counts[at] = found.levels.get(at, Level()).start
        self._begun.add((number, at))
        for below in range(at + 1, _LEVELS):
            restart = found.levels.get(below, Level()).restart
            if restart != 0 and (restart < 0 or at < restart):
                counts.pop(below, None)


def _abstract_of(root: Element | None) -> tuple[dict[str, dict[int, Level]], dict[str, str]]:
    """The lists by id, and the ids by the name of the style that other lists take their levels from."""
    levels: dict[str, dict[int, Level]] = {}
    links: dict[str, str] = {}
    follow: dict[str, str] = {}
    for tag in root if root is not None else ():
        if name_of(tag) == "w:abstractNum":
            name = value(tag, "abstractNumId")
            levels[name] = _levels_of(tag)
            links[value(child(tag, "w:styleLink"))] = name
            follow[name] = value(child(tag, "w:numStyleLink"))
    for name, style in follow.items():
        if style and style in links:
            levels[name] = levels[links[style]]
    return levels, {name: links[style] for name, style in follow.items() if style in links and style}


def _levels_of(tag: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for each in tag:
        at = value(each, "ilvl")
        if name_of(each) == "w:lvl" and at.isdecimal():
            found[int(at)] = _level_of(each)
    return found


def _level_of(tag: Element) -> Level:
    start, restart = value(child(tag, "w:start")), value(child(tag, "w:lvlRestart"))
    return Level(
        value(child(tag, "w:numFmt")) or "decimal",
        int(start) if start.isdecimal() else 1,
        value(child(tag, "w:lvlText")),
        int(restart) if restart.isdecimal() else -1,
    )


def _list_of(tag: Element, abstract: dict[str, dict[int, Level]], linked: dict[str, str]) -> _List:
    name = value(child(tag, "w:abstractNumId"))
    found = _List(linked.get(name, name), dict(abstract.get(name, {})))
    for each in tag:
        at = value(each, "ilvl")
        if name_of(each) != "w:lvlOverride" or not at.isdecimal():
            continue
        own, start = child(each, "w:lvl"), value(child(each, "w:startOverride"))
        if own is not None:
            found.levels[int(at)] = _level_of(own)
        if start.isdecimal():
            found.restarts[int(at)] = int(start)
    return found


def _label(levels: dict[int, Level], shape: Level, counts: dict[int, int]) -> str:
    def written(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        return _written(counts.get(at, 1), levels.get(at, Level()).kind)

    return _PLACE.sub(written, shape.text)


def _written(number: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        text = chr(ord("a") + (number - 1) % 26) * min(9, (number + 25) // 26)
    elif kind in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        text = ""
        for worth, letters in (*_ROMAN, *_ROMAN_SMALL):
            text += letters * (number // worth)
            number %= worth
    elif kind == "decimalZero":
        return f"{number:02d}"
    else:
        return str(number)
    return text.upper() if kind.startswith("upper") else text
