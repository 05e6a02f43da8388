"""Tables of figures as pipe tables; tables that only lay out a page are not tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deskeditor.intake.html_blocks import Walk, blocks_in, one_line
from deskeditor.intake.html_marks import markdown_of, plain_of
from deskeditor.intake.html_runs import styled
from deskeditor.intake.html_tidy import inner_line
from deskeditor.intake.html_tree import Element, Origin, texts
from deskeditor.intake.records import Block, Kind

_PARTS_OF_A_PAGE = ("form", "article", "section", "figure", "iframe", "video")
_WIDEST = 40
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class _Cell:
    source: str
    plain: str


_EMPTY = _Cell("", "")


def table(element: Element, walk: Walk) -> Iterator[Block]:
    """The table as Markdown, or the blocks of its cells where they hold whole parts of a page."""
    rows = _rows(element)
    grid = _grid(rows, walk) if _is_data(element, rows, walk) else None
    if grid is None:
        yield from blocks_in(element, walk)
        return
    width = max(map(len, grid))
    caption = next((child for child in element.children() if child.name == "caption"), None)
    head = [markdown_of(walk.runs([inner_line(caption)])), ""] if caption is not None else []
    loose = " ".join(texts(element, lambda inner: inner.name in ("td", "th", "caption"))).split()
    if loose:
        yield Block(" ".join(loose), markdown_of(walk.runs([" ".join(loose)])))
    lines = [
        "| " + " | ".join(cell.source for cell in (*row, *[_EMPTY] * (width - len(row)))) + " |"
        for row in grid
    ]
    plain = "\n".join(" ".join(cell.plain for cell in row if cell.plain) for row in grid)
    rule = "| " + " | ".join(["---"] * width) + " |"
    yield Block(plain, "\n".join([*head, lines[0], rule, *lines[1:]]), Kind.OTHER)


def _rows(element: Element) -> list[list[Element]]:
    """The cells of each row; those outside of any row are one of their own."""
    found: list[list[Element]] = []
    last: Element | None = None
    for cell in element.all("td", "th"):
        row = cell.parent if cell.parent is not None and cell.parent.name == "tr" else element
        if row is not last or not found:
            found.append([])
        found[-1].append(cell)
        last = row
    return found


def _is_data(element: Element, rows: Sequence[Sequence[Element]], walk: Walk) -> bool:
    if not rows or element.first("table", *_PARTS_OF_A_PAGE) is not None:
        return False
    width = max(sum(_span(cell, "colspan") for cell in row) for row in rows)
    if not 2 <= width <= _WIDEST:
        return False
    if walk.origin is Origin.OFFICE or element.first("th", "caption", "thead") is not None:
        return True
    if element.get("role") in ("presentation", "none"):
        return False
    cells = [cell for row in rows for cell in row]
    if any(cell.first("h1", "h2", "h3", "blockquote", "pre") is not None for cell in cells):
        return False
    if len(rows) == 1 and any(walk.is_block(child) for cell in cells for child in cell.children()):
        return False
    return all(len(inner_line(cell)) <= _LONGEST for cell in cells)


def _span(cell: Element, name: str) -> int:
    text = cell.get(name, "1").strip()
    return max(1, min(int(text), 1000)) if text.isdigit() and len(text) < 6 else 1


def _grid(rows: Sequence[Sequence[Element]], walk: Walk) -> list[list[_Cell]] | None:
    """The cells in their places, one that spans several in the first; None where no page is so wide."""
    waiting: dict[int, int] = {}
    grid: list[list[_Cell]] = []
    for row in rows:
        line: list[_Cell] = []
        for cell in row:
            _pass_waiting(line, waiting)
            wide = min(_span(cell, "colspan"), _WIDEST)
            for at in range(wide):
                if _span(cell, "rowspan") > 1:
                    waiting[len(line)] = _span(cell, "rowspan") - 1
                line.append(_cell(cell, walk) if at == 0 else _EMPTY)
        _pass_waiting(line, waiting)
        if len(line) > 2 * _WIDEST:
            return None
        grid.append(line)
    return grid


def _pass_waiting(line: list[_Cell], waiting: dict[int, int]) -> None:
    """The places that a cell of a row above takes."""
    while waiting.get(len(line), 0):
        waiting[len(line)] -= 1
        line.append(_EMPTY)


def _cell(cell: Element, walk: Walk) -> _Cell:
    """One line: paragraphs of a cell are joined, its lists too, and a bar inside it is no border."""
    marks: set[str] = set()
    own = walk.pictures.styles.own(cell)
    styled(marks, {name: own[name] for name in ("font-weight", "font-style") if name in own})
    if cell in walk.blocks:
        blocks = list(blocks_in(cell, walk))
        source, plain = " ".join(map(one_line, blocks)), " ".join(block.plain for block in blocks)
    else:
        runs = walk.pictures.runs(cell.contents, frozenset(marks))
        source, plain = markdown_of(runs), plain_of(runs)
    source = " ".join(source.replace("  \n", " ").replace("\n", " ").split(" "))
    return _Cell(source.replace("|", "\\|"), " ".join(plain.split()))
