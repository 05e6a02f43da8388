"""What a drawing of a stranger may hold, in a page and as a file: shapes and text, and nothing else."""

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from deskeditor.publish.theme_style import NOT_WHOLE, Flaw, declaration_flaws, style_flaws

SVG, XLINK, XML = (
    *("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"),
    "http://www.w3.org/XML/1998/namespace",
)
TAGS = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line"),
        *("polyline", "polygon", "text", "tspan", "linearGradient", "radialGradient", "stop", "clipPath"),
        *("mask", "pattern", "marker"),
    )
)
ATTRIBUTES = frozenset(
    (
        *("id", "class", "lang", "role", "tabindex", "focusable", "version", "viewBox", "width", "height"),
        *("preserveAspectRatio", "transform", "d", "points", "pathLength", "x", "y", "x1", "y1", "x2", "y2"),
        *("cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "dx", "dy", "rotate", "textLength", "lengthAdjust"),
        *("gradientUnits", "gradientTransform", "spreadMethod", "offset", "clipPathUnits", "maskUnits"),
        *("maskContentUnits", "patternUnits", "patternContentUnits", "patternTransform", "markerWidth"),
        *("markerHeight", "markerUnits", "refX", "refY", "orient", "fill", "fill-opacity", "fill-rule"),
        *(
            "stroke",
            "stroke-width",
            "stroke-opacity",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-dasharray",
        ),
        *("stroke-dashoffset", "stroke-miterlimit", "stop-color", "stop-opacity", "opacity", "color"),
        *("clip-path", "clip-rule", "mask", "marker-start", "marker-mid", "marker-end", "display"),
        *("visibility", "overflow", "vector-effect", "paint-order", "shape-rendering", "text-rendering"),
        *("color-interpolation", "mix-blend-mode", "enable-background", "font-family", "font-size"),
        *("font-style", "font-weight", "font-variant", "letter-spacing", "word-spacing", "text-anchor"),
        *("text-decoration", "dominant-baseline", "alignment-baseline", "baseline-shift", "direction"),
        *("unicode-bidi", "writing-mode", "xmlns"),
    )
)
_PAINT = re.compile(
    r"(?:[^()\\]|(?:rgba?|hsla?|matrix|translate|scale|rotate|skewX|skewY)\(|url\(['\"]?#|\))*"
)
_REMEDY = "Save it as a plain SVG of shapes and text, or as PNG."


def value_flaw(name: str, value: str) -> str:
    """Why an attribute of a drawing may not say this; empty where it may."""
    if name.lower() in ("href", "xlink:href"):
        return "" if value.strip().startswith("#") else f"“{name}” leads out of the drawing"
    sound = name in ATTRIBUTES or name.startswith(("aria-", "data-", "xmlns:"))
    if not sound:
        return f"“{name}” has no place"
    return "" if _PAINT.fullmatch(value) else f"“{name}” says more than a colour or a shape"


def drawing_flaws(content: bytes) -> list[Flaw]:
    """What has no place in a file that is a drawing, line by line; it must be SVG in UTF-8."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return [Flaw(1, "it is no SVG in UTF-8", _REMEDY)]
    reader = _Reader()
    try:
        reader.read(content)
    except _Refused:
        return reader.found
    except expat.ExpatError as error:
        reader.found.append(Flaw(error.lineno, f"{NOT_WHOLE} ({expat.ErrorString(error.code)})", _REMEDY))
    return reader.found


class _Refused(Exception):
    """The rest is not looked at."""


class _Reader:
    def __init__(self) -> None:
        self.found: list[Flaw] = []
        self._style: tuple[int, list[str]] | None = None
        self._parser = parser = expat.ParserCreate("utf-8", namespace_separator=" ")
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.XmlDeclHandler = self._declared
        parser.StartDoctypeDeclHandler = lambda *_: self._stop("a document type")
        parser.EntityDeclHandler = lambda *_: self._stop("an entity")
        parser.ProcessingInstructionHandler = lambda *_: self._say("an instruction for other programs")

    def read(self, content: bytes) -> None:
        """Go through all of it."""
        self._parser.Parse(content, True)  # noqa: FBT003  # expat's own

    def _say(self, what: str, remedy: str = _REMEDY) -> None:
        self.found.append(Flaw(self._parser.CurrentLineNumber, f"{what} has no place in a drawing", remedy))

    def _stop(self, what: str) -> None:
        self._say(what)
        raise _Refused

    def _declared(self, _version: str, encoding: str | None, _alone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8"):
            self._say(f"the encoding {encoding[:20]}")

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if space != SVG or tag not in (*TAGS, "style"):
            self._say(f"“<{tag}>”")
        if tag == "style":
            self._style = self._parser.CurrentLineNumber, []
        for each, value in attributes.items():
            self.found += self._attribute_flaws(each, value)

    def _attribute_flaws(self, name: str, value: str) -> Iterator[Flaw]:
        space, _, own = name.rpartition(" ")
        line = self._parser.CurrentLineNumber
        if space == XML and own in ("lang", "space"):
            return
        if space not in ("", XLINK) or (space == XLINK and own != "href"):
            yield Flaw(line, f"“{own}” of another language has no place in a drawing", _REMEDY)
        elif own == "style" and not space:
            yield from declaration_flaws(value, line)
        elif own == "type" and value == "text/css":
            return
        elif why := value_flaw(own, value):
            yield Flaw(line, why, _REMEDY)

    def _text(self, text: str) -> None:
        if self._style is not None:
            self._style[1].append(text)

    def _end(self, _name: str) -> None:
        if self._style is not None:
            line, texts = self._style
            self.found += style_flaws("".join(texts), line)
            self._style = None
