"""Parts of equations in one line of text."""

import re

_SINGLE = re.compile(r"[\w.,′'°%∞]+|[^\w\s]\w*|\([^()]*\)|\[[^\[\]]*\]", re.S)


def bundled(text: str) -> str:
    """In brackets where it is more than one figure or name."""
    return text if not text or _SINGLE.fullmatch(text) else f"({text})"


def fraction(above: str, below: str) -> str:
    """One over the other."""
    return f"{bundled(above)}/{bundled(below)}"


def raised(base: str, below: str, above: str) -> str:
    """A base with its index and its power, where it has any."""
    written = bundled(base)
    if below:
        written += f"_{bundled(below)}"
    if above:
        written += f"^{bundled(above)}"
    return written


def root(inside: str, degree: str) -> str:
    """The square root, or that of a degree."""
    sign = {"": "√", "2": "√", "3": "∛", "4": "∜"}.get(degree)
    return f"{sign}{bundled(inside)}" if sign else f"√[{degree}]({inside})"
