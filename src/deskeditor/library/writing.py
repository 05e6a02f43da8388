"""The sentences that change articles, each meant for the middle of one transaction."""

import re
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from deskeditor.document.model import ArticleId, Document, Fields, Status
from deskeditor.library.connection import Value
from deskeditor.library.former import Move, Standing, remember
from deskeditor.library.hashing import Stored, stored, whole
from deskeditor.library.slugs import address, headline_key
from deskeditor.library.times import embargo_utc, utc

if TYPE_CHECKING:
    from sqlite_utils import Database

BEFORE_DELETION = "before a large deletion"
STATE = "library.state"
"""The setting that names the state of the articles."""
_STAGES = {
    status: -place for place, status in enumerate(Status)
}  # falling, so that ideas come first and newest first
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Change:
    """A document on its way into the library: what is written, how it came about and when."""

    document: Document
    stored: Stored
    words: int
    origin: str
    at: str


def change(document: Document, origin: str, at: str) -> Change:
    """All that can be worked out before anything is locked."""
    from deskeditor.document.text import words

    return Change(document, stored(document), words(document.text), origin, at)


@dataclass(frozen=True, slots=True)
class Place:
    """The rows that a change belongs to: an article's key, and the revision that it was made from."""

    article: int
    number: int
    parent: int | None


def next_stamp(db: "Database") -> int:
    """The number of this change; later changes have higher ones, whatever the clock says.

    The library has another state from here on, which no other library has, nor a copy that is changed too.
    """
    from secrets import token_hex

    db.execute("update counter set changes = changes + 1")
    db.execute("insert or replace into settings values(?, ?)", (STATE, token_hex(16)))
    return int(db.execute("select changes from counter").fetchone()[0])


def add_revision(db: "Database", change: Change, place: Place) -> int:
    """The key of the new revision."""
    key: int = db.execute("select ifnull(max(key), 0) + 1 from revisions").fetchone()[0]
    db.table("revisions").insert(
        {
            "key": key,
            "article": place.article,
            "number": place.number,
            "parent": place.parent,
            "at": change.at,
            "origin": change.origin,
            "name": None,
            "words": change.words,
            "sha256": change.stored.sha256,
            "fields": change.stored.fields,
            "text": change.stored.text,
        }
    )
    return key


def add_article(db: "Database", change: Change) -> ArticleId:
    """A new article with `change` as its first revision."""
    from secrets import choice

    article = ArticleId("".join(choice(_LETTERS) for _ in range(12)))
    key: int = db.execute("select ifnull(max(key), 0) + 1 from articles").fetchone()[0]
    place = Place(key, 1, None)
    head = add_revision(db, change, place)
    slug = address(change.document.fields, None, None, lambda slug: slug_taken(db, slug, key))
    given = {"key": key, "id": article, "created": change.at}
    db.table("articles").insert(given | _columns(db, change, head, 1) | {"slug": slug})
    _put_tags(db, key, change.document.fields)
    return article


def change_article(db: "Database", row: sqlite3.Row, change: Change, place: Place) -> None:
    """The article with `change` as its newest revision; `row` is how it stood, and where is remembered."""
    key, fields = place.article, change.document.fields
    head = add_revision(db, change, place)
    was = _status(row["status"])
    slug = address(fields, row["slug"], was, lambda slug: slug_taken(db, slug, key))
    section, status = whole(fields.section), fields.status.value
    now = Standing(slug, section, fields.published, embargo_utc(fields.embargo, fields.hold), status)
    remember(db, row, now, Move(change.at, change.origin))
    columns = _columns(db, change, head, place.number) | {"slug": slug}
    sets = ", ".join(f"{column} = :{column}" for column in columns)
    db.execute(f"update articles set {sets} where key = :key", columns | {"key": key})
    _put_tags(db, key, fields)


def untrash(db: "Database", row: sqlite3.Row, at: str) -> None:
    """The article back among those that live, under its address or the next free one."""
    key: int = row["key"]
    slug: str = row["slug"]
    if slug_taken(db, slug, key):
        slug = address(Fields(slug=slug), None, None, lambda slug: slug_taken(db, slug, key))
        remember(db, row, Standing(slug, "", None, None, ""), Move(at, "untrash"))
    db.execute("update articles set trashed = null, shelf = 0, slug = ? where key = ?", (slug, key))


def slug_taken(db: "Database", slug: str, but: int) -> bool:
    """Whether another article that lives has this address."""
    sql = "select 1 from articles where slug = ? and trashed is null and key <> ?"
    return db.execute(sql, (slug, but)).fetchone() is not None


def pin_before_deletion(db: "Database", article: int, number: int) -> None:
    """Name the revision, where it has no name, so that it is found when the deletion was a mistake."""
    sql = "update revisions set name = ? where article = ? and number = ? and name is null"
    db.execute(sql, (BEFORE_DELETION, article, number))


def shrinks(old: int, new: int) -> bool:
    """Whether so much went that it may have been a mistake; both are lengths of the body."""
    return (old > 500 and new < old / 2) or (new == 0 and old > 0)


def listed_columns(fields: Fields) -> dict[str, Value]:
    """What the list keeps of the fields themselves, by its columns."""
    columns: dict[str, Value] = {
        "headline": fields.headline,
        "status": fields.status.value,
        "stage": _STAGES[fields.status],
        "section": fields.section,
        "dateline": fields.dateline,
        "byline": ", ".join(author.name for author in fields.byline),
        "published": utc(fields.published) or "",
        "embargo": embargo_utc(fields.embargo, fields.hold),
    }
    return {name: whole(value) if isinstance(value, str) else value for name, value in columns.items()}


def _columns(db: "Database", change: Change, head: int, number: int) -> dict[str, Value]:
    fields = change.document.fields
    return listed_columns(fields) | {
        "head": head,
        "number": number,
        "stamp": next_stamp(db),
        "headline_key": whole(headline_key(fields.headline)),
        "matter": whole(_matter(fields)),
        "updated": change.at,
        "words": change.words,
    }


def _matter(fields: Fields) -> str:
    """What is found besides headline and body; the note to the editor too: a search stays in the house."""
    parts = [fields.kicker, fields.standfirst, fields.dateline, fields.section, fields.note_to_editor]
    parts += [author.name for author in fields.byline] + list(fields.tags)
    return "\n".join(_SPACE.sub(" ", part) for part in parts if part)


def _put_tags(db: "Database", key: int, fields: Fields) -> None:
    db.execute("delete from tags where article = ?", (key,))
    for position, tag in enumerate(fields.tags):
        db.execute("insert into tags values(?, ?, ?)", (key, position, whole(tag)))


def _status(value: object) -> Status:
    """The status that the list has; a draft's where it says none that there is."""
    with suppress(ValueError):
        return Status(str(value))
    return Status.DRAFT
