"""Tables of Word with their merged cells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from deskeditor.intake.office_xml import child, is_on, name_of, value
from deskeditor.intake.word.drawings import words_in
from deskeditor.intake.word.runs import ACCEPTED, DELETED, HIDDEN
from deskeditor.intake.word.writing import Text

_WIDEST = 1000


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its first column, how many it takes across and down; one that goes on belongs to that above."""

    column: int
    across: int
    goes_on: bool
    content: Element | None
    down: int = 1


def table(tag: Element, text: Text, written: Callable[[Element], str]) -> str:
    """The table as HTML; `written` writes what a cell holds."""
    rows = [_cells(row) for row in _within(tag, "w:tr") if not _is_out(row, text)]
    body = []
    for cells in _spread(rows):
        inner = []
        for cell in cells:
            if cell.goes_on:
                _left(cell, text)
                continue
            spans = f' colspan="{cell.across}"' if cell.across > 1 else ""
            spans += f' rowspan="{cell.down}"' if cell.down > 1 else ""
            content = "" if cell.content is None else written(cell.content)
            inner.append(f"<td{spans}>{content}</td>")
        body.append(f"<tr>{''.join(inner)}</tr>")
    return f"<table>{''.join(body)}</table>" if body else ""


def _within(tag: Element, name: str) -> Iterator[Element]:
    """The rows or cells of a table, also those in content controls."""
    for each in tag:
        if name_of(each) == name:
            yield each
        elif name_of(each) not in ("w:tbl", "w:p", "w:tc"):
            yield from _within(each, name)


def _is_out(row: Element, text: Text) -> bool:
    properties = child(row, "w:trPr")
    deleted, hidden = child(properties, "w:del") is not None, is_on(child(properties, "w:hidden"))
    if deleted:
        text.withheld.say(ACCEPTED)
    if deleted or hidden:
        text.withheld.take(DELETED if deleted else HIDDEN, f" {words_in(row)} ")
        text.withheld.part()
    return deleted or hidden


def _cells(row: Element) -> list[Cell]:
    before = _number(child(row, "w:trPr", "w:gridBefore"), 0)
    found = [Cell(0, before, goes_on=False, content=None)] if before else []
    at = before
    for tag in _within(row, "w:tc"):
        properties = child(tag, "w:tcPr")
        across = max(1, _number(child(properties, "w:gridSpan"), 1))
        merged, beside = child(properties, "w:vMerge"), child(properties, "w:hMerge")
        if beside is not None and value(beside) != "restart" and found:
            found[-1] = replace(found[-1], across=found[-1].across + across)
        else:
            goes_on = merged is not None and value(merged) != "restart"
            found.append(Cell(at, across, goes_on, tag))
        at += across
    return found


def _number(tag: Element | None, usual: int) -> int:
    text = value(tag)
    return min(_WIDEST, int(text)) if text.isdecimal() else usual


def _spread(rows: list[list[Cell]]) -> list[list[Cell]]:
    """The same with each cell as tall as the cells below that go on with it."""
    tall: dict[int, int] = {}
    spread = []
    for at in range(len(rows) - 1, -1, -1):
        now: dict[int, int] = {}
        made = []
        for cell in rows[at]:
            down = 1 + tall.get(cell.column, 0)
            if cell.goes_on:
                now[cell.column] = down
            made.append(replace(cell, goes_on=cell.goes_on and at > 0, down=down))
        tall = now
        spread.append(made)
    return spread[::-1]


def _left(cell: Cell, text: Text) -> None:
    if cell.content is not None:
        words = words_in(cell.content)
        if words.strip():
            text.withheld.take("in a merged cell, where Word does not show it", f" {words} ")
            text.withheld.part()
