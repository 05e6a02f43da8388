"""Formulas of a page in one line, as one would type them: powers with ^, indices with _, fractions with /."""

from collections.abc import Callable, Sequence

from deskeditor.intake.html_tree import Element
from deskeditor.intake.linear import fraction, raised, root

_PASSED_OVER = frozenset(("annotation", "annotation-xml", "mspace", "mphantom", "none", "mprescripts"))
_DEEPEST = 40


def linear(formula: Element) -> str:
    """The formula so that no figure runs into its neighbour."""
    return " ".join(_written(formula, 0).split())


def _written(element: Element, depth: int) -> str:
    if depth > _DEEPEST:
        return element.text(" ")
    parts = [_written(child, depth + 1) for child in element.children() if child.name not in _PASSED_OVER]
    count, writer = _WRITERS.get(element.name, (0, "".join))
    if len(parts) < count:
        writer = "".join
    own = "".join(node.strip() for node in element.contents if isinstance(node, str))
    return own + writer(parts)


_WRITERS: dict[str, tuple[int, Callable[[Sequence[str]], str]]] = {
    "msup": (2, lambda parts: raised(parts[0], "", parts[1])),
    "mover": (2, lambda parts: raised(parts[0], "", parts[1])),
    "msub": (2, lambda parts: raised(parts[0], parts[1], "")),
    "munder": (2, lambda parts: raised(parts[0], parts[1], "")),
    "msubsup": (3, lambda parts: raised(parts[0], parts[1], parts[2])),
    "munderover": (3, lambda parts: raised(parts[0], parts[1], parts[2])),
    "mfrac": (2, lambda parts: fraction(parts[0], parts[1])),
    "msqrt": (1, lambda parts: root("".join(parts), "")),
    "mroot": (2, lambda parts: root(parts[0], parts[1])),
    "mtable": (1, "; ".join),
    "mtr": (1, " ".join),
}
