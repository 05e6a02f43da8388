"""The metadata at the head of a Markdown file, read tolerantly: YAML as people write it, or TOML."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | list["Value"] | dict[str, "Value"]

_FENCED = re.compile(r"\s*---[ \t]*\n(?P<inner>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(?P<inner>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.S | re.M)
_PAIR = re.compile(r"""^(?P<key>"[^"]+"|'[^']+'|[^\s:#\-"'\[{][^:]*?)\s*:(?:\s+(?P<value>.*))?$""")
_DASH = re.compile(r"^-(?:\s+(?P<rest>.*))?$")
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "/": "/"}


@dataclass(frozen=True, slots=True)
class Front:
    """The metadata by name, the text below it, and the lines that could not be read."""

    values: Mapping[str, Value] = field(default_factory=dict)
    body: str = ""
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    indent: int
    text: str
    raw: str


def split_front(text: str) -> Front:
    """The front matter of `text` and the rest of it, the rest untouched to the letter."""
    toml = _TOML.match(text)
    if toml:
        return _toml(toml["inner"], text[toml.end() :])
    yaml = _FENCED.match(text)
    if yaml is None or not _has_a_pair(yaml["inner"]):
        return Front(body=text)
    reader = _Reader(yaml["inner"])
    values = reader.mapping(0)
    return Front(values, text[yaml.end() :], (*reader.unread, *reader.rest()))


def _has_a_pair(inner: str) -> bool:
    """A text may begin with a rule and hold a second one: that is no front matter."""
    lines = [line for line in inner.split("\n") if line.strip() and not line.lstrip().startswith("#")]
    return bool(lines) and _PAIR.match(lines[0]) is not None


def _toml(inner: str, body: str) -> Front:
    try:
        values = tomllib.loads(inner)
    except (tomllib.TOMLDecodeError, RecursionError):
        return Front({}, body, tuple(line for line in inner.split("\n") if line.strip()))
    return Front({key: _plain(value) for key, value in values.items()}, body)


def _plain(value: object) -> Value:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    isoformat = getattr(value, "isoformat", None)
    if isoformat is not None:
        return str(isoformat())
    return str(value).lower() if isinstance(value, bool) else str(value)


class _Reader:
    """Walks the lines of a YAML block once, deeper for each indentation."""

    def __init__(self, inner: str) -> None:
        raws = inner.expandtabs(2).split("\n")
        self.lines = [_Line(len(raw) - len(raw.lstrip(" ")), raw.strip(), raw) for raw in raws]
        self.at = 0
        self.unread: list[str] = []

    def rest(self) -> tuple[str, ...]:
        """What stands below the point where reading ended."""
        return tuple(line.text for line in self.lines[self.at :] if line.text)

    def _next(self) -> _Line | None:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.text and not line.text.startswith("#"):
                return line
            self.at += 1
        return None

    def mapping(self, indent: int) -> dict[str, Value]:
        """The pairs that stand at this indentation; a line that is none is kept as unread."""
        found: dict[str, Value] = {}
        while (line := self._next()) is not None and line.indent >= indent:
            pair = _PAIR.match(line.text)
            self.at += 1
            if pair is None or line.indent > indent + 40:
                self.unread.append(line.text)
                continue
            found[_unquoted(pair["key"])] = self._value((pair["value"] or "").strip(), line.indent)
        return found

    def _value(self, text: str, indent: int) -> Value:
        if re.fullmatch(r"[|>][+-]?\d?", text):
            return self._scalar_block(indent, " " if text[0] == ">" else "\n")
        if text and not text.startswith("#"):
            return _inline(self._continued(text, indent))
        after = self._next()
        if after is None or after.indent < indent:
            return ""
        if _DASH.match(after.text):
            return self._sequence(after.indent)
        return dict(self.mapping(after.indent)) if after.indent > indent else ""

    def _continued(self, text: str, indent: int) -> str:
        """A plain or bracketed value may run over lines that are indented deeper."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            bracketed = text.startswith("[") and not text.endswith("]")
            plain = line.indent > indent and not _PAIR.match(line.text) and not _DASH.match(line.text)
            if not line.text or not (bracketed or plain):
                break
            text, self.at = f"{text} {line.text}", self.at + 1
        return text

    def _scalar_block(self, indent: int, joint: str) -> str:
        kept: list[str] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.text and line.indent <= indent:
                break
            kept.append(line.text)
            self.at += 1
        return joint.join(kept).strip()

    def _sequence(self, indent: int) -> list[Value]:
        found: list[Value] = []
        while (line := self._next()) is not None and line.indent == indent:
            dash = _DASH.match(line.text)
            if dash is None:
                break
            found.append(self._item(line, (dash["rest"] or "").strip()))
        return found

    def _item(self, line: _Line, rest: str) -> Value:
        if rest and not rest.startswith(('"', "'", "[")) and _PAIR.match(rest):
            inner = line.indent + len(line.text) - len(rest)
            self.lines[self.at] = _Line(inner, rest, line.raw)
            return dict(self.mapping(inner))
        self.at += 1
        return self._value(rest, line.indent) if rest else ""


def _inline(text: str) -> Value:
    if text.startswith("[") and text.endswith("]"):
        return [_scalar(part) for part in _parts(text[1:-1]) if part.strip()]
    if text.startswith("{") and text.endswith("}"):
        pairs = [part.split(":", 1) for part in _parts(text[1:-1]) if ":" in part]
        return {_unquoted(key.strip()): _scalar(value) for key, value in pairs}
    return _scalar(text)


def _parts(text: str) -> list[str]:
    """`text` cut at commas that stand outside quotes."""
    return [match[0] for match in re.finditer(r"""(?:"(?:\\.|[^"\\])*"|'[^']*'|[^,"']|["'])+""", text)]


def _scalar(text: str) -> str:
    text = text.strip()
    if text[:1] in ("'", '"'):
        closed = re.match(r"""("(?:\\.|[^"\\])*"|'(?:''|[^'])*')\s*(?:#.*)?$""", text)
        return _unquoted(closed[1]) if closed else text
    text = re.sub(r"(?<!\s)\s++#.*$", "", text)
    return "" if text in ("~", "null") else text


def _unquoted(text: str) -> str:
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[0]), text[1:-1])
    if len(text) >= 2 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text
