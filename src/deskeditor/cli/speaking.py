"""How a command speaks: results on stdout, everything else on stderr."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

import click


def complain(message: str) -> None:
    """One line on stderr, whatever the message holds."""
    click.echo(f"deskeditor: {' '.join(message.split())}", err=True)


def remark(message: str) -> None:
    """One line on stderr that is no complaint."""
    click.echo(" ".join(message.split()), err=True)


def tell_json(value: object) -> None:
    """The value as JSON that people can read too."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def tell_table(rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as they need to be; the last one runs free."""
    cells = [[_one_line(cell) for cell in row] for row in rows]
    if not cells:
        return
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]) - 1)]
    for row in cells:
        padded = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join([*padded, row[-1]]).rstrip())


def _one_line(cell: str) -> str:
    """The cell without line breaks; what it is indented by stays."""
    indent = len(cell) - len(cell.lstrip(" "))
    return " " * indent + " ".join(cell.split())


@contextmanager
def progress() -> Iterator[Callable[[str, int, int], None]]:
    """A line on the terminal that is written over; nothing where nobody watches."""
    watched = sys.stderr.isatty()

    def show(what: str, done: int, of: int) -> None:
        if watched:
            click.echo(f"\r\x1b[K{done}/{of}  {' '.join(what.split())[:60]}", nl=False, err=True)

    try:
        yield show
    finally:
        if watched:
            click.echo("\r\x1b[K", nl=False, err=True)


def minute(moment: str) -> str:
    """A stored time in this machine's zone, to the minute."""
    return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
