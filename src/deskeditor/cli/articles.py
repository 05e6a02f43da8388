"""list, show, set and history."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskeditor.cli.opening import JSON, LIBRARY, reading, writing
from deskeditor.cli.speaking import minute, remark, tell_json, tell_table
from deskeditor.document.model import Document, Status

if TYPE_CHECKING:
    from deskeditor.library.records import Article, Cursor, Page, Row
    from deskeditor.library.store import Library

_AT_ONCE = 500


@click.command("list")
@LIBRARY
@click.option(
    "--search", "query", metavar="QUERY", help="Only articles with these words; the last may be begun."
)
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Only these.")
@JSON
def list_articles(library: Path, query: str | None, status: str | None, as_json: bool) -> None:
    """List the articles of LIBRARY, the last changed first."""
    with reading(library) as opened:
        rows = list(_rows(opened, query, Status(status) if status else None))
    if as_json:
        tell_json([_row_json(row) for row in rows])
        return
    tell_table(
        (row.id, minute(row.updated), row.status, f"{row.words} words", row.headline or "—") for row in rows
    )


def _rows(library: "Library", query: str | None, status: Status | None) -> Iterator["Row"]:
    cursor: Cursor | None = None
    while True:
        page = _page(library, query, status, cursor)
        yield from (row for row in page.rows if status in (None, row.status))
        cursor = page.next
        if cursor is None:
            return


def _page(library: "Library", query: str | None, status: Status | None, after: "Cursor | None") -> "Page":
    from deskeditor.library.records import ListView

    if query is None:
        return library.page(ListView(status=status), after, _AT_ONCE)
    return library.search(query, _AT_ONCE, after)


def _row_json(row: "Row") -> dict[str, object]:
    names = ("id", "slug", "headline", "status", "section", "updated", "words")
    return {name: getattr(row, name) for name in names}


@click.command()
@LIBRARY
@click.argument("article")
@JSON
def show(library: Path, article: str, as_json: bool) -> None:
    """Print fields and body of ARTICLE (an id or a slug) as they are stored."""
    with reading(library) as opened:
        found = opened.load(opened.find(article))
    if as_json:
        tell_json(_article_json(found))
        return
    click.echo("".join(f"{line}\n" for line in _field_lines(found.document)))
    click.echo(found.document.text, nl=not found.document.text.endswith("\n"))


def _article_json(article: "Article") -> dict[str, object]:
    from deskeditor.document.fields_json import fields_to_json

    return {
        "id": article.id,
        "slug": article.slug,
        "revision": article.revision,
        "words": article.words,
        "fields": fields_to_json(article.document.fields),
        "body": article.document.text,
    }


def _field_lines(document: Document) -> Iterator[str]:
    """The fields that say something, in a form that `set` understands."""
    from deskeditor.document.fields_json import fields_to_json

    for name, value in fields_to_json(document.fields).items():
        if isinstance(value, str):
            shown = value
        elif name == "tags" and isinstance(value, list):
            shown = ", ".join(value)
        else:
            shown = json.dumps(value, ensure_ascii=False)
        if value:
            yield f"{name}={shown}"


@click.command("set")
@LIBRARY
@click.argument("article")
@click.argument("changes", metavar="FIELD=VALUE...", nargs=-1, required=True)
def set_fields(library: Path, article: str, changes: tuple[str, ...]) -> None:
    """Change fields of ARTICLE, or its body with body=@FILE.

    Lists are set with commas (tags=water, budget), times with a zone, records as JSON. A picture is taken in
    by lead_picture='{"media": "@photo.jpg", "alt": "…"}'.
    """
    from deskeditor.publish.gathering import keep_public

    with writing(library) as opened:
        before = opened.load(opened.find(article))
        document = before.document
        for change in changes:
            document = _changed(opened, document, change)
        saved = opened.save(before.id, document, before.revision, "command line")
        keep_public(opened, [before.id])
    remark(f"{before.slug} is at revision {saved.revision}.")


def _changed(library: "Library", document: Document, change: str) -> Document:
    """The document with one FIELD=VALUE applied; raises click's error where it is none."""
    from deskeditor.document.fields_json import set_field_from_text

    name, equals, value = change.partition("=")
    if not equals:
        raise click.BadParameter(f"“{change}” is not FIELD=VALUE.")
    if name == "body":
        return replace(document, text=_body(value))
    try:
        value = _with_picture(library, value) if name == "lead_picture" else value
        return replace(document, fields=set_field_from_text(document.fields, name, value))
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _body(value: str) -> str:
    from deskeditor.document.text import clean
    from deskeditor.files import read_text
    from deskeditor.intake.reader import MOST_TEXT

    return clean(read_text(Path(value[1:]), MOST_TEXT) if value.startswith("@") else value)


def _with_picture(library: "Library", value: str) -> str:
    """A picture named by its file becomes one of the library."""
    try:
        record = json.loads(value)
    except ValueError:
        return value
    if not isinstance(record, dict) or not str(record.get("media", "")).startswith("@"):
        return value
    from deskeditor.intake.reader import Reader

    with Reader() as reader:
        picture = reader.picture(Path(str(record["media"])[1:]))
    return json.dumps({**record, "media": library.media.add(picture)})


@click.command()
@LIBRARY
@click.argument("article")
@JSON
def history(library: Path, article: str, as_json: bool) -> None:
    """List the revisions of ARTICLE, the newest first."""
    with reading(library) as opened:
        revisions = opened.revisions(opened.find(article))
    if as_json:
        names = ("at", "origin", "name", "words", "sha256")
        tell_json(
            [{"revision": each.number, **{name: getattr(each, name) for name in names}} for each in revisions]
        )
        return
    tell_table(
        (str(each.number), minute(each.at), f"{each.words} words", each.origin, each.name or "")
        for each in revisions
    )
