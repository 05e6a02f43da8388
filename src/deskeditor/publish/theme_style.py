"""What a style of a stranger may say: only what is listed here, read as a browser reads it.

Everything that could load is a function, an address or a rule behind an @; each has its list, and what is on
none is a flaw. Names are looked up as they are once escapes are taken away.
"""

import base64
import binascii
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

import tinycss2
from tinycss2 import ast

AT_RULES = frozenset(
    (
        *("media", "supports", "container", "layer", "page", "keyframes", "starting-style", "scope"),
        *("top-left-corner", "top-left", "top-center", "top-right", "top-right-corner", "right-top"),
        *("right-middle", "right-bottom", "left-top", "left-middle", "left-bottom", "bottom-left-corner"),
        *("bottom-left", "bottom-center", "bottom-right", "bottom-right-corner"),
    )
)
FUNCTIONS = frozenset(
    (
        *("var", "env", "calc", "min", "max", "clamp", "round", "mod", "rem", "abs", "sign", "pow", "sqrt"),
        *("hypot", "log", "exp", "sin", "cos", "tan", "asin", "acos", "atan", "atan2"),
        *("rgb", "rgba", "hsl", "hsla", "hwb", "lab", "lch", "oklab", "oklch", "color", "color-mix"),
        *("light-dark", "linear-gradient", "radial-gradient", "conic-gradient", "repeating-linear-gradient"),
        *("repeating-radial-gradient", "repeating-conic-gradient", "cubic-bezier", "steps", "linear"),
        *("translate", "translatex", "translatey", "translatez", "translate3d", "scale", "scalex", "scaley"),
        *("scalez", "scale3d", "rotate", "rotatex", "rotatey", "rotatez", "rotate3d", "skew", "skewx"),
        *("skewy", "matrix", "matrix3d", "perspective", "blur", "brightness", "contrast", "drop-shadow"),
        *("grayscale", "hue-rotate", "invert", "opacity", "saturate", "sepia", "inset", "circle", "ellipse"),
        *("polygon", "path", "xywh", "rect", "shape", "ray", "repeat", "minmax", "fit-content", "counter"),
        *("counters", "symbols", "selector", "style", "scroll", "view", "anchor", "anchor-size"),
        *("is", "where", "not", "has", "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"),
        *("nth-col", "nth-last-col", "lang", "dir", "state", "highlight", "part", "slotted", "host"),
    )
)
PREFIXED = frozenset(
    (
        *(
            "-webkit-text-size-adjust",
            "-moz-text-size-adjust",
            "-webkit-font-smoothing",
            "-webkit-line-clamp",
        ),
        *("-moz-osx-font-smoothing", "-webkit-box-orient", "-webkit-hyphens", "-webkit-appearance"),
        *("-webkit-print-color-adjust", "-webkit-box-decoration-break", "-webkit-backdrop-filter"),
        *("-webkit-tap-highlight-color", "-webkit-text-stroke", "-webkit-text-fill-color", "-moz-appearance"),
        *("-webkit-overflow-scrolling", "-webkit-user-select", "-webkit-text-decoration", "-moz-tab-size"),
        *("-webkit-text-decoration-skip", "-webkit-column-break-inside", "-webkit-background-clip"),
    )
)
"""Of the properties that begin with a browser's name only these; of all others any but two old ones."""
_PROPERTY = re.compile(r"--.*|(?!(?:behavior|src)$)[a-z]+(?:-[a-z]+)*", re.DOTALL)
_NO_TEXT = re.compile(r"</style|<!--|<root", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp|avif|svg\+xml)((?:;[a-z0-9=-]+)*),", re.IGNORECASE)

NOT_WHOLE = "it is no whole SVG"

DRAWN_INSIDE = "Take it out; pictures of a style stand in it as data:image/…"
_TAKE_OUT = "Take it out."
_OURS = "Fonts are those of the reader's system, and all rules stand in style.css itself; take it out."


class Flaw(NamedTuple):
    """What has no place there, on which line, and what to do."""

    line: int
    what: str
    remedy: str = _TAKE_OUT


Drawing = Callable[[bytes], Sequence[Flaw]]
"""What has no place in a drawing that stands in a style as data."""


def no_drawing(_content: bytes) -> Sequence[Flaw]:
    """For styles that may hold none."""
    return (Flaw(1, "another drawing stands"),)


def style_flaws(style: str, line: int = 1, drawing: Drawing = no_drawing) -> list[Flaw]:
    """What has no place in a style sheet that begins on that line, in its order."""
    nodes = _closed(style)
    found = [*_text_flaws(style), *_token_flaws(nodes, drawing), *_rule_flaws(nodes)]
    return [each._replace(line=each.line + line - 1) for each in sorted(dict.fromkeys(found))]


def declaration_flaws(style: str, line: int = 1) -> list[Flaw]:
    """What has no place in the style of one element, as an attribute says it."""
    return style_flaws(f"a{{{style}}}", line)


def address_flaw(address: str, drawing: Drawing) -> str:
    """Why an address may not be shown; empty where it may: data of a picture, or a mark of the page."""
    if address.startswith("#"):
        return ""
    kind = _PICTURE.match(address)
    if kind is None:
        return "loads from elsewhere"
    if kind[1].lower() != "svg+xml":
        return ""
    try:
        content = unquote_to_bytes(address[kind.end() :])
        content = base64.b64decode(content) if "base64" in kind[2].lower() else content
    except (binascii.Error, ValueError):
        return "is no picture"
    # A drawing that is not whole is shown nowhere.
    inside = [each for each in drawing(content) if not each.what.startswith(NOT_WHOLE)]
    return f"is a drawing in which {inside[0].what}" if inside else ""


def _text_flaws(style: str) -> Iterator[Flaw]:
    for found in _NO_TEXT.finditer(style):
        yield Flaw(
            style.count("\n", 0, found.start()) + 1, f"“{found.group()}” could end the style of a page"
        )


def _closed(style: str) -> list[ast.Node]:
    """The parts of the style; one more closing brace shows whether all that it opens is closed."""
    nodes: list[ast.Node] = tinycss2.parse_component_value_list(f"{style}\n}}")
    if nodes and nodes[-1].type == "error" and nodes[-1].kind == "}":
        return nodes[:-1]
    line = max((each.source_line for each in nodes), default=1)
    return [*nodes, ast.ParseError(line, 1, "open", "")]


def _token_flaws(nodes: Iterable[ast.Node], drawing: Drawing) -> Iterator[Flaw]:
    for node in nodes:
        line = node.source_line
        match node.type:
            case "error":
                yield Flaw(line, _unread(node.kind), "Close it, or take it out.")
            case "at-keyword" if node.lower_value not in AT_RULES:
                yield Flaw(line, f"“@{node.lower_value}” has no place in a theme", _OURS)
            case "url":
                yield from _address_flaws(node.value, line, drawing)
            case "function":
                yield from _function_flaws(node, drawing)
            case "literal" if node.value in ("<!--", "-->"):
                yield Flaw(line, f"“{node.value}” has no place in a style")
            case "{} block" | "() block" | "[] block":
                yield from _token_flaws(node.content, drawing)


def _unread(kind: str) -> str:
    return {
        "bad-string": "a text in quotes is not closed",
        "bad-url": "an address is not closed",
        "open": "something is opened and never closed",
    }.get(kind, f"“{kind}” closes what was never opened")


def _address_flaws(address: str, line: int, drawing: Drawing) -> Iterator[Flaw]:
    why = address_flaw(address.strip(), drawing)
    if why:
        yield Flaw(line, f"“url({address[:60]})” {why}", DRAWN_INSIDE)


def _function_flaws(node: ast.FunctionBlock, drawing: Drawing) -> Iterator[Flaw]:
    name, line = node.lower_name, node.source_line
    said = [each for each in node.arguments if each.type not in ("whitespace", "comment")]
    if name == "url":
        whole = len(said) == 1 and said[0].type == "string"
        yield from _address_flaws(said[0].value if whole else "…", line, drawing)
    elif name == "attr":
        if len(said) != 1 or said[0].type != "ident":
            yield Flaw(line, "“attr(…)” may name one attribute, as text")
    elif name not in FUNCTIONS:
        yield Flaw(line, f"“{name}(…)” has no place in a theme", DRAWN_INSIDE)
    yield from _token_flaws(node.arguments, drawing)


def _rule_flaws(nodes: Iterable[ast.Node]) -> Iterator[Flaw]:
    """Properties that have no place, and what is no rule and no declaration at all."""
    for node in tinycss2.parse_blocks_contents(list(nodes), skip_comments=True, skip_whitespace=True):
        if node.type == "declaration":
            if not (_PROPERTY.fullmatch(node.lower_name) or node.lower_name in PREFIXED):
                yield Flaw(node.source_line, f"the property “{node.lower_name}” has no place in a theme")
        elif node.type == "error":
            yield Flaw(node.source_line, "there stands what is no rule and no declaration", "Mend it.")
        elif getattr(node, "content", None) is not None:
            yield from _rule_flaws(node.content)
