"""Ordinary prose as HTML, straight: most of what a newsroom writes needs no Python-Markdown and no sanitiser.

Law: what comes of it is, to the byte, what the long way gives; where that is not certain at a glance, nothing
comes of it. All text is escaped here and every address is asked of `addresses`: nothing is left to sanitise.
"""

import re
from collections.abc import Callable, Iterator
from html import escape

from deskeditor.render import addresses, guards
from deskeditor.render.blocks import Kind
from deskeditor.render.extensions.typography import Typographer
from deskeditor.render.letters import SPACES

SIGNS = r"\\`*_\[\]<>{}~|#\t\r"
"""Signs that may mean something; an ampersand may only where it begins an entity."""
ENTITY = re.compile(r"&[#0-9A-Za-z]*;")
SAID = rf"[^{SIGNS}\s](?:[^{SIGNS}]*[^{SIGNS}\s])?"
ADDRESS = (
    r"article:[0-9a-z]{12}|media:[0-9a-f]{64}|mailto:[A-Za-z0-9.+-]+@[A-Za-z0-9.-]+"
    r"|https?://(?:(?!xn--)[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}(?:[/?#][A-Za-z0-9/?#=.,%+~@!$&:_-]*)?"
)
"""Addresses that every reader of addresses takes alike; each is still asked of `addresses`."""
MARK = re.compile(
    rf"[{SIGNS}](?:(?<=\*)(?P<star>\*?)(?P<said>{SAID})\*(?P=star)(?!\*)"
    rf"|(?<=\[)(?<!!\[)(?P<label>(?!\^){SAID})\]\((?P<address>{ADDRESS})\))?"
)
"""A sign, and what it begins where that is certain; a pattern that begins with a set is searched for fast."""
TAGS = {"": "em", "*": "strong"}

LETTER = r"[^\W\d_]|[\"'“”„«»‘’—–]"
LINE = rf"(?:{LETTER}|[(\[$€£]|\*\*?[^\s*]|\d++(?!\.(?:\s|$)))"
"""How a line may begin that is surely no list, heading, rule, quote or table."""
EDGE = re.compile(rf"[{SPACES}](?:[ \n]|$)")
PLAIN = re.compile(rf"(?:{LETTER})[^{SIGNS}&]*")
AWKWARD = re.compile(rf"  \n|\n(?!{LETTER})")
BEGIN = re.compile(LINE)
BROKEN = re.compile(rf"  \n|\n(?!{LINE})")
HEADING = re.compile(r"(#{1,6}) (\S.*)")
BULLETS = re.compile(r"([-*+]) .*(?:\n\1 .*)*")
NUMBERS = re.compile(r"1\. .*(?:\n[0-9]{1,9}\. .*)*")
QUOTED = re.compile(r"> \S.*(?:(?:\n>)*\n> \S.*)*")


def is_plain(source: str) -> bool:
    """Whether a paragraph is words and nothing else, so that only its typography is to be set."""
    return PLAIN.fullmatch(source) is not None and _runs_on(source, AWKWARD)


def _runs_on(text: str, awkward: re.Pattern[str]) -> bool:
    """Whether no line of the text ends or begins in a way that may mean something."""
    return not (
        text[-1:] == " "
        or ("\n" in text and awkward.search(text))
        or (not text.isascii() and EDGE.search(text))
    )


def prose(kind: Kind, source: str, set_type: Typographer) -> str | None:
    """The HTML of a block that takes nothing from elsewhere, or None where the long way has to tell."""
    maker = MAKERS.get(kind)
    return None if maker is None or guards.too_many(kind, source) else maker(source, set_type)


def words(text: str, set_type: Typographer) -> str:
    """Words without any marks as HTML."""
    return escape(set_type(text), quote=False).replace("\xa0", "&nbsp;")


def _marked(text: str, set_type: Typographer) -> str | None:
    """A run of text with simple marks as HTML; each run between marks is set by itself."""
    if not BEGIN.match(text) or not _runs_on(text, BROKEN) or ("&" in text and ENTITY.search(text)):
        return None
    parts: list[str] = []
    at = 0
    for mark in MARK.finditer(text):
        star, said, label, address = mark.groups()
        if said:
            made = f"<{TAGS[star]}>{words(said, set_type)}</{TAGS[star]}>"
        elif label and addresses.link(address, {}) == address:
            made = f'<a href="{escape(address)}">{words(label, set_type)}</a>'
        else:
            return None
        if at < mark.start():
            parts.append(words(text[at : mark.start()], set_type))
        parts.append(made)
        at = mark.end()
    if at < len(text):
        parts.append(words(text[at:], set_type))
    return "".join(parts)


def _paragraph(source: str, set_type: Typographer) -> str | None:
    text = _marked(source, set_type)
    return None if text is None else f"<p>{text}</p>"


def _heading(source: str, set_type: Typographer) -> str | None:
    found = HEADING.fullmatch(source)
    text = _marked(found[2], set_type) if found else None
    if found is None or text is None:
        return None
    level = max(len(found[1]), 2)  # the headline is the page's only h1
    return f"<h{level}>{text}</h{level}>"


def _list(source: str, set_type: Typographer) -> str | None:
    tag = "ul" if BULLETS.fullmatch(source) else "ol" if NUMBERS.fullmatch(source) else ""
    items = [_marked(line.partition(" ")[2], set_type) for line in source.split("\n")] if tag else [None]
    return (
        None
        if None in items
        else f"<{tag}>\n" + "".join(f"<li>{item}</li>\n" for item in items) + f"</{tag}>"
    )


def _quote(source: str, set_type: Typographer) -> str | None:
    if not QUOTED.fullmatch(source):
        return None
    inner = "\n".join(line[2:] for line in source.split("\n"))
    parts = [_paragraph(part, set_type) for part in _paragraphs(inner)]
    said = [part for part in parts if part is not None]
    return "<blockquote>\n" + "\n".join(said) + "\n</blockquote>" if len(said) == len(parts) else None


def _paragraphs(text: str) -> Iterator[str]:
    return filter(None, (part.strip("\n") for part in text.split("\n\n")))


MAKERS: dict[Kind, Callable[[str, Typographer], str | None]] = {
    Kind.PARAGRAPH: _paragraph,
    Kind.HEADING: _heading,
    Kind.LIST: _list,
    Kind.QUOTE: _quote,
}
