"""What of a page is no part of a story: taken out before it is read, and told."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from deskeditor.intake.html_styles import Styles
from deskeditor.intake.html_tree import Element, Origin, Remark, names, pruned, texts, upwards

SILENT = names("script style link meta base title param col colgroup area")
"""Elements that are for machines; what text they hold is none to a reader."""

_CONTROLS = names("button select textarea datalist progress meter")
_DRAWINGS = names("svg object embed applet canvas")
_AROUND = names("nav aside form footer search")
_ORNAMENTS = names("div section ul ol p figure i")
_SPARE = names("noscript template dialog")
_HEADINGS = names("h1 h2 h3 h4 h5 h6 summary dt legend")
_STORY_BOX = re.compile(r"pull|quote|fact|box|inset|sidebar-text", re.I)
_ABOUT_AUTHOR = re.compile(r"(?:about[-_])?author[-_](?:box|bio|info|card|description)|about[-_]author", re.I)
_ICON = re.compile(r"icon|glyph|symbols", re.I)
_FORMULA_TWICE = re.compile(r"katex-html|mathjax|mjx", re.I)
_REMARK_CLASSES = frozenset(
    ("msocommentreference", "msocomtxt", "msocomanchor", "msocomoff", "msocommenttext")
)
_DELETED_CLASSES = frozenset(("msodel", "msomovefrom"))
_GOOGLE_REMARK = re.compile(r"#?cmnt(?:_ref)?\d+")
_OFFICE = re.compile(r"urn:schemas-microsoft-com|microsoft|libreoffice|openoffice", re.I)
_FOR_MACHINES = re.compile(
    r"\s*(?:\[if\b|\[endif|\[CDATA|startfragment|endfragment|notionvc|/?wp:|[\w-]*$)", re.I
)
_TAG = re.compile(r"<[^<>]*>")
_MOST_REMARKS = 20


@dataclass(slots=True)
class Taken:
    """What was taken out, by the reason."""

    texts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, reason: str, text: str) -> None:
        """A text that goes; one without letters is not worth a word."""
        text = " ".join(text.split())
        if any(map(str.isalnum, text)):
            self.texts.setdefault(reason, []).append(text)

    def notes(self) -> Iterator[str]:
        """A note for each reason."""
        for reason, found in self.texts.items():
            yield f"Taken out ({reason}): “{' / '.join(dict.fromkeys(found))}”"


def origin_of(root: Element) -> Origin:
    """Who wrote the page, by what programs write into its head and their elements' names."""
    page = root.first("html")
    named = [
        meta.get("content")
        for meta in root.all("meta")
        if meta.get("name").lower() in ("generator", "progid")
    ]
    spaces = [*page.attributes.values()] if page is not None else []
    if any(_OFFICE.search(text) for text in (*named, *spaces)) or any("Sheet" in text for text in named):
        return Origin.OFFICE
    office = root.first("google-sheets-html-origin", "o:p") is not None or any(
        element.get("id").startswith("docs-internal-guid") for element in root.all("b", "span")
    )
    return Origin.OFFICE if office else Origin.SITE


def weights(root: Element) -> Mapping[Element, int]:
    """How much of a story's text stands in each element: letters of its paragraphs."""
    letters: dict[Element, int] = {}
    found: dict[Element, int] = {}
    for element in upwards(root):
        inner = element.children()
        own = sum(len(node) for node in element.contents if isinstance(node, str))
        letters[element] = 0 if element.name in SILENT else own + sum(letters[child] for child in inner)
        paragraph = letters[element] if element.name == "p" and letters[element] >= 40 else 0
        found[element] = paragraph + sum(found[child] for child in inner)
    return found if found[root] else letters


def tidy(root: Element, styles: Styles, taken: Taken, origin: Origin) -> None:
    """Takes out what no reader sees, and what stands around a story; text among that is told."""
    _Tidying(styles, taken, origin, weights(root), root).run()


@dataclass(slots=True)
class _Tidying:
    styles: Styles
    taken: Taken
    origin: Origin
    weights: Mapping[Element, int]
    root: Element

    def run(self) -> None:
        """Remarks first, since their blocks are found by a link inside."""
        _mark_google_remarks(self.root)
        pruned(self.root, self._goes)
        _take_comments(self.root, self.taken)

    def _goes(self, element: Element) -> bool:
        if element.name in SILENT:
            return True
        reason = self._reason(element)
        if reason:
            self.taken.add(reason, " ".join(texts(element, lambda inner: inner.name in SILENT)))
        return bool(reason)

    def _reason(self, element: Element) -> str:
        """Why the element goes; empty where it stays."""
        return (
            _of_work(element, self.styles, self.origin)
            or ("hidden" if self._is_hidden(element) else "")
            or self._beside(element)
        )

    def _is_hidden(self, element: Element) -> bool:
        if element.get("aria-hidden").lower() == "true":
            return _is_ornament(element) or self.styles.hide(element)
        return self.styles.hide(element)

    def _beside(self, element: Element) -> str:
        name = element.name
        if name in _CONTROLS:
            above = element.parent.name if element.parent is not None else ""
            return "" if name == "button" and above in _HEADINGS else name
        if name in _DRAWINGS:
            return name
        if name in _SPARE and not (name == "dialog" and "open" in element.attributes):
            return "" if self._is_most(element) else name
        if name in _AROUND and not self._belongs(element):
            return "" if self._is_most(element) else name
        if "mw-editsection" in element.classes:
            return "edit"
        return (
            "about the author"
            if _ABOUT_AUTHOR.search(element.get("class")) and not self._is_most(element)
            else ""
        )

    def _is_most(self, element: Element) -> bool:
        """A form around the whole page, or a page whose story is for browsers without scripts."""
        return self.weights[element] * 2 > self.weights[self.root]

    def _belongs(self, element: Element) -> bool:
        """Fact boxes are set aside on a page and are the story's all the same; so may its foot be."""
        if element.name == "aside":
            return _STORY_BOX.search(element.get("class")) is not None
        inside = element.name == "footer"
        return inside and any(above.name in ("article", "blockquote") for above in element.above())


def _is_ornament(element: Element) -> bool:
    """What is kept from those who listen is often seen all the same: it goes where it is no part of text."""
    if _FORMULA_TWICE.search(element.get("class")) or _ICON.search(element.get("class")):
        return True
    text = element.text()
    if not any(map(str.isalnum, text)):
        return element.first("img") is None
    return element.name in _ORNAMENTS and len(text.split()) <= 5


def _of_work(element: Element, styles: Styles, origin: Origin) -> str:
    """What colleagues wrote beside a text or struck out of it."""
    tracked = origin is Origin.OFFICE and element.name == "del"
    if not element.attributes and not tracked:
        return ""
    classes = {name.lower() for name in element.classes}
    if not _REMARK_CLASSES.isdisjoint(classes) or "data-remark" in element.attributes:
        return "remark"
    style = styles.own(element)
    if style.get("mso-element", "") in ("comment", "comment-list"):
        return "remark"
    if not _DELETED_CLASSES.isdisjoint(classes) or tracked:
        return "deleted"
    return "deleted" if element.name == "del" and element.get("cite").startswith("mailto:") else ""


def _mark_google_remarks(root: Element) -> None:
    """Google Docs writes remarks as footnotes of another name, each in a division at the end of the page."""
    for link in root.all("a"):
        if not (_GOOGLE_REMARK.fullmatch(link.get("href")) or _GOOGLE_REMARK.fullmatch(link.get("id"))):
            continue
        found = link
        if link.get("href").startswith("#cmnt_ref"):
            found = next((above for above in link.above() if _begins_with(above, link)), link)
        found.attributes["data-remark"] = ""


def _begins_with(element: Element, link: Element) -> bool:
    """Whether the division is that of one remark, which begins with its mark."""
    if element.name != "div":
        return False
    first: Element = element
    while first is not link:
        inner = next((node for node in first.contents if not isinstance(node, str) or node.strip()), None)
        if not isinstance(inner, Element):
            return False
        first = inner
    return True


def _take_comments(root: Element, taken: Taken) -> None:
    """What stands in the source of a page beside its text: somebody may have meant it for colleagues."""
    found: list[str] = []
    for element in (root, *root.elements()):
        if any(isinstance(node, Remark) for node in element.contents):
            found += [node.text for node in element.contents if isinstance(node, Remark)]
            element.contents = [node for node in element.contents if not isinstance(node, Remark)]
    told = [text for text in found if not _FOR_MACHINES.match(text)]
    for text in told[:_MOST_REMARKS]:
        taken.add("remark in the source of the page", _TAG.sub(" ", text)[:300])
    if len(told) > _MOST_REMARKS:
        taken.add("remark in the source of the page", f"and {len(told) - _MOST_REMARKS} more")


def inner_line(element: Element) -> str:
    """The text of an element in one line, without what is for machines."""
    return " ".join(" ".join(texts(element, lambda inner: inner.name in SILENT)).split())
