"""Our HTML as XML: the same words in the order that a book's schema asks for.

A browser forgives a list item outside a list or a box inside a word; a book is refused for it. What stands
where it may not is renamed or opened, and no word is lost by that.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement, tostring

from deskeditor.publish.xml_safe import xml_safe

VOID = frozenset(("br", "hr", "img", "wbr"))
TRANSPARENT = frozenset(("a", "ins", "del"))
_SIGNS = frozenset(
    ("b", "bdi", "bdo", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "samp", "small", "span")
)
_TERMS = frozenset(("abbr", "dfn", "strong", "sub", "sup", "time", "u", "var"))
WORDS = TRANSPARENT | _SIGNS | _TERMS | {"br", "img", "wbr"}
"""What may stand among words."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "aside"))
ONLY_WORDS = _SIGNS | _TERMS | {"p", "pre"} | (_HEADINGS - {"aside"})
NEVER_WITHIN = {
    "a": {"a"},
    "dfn": {"dfn"},
    "table": {"caption"},
    "img": {"pre"},
    **{name: {"dt", "th"} for name in _HEADINGS},
}
PARENTS = {
    "li": ("ul", "ol"),
    "dt": ("dl",),
    "dd": ("dl",),
    "figcaption": ("figure",),
    "caption": ("table",),
    "thead": ("table",),
    "tbody": ("table",),
    "tfoot": ("table",),
    "tr": ("table", "thead", "tbody", "tfoot"),
    "td": ("tr",),
    "th": ("tr",),
}
_BOXES = frozenset(("p", "hr", "pre", "blockquote", "ul", "ol", "dl", "table", "figure", "div", "section"))
KNOWN = WORDS | _BOXES | _HEADINGS | PARENTS.keys()
"""Any other element is opened into the one around it."""

ATTRIBUTES = frozenset(("id", "class", "lang", "dir", "title", "aria-label", "datetime")) | frozenset(
    ("href", "src", "alt", "width", "height", "start", "colspan", "rowspan", "scope")
)
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
TIME = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?")
DEEPEST = 60
"""Beyond this depth an element is opened into the one around it: readers of books nest far less."""


def grown(html: str) -> Element:
    """A `div` that holds sanitised HTML as a tree that a strict reader accepts."""
    planter = _Planter()
    planter.feed(html)
    planter.close()
    _fit(planter.root, frozenset(), among_words=False)
    _settle(planter.root)
    return planter.root


def inner_xml(element: Element) -> str:
    """What an element holds, as XML; names with a colon are written as they are."""
    parts = [xml_safe(_escaped(element.text or ""))]
    parts += [xml_safe(tostring(child, encoding="unicode")) for child in element]
    return "".join(parts)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _Planter(HTMLParser):
    """Grows the tree as the HTML has it; a closing tag that closes nothing is no tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("div")
        self._open: list[tuple[str, Element]] = [("", self.root)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element in the innermost open one."""
        parent = self._open[-1][1]
        grows = tag in KNOWN and (tag in VOID or len(self._open) <= DEEPEST)
        element = SubElement(parent, tag, _kept(attrs)) if grows else parent
        if tag not in VOID:
            self._open.append((tag, element))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of that name, with all that is open in it."""
        if tag in VOID or all(name != tag for name, _ in self._open):
            return
        while self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Put words behind what stands last."""
        parent = self._open[-1][1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def _kept(attrs: list[tuple[str, str | None]]) -> dict[str, str]:
    kept = {name: value if value is not None else name for name, value in attrs if name in ATTRIBUTES}
    if "lang" in kept and not LANGUAGE.fullmatch(kept["lang"]):
        del kept["lang"]
    if "datetime" in kept and not _is_time(kept["datetime"]):
        del kept["datetime"]
    if "lang" in kept:
        kept["xml:lang"] = kept["lang"]
    return kept


def _is_time(text: str) -> bool:
    try:
        return TIME.fullmatch(text) is not None and bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def _fit(element: Element, around: frozenset[str], *, among_words: bool) -> None:
    """Give every child a place where it may stand; `around` names what the element is in."""
    inside = element.tag in ONLY_WORDS or (among_words and element.tag in TRANSPARENT)
    above = around | {element.tag}
    at = 0
    while at < len(element):
        child = element[at]
        if child.tag in PARENTS and element.tag not in PARENTS[child.tag]:
            child.tag = "div"
            child.attrib = {
                name: child.attrib[name] for name in ("lang", "xml:lang", "dir") if name in child.attrib
            }
        if (inside and child.tag not in WORDS) or above & NEVER_WITHIN.get(child.tag, frozenset()):
            _open_up(element, at)
            continue
        _fit(child, above, among_words=inside)
        at += 1
    _ARRANGED.get(element.tag, _as_it_is)(element)


def _open_up(parent: Element, at: int) -> None:
    """What a child holds, in its place; a space keeps words apart that a box kept apart."""
    child = parent[at]
    space = "" if child.tag in WORDS else " "
    parent.remove(child)
    before = f"{space}{child.text or child.get('alt', '') or ''}"
    _append_text(parent, at, before)
    for offset, grandchild in enumerate(list(child)):
        parent.insert(at + offset, grandchild)
    _append_text(parent, at + len(child), f"{space}{child.tail or ''}")


def _append_text(parent: Element, at: int, text: str) -> None:
    """Put text in front of the child at a place."""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _arrange_list(element: Element) -> None:
    """Items alone; what else stands there becomes one."""
    loose, element.text = (element.text or "").strip(), None
    if loose:
        item = Element("li")
        item.text = loose
        element.insert(0, item)
    for at, child in enumerate(list(element)):
        tail, child.tail = (child.tail or "").strip(), "\n"
        if child.tag != "li":
            element.remove(child)
            child.tail = None
            item = Element("li")
            item.append(child)
            item.tail = "\n"
            element.insert(at, item)
        if tail:
            last = element[at]
            SubElement(last, "span").text = tail


def _arrange_terms(element: Element) -> None:
    """Terms, each with what is said of it; anything else becomes plain boxes."""
    order = "".join({"dt": "t", "dd": "d"}.get(child.tag, "x") for child in element)
    loose = [element.text, *(child.tail for child in element)]
    if re.fullmatch(r"(?:t+d+)+", order) and not any((text or "").strip() for text in loose):
        return
    element.tag = "div"
    for child in element:
        child.tag = "div" if child.tag in ("dt", "dd") else child.tag


def _arrange_figure(element: Element) -> None:
    """One caption, at the start or the end."""
    captions = [child for child in element if child.tag == "figcaption"]
    for at, caption in enumerate(captions):
        outer = caption in (element[0], element[-1])
        if at or not outer or (caption.tail or "").strip():
            caption.tag = "div"


def _arrange_table(element: Element) -> None:
    """A caption, a head, and one body, in this order."""
    loose = " ".join(filter(None, ((each or "").strip() for each in _between(element))))
    captions = [child for child in element if child.tag == "caption"]
    heads = [child for child in element if child.tag == "thead"][:1]
    rows = [row for part in element if part not in heads for row in ((part,) if part.tag == "tr" else part)]
    rows = [row for row in rows if row.tag == "tr"]
    for child in list(element):
        element.remove(child)
    caption = captions[0] if captions else Element("caption")
    for other in captions[1:]:
        SubElement(caption, "br").tail = " ".join(other.itertext())
    if loose:
        SubElement(caption, "span").text = loose
    if captions or loose:
        element.append(caption)
    element.extend(heads)
    if rows:
        body = SubElement(element, "tbody")
        body.extend(rows)
    element.text = None
    for child in element:
        child.tail = "\n"
    if not len(element):
        element.tag = "div"


def _between(element: Element) -> Iterator[str | None]:
    yield element.text
    for child in element:
        yield child.tail


def _as_it_is(_: Element) -> None:
    return


_ARRANGED = {
    "ul": _arrange_list,
    "ol": _arrange_list,
    "dl": _arrange_terms,
    "figure": _arrange_figure,
    "table": _arrange_table,
}


def _settle(root: Element) -> None:
    """Ids once each, links only to ids that are there, and the attributes that an element must have."""
    ids: set[str] = set()
    for element in root.iter():
        name = element.get("id")
        if name is not None and (name in ids or not re.fullmatch(r"[A-Za-z_][\w.-]*", name)):
            del element.attrib["id"]
        elif name is not None:
            ids.add(name)
        if element.tag == "img":
            element.attrib.setdefault("alt", "")
        if element.tag == "bdo" and element.get("dir") not in ("ltr", "rtl"):
            element.tag = "bdi"
    for link in root.iter("a"):
        href = link.get("href", "")
        if href.startswith("#") and href[1:] not in ids:
            del link.attrib["href"]
