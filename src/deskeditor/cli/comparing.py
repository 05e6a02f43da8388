"""compare: how two drafts differ."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskeditor.cli.opening import JSON, LIBRARY, Draft, draft, reading
from deskeditor.cli.speaking import remark, tell_json, tell_table

if TYPE_CHECKING:
    from deskeditor.review.changes import Comparison

_SHOWN = 60


@click.command()
@LIBRARY
@click.argument("a")
@click.argument("b")
@click.option(
    "--html", "page", metavar="OUT", type=click.Path(path_type=Path), help="Write both side by side."
)
@JSON
def compare(library: Path, a: str, b: str, page: Path | None, as_json: bool) -> None:
    """Show how B differs from A, the gravest change first; each is ARTICLE or ARTICLE@REVISION."""
    from deskeditor.review.comparison import compare as differences

    with reading(library) as opened:
        one, other = draft(opened, a), draft(opened, b)
    comparison = differences(one.document, other.document)
    if page:
        _write_page(page, (one, other), comparison)
    if as_json:
        tell_json({"a": _name(one), "b": _name(other), **comparison.to_json()})
    elif not page:
        _tell(comparison)


def _name(one: Draft) -> str:
    return f"{one.name}@{one.revision}"


def _write_page(page: Path, drafts: tuple[Draft, Draft], comparison: "Comparison") -> None:
    from deskeditor.cli.side_by_side import Side, side_by_side
    from deskeditor.publish.writer import write_file

    sides = [Side(each.document.fields.headline, _name(each)) for each in drafts]
    write_file(page, side_by_side(sides[0], sides[1], comparison).encode("utf-8", "replace"), "page")
    remark(f"Written to {page}.")


def _tell(comparison: "Comparison") -> None:
    tell_table(
        (f"field {each.field}", "", _short(str(each.a)), "→", _short(str(each.b)))
        for each in comparison.fields
    )
    tell_table(
        (each.risk.word, each.kind.value, _short(each.text_a) or "·", "→", _short(each.text_b) or "·")
        for each in comparison.changes
    )
    remark(
        f"{len(comparison.changes)} changes in the body, {len(comparison.fields)} in the fields, "
        f"{comparison.moved_blocks} moved; {comparison.similarity:.0%} alike."
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
