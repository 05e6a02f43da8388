"""Equations in MathML in one line of text: powers with ^, indices with _, fractions with a slash."""

from collections.abc import Callable, Sequence
from xml.etree.ElementTree import Element

from deskeditor.intake.linear import bundled, fraction, raised, root

_OUT = frozenset({"annotation", "annotation-xml", "mphantom", "none", "mprescripts"})
_DEEPEST = 60


def linear(tag: Element, depth: int = 0) -> str:
    """What the equation says."""
    name = str(tag.tag).rpartition("}")[2]
    if name in _OUT:
        return ""
    if depth > _DEEPEST:
        return "".join(tag.itertext())
    parts = [linear(each, depth + 1) for each in tag]
    writer = _WRITERS.get(name)
    if writer is not None and len(parts) >= _LEAST[name]:
        return writer(parts)
    return " ".join((tag.text or "").split()) + "".join(parts)


def _table(rows: Sequence[str]) -> str:
    return f"[{'; '.join(rows)}]"


_WRITERS: dict[str, Callable[[Sequence[str]], str]] = {
    "mfrac": lambda parts: fraction(parts[0], parts[1]),
    "msup": lambda parts: raised(parts[0], "", parts[1]),
    "mover": lambda parts: raised(parts[0], "", parts[1]),
    "msub": lambda parts: raised(parts[0], parts[1], ""),
    "munder": lambda parts: raised(parts[0], parts[1], ""),
    "msubsup": lambda parts: raised(parts[0], parts[1], parts[2]),
    "munderover": lambda parts: f"{raised(parts[0], parts[1], parts[2])} ",
    "msqrt": lambda parts: root("".join(parts), ""),
    "mroot": lambda parts: root(parts[0], parts[1]),
    "mtable": _table,
    "mtr": ", ".join,
    "menclose": lambda parts: bundled("".join(parts)),
}
_LEAST = {
    **dict.fromkeys(_WRITERS, 2),
    **dict.fromkeys(("msubsup", "munderover"), 3),
    **dict.fromkeys(("msqrt", "mtable", "mtr", "menclose"), 1),
}
