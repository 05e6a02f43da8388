"""Lists of a page as Markdown, with the numbers that readers of the page saw."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from deskeditor.intake.html_blocks import Reader, Walk, block_of, blocks_in, blocks_of
from deskeditor.intake.html_marks import Run, markdown_of, plain_of
from deskeditor.intake.html_tree import Element, Node
from deskeditor.intake.records import Block, Kind

_LISTS = ("ul", "ol", "menu", "dir")
_DEEPEST = 12
_NUMBER = re.compile(r"[-+]?\d{1,9}")
_MSO = re.compile(r"mso-list\s*:\s*(?!none|ignore)[^;]*?level(?P<level>\d)", re.I)
_MSO_MARK = re.compile(r"\s*(?P<mark>\(?(?:\d{1,3}|[a-zA-Z]{1,4})[.)]|[·•▪◦§oØü–—-])[\s\xa0]+")
_ITEM = re.compile(r"(?P<indent> *)(?P<number>\d+)\. ")
_INDENT = "    "


@dataclass(slots=True)
class _Item:
    """An item of a list: its number where it has one, and its blocks."""

    number: int | None
    blocks: list[Block]


def _list(element: Element, walk: Walk) -> Iterator[Block]:
    """The list, cut where text stands between its items."""
    items: list[_Item] = []
    loose: list[Node] = []
    number, step = _first_number(element)
    for node in _flat(element):
        if not isinstance(node, Element) or not (node.name in (*_LISTS, "li") or walk.is_block(node)):
            loose.append(node)
            continue
        between, loose = list(blocks_of(loose, walk)), []
        if between or (node.name in _LISTS and not items):
            yield from _written(items, _level_of(element))
            yield from between
            items = []
        inner = list(blocks_in(node, walk) if node.name == "li" else block_of(node, walk))
        if node.name in _LISTS:
            if items:
                items[-1].blocks += inner
            else:
                yield from inner
            continue
        if element.name == "ol":
            number = _number(node.get("value"), number)
        if inner:
            items.append(_Item(number if element.name == "ol" else None, inner))
            number += step
    yield from _written(items, _level_of(element))
    yield from blocks_of(loose, walk)


def _flat(element: Element) -> Iterator[Node]:
    """The contents of a list; wrappers of the site's own around its items are passed through."""
    stack: list[Node] = list(reversed(element.contents))
    while stack:
        node = stack.pop()
        wraps = isinstance(node, Element) and node.name not in (*_LISTS, "li")
        if wraps and isinstance(node, Element) and any(child.name == "li" for child in node.children()):
            stack += reversed(node.contents)
        else:
            yield node


def _first_number(element: Element) -> tuple[int, int]:
    """The number of the first item, and what each further one adds."""
    if "reversed" in element.attributes:
        count = sum(child.name == "li" for child in element.children())
        return _number(element.get("start"), count), -1
    return _number(element.get("start"), 1), 1


def _number(text: str, otherwise: int) -> int:
    return int(text) if _NUMBER.fullmatch(text.strip()) else otherwise


def _level_of(element: Element) -> int:
    """How many lists stand around this one; a word processor may say it of an item alone."""
    return sum(above.name in _LISTS for above in element.above())


def _written(items: Sequence[_Item], level: int) -> Iterator[Block]:
    if not items:
        return
    numbers = [item.number for item in items]
    first = numbers[0]
    steady = first is None or (first >= 0 and numbers == list(range(first, first + len(numbers))))
    if not steady:
        yield from _hard_numbered(items)
        return
    lines = [
        line
        for item in items
        for line in _item_lines("- " if item.number is None else f"{item.number}. ", item.blocks, level)
    ]
    plains = tuple(" ".join(block.plain for block in item.blocks) for item in items)
    yield Block("\n".join(plains), "\n".join(lines), Kind.OTHER, items=plains)


def _hard_numbered(items: Sequence[_Item]) -> Iterator[Block]:
    """Markdown counts by ones; a list that does not is paragraphs with their numbers."""
    for item in items:
        first, *rest = item.blocks
        if item.number is not None and first.kind is Kind.TEXT:
            first = replace(
                first, plain=f"{item.number}. {first.plain}", source=f"{item.number}\\. {first.source}"
            )
        elif item.number is not None:
            yield Block(f"{item.number}.", f"{item.number}\\.")
        yield from (first, *rest)


def _item_lines(mark: str, blocks: Sequence[Block], level: int) -> list[str]:
    first, *rest = blocks
    lines = [
        (_INDENT if at else mark) + line if line or not at else ""
        for at, line in enumerate(first.source.split("\n"))
    ]
    for block in rest:
        if not block.items:
            lines.append("")
        indent = "" if block.items and level >= _DEEPEST else _INDENT
        lines += [indent + line if line else "" for line in block.source.split("\n")]
    return lines


def _mso_item(element: Element, walk: Walk) -> Iterator[Block]:
    """Word's lists are paragraphs that carry their own mark as text."""
    found = _MSO.search(element.get("style"))
    if found is None or (walk.is_block(element) and element in walk.blocks):
        yield from blocks_in(element, walk)
        return
    level = min(int(found["level"]), _DEEPEST)
    mark = _taken_mark(element)
    runs = walk.runs(element.contents)
    if not mark:
        mark, runs = _without_mark(runs)
    plain = plain_of(runs)
    if not plain and not markdown_of(runs):
        return
    number = mark.strip(" \xa0().")
    written = f"{int(number)}. " if number.isdigit() else "0. " if mark.endswith((".", ")")) else "- "
    yield Block(
        plain, f"{_INDENT * (level - 1)}{written}{markdown_of(runs)}", Kind.OTHER, items=(plain,), gap="\n"
    )


def _taken_mark(element: Element) -> str:
    """The mark in the span that Word itself passes over when it reads a list."""
    for span in element.elements():
        if "mso-list" in span.get("style").lower() and "ignore" in span.get("style").lower():
            mark = span.text().strip(" \xa0\n\t\r")
            span.contents = []
            return mark or "-"
    return ""


def _without_mark(runs: Sequence[Run]) -> tuple[str, list[Run]]:
    found = _MSO_MARK.match(plain_of(runs) + " ")
    cut = len(found[0]) if found is not None else 0
    bare: list[Run] = []
    for run in runs:
        taken = run.text[:cut] if not run.raw else ""
        cut -= len(taken)
        text = run.text[len(taken) :]
        bare += [replace(run, text=text)] if text else []
    return (found["mark"] if found is not None else ""), bare


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Lists in a row as Markdown would count them: a list that begins anew is told from the one above it."""
    counts: dict[int, int] = {}
    before: Block | None = None
    for block in blocks:
        if not block.items:
            counts, before = {}, block
            yield block
            continue
        follows = before is not None and bool(before.items)
        if not follows:
            counts = {}
        before = _counted(block if follows else replace(block, source=_dedented(block.source)), counts)
        yield before


def _dedented(source: str) -> str:
    """The lines of a list at the left edge: what is indented without a list above it would be code."""
    margin = len(source) - len(source.lstrip(" "))
    return (
        "\n".join(line[margin:] if line[:margin].isspace() else line for line in source.split("\n"))
        if margin
        else source
    )


def _counted(block: Block, counts: dict[int, int]) -> Block:
    found = _ITEM.match(block.source)
    if found is None:
        level = len(block.source) - len(block.source.lstrip(" "))
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        counts.pop(level, None)
        return block
    level, number = len(found["indent"]), int(found["number"])
    for deeper in [one for one in counts if one > level]:
        del counts[deeper]
    if number == 0 and block.gap == "\n":
        number = counts.get(level, 0) + 1
        block = replace(block, source=f"{found['indent']}{number}. {block.source[found.end() :]}")
    elif level in counts and number != counts[level] + 1 and level == 0:
        counts.pop(level)
        return replace(block, source=_hard(block), items=(), kind=Kind.OTHER)
    own = [
        int(one["number"])
        for one in map(_ITEM.match, block.source.split("\n"))
        if one and len(one["indent"]) == level
    ]
    counts[level] = own[-1]
    return block


def _hard(block: Block) -> str:
    lines = block.source.split("\n")
    return "\n".join(
        ("\n" if at and line[:1].isdigit() else "") + re.sub(r"^(\d+)\. ", r"\1\\. ", line)
        for at, line in enumerate(lines)
    )


LIST_READERS: dict[str, Reader] = {**dict.fromkeys(_LISTS, _list), "mso": _mso_item}
