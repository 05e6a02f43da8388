"""Where stories stood before: a reader's old link must go on leading somewhere."""

import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from deskeditor.document.model import ArticleId
from deskeditor.library.connection import Connection
from deskeditor.library.hashing import restored
from deskeditor.library.records import FormerAddress
from deskeditor.library.times import utc

if TYPE_CHECKING:
    from sqlite_utils import Database

_TYPING = "typing"
_PASSING = 30  # seconds that an address stands while it is being typed


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a story stands, in what its path is made of; times are in UTC, but `published` is as given."""

    slug: str
    section: str
    published: str | None
    embargo: str | None
    status: str

    def public(self, at: str) -> bool:
        """Whether a reader may find the story there at that time."""
        out, until = utc(self.published), self.embargo
        return (
            self.status in ("published", "corrected")
            and out is not None
            and out <= at
            and (until is None or until <= at)
        )

    def is_at(self, other: "Standing") -> bool:
        """Whether both give one path."""
        return (self.slug, self.section, _month(self.published)) == (
            other.slug,
            other.section,
            _month(other.published),
        )


@dataclass(frozen=True, slots=True)
class Move:
    """A save: when, and how it came about."""

    at: str
    origin: str


def remember(db: "Database", row: sqlite3.Row, now: Standing, move: Move) -> None:
    """Keep where the article of `row` stood, if a reader may have found it there and now would not.

    An address that stood for a breath, while the next one was being typed, is not kept.
    """
    at = utc(move.at) or ""
    before = _standing(db, row)
    if before is None or not before.public(at) or (now.is_at(before) and now.public(at)):
        return
    if (since := _passing(db, row, move)) is not None:
        # Then the move under way goes on, from the address that it began with.
        sql = "update former_addresses set at = ? where article = ? and at = ?"
        db.execute(sql, (at, row["key"], since))
        return
    db.execute(
        """insert into former_addresses values(?, ?, ?, ?, ?)
        on conflict do update set at = excluded.at""",
        (row["key"], before.slug, before.section, before.published, at),
    )


def former_addresses(at: Connection) -> tuple[FormerAddress, ...]:
    """Every one that is kept, the oldest first; none in a library of a format that did not keep them."""
    if at.row("select 1 from sqlite_master where name = 'former_addresses'") is None:
        return ()
    sql = """select a.id, f.slug, f.section, f.published, f.at from former_addresses f
        join articles a on a.key = f.article order by f.at, a.id, f.slug, f.section, f.published"""
    return tuple(
        FormerAddress(ArticleId(row["id"]), row["slug"], row["section"], row["published"], row["at"])
        for row in at.rows(sql)
    )


def _standing(db: "Database", row: sqlite3.Row) -> Standing | None:
    """How the row stands; None where no reader can have found it, or its fields cannot be read."""
    if not row["published"]:
        return None
    found = db.execute("select fields from revisions where key = ?", (row["head"],)).fetchone()
    with suppress(ValueError, TypeError):
        published = restored("", found[0]).fields.published
        return Standing(row["slug"], row["section"], published, row["embargo"], row["status"])
    return None


def _passing(db: "Database", row: sqlite3.Row, move: Move) -> str | None:
    """When the last save brought the article there, if by typing too and a moment ago; otherwise None."""
    last = db.execute("select at, origin from revisions where key = ?", (row["head"],)).fetchone()
    since, until = utc(last[0]), utc(move.at)
    if (move.origin, last[1]) != (_TYPING, _TYPING) or since is None or until is None:
        return None
    if (datetime.fromisoformat(until) - datetime.fromisoformat(since)).total_seconds() >= _PASSING:
        return None
    sql = "select 1 from former_addresses where article = ? and at = ?"
    return since if db.execute(sql, (row["key"], since)).fetchone() else None


def _month(published: str | None) -> tuple[int, int] | None:
    """Year and month in the time's own zone."""
    with suppress(ValueError):
        when = datetime.fromisoformat(published or "")
        return when.year, when.month
    return None
