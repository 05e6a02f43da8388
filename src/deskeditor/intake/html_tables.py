"""Tables of figures as pipe tables; tables that only lay out a page are not tables."""

from typing import TYPE_CHECKING

from deskeditor.intake.html_pictures import Pictures
from deskeditor.intake.html_runs import markdown_of, plain_of, runs_of
from deskeditor.intake.records import Block, Kind

if TYPE_CHECKING:
    from bs4 import Tag

_LAYOUT = ["table", "ul", "ol", "h1", "h2", "h3", "blockquote", "figure", "article", "section", "form", "pre"]
_WIDEST = 40


def pipe_table(tag: "Tag", pictures: Pictures) -> Block | None:
    """The table as Markdown, or None where its cells hold whole parts of a page."""
    if tag.find(_LAYOUT) is not None:
        return None
    rows = [row.find_all(["td", "th"]) for row in tag.find_all("tr")]
    rows = [row for row in rows if row]
    width = max((sum(map(_span, row)) for row in rows), default=0)
    if not 2 <= width <= _WIDEST or len(rows) < 2:
        return None
    written = [_row(row, width, pictures) for row in rows]
    caption = tag.find("caption")
    head = [" ".join(caption.get_text(" ").split()), ""] if caption is not None else []
    lines = [*head, written[0], "| " + " | ".join(["---"] * width) + " |", *written[1:]]
    plain = "\n".join(plain_of(runs_of(row, pictures)) for row in rows)
    return Block(plain, "\n".join(lines), Kind.OTHER)


def _span(cell: "Tag") -> int:
    text = str(cell.get("colspan") or "1")
    return min(int(text), _WIDEST) if text.isdigit() and int(text) > 0 else 1


def _row(cells: "list[Tag]", width: int, pictures: Pictures) -> str:
    texts: list[str] = []
    for cell in cells:
        texts += [_cell(cell, pictures), *[""] * (_span(cell) - 1)]
    return "| " + " | ".join((texts + [""] * width)[:width]) + " |"


def _cell(cell: "Tag", pictures: Pictures) -> str:
    """One line: paragraphs of a cell are joined, and a bar inside it is no border."""
    for block in cell.find_all(["p", "div", "br"]):
        block.append(" ") if block.name != "br" else block.replace_with(" ")
    return markdown_of(runs_of(cell.contents, pictures)).replace("  \n", " ").replace("|", "\\|")
