"""import: files come in."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskeditor.cli.opening import JSON, LIBRARY, writing_or_new
from deskeditor.cli.speaking import complain, progress, remark, tell_json

if TYPE_CHECKING:
    from deskeditor.intake.arrival import Arrival
    from deskeditor.intake.reader import Reader
    from deskeditor.library.store import Library


@click.command("import")
@LIBRARY
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@JSON
def import_files(library: Path, files: tuple[Path, ...], as_json: bool) -> int:
    """Take FILEs into LIBRARY, which is made where there is none: txt, md, html, docx, odt, zip."""
    from deskeditor.intake.arrival import link_up
    from deskeditor.intake.reader import Reader

    arrivals: list[Arrival] = []
    refused = 0
    with Reader() as reader, progress() as tell:
        reader.warm()
        with writing_or_new(library) as opened:
            for done, file in enumerate(files):
                tell(file.name, done, len(files))
                came = _taken(opened, reader, file)
                arrivals += came
                refused += not came
            arrivals[:] = link_up(opened, arrivals)
    if as_json:
        tell_json([_json(arrival) for arrival in arrivals])
    else:
        _tell(arrivals)
    return 1 if refused else 0


def _taken(library: "Library", reader: "Reader", file: Path) -> tuple["Arrival", ...]:
    """What came of a file, stored at once; nothing of one that is refused, which stops none of the others."""
    from deskeditor.intake import Refused
    from deskeditor.intake.arrival import store

    try:
        return store(library, reader.file(file, library.find_headline))
    except Refused as refusal:
        complain(str(refusal))
        return ()


def _json(arrival: "Arrival") -> dict[str, object]:
    article = arrival.article
    return {
        "id": article.id,
        "slug": article.slug,
        "headline": article.document.fields.headline,
        "source": arrival.source,
        "notes": list(arrival.notes),
    }


def _tell(arrivals: Sequence["Arrival"]) -> None:
    for arrival in arrivals:
        click.echo(f"{arrival.article.id}  {arrival.article.document.fields.headline}")
        for note in arrival.notes:
            remark(f"    {arrival.source}: {note}")
