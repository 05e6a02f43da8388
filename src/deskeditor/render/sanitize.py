"""The last link of the chain: only what is on the lists below reaches a page, a block at a time."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from html import escape, unescape

import nh3

from deskeditor.render import addresses

TAGS = frozenset(
    {
        "p",
        "br",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
    }
    | {
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "figure",
        "figcaption",
        "div",
        "aside",
    }
    | {
        "a",
        "img",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
    }
    | {"s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
)
DROPPED_WITH_CONTENT = frozenset(
    {"script", "style", "template", "svg", "math", "title", "textarea", "iframe", "noscript", "noembed"}
    | {"noframes", "xmp", "head", "select", "object"}
)
ATTRIBUTES = {
    "*": {"lang", "dir", "class"},
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "abbr": {"title"},
    "bdo": {"dir"},
    "ol": {"start"},
    "li": {"value"},
    "sup": {"id"},
    "table": {"tabindex"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
CLASSES = {
    "a": {"footnote-ref"},
    "span": {"credit"},
    "td": {"align-left", "align-center", "align-right"},
    "th": {"align-left", "align-center", "align-right"},
}
VALUES = {
    "lang": re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"),
    "dir": re.compile(r"ltr|rtl|auto"),
    "start": re.compile(r"-?[0-9]{1,9}"),
    "value": re.compile(r"-?[0-9]{1,9}"),
    "colspan": re.compile(r"[1-9][0-9]{0,2}"),
    "rowspan": re.compile(r"[1-9][0-9]{0,3}"),
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "tabindex": re.compile(r"0"),
    "datetime": re.compile(r"[0-9TZPWDHMS:.+\- ]{1,40}"),
}
MARKED = re.compile(r"<(/?)(a|img|h1)((?: [a-z]+=\"[^\"]*\")*)>")
ATTRIBUTE = re.compile(r" ([a-z]+)=\"([^\"]*)\"")
SMUGGLED = re.compile(r" title=\"[^\"]*\bon[a-z]{3,20}\s*=", re.IGNORECASE)
"""A title that holds an event handler: harmless here, yet no honest link has one and others may unpack it."""
DROPPED = re.compile(rf"<(/?)({'|'.join(sorted(DROPPED_WITH_CONTENT))})(?=[\s/>])", re.IGNORECASE)
STRAY_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

END = "\ufdd1"
"""Set after a text to learn whether something unfinished in it would hide what follows."""
PASSES = 4


Filter = Callable[[str, str, str], str | None]


def _cleaner(attribute_filter: Filter) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        attributes=ATTRIBUTES,
        attribute_filter=attribute_filter,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel", "media", "article"},
    )


class Sanitiser:
    """Cleans one block's HTML; not to be shared between threads.

    `fragments` maps names that a link may jump to onto ids, `ids` are those this block may carry.
    """

    def __init__(self) -> None:
        self._fragments: Mapping[str, str] = {}
        self._ids: set[str] = set()
        self._first = _cleaner(self._first_attribute)
        self._last = _cleaner(self._last_attribute)

    def clean(self, html: str, fragments: Mapping[str, str], ids: frozenset[str]) -> str | None:
        """The HTML made safe and stable, or None where nothing stable comes of it."""
        self._fragments = fragments
        if "<" in html and (_unfinished(html) or END not in self._pass(self._first, html + END, ids)):
            return None
        html = self._pass(self._first, html, ids)
        html = STRAY_CONTROLS.sub("\ufffd", _without_strangers(html))
        self._fragments = {name: name for name in fragments.values()}
        for _ in range(PASSES):
            again = self._pass(self._last, html, ids)
            if again == html:
                return html
            html = _without_strangers(again)
        return None

    def _pass(self, cleaner: nh3.Cleaner, html: str, ids: frozenset[str]) -> str:
        self._ids = set(ids)
        return cleaner.clean(html)

    def _first_attribute(self, tag: str, name: str, value: str) -> str | None:
        if name == "src":
            return addresses.plain(value) if addresses.MEDIA.fullmatch(value) else addresses.web(value)
        return self._attribute(tag, name, value)

    def _last_attribute(self, tag: str, name: str, value: str) -> str | None:
        if name == "src":
            return value if addresses.MEDIA.fullmatch(value) else None
        return self._attribute(tag, name, value)

    def _attribute(self, tag: str, name: str, value: str) -> str | None:
        if name == "href":
            return addresses.link(value, self._fragments)
        if name == "class":
            words = [word for word in value.split() if word in CLASSES.get(tag, ())]
            return " ".join(words) or None
        if name == "id":
            if value not in self._ids:
                return None
            self._ids.discard(value)
            return value
        shape = VALUES.get(name)
        return value if shape is None or shape.fullmatch(value) else None


def _unfinished(html: str) -> bool:
    """Whether an element that goes with all its content is opened more often than closed."""
    balance = Counter[str]()
    for closing, tag in DROPPED.findall(html):
        balance[tag.lower()] += -1 if closing else 1
    return any(count > 0 for count in balance.values())


def _without_strangers(html: str) -> str:
    """Remote pictures become links, links to nowhere become text, an h1 makes room for the headline."""
    kept: list[bool] = []
    return MARKED.sub(lambda found: _mark(found, kept), html) if "<" in html else html


def _mark(found: re.Match[str], kept: list[bool]) -> str:
    closing, tag, rest = found[1], found[2], found[3]
    if tag == "h1":
        return f"<{closing}h2{rest}>"
    if tag == "a" and closing:
        return "</a>" if kept and kept.pop() else ""
    if tag == "a":
        kept.append(' href="' in rest and not any(kept) and not SMUGGLED.search(rest))
        return found[0] if kept[-1] else ""
    attributes = dict(ATTRIBUTE.findall(rest))
    if attributes.get("src", "").startswith("media:"):
        return found[0] if "alt" in attributes else f'<img{rest} alt="">'
    return _in_words(attributes) if any(kept) or "src" not in attributes else _as_link(attributes)


def _in_words(picture: dict[str, str]) -> str:
    return escape(unescape(picture.get("alt", "")), quote=False)


def _as_link(picture: dict[str, str]) -> str:
    return f'<a href="{picture["src"]}">{_in_words(picture) or picture["src"]}</a>'


def plain_html(text: str) -> str:
    """Any text as escaped paragraphs, every letter kept."""
    parts = (part.strip("\n") for part in re.split(r"\n[ \t]*(?=\n)", text))
    return "\n".join(f"<p>{_escaped(part)}</p>" for part in parts if part.strip(" \t\n"))


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\xa0", "&nbsp;")
