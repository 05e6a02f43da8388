"""What the commands take: a library, and articles by id or slug, with a revision or without."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deskeditor.cli.speaking import remark
from deskeditor.document.model import ArticleId, Document

if TYPE_CHECKING:
    from deskeditor.library.store import Library

LIBRARY = click.argument("library", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, which other programs can rely on.")


@contextmanager
def reading(path: Path) -> Iterator["Library"]:
    """The library at this path, which the command will not change."""
    from deskeditor.library.records import Mode
    from deskeditor.library.store import Library

    with Library.open(path, Mode.READ) as library:
        _tell(library)
        yield library


@contextmanager
def writing(path: Path) -> Iterator["Library"]:
    """The library at this path, which must be there."""
    from deskeditor.library.store import Library

    with Library.open(path) as library:
        _tell(library)
        yield library


@contextmanager
def writing_or_new(path: Path) -> Iterator["Library"]:
    """The library at this path, made where there is none."""
    from deskeditor.library.store import Library

    if path.exists():
        with writing(path) as library:
            yield library
        return
    with Library.create(path) as library:
        try:
            yield library
        except BaseException:
            empty = not library.changes
            library.close()
            if empty:  # nobody asked for a library with nothing in it
                library.unmake()
            raise


def _tell(library: "Library") -> None:
    for note in library.notes:
        remark(note)


@dataclass(frozen=True, slots=True)
class Draft:
    """One revision of an article, and the name that it goes by."""

    article: ArticleId
    name: str
    revision: int
    document: Document


def draft(library: "Library", name: str) -> Draft:
    """The draft that ARTICLE or ARTICLE@REVISION names; raises Missing, or click's error for no number."""
    wanted, at, number = name.partition("@")
    article = library.load(library.find(wanted))
    if not at:
        return Draft(article.id, article.slug, article.revision, article.document)
    if not number.isascii() or not number.isdigit():
        raise click.BadParameter(f"“{name}” has no revision number behind the @.")
    revision = int(number)
    return Draft(article.id, article.slug, revision, library.revision(article.id, revision))
