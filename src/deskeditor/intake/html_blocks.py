"""The content of a page as blocks of Markdown: paragraphs, headings, lists, quotes, tables, pictures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from deskeditor.intake.html_pictures import Pictures
from deskeditor.intake.html_runs import Run, markdown_of, plain_of, runs_of, safe_address
from deskeditor.intake.html_tables import pipe_table
from deskeditor.intake.records import Block, Kind

if TYPE_CHECKING:
    from bs4 import Tag

_STRUCTURE = (
    "p div section article header footer main figure figcaption blockquote pre hr address details summary"
)
_LISTS = "h1 h2 h3 h4 h5 h6 ul ol li dl dt dd menu table thead tbody tfoot tr td th caption"
_PARTS = "html body hgroup nav aside form fieldset center iframe video audio picture dialog search"
BLOCKS = frozenset(f"{_STRUCTURE} {_LISTS} {_PARTS}".split(" "))
_WRAPPERS = ("a", "b", "i", "em", "strong", "span", "font", "ins", "u")
_DEEPEST = 60
"""Nesting beyond which a page is read as bare text: no story needs it, and a hostile page may try it."""

_MSO = re.compile(r"mso-list\s*:\s*(?!none|Ignore)[^;]*?level(?P<level>\d)", re.I)
_MSO_MARK = re.compile(r"^\s*(?P<mark>(?:\(?(?:\d{1,3}|[a-zA-Z]{1,4})[.)])|[·•▪◦§oØü–—-])[\s\xa0]+")
_EMBEDS = re.compile(
    r"https?://(?:[\w-]+\.)*(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|soundcloud\.com|"
    r"datawrapper\.de|dwcdn\.net)/",
    re.I,
)


@dataclass(slots=True)
class Walk:
    """What is gathered on the way through the content."""

    pictures: Pictures
    notes: list[str] = field(default_factory=list)


def blocks_in(element: "Tag", walk: Walk, depth: int = 0) -> Iterator[Block]:
    """The blocks inside an element, in the order in which they are read."""
    from bs4 import Tag

    inline: list[object] = []
    for child in list(element.contents):
        if not (isinstance(child, Tag) and (child.name in BLOCKS or _holds_blocks(child))):
            inline.append(child)
            continue
        yield from _paragraphs(inline, walk)
        inline = []
        if depth >= _DEEPEST:
            yield from _as_text(child)
        else:
            yield from _listed_or_block(child, walk, depth + 1)
    yield from _paragraphs(inline, walk)


def _holds_blocks(tag: "Tag") -> bool:
    """Google Docs and careless pages put paragraphs into `b`, `span` or `a`."""
    if tag.name not in _WRAPPERS:
        return False
    return any(getattr(inner, "name", None) in BLOCKS for inner in tag.descendants)


def _as_text(tag: "Tag") -> Iterator[Block]:
    text = " ".join(tag.get_text(" ").split())
    if text:
        yield from _block_of([Run(text)])


def _listed_or_block(tag: "Tag", walk: Walk, depth: int) -> Iterator[Block]:
    reader = _READERS.get(tag.name)
    if reader is not None:
        yield from reader(tag, walk, depth)
    elif tag.name[:1] == "h" and tag.name[1:].isdigit():
        yield from _heading(tag, walk)
    elif tag.name in ("p", "li", "dt", "dd") and _mso_level(tag):
        yield _mso_item(tag, walk)
    else:
        yield from blocks_in(tag, walk, depth)


def _paragraphs(nodes: Sequence[object], walk: Walk) -> Iterator[Block]:
    """Two line breaks end a paragraph; one stays in it."""
    runs = runs_of(nodes, walk.pictures)
    current: list[Run] = []
    for at, run in enumerate(runs):
        if run.text == "\n" and at and runs[at - 1].text == "\n":
            yield from _block_of(current)
            current = []
        else:
            current.append(run)
    yield from _block_of(current)


def _block_of(runs: Sequence[Run]) -> Iterator[Block]:
    source, plain = markdown_of(runs), plain_of(runs)
    shown = [run for run in runs if run.text.strip()]
    if not source.strip("\xa0 \n\u200b"):
        return
    if len(shown) == 1 and shown[0].raw and re.match(r"!?\[(?!\^)", shown[0].text):
        yield Block("", source, Kind.PICTURE)
    else:
        yield Block(plain, source)


def _heading(tag: "Tag", walk: Walk) -> Iterator[Block]:
    from dataclasses import replace

    runs = [
        Run(" ") if run.text == "\n" else replace(run, marks=run.marks - {"**"})
        for run in runs_of(tag.contents, walk.pictures)
    ]
    source = markdown_of(runs)
    if source:
        level = int(tag.name[1:])
        yield Block(plain_of(runs), f"{'#' * level} {source}", Kind.HEADING, level)


def _list(tag: "Tag", walk: Walk, depth: int) -> Iterator[Block]:
    lines, plains = list_items(tag, walk, depth)
    if lines:
        yield Block("\n".join(plains), "\n".join(lines), Kind.OTHER, items=tuple(plains))


def list_items(tag: "Tag", walk: Walk, depth: int) -> tuple[list[str], list[str]]:
    """The lines of a list, deeper ones indented by four, and what one reads in each item."""
    from bs4 import Tag

    lines: list[str] = []
    plains: list[str] = []
    number = int(str(tag.get("start"))) if str(tag.get("start") or "").isdigit() else 1
    for child in tag.contents:
        if not isinstance(child, Tag):
            continue
        blocks = list(
            blocks_in(child, walk, depth) if child.name == "li" else _listed_or_block(child, walk, depth)
        )
        if not blocks:
            continue
        mark = f"{number}. " if tag.name == "ol" else "- "
        number += 1
        lines += _item_lines(mark, blocks)
        plains.append(" ".join(block.plain for block in blocks))
    return lines, plains


def _item_lines(mark: str, blocks: Sequence[Block]) -> list[str]:
    first, *rest = blocks
    lines = [
        ("" if at else mark) + line if not at else "    " + line
        for at, line in enumerate(first.source.split("\n"))
    ]
    for block in rest:
        if not block.items:
            lines.append("")
        lines += ["    " + line if line else "" for line in block.source.split("\n")]
    return lines


def _quote(tag: "Tag", walk: Walk, depth: int) -> Iterator[Block]:
    inner = list(blocks_in(tag, walk, depth))
    if inner:
        text = "\n\n".join(block.source for block in inner)
        quoted = "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
        yield Block("\n".join(block.plain for block in inner), quoted, Kind.OTHER)


def _pre(tag: "Tag", _walk: Walk, _depth: int) -> Iterator[Block]:
    text = tag.get_text().strip("\n")
    if text.strip():
        fence = "`" * max(3, 1 + max(map(len, re.findall(r"`+", text)), default=0))
        yield Block(text, f"{fence}\n{text}\n{fence}", Kind.OTHER)


def _table(tag: "Tag", walk: Walk, depth: int) -> Iterator[Block]:
    table = pipe_table(tag, walk.pictures)
    if table is not None:
        yield table
    else:
        yield from blocks_in(tag, walk, depth)


def _rule(_tag: "Tag", _walk: Walk, _depth: int) -> Iterator[Block]:
    yield Block("---", "---")


def _figure(tag: "Tag", walk: Walk, depth: int) -> Iterator[Block]:
    image, caption = tag.find("img"), tag.find("figcaption")
    if image is None or tag.find(["table", "blockquote", "ul", "pre"]) is not None:
        yield from blocks_in(tag, walk, depth)
        return
    text = " ".join(caption.get_text(" ").split()) if caption is not None else ""
    source = walk.pictures.figure(image, text)
    if source:
        yield Block("", source, Kind.PICTURE)
    if text and not source.startswith("!["):
        yield Block(text, text, Kind.CAPTION)


def _frame(tag: "Tag", walk: Walk, _depth: int) -> Iterator[Block]:
    """A frame of another site becomes a card with its address, where that is a film, a sound or a chart."""
    inner = tag.find("source")
    address = safe_address(str(tag.get("src") or (inner.get("src") if inner is not None else "") or ""))
    if address and (tag.name != "iframe" or _EMBEDS.match(address)):
        yield Block("", f"::: embed {address}\n:::", Kind.PICTURE)
    elif address:
        walk.notes.append(f"Taken out (frame of another site): {address}")


def _mso_level(tag: "Tag") -> int:
    found = _MSO.search(str(tag.get("style") or ""))
    return int(found["level"]) if found else 0


def _mso_item(tag: "Tag", walk: Walk) -> Block:
    """Word's lists are paragraphs that carry their own bullet as text."""
    runs = runs_of(tag.contents, walk.pictures)
    text = plain_of(runs)
    found = _MSO_MARK.match(text)
    ordered = found is not None and found["mark"][-1] in ".)"
    cut = len(found[0]) if found is not None else 0
    bare: list[Run] = []
    for run in runs:
        kept = run.text.lstrip(" \n") if not bare and cut == 0 else run.text
        taken, cut = (kept[:cut], max(0, cut - len(kept))) if cut else ("", 0)
        bare += [Run(kept[len(taken) :], run.marks, run.href, run.raw)] if kept[len(taken) :] else []
    mark = "1. " if ordered else "- "
    indent = "    " * (_mso_level(tag) - 1)
    plain = plain_of(bare)
    return Block(plain, f"{indent}{mark}{markdown_of(bare)}", Kind.OTHER, items=(plain,), gap="\n")


_READERS = {
    **dict.fromkeys(("ul", "ol", "menu"), _list),
    "blockquote": _quote,
    "pre": _pre,
    "table": _table,
    "hr": _rule,
    "figure": _figure,
    **dict.fromkeys(("iframe", "video", "audio"), _frame),
}
