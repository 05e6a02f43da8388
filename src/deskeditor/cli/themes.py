"""Commands for those who design pages: begin a theme, and see what is wrong with one."""

from pathlib import Path

import click


@click.group()
def theme() -> None:
    """Begin a theme of your own, or say what is wrong with one."""


@theme.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from", "model", default="broadsheet", metavar="THEME", help="A shipped theme, or a folder.")
def new(folder: Path, model: str) -> None:
    """Make FOLDER with a copy of a theme to change."""
    from deskeditor.publish.theme_proof import begin_theme

    begin_theme(folder, model)
    click.echo(f"{folder} is a theme now. Change it, then: deskeditor theme check {folder}")


@theme.command()
@click.argument("folder")
def check(folder: str) -> None:
    """Draw sample pages and say what is wrong, with template and line; ends with 1 where something is."""
    from deskeditor.publish.theme_proof import mistakes

    found = mistakes(folder)
    for sentence in found:
        click.echo(sentence)
    if found:
        raise SystemExit(1)
    click.echo("Every page can be drawn.")
