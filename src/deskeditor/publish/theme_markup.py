"""What a template of a stranger may draw: elements and attributes by a list, written so that all read alike.

A page is gone through as it was drawn, so it does not matter how a template came to say something. Whatever
is not plainly a tag of the list is a flaw: no browser can take it for something that was not looked at.
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from deskeditor.publish import theme_drawing
from deskeditor.publish.theme_style import Flaw

TAGS = frozenset(
    (
        *(
            "body",
            "header",
            "footer",
            "main",
            "nav",
            "section",
            "article",
            "aside",
            "hgroup",
            "search",
            "div",
        ),
        *("span", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "menu", "a"),
        *("img", "picture", "source", "figure", "figcaption", "time", "address", "blockquote", "q", "cite"),
        *("em", "strong", "b", "i", "small", "sub", "sup", "s", "u", "del", "ins", "mark", "abbr", "dfn"),
        *("code", "kbd", "samp", "var", "pre", "data", "bdi", "bdo", "ruby", "rt", "rp", "br", "hr", "wbr"),
        *("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th", "details"),
        *("summary", "button", "label", "input"),
    )
)
ATTRIBUTES = frozenset(
    (
        *("id", "class", "lang", "dir", "title", "hidden", "role", "tabindex", "accesskey", "translate"),
        *("inert", "itemscope", "itemtype", "itemprop", "itemref", "alt", "width", "height", "loading"),
        *("decoding", "fetchpriority", "sizes", "media", "type", "rel", "hreflang", "target", "datetime"),
        *("colspan", "rowspan", "span", "scope", "headers", "abbr", "open", "name", "start", "reversed"),
        *("value", "for", "checked", "popover", "popovertarget", "popovertargetaction"),
    )
)
_INPUTS = ("checkbox", "radio")
_SHOWS = frozenset(("img", "source"))
_DRAWN = frozenset(each.lower() for each in theme_drawing.TAGS)
_DRAWS = {each.lower(): each for each in theme_drawing.ATTRIBUTES}

# Blanks are those of HTML, which `\s` is not; whatever else stands between names is no whole tag.
_GAP, _NAME, _BARE = r"[ \t\n\f\r]", r"""[^\x00-\x20\x7f"'<>/=`]++""", r"""[^\x00-\x20\x7f"'<>=`]++"""
_NAMED = re.compile(rf"""{_GAP}++({_NAME})(?:{_GAP}*+={_GAP}*+(?:"([^"]*+)"|'([^']*+)'|({_BARE})))?+""")
_PIECE = re.compile(
    rf"[^<]++|<!--(?!-?>)(?:(?!--)[\s\S])*+-->|</[a-zA-Z][a-zA-Z0-9-]*+{_GAP}*+>"
    rf"|<(?P<tag>[a-zA-Z][a-zA-Z0-9-]*+)(?P<attributes>(?:{_NAMED.pattern})*+){_GAP}*+/?>"
)
_LEADS = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|/\\|\\", re.IGNORECASE)
_DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif)[;,]", re.IGNORECASE)
_UNSEEN = re.compile("[\x00-\x20\x7f-\xa0]")
"""What a browser takes out of an address, or passes over before it."""

_STYLE = "Put it into style.css."
_HEAD = "Take it out: the head of a page is the program's, and nothing of it runs or sends."


def markup_flaws(drawn: str) -> Iterator[Flaw]:
    """What has no place on a page, in the order in which a template has drawn it, with the line of that."""
    at, seen = 0, set[str]()
    while at < len(drawn):
        found = _PIECE.match(drawn, at)
        if found is None:
            sign = " ".join(drawn[at : at + 40].split())
            yield Flaw(
                drawn.count("\n", 0, at) + 1, f"“{sign}” is no whole tag", 'Write attributes as name="value".'
            )
            return
        if found["tag"] and found.group() not in seen:
            seen.add(found.group())
            for what, remedy in _tag_flaws(found["tag"].lower(), _attributes(found["attributes"])):
                yield Flaw(drawn.count("\n", 0, at) + 1, what, remedy)
        at = found.end()


def _attributes(said: str) -> list[tuple[str, str]]:
    return [
        (found[1].lower(), unescape(next((each for each in found.groups()[1:] if each is not None), "")))
        for found in _NAMED.finditer(said)
    ]


def _tag_flaws(tag: str, attributes: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    drawing = tag in _DRAWN
    if tag not in TAGS and not drawing:
        yield f"“<{tag}>” has no place on a page", _HEAD
        return
    names = [name for name, _ in attributes]
    for name, value in attributes:
        if names.count(name) > 1:
            yield f"“{name}” stands twice in “<{tag}>”", "Take one out."
        elif drawing and tag != "a":
            why = theme_drawing.value_flaw(_DRAWS.get(name, name), value) if not _said_by_all(name) else ""
            if why:
                yield f"{why} in “<{tag}>”", _remedy(name)
        else:
            yield from _attribute_flaws(tag, name, value)
    if tag == "input" and dict(attributes).get("type", "").lower() not in _INPUTS:
        yield "an “<input>” that is no box to tick has no place on a page", _HEAD


def _said_by_all(name: str) -> bool:
    return name in ("id", "class", "lang", "dir", "title", "hidden", "role", "tabindex")


def _attribute_flaws(tag: str, name: str, value: str) -> Iterator[tuple[str, str]]:
    address = _UNSEEN.sub("", value)
    if name == "href" and tag == "a":
        if _SCHEME.match(address) and not _LEADS.match(address):
            yield (
                f"“{name}={value[:40]}” leads where no reader should",
                "Lead to a page, to a mail or to a telephone.",
            )
    elif name in ("src", "srcset") and tag in _SHOWS:
        for each in [address] if name == "src" or _DATA.match(address) else re.split(r",\s+", value.strip()):
            if _SCHEME.match(_UNSEEN.sub("", each)) and not _DATA.match(address):
                yield (
                    f"“{name}={value[:40]}” loads from elsewhere",
                    "Show pictures of the story, or draw it as <svg>.",
                )
    elif name not in ATTRIBUTES and not name.startswith(("aria-", "data-")):
        yield f"“{name}” in “<{tag}>” has no place on a page", _remedy(name)


def _remedy(name: str) -> str:
    return _STYLE if name in ("style", "background", "bgcolor", "color", "align", "border") else _HEAD


def written_at(sources: Mapping[str, str], what: str) -> str:
    """The template and the line on which a flaw of what was drawn stands; empty where none says it."""
    found = re.search(r"“(<?[^\s>=”]+)", what)
    sign = re.compile(rf"{re.escape(found[1])}(?![\w-])" if found else "$^", re.IGNORECASE)
    for name, text in sources.items():
        at = sign.search(text)
        if at:
            line = text.count("\n", 0, at.start()) + 1
            return f"{name}, line {line}"
    return ""
