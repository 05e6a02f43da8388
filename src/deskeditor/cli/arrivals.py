"""import: files come in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskeditor.cli.opening import JSON, LIBRARY, writing_or_new
from deskeditor.cli.speaking import complain, remark, tell_json

if TYPE_CHECKING:
    from deskeditor.intake.arrival import Arrival
    from deskeditor.intake.records import ImportOptions, Intake
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
    from deskeditor.intake.arrival import arrive, import_options

    if time_zone and not is_zone(time_zone):
        raise click.BadParameter(f"“{time_zone}” is no time zone. Give one like Europe/London.")
    with writing_or_new(library) as opened:
        usual = import_options(opened, keep_status=keep_status)
        intakes = list(_read(opened, files, replace(usual, time_zone=time_zone or usual.time_zone)))
        arrivals = arrive(opened, [intake for intake in intakes if intake])
    if as_json:
        tell_json([_json(arrival) for arrival in arrivals])
    else:
        _tell(arrivals)
    return 1 if None in intakes else 0


def _read(library: "Library", files: tuple[Path, ...], options: "ImportOptions") -> Iterator["Intake | None"]:
    """What the files hold; None for one that is refused, which stops none of the others."""
    from deskeditor.intake import Refused, read

    for file in files:
        try:
            yield from read(file.name, file.read_bytes(), library.find_headline, options)
        except Refused as refusal:
            complain(str(refusal))
            yield None
        except OSError as error:
            complain(f"{file} cannot be read: {error.strerror}. Nothing of it was taken in; check the name.")
            yield None


def _json(arrival: "Arrival") -> dict[str, object]:
    article = arrival.article
    return {
        "id": article.id,
        "slug": article.slug,
        "headline": article.document.fields.headline,
        "source": arrival.source,
        "notes": list(arrival.notes),
    }


def _tell(arrivals: tuple["Arrival", ...]) -> None:
    for arrival in arrivals:
        click.echo(f"{arrival.article.id}  {arrival.article.document.fields.headline}")
        for note in arrival.notes:
            remark(f"    {arrival.source}: {note}")
