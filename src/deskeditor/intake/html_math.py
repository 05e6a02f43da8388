"""Formulas of a page in one line, as one would type them: powers with ^, indices with _, fractions with /."""

from collections.abc import Callable, Sequence

from deskeditor.intake.html_tree import Element

_PASSED_OVER = frozenset(("annotation", "annotation-xml", "mspace", "mphantom"))
_DEEPEST = 40


def linear(formula: Element) -> str:
    """The formula so that no figure runs into its neighbour."""
    return " ".join(_written(formula, 0).split())


def _written(element: Element, depth: int) -> str:
    if element.name in _PASSED_OVER:
        return ""
    if depth > _DEEPEST:
        return element.text(" ")
    parts = [_written(child, depth + 1) for child in element.children() if child.name not in _PASSED_OVER]
    writer = _WRITERS.get(element.name)
    if writer is not None and len(parts) >= writer[0]:
        return writer[1](parts)
    own = "".join(node.strip() for node in element.contents if isinstance(node, str))
    joint = (
        " " if element.name in ("mtr", "mtable", "math") and len(parts) > 1 and element.name != "math" else ""
    )
    return own + joint.join(parts)


def _grouped(text: str) -> str:
    """In brackets where it is more than one sign or one figure."""
    return (
        text
        if text.replace(".", "").replace(",", "").isalnum() and (len(text) == 1 or text[0].isdigit())
        else f"({text})"
    )


def _power(parts: Sequence[str]) -> str:
    return f"{parts[0]}^{_grouped(parts[1])}"


def _index(parts: Sequence[str]) -> str:
    return f"{parts[0]}_{_grouped(parts[1])}"


def _both(parts: Sequence[str]) -> str:
    return f"{parts[0]}_{_grouped(parts[1])}^{_grouped(parts[2])}"


def _fraction(parts: Sequence[str]) -> str:
    return f"{_grouped(parts[0])}/{_grouped(parts[1])}"


def _root(parts: Sequence[str]) -> str:
    return f"√({''.join(parts)})"


def _nth_root(parts: Sequence[str]) -> str:
    return f"({parts[0]})^(1/{parts[1]})"


_WRITERS: dict[str, tuple[int, Callable[[Sequence[str]], str]]] = {
    "msup": (2, _power),
    "mover": (2, _power),
    "msub": (2, _index),
    "munder": (2, _index),
    "msubsup": (3, _both),
    "munderover": (3, _both),
    "mfrac": (2, _fraction),
    "msqrt": (1, _root),
    "mroot": (2, _nth_root),
}
