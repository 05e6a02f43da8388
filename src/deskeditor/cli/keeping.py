"""backup, restore and doctor: that a library stays whole."""

from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskeditor.cli.opening import JSON, LIBRARY, reading, writing
from deskeditor.cli.speaking import remark, tell_json

if TYPE_CHECKING:
    from deskeditor.library.records import Finding
    from deskeditor.library.store import Library


@click.command()
@LIBRARY
@click.argument("out", type=click.Path(path_type=Path))
def backup(library: Path, out: Path) -> int:
    """Write a proved copy of LIBRARY and its pictures to OUT, a file or a folder.

    Ends with 1 where a text in it is not as it was saved; the others are.
    """
    with reading(library) as opened:
        click.echo(opened.backup(out))
        return _tell_damaged(opened)


@click.command()
@click.argument("backup", type=click.Path(path_type=Path))
@LIBRARY
def restore(backup: Path, library: Path) -> int:
    """Make LIBRARY, which must not be there yet, of BACKUP."""
    from deskeditor.library.backup import restore as restore_library

    restore_library(backup, library)
    click.echo(library)
    with reading(library) as opened:
        return _tell_damaged(opened)


def _tell_damaged(library: "Library") -> int:
    """Name each article whose text is not as it was saved: 1 where there is one."""
    found = library.damaged_texts()
    for damage in found:
        remark(str(damage))
    return 1 if found else 0


@click.command()
@LIBRARY
@click.argument("article")
@click.argument("revision", type=click.IntRange(min=1), required=False)
def revert(library: Path, article: str, revision: int | None) -> None:
    """Make an older REVISION of ARTICLE the newest; without one, the newest that is as it was saved."""
    with writing(library) as opened:
        saved = opened.revert(opened.find(article), revision)
    remark(f"{article} is at revision {saved.revision}.")


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
    """The findings; that the file cannot even be opened is one of them.

    It is read first: to open a library for writing takes out what another program has put into it.
    """
    from deskeditor.library.errors import Damaged, ReadOnly
    from deskeditor.library.records import Finding

    try:
        with reading(library) as opened:
            found = opened.doctor()
        if found:
            return found
        with suppress(ReadOnly), writing(library) as opened:
            return opened.doctor()
        return found
    except Damaged as error:
        return (Finding("file", str(error)),)
