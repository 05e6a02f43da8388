"""The content of a page as blocks of Markdown: paragraphs, headings, quotes, code, pictures and films."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from deskeditor.intake.html_marks import Run, markdown_of, plain_of
from deskeditor.intake.html_pictures import Pictures
from deskeditor.intake.html_styles import Styles
from deskeditor.intake.html_tidy import inner_line
from deskeditor.intake.html_tree import Element, Node, Origin, names, upwards
from deskeditor.intake.records import Block, Kind

_STRUCTURE = (
    "p div section article header footer main figure figcaption blockquote pre hr address details summary"
)
_LISTS = "h1 h2 h3 h4 h5 h6 ul ol li dl dt dd menu dir table thead tbody tfoot tr td th caption"
_PARTS = (
    "html body hgroup nav aside form fieldset legend center iframe video audio dialog search "
    "noscript template slot noframes marquee listing"
)
BLOCKS = names(f"{_STRUCTURE} {_LISTS} {_PARTS}")
_INLINE = names(
    "a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark "
    "math nobr output param picture q rb rp rt rtc ruby s samp small source span strike strong sub sup time "
    "track tt u var wbr"
)
_SHOWN_AS_BLOCK = names("block flex grid table list-item flow-root")
_MOST_QUOTES = 12
_EMBEDS = re.compile(
    r"https?://(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|soundcloud\.com|"
    r"datawrapper\.de|dwcdn\.net)/",
    re.I,
)

Reader = Callable[[Element, "Walk"], Iterator[Block]]


@dataclass(slots=True)
class Walk:
    """What is known and gathered on the way through the content."""

    pictures: Pictures
    origin: Origin = Origin.SITE
    blocks: frozenset[Element] = frozenset()
    readers: dict[str, Reader] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def is_block(self, element: Element) -> bool:
        """Whether the element stands in lines of its own, or holds one that does."""
        return element.name in BLOCKS or element in self.blocks

    def runs(self, nodes: Sequence[Node]) -> list[Run]:
        """The runs of inline nodes."""
        return self.pictures.runs(nodes)


def blocks_among(root: Element, styles: Styles) -> frozenset[Element]:
    """The elements that are blocks whatever their names: what holds a block, or is shown as one."""
    found: set[Element] = set()
    for element in upwards(root):
        inner = element.children()
        if _shown_as_block(element, styles) or any(child.name in BLOCKS or child in found for child in inner):
            found.add(element)
        strangers = [child for child in inner if _is_stranger(child)]
        if len(strangers) > 1 and not _is_mixed(element):
            found.update(strangers)
            found.add(element)
        if element.name == "math":
            found.discard(element)
    return frozenset(found)


def _shown_as_block(element: Element, styles: Styles) -> bool:
    return element.name in _INLINE and styles.own(element).get("display", "") in _SHOWN_AS_BLOCK


def _is_stranger(element: Element) -> bool:
    """An element of the site's own."""
    return element.name not in BLOCKS and element.name not in _INLINE and ":" not in element.name


def _is_mixed(element: Element) -> bool:
    """Whether text stands beside the elements: those of the site's own are parts of its sentences then."""
    return any(
        node.strip() if isinstance(node, str) else isinstance(node, Element) and node.name in _INLINE
        for node in element.contents
    )


def blocks_in(element: Element, walk: Walk) -> Iterator[Block]:
    """The blocks inside an element, in the order in which they are read."""
    yield from blocks_of(element.contents, walk)


def blocks_of(nodes: Sequence[Node], walk: Walk) -> Iterator[Block]:
    """The blocks of nodes that stand beside one another."""
    inline: list[Node] = []
    for node in nodes:
        if not (isinstance(node, Element) and walk.is_block(node)):
            inline.append(node)
            continue
        if inline:
            yield from _paragraphs(inline, walk)
            inline = []
        yield from block_of(node, walk)
    if inline:
        yield from _paragraphs(inline, walk)


def block_of(element: Element, walk: Walk) -> Iterator[Block]:
    """The blocks of one element."""
    reader = walk.readers.get(element.name)
    level = _level(element)
    if reader is not None:
        yield from reader(element, walk)
    elif level:
        yield from _heading(element, level, walk)
    elif "mso-list" in element.get("style").lower() and "mso" in walk.readers:
        yield from walk.readers["mso"](element, walk)
    else:
        yield from blocks_in(element, walk)


def _level(element: Element) -> int:
    """The level of a heading, 0 for anything else; word processors on the web name it beside the element."""
    name = element.name
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return int(name[1])
    if element.get("role") == "heading" and element.get("aria-level")[:1] in tuple("123456"):
        return int(element.get("aria-level")[:1])
    return 0


def _paragraphs(nodes: Sequence[Node], walk: Walk) -> Iterator[Block]:
    """Two line breaks end a paragraph; one stays in it."""
    current: list[Run] = []
    before = ""
    for run in walk.runs(nodes):
        if run.text == "\n" == before:
            yield from _block_of(current)
            current = []
        else:
            current.append(run)
        before = run.text
    yield from _block_of(current)


def _block_of(runs: Sequence[Run]) -> Iterator[Block]:
    source, plain = markdown_of(runs), plain_of(runs)
    shown = [run for run in runs if run.text.strip()]
    if not source.strip("\xa0 \n\u200b"):
        return
    if len(shown) == 1 and shown[0].alt:
        yield Block("", source, Kind.PICTURE)
    else:
        yield Block(plain, source)


def _heading(element: Element, level: int, walk: Walk) -> Iterator[Block]:
    if element in walk.blocks:
        inner = list(blocks_in(element, walk))
        source = " ".join(one_line(block) for block in inner)
        plain = " ".join(block.plain for block in inner)
    else:
        runs = [
            Run(" ") if run.text == "\n" else replace(run, marks=run.marks - {"**"})
            for run in walk.runs(element.contents)
        ]
        source, plain = markdown_of(runs), plain_of(runs)
    if source:
        yield Block(plain, f"{'#' * level} {source}", Kind.HEADING, level)


def one_line(block: Block) -> str:
    """The Markdown of a block where a line is all there is, as in a cell or a heading."""
    if block.items:
        from deskeditor.intake.escape import escape_inline

        return "; ".join(escape_inline(item) for item in block.items)
    source = re.sub(r"^(?:#{1,6} |> ?)", "", block.source, flags=re.M)
    return " ".join(source.split())


def _quote(element: Element, walk: Walk) -> Iterator[Block]:
    inner = list(blocks_in(element, walk))
    if sum(above.name == "blockquote" for above in element.above()) >= _MOST_QUOTES:
        yield from inner
    elif inner:
        text = "\n\n".join(block.source for block in inner)
        quoted = "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
        yield Block("\n".join(block.plain for block in inner), quoted, Kind.OTHER)


def _pre(element: Element, _walk: Walk) -> Iterator[Block]:
    for line_break in element.all("br"):
        line_break.contents = ["\n"]
    text = element.text().strip("\n")
    if text.strip():
        fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", text)), default=0))
        code = next((one for one in (element, *element.children()) if "language-" in one.get("class")), None)
        name = re.search(r"\blanguage-([\w+#-]{1,30})", code.get("class")) if code is not None else None
        yield Block(text, f"{fence}{name[1] if name else ''}\n{text}\n{fence}", Kind.OTHER)


def _rule(_element: Element, _walk: Walk) -> Iterator[Block]:
    yield Block("---", "---")


def _figure(element: Element, walk: Walk) -> Iterator[Block]:
    image, caption = element.first("img"), element.first("figcaption")
    if image is None or element.first("table", "blockquote", "ul", "ol", "pre") is not None:
        yield from blocks_in(element, walk)
        return
    text = inner_line(caption) if caption is not None else ""
    source = walk.pictures.figure(image, text).text
    if source:
        yield Block("", source, Kind.PICTURE)
    if text and not source.startswith("!["):
        yield Block(text, text, Kind.CAPTION)
    if image.parent is not None:
        image.parent.contents = [node for node in image.parent.contents if node is not image]
    if caption is not None:
        caption.contents = []
    yield from blocks_in(element, walk)


def _frame(element: Element, walk: Walk) -> Iterator[Block]:
    """A frame of another site becomes a card with its address, where that is a film, a sound or a chart."""
    from deskeditor.intake.html_links import safe_address

    inner = element.first("source")
    address = safe_address(element.get("src") or (inner.get("src") if inner is not None else ""))
    walk.pictures.taken.add(element.name, inner_line(element))
    if address and (element.name != "iframe" or _EMBEDS.match(address)):
        yield Block("", f"::: embed {address}\n:::", Kind.PICTURE)
    elif address:
        walk.notes.append(f"Taken out (frame of another site): {address}")


READERS: dict[str, Reader] = {
    "blockquote": _quote,
    "pre": _pre,
    "hr": _rule,
    "figure": _figure,
    **dict.fromkeys(("iframe", "video", "audio"), _frame),
}
