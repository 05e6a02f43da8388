"""Plain text as Markdown that shows the same letters, with a mark only where one is needed."""

import re

_ENTITY = re.compile(r"&(?=#\d|#[xX][0-9a-fA-F]|[A-Za-z][A-Za-z0-9]*;)")
_TAG = re.compile(r"<(?=[^\s\d]|\d[^<]*>)")
_BACKSLASH = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|~:<&'\"\n]|$)")
_STAR = re.compile(r"\*+")
_BLANK_START = re.compile(" *")
_LOW_LINE = re.compile(r"_+")
_BRACKETS = re.compile(r"\]\s?[(\[:]|\[\^|!\[")
_TILDES = re.compile(r"~(?=~)")
_ATTRIBUTES = re.compile(r"\{(?=[^{]*\})")
_RULE = re.compile(r"^( {0,3})([-_*=])(?=[-_*= ]*$)")
_LIST_NUMBER = re.compile(r"^( {0,3}\d+)([.)])(?=\s|$)")
_LINE_MARK = re.compile(r"^( {0,3})([#>]|[-+](?=\s|$))")
_CONTAINER = re.compile(r"^( {0,3}):(?=::)")
_FENCE = re.compile(r"^( {0,3})~(?=~~)")


def escape(text: str) -> str:
    """Markdown for one paragraph that reads exactly as `text`; clean prose comes back as it was."""
    return "\n".join(_line_start(line) for line in escape_inline(text).split("\n"))


def escape_inline(text: str) -> str:
    """As `escape`, for text that does not stand at the start of a line."""
    text = _BACKSLASH.sub(r"\\\\", text)
    text = _ENTITY.sub("&amp;", text)
    text = _TAG.sub("&lt;", text)
    text = text.replace("`", "\\`")
    text = _STAR.sub(_marked_always if "\n" in text else _marked_unless_apart, text)
    text = _LOW_LINE.sub(_marked_unless_inside_a_word, text)
    if _BRACKETS.search(text):
        text = text.replace("[", "\\[")
    text = _TILDES.sub("&#126;", text)
    return _ATTRIBUTES.sub(r"\\{", text)


def _line_start(line: str) -> str:
    for pattern, entity in ((_CONTAINER, "&#58;"), (_FENCE, "&#126;")):
        line = pattern.sub(rf"\g<1>{entity}", line)
    line = _LIST_NUMBER.sub(r"\1\\\2", line)
    line = _RULE.sub(_rule_marked, line)
    return _LINE_MARK.sub(r"\1\\\2", line)


def _rule_marked(match: re.Match[str]) -> str:
    """An equals sign cannot be escaped by a backslash, so it becomes a character reference."""
    return match[1] + ("&#61;" if match[2] == "=" else "\\" + match[2])


def _neighbours(match: re.Match[str]) -> tuple[str, str]:
    text = match.string
    before = text[match.start() - 1] if match.start() else ""
    after = text[match.end()] if match.end() < len(text) else ""
    return before, after


def _marked(run: str) -> str:
    return "".join("\\" + letter for letter in run)


def _marked_always(match: re.Match[str]) -> str:
    return _marked(match[0])


def _marked_unless_apart(match: re.Match[str]) -> str:
    """A star between two spaces opens nothing, except at the start of a line, where it opens a list."""
    before, after = _neighbours(match)
    apart = (
        before == " " and after in ("", " ") and not _BLANK_START.fullmatch(match.string, 0, match.start())
    )
    return match[0] if apart and len(match[0]) == 1 else _marked(match[0])


def _marked_unless_inside_a_word(match: re.Match[str]) -> str:
    """`snake_case` is safe as it stands; a run at the edge of a word may open or close emphasis."""
    before, after = _neighbours(match)
    inside = len(match[0]) == 1 and before.isalnum() and after.isalnum()
    return match[0] if inside else _marked(match[0])


def escape_label(text: str) -> str:
    """As `escape_inline`, for the text of a link, where a bracket would end it."""
    pieces = re.split(r"([\[\]])", text)
    return "".join("\\" + piece if piece in ("[", "]") else escape_inline(piece) for piece in pieces)
