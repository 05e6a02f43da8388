"""The tree of a web page, made by lxml's parser in one pass; work on it grows with its length alone."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

DEEPEST = 100
"""Nesting below which elements stand side by side: no story needs it, and a hostile page may try it."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff]")
_CONDITION = re.compile(r"<!\[(?:end)?if\b[^<>]{0,200}\]>", re.I)


def names(text: str) -> frozenset[str]:
    """The names that stand in a line."""
    return frozenset(text.split(" "))


class Origin(Enum):
    """Who wrote a page: a site, or an office program, whose marks of work are not for readers."""

    SITE = "site"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the source of a page."""

    text: str


class Element:
    """One element; its contents are elements, texts and remarks in their order."""

    __slots__ = ("attributes", "contents", "name", "parent")

    def __init__(self, name: str, attributes: dict[str, str], parent: "Element | None" = None) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.contents: list[Node] = []

    def get(self, name: str, default: str = "") -> str:
        """The value of an attribute, or `default` where there is none."""
        return self.attributes.get(name, default)

    @property
    def classes(self) -> list[str]:
        """The names of its class attribute."""
        return self.attributes.get("class", "").split()

    def add(self, *nodes: "Node") -> None:
        """Nodes behind the others of its contents."""
        for node in nodes:
            if isinstance(node, Element):
                node.parent = self
            self.contents.append(node)

    def elements(self) -> Iterator["Element"]:
        """Every element below this one in the order of the page; whoever walks may change contents."""
        stack = [node for node in reversed(self.contents) if isinstance(node, Element)]
        while stack:
            element = stack.pop()
            yield element
            stack += [node for node in reversed(element.contents) if isinstance(node, Element)]

    def first(self, *names: str) -> "Element | None":
        """The first element below with one of these names."""
        return next((element for element in self.elements() if element.name in names), None)

    def all(self, *names: str) -> list["Element"]:
        """The elements below with one of these names."""
        return [element for element in self.elements() if element.name in names]

    def children(self) -> list["Element"]:
        """The elements directly below."""
        return [node for node in self.contents if isinstance(node, Element)]

    def above(self) -> Iterator["Element"]:
        """Its parent, the parent of that, and so on."""
        parent = self.parent
        while parent is not None:
            yield parent
            parent = parent.parent

    def text(self, between: str = "") -> str:
        """All text below, with `between` between the pieces."""
        return between.join(texts(self))


Node = Element | str | Remark


def texts(element: Element, passed_over: Callable[[Element], bool] = lambda _element: False) -> Iterator[str]:
    """The texts below an element in their order, without those of elements that are passed over."""
    stack: list[Node] = list(reversed(element.contents))
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            yield node
        elif isinstance(node, Element) and not passed_over(node):
            stack += reversed(node.contents)


def remarks(element: Element) -> Iterator[str]:
    """The comments in the source below an element."""
    for each in (element, *element.elements()):
        yield from (node.text for node in each.contents if isinstance(node, Remark))


def words_of(element: Element) -> str:
    """The text below in one line, a space between the pieces."""
    return " ".join(element.text(" ").split())


def parsed(text: str) -> Element:
    """The tree of a page, whatever state the page is in."""
    from lxml.etree import HTMLParser

    builder = _Builder()
    parser = HTMLParser(target=builder, huge_tree=True)
    text = _CONDITION.sub("", text.lstrip("\ufeff"))
    if text.strip():
        parser.feed(text)
        parser.close()
    return builder.root


def _meant(sign: str) -> str:
    """What a reference to a control character means to browsers: a letter of Windows, a space or nothing."""
    if "\x80" <= sign <= "\x9f":
        return bytes((ord(sign),)).decode("cp1252", "ignore")
    return " " if sign in "\x0b\x0c\u2028\u2029" else ""


class _Builder:
    """Hears the parser and puts what it says in its place."""

    def __init__(self) -> None:
        self.root = Element("", {})
        self._open: list[Element] = [self.root]
        self._too_deep = 0
        self._texts: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._settle()
        above = self._open[-1]
        element = Element(name.lower(), dict(attributes), above)
        above.contents.append(element)
        if len(self._open) <= DEEPEST:
            self._open.append(element)
        else:
            self._too_deep += 1

    def end(self, _name: str) -> None:
        """The element that began last ends."""
        self._settle()
        if self._too_deep:
            self._too_deep -= 1
        elif len(self._open) > 1:
            self._open.pop()

    def data(self, text: str) -> None:
        """Text where the parser stands."""
        if not text.isprintable() and _CONTROL.search(text):
            text = _CONTROL.sub(lambda sign: _meant(sign[0]), text)
        self._texts.append(text)

    def comment(self, text: str) -> None:
        """A comment where the parser stands."""
        self._settle()
        self._open[-1].contents.append(Remark(text))

    def pi(self, _target: str, _data: str | None = None) -> None:
        """Instructions to machines are none to readers."""

    def doctype(self, *_names: str) -> None:
        """Every page is read the same way."""

    def close(self) -> Element:
        """The whole tree."""
        self._settle()
        return self.root

    def _settle(self) -> None:
        if self._texts:
            self._open[-1].contents.append("".join(self._texts))
            self._texts.clear()


def pruned(root: Element, goes: Callable[[Element], bool]) -> None:
    """Takes out the elements that go, each asked once and before those below it."""
    stack = [root]
    while stack:
        element = stack.pop()
        kept: list[Node] = []
        for node in element.contents:
            if not isinstance(node, Element):
                kept.append(node)
            elif not goes(node):
                kept.append(node)
                stack.append(node)
        element.contents = kept


def upwards(root: Element) -> Sequence[Element]:
    """Every element below the root and the root, each after those below it."""
    return [*reversed(list(root.elements())), root]
