"""import: files come in."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskeditor.cli.opening import JSON, LIBRARY, writing_or_new
from deskeditor.cli.speaking import complain, progress, remark, tell_json

if TYPE_CHECKING:
    from deskeditor.intake.arrival import Arrival
    from deskeditor.intake.reader import Reader
    from deskeditor.intake.records import ImportOptions
    from deskeditor.library.store import Library


@click.command("import")
@LIBRARY
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--keep-status",
    is_flag=True,
    help="For a whole site that moves: stories that are published come in as published, where nothing "
    "speaks against it. Without it they come in as ready.",
)
@click.option("--time-zone", metavar="ZONE", help="Of the newsroom, for times that name none: Europe/London.")
@JSON
def import_files(
    library: Path, files: tuple[Path, ...], keep_status: bool, time_zone: str | None, as_json: bool
) -> int:
    """Take FILEs into LIBRARY, which is made where there is none: txt, md, html, docx, odt, zip."""
    from deskeditor.document.zones import is_zone
    from deskeditor.intake.arrival import import_options, link_up
    from deskeditor.intake.reader import Reader

    if time_zone and not is_zone(time_zone):
        raise click.BadParameter(f"“{time_zone}” is no time zone. Give one like Europe/London.")
    arrivals: list[Arrival] = []
    refused = 0
    with Reader() as reader, progress() as tell:
        reader.warm()
        with writing_or_new(library) as opened:
            usual = import_options(opened, keep_status=keep_status)
            options = replace(usual, time_zone=time_zone or usual.time_zone)
            for done, file in enumerate(files):
                tell(file.name, done, len(files))
                came = _taken(opened, reader, file, options)
                arrivals += came
                refused += not came
            arrivals[:] = link_up(opened, arrivals)
    if as_json:
        tell_json([_json(arrival) for arrival in arrivals])
    else:
        _tell(arrivals)
    return 1 if refused else 0


def _taken(
    library: "Library", reader: "Reader", file: Path, options: "ImportOptions"
) -> tuple["Arrival", ...]:
    """What came of a file, stored at once; nothing of one that is refused, which stops none of the others."""
    from deskeditor.intake import Refused
    from deskeditor.intake.arrival import store

    try:
        return store(library, reader.file(file, library.find_headline, options))
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
