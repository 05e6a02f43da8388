"""Equations of Word in one line of text: powers with ^, indices with _, fractions with a slash."""

from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from deskeditor.intake.linear import bundled, fraction, raised, root
from deskeditor.intake.office_xml import child, name_of, value

_OUT = frozenset({"w:del", "w:moveFrom", "w:rPr", "m:rPr", "m:ctrlPr"})
_DEEPEST = 60


def linear(tag: Element, depth: int = 0) -> str:
    """What the equation says; parts that nobody could read in one line stand in brackets."""
    name = name_of(tag)
    if name in ("m:t", "w:t"):
        return tag.text or ""
    if name in _OUT:
        return ""
    if depth > _DEEPEST:
        return "".join(each.text or "" for each in tag.iter() if name_of(each) == "m:t")
    writer = _WRITERS.get(name)
    return writer(tag, depth + 1) if writer else _inside(tag, depth + 1)


def _inside(tag: Element, depth: int) -> str:
    return "".join(linear(each, depth) for each in tag)


def _part(tag: Element, name: str, depth: int) -> str:
    found = child(tag, f"m:{name}")
    return "" if found is None else _inside(found, depth).strip()


def _fraction(tag: Element, depth: int) -> str:
    return fraction(_part(tag, "num", depth), _part(tag, "den", depth))


def _scripts(tag: Element, depth: int) -> str:
    return raised(_part(tag, "e", depth), _part(tag, "sub", depth), _part(tag, "sup", depth))


def _scripts_before(tag: Element, depth: int) -> str:
    return f"{raised('', _part(tag, 'sub', depth), _part(tag, 'sup', depth))} {_part(tag, 'e', depth)}"


def _root(tag: Element, depth: int) -> str:
    return root(_part(tag, "e", depth), _part(tag, "deg", depth))


def _delimited(tag: Element, depth: int) -> str:
    properties = child(tag, "m:dPr")
    signs = []
    for name, usual in (("begChr", "("), ("sepChr", "|"), ("endChr", ")")):
        own = child(properties, f"m:{name}")
        signs.append(usual if own is None else value(own))
    inner = [_inside(each, depth).strip() for each in tag if name_of(each) == "m:e"]
    return f"{signs[0]}{signs[1].join(inner)}{signs[2]}"


def _summed(tag: Element, depth: int) -> str:
    own = child(tag, "m:naryPr", "m:chr")
    sign = "∫" if own is None else value(own)
    return f"{raised(sign, _part(tag, 'sub', depth), _part(tag, 'sup', depth))} {_part(tag, 'e', depth)}"


def _named(tag: Element, depth: int) -> str:
    argument = _part(tag, "e", depth)
    return f"{_part(tag, 'fName', depth)}{'' if argument.startswith('(') else ' '}{argument}"


def _lower_limit(tag: Element, depth: int) -> str:
    return raised(_part(tag, "e", depth), _part(tag, "lim", depth), "")


def _upper_limit(tag: Element, depth: int) -> str:
    return raised(_part(tag, "e", depth), "", _part(tag, "lim", depth))


def _accented(tag: Element, depth: int) -> str:
    own = child(tag, "m:accPr", "m:chr")
    return bundled(_part(tag, "e", depth)) + ("\u0302" if own is None else value(own))


def _rows(names: Iterable[str]) -> Callable[[Element, int], str]:
    wanted = frozenset(names)

    def written(tag: Element, depth: int) -> str:
        rows = (_row(each, depth) for each in tag if name_of(each) in wanted)
        return f"[{'; '.join(rows)}]"

    return written


def _row(tag: Element, depth: int) -> str:
    cells = [each for each in tag if name_of(each) == "m:e"] if name_of(tag) == "m:mr" else [tag]
    return ", ".join(_inside(each, depth).strip() for each in cells)


_WRITERS: dict[str, Callable[[Element, int], str]] = {
    "m:f": _fraction,
    "m:sSup": _scripts,
    "m:sSub": _scripts,
    "m:sSubSup": _scripts,
    "m:sPre": _scripts_before,
    "m:rad": _root,
    "m:d": _delimited,
    "m:nary": _summed,
    "m:func": _named,
    "m:limLow": _lower_limit,
    "m:limUpp": _upper_limit,
    "m:acc": _accented,
    "m:m": _rows(["m:mr"]),
    "m:eqArr": _rows(["m:e"]),
}
