"""backup, restore and doctor: that a library stays whole."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskeditor.cli.opening import JSON, LIBRARY, reading, writing
from deskeditor.cli.speaking import tell_json

if TYPE_CHECKING:
    from deskeditor.library.records import Finding


@click.command()
@LIBRARY
@click.argument("out", type=click.Path(path_type=Path))
def backup(library: Path, out: Path) -> None:
    """Write a proved copy of LIBRARY and its pictures to OUT, a file or a folder."""
    with reading(library) as opened:
        click.echo(opened.backup(out))


@click.command()
@click.argument("backup", type=click.Path(path_type=Path))
@LIBRARY
def restore(backup: Path, library: Path) -> None:
    """Make LIBRARY, which must not be there yet, of BACKUP."""
    from deskeditor.library.backup import restore as restore_library

    restore_library(backup, library)
    click.echo(library)


@click.command()
@LIBRARY
@JSON
def doctor(library: Path, as_json: bool) -> int:
    """Prove LIBRARY: the file, its texts, its search and its pictures; ends with 1 where one is not sound."""
    findings = _examined(library)
    if as_json:
        tell_json({"ok": not findings, "findings": [asdict(finding) for finding in findings]})
        return 1 if findings else 0
    for finding in findings:
        click.echo(
            f"{finding.rule}: {finding.message}" + (f" ({finding.article})" if finding.article else "")
        )
    if not findings:
        click.echo(f"{library} is sound.")
    return 1 if findings else 0


def _examined(library: Path) -> tuple["Finding", ...]:
    """The findings; that the file cannot even be opened is one of them."""
    from deskeditor.library.errors import Damaged
    from deskeditor.library.records import Finding

    try:
        with writing(library) as opened:
            return opened.doctor()
    except Damaged as error:
        return (Finding("file", str(error)),)
