"""The articles that other generators are measured with, as a library of ours.

They stay in a folder that the variable EXPORT_BENCH names, or beside the checkout. Where there
is none, the articles are our own, and nobody is there to be measured beside.
"""

import hashlib
import importlib
import os
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Protocol
from unittest.mock import patch

from tests.perf import newsroom

from deskeditor.document.model import Author, Document, Fields, Status
from deskeditor.library.connection import Connection
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.library.writing import add_article, change

SEED = 7
FOLDER = Path(os.environ.get("EXPORT_BENCH") or Path(__file__).parents[3] / "shared/tools/export_bench")
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LINK = re.compile(r"\]\((/[^) ]*)\)")
_PICTURE = re.compile(r"!\[[^\]]*\]\([^)]*\)\n\n")
_DEEP = re.compile(r"^### ", re.MULTILINE)


class Told(Protocol):
    """An article as the generator of the corpus has it."""

    i: int
    title: str
    slug: str
    date: datetime
    author: str
    section: str
    tags: Sequence[str]
    dateline: str
    summary: str
    body: str

    @property
    def url(self) -> str:
        """Its address on the peers' sites."""


def part(name: str) -> ModuleType | None:
    """A module of the corpus; None where it is not there."""
    if not (FOLDER / f"{name}.py").is_file():
        return None
    if str(FOLDER) not in sys.path:
        sys.path.insert(0, str(FOLDER))
    return importlib.import_module(name)


def build(path: Path, count: int) -> Path:
    """A library of the first `count` articles at `path`; one that is there already is taken as it is."""
    corpus = part("gen_corpus")
    if corpus is None:
        return newsroom.build(path, count)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f"half-{path.name}")
        aside.unlink(missing_ok=True)
        _fill(aside, corpus.articles(count, SEED))
        aside.rename(path)
    return path


def _fill(path: Path, articles: Sequence[Told]) -> None:
    Library.create(path).close()
    connection = Connection(path, Mode.WRITE)
    connection.db.execute("pragma synchronous = off")
    ids = {each.url: _name(each.i) for each in articles}
    letters = (letter for each in articles for letter in _name(each.i))
    with connection.writing() as db, patch("secrets.choice", lambda _: next(letters)):
        for document, at in _documents(articles, ids):
            add_article(db, change(document, "import", at))
    connection.close()


def _documents(articles: Sequence[Told], ids: dict[str, str]) -> Iterator[tuple[Document, str]]:
    for each in articles:
        at = f"{each.date:%Y-%m-%dT%H:%M:%SZ}"
        fields = Fields(
            headline=each.title,
            standfirst=each.summary,
            dateline=each.dateline,
            section=each.section,
            status=Status.PUBLISHED,
            published=at,
            slug=each.slug,
            byline=(Author(each.author),),
            tags=tuple(each.tags),
        )
        yield Document(_text(each.body, ids), fields), at


def _text(body: str, ids: dict[str, str]) -> str:
    """The body as the desk would write it: links name articles, headings begin below the headline."""
    linked = _LINK.sub(lambda found: f"](article:{ids[found[1]]})" if found[1] in ids else found[0], body)
    return _DEEP.sub("## ", _PICTURE.sub("", linked))


def _name(number: int) -> str:
    """An article's id, the same each time."""
    rest, letters = int(hashlib.sha256(f"a{number}".encode()).hexdigest(), 16), ""
    for _ in range(12):
        rest, letter = divmod(rest, len(_LETTERS))
        letters += _LETTERS[letter]
    return letters
