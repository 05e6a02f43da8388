"""The questions that are asked of the articles."""

import sqlite3
from collections.abc import Iterator, Mapping

from deskeditor.document.model import ArticleId, Document, Status
from deskeditor.library.connection import Connection
from deskeditor.library.errors import Damaged, Missing
from deskeditor.library.hashing import restored
from deskeditor.library.integrity import PROOF, damaged, has_its_hash, is_sound, unsound
from deskeditor.library.records import Article, Revision, Version
from deskeditor.library.slugs import headline_key
from deskeditor.library.times import NEVER, utc

ARTICLE = f"""
    select a.id, a.number, a.slug, a.caret, a.scroll, a.updated, a.trashed, a.words, {PROOF}
    from articles a left join revisions r on r.key = a.head"""

# The one question of what may leave the building. Times are in UTC on both sides; an embargo that could
# not be read, or a hold that nobody has settled, stands at the end of days.
MAY_LEAVE = """
    where a.trashed is null and a.status in ('published', 'corrected') and a.published <> ''
    and a.published <= ? and (a.embargo is null or a.embargo <= ?)
    order by a.published desc, a.id"""


def head(at: Connection, id: ArticleId) -> sqlite3.Row:
    """The article's own row with hash and length of its newest revision; raises Missing."""
    sql = """select a.*, r.sha256, length(r.text) as length
        from articles a left join revisions r on r.key = a.head where a.id = ?"""
    return _there(at.row(sql, (id,)), id)


def is_whole(at: Connection, id: ArticleId) -> bool:
    """Whether the newest revision is what was saved; raises Missing."""
    return is_sound(_there(at.row(ARTICLE + " where a.id = ?", (id,)), id))


def load(at: Connection, id: ArticleId) -> Article:
    """The article; raises Missing, or DamagedText where it is not what was saved."""
    return _article(at, _there(at.row(ARTICLE + " where a.id = ?", (id,)), id))


def find(at: Connection, id_or_slug: str) -> ArticleId:
    """By id first, then by address among those that live; raises Missing."""
    for sql in (
        "select id from articles where id = ?",
        "select id from articles where slug = ? and trashed is null",
    ):
        if row := at.row(sql, (_askable(id_or_slug),)):
            return ArticleId(row["id"])
    raise Missing(f"There is no article “{id_or_slug}” in this library.")


def find_headline(at: Connection, headline: str) -> ArticleId | None:
    """The newest that lives with this headline; an empty headline is nobody's."""
    key = headline_key(_askable(headline))
    sql = "select id from articles where headline_key = ? and trashed is null order by stamp desc limit 1"
    row = at.row(sql, (key,)) if key else None
    return ArticleId(row["id"]) if row else None


def counts(at: Connection) -> Mapping[str, int]:
    """By status and for the trash, nought where there are none."""
    none = dict.fromkeys([*(status.value for status in Status), "trash"], 0)
    rows = at.rows("select name, n from counts where kind = 'status'")
    return none | {row["name"]: row["n"] for row in rows}


def sections(at: Connection) -> tuple[str, ...]:
    """Those with an article that lives."""
    rows = at.rows("select name from counts where kind = 'section' and n > 0 and name <> '' order by name")
    return tuple(row["name"] for row in rows)


def changes(at: Connection) -> int:
    """How often articles were changed."""
    row = at.row("select changes from counter")
    return row["changes"] if row else 0


def publishable(at: Connection, now: str) -> Iterator[Article]:
    """The articles, one at a time, but for those that are not what was saved."""
    moment = _moment(now)
    held = {each.id for each in unsound(at)}
    for row in at.stream(ARTICLE + MAY_LEAVE, (moment, moment)):
        if row["id"] not in held:
            yield _article(at, row)


def publishable_versions(at: Connection, now: str) -> tuple[Version, ...]:
    """The same without a look at the texts."""
    moment = _moment(now)
    columns = "a.id, a.slug, a.number, r.sha256, a.updated"
    sql = f"select {columns} from articles a join revisions r on r.key = a.head"
    return tuple(Version._make(row) for row in at.rows(sql + MAY_LEAVE, (moment, moment)))


def publishable_lines(at: Connection, now: str) -> list[str]:
    """The same, a line each with tabs between, asked in one step that other threads need not wait for."""
    moment = _moment(now)
    line = "a.id || char(9) || a.slug || char(9) || a.number || char(9) || r.sha256 as line"
    asked = f"select {line} from articles a join revisions r on r.key = a.head" + MAY_LEAVE
    row = at.row(f"select group_concat(line, char(10)) as lines from ({asked})", (moment, moment))
    return row["lines"].split("\n") if row and row["lines"] else []


def next_due(at: Connection, now: str) -> str:
    """When the answer to that question changes by itself: the first time after `now` that an article has."""
    moment = _moment(now)
    public = (
        "from articles where trashed is null and status in ('published', 'corrected') and published <> ''"
    )
    sql = f"""select min(due) as due from (select min(published) as due {public} and published > ?
        union all select min(embargo) {public} and embargo > ?)"""
    row = at.row(sql, (moment, moment))
    return row["due"] if row and row["due"] else NEVER


def revisions(at: Connection, id: ArticleId) -> tuple[Revision, ...]:
    """Without their texts, newest first; raises Missing."""
    key = _there(at.row("select key from articles where id = ?", (id,)), id)["key"]
    sql = """select number, parent, at, origin, name, words, sha256 from revisions
        where article = ? order by number desc"""
    return tuple(
        Revision(
            row["number"],
            id,
            row["at"],
            row["origin"],
            row["name"],
            row["words"],
            row["sha256"],
            row["parent"],
        )
        for row in at.rows(sql, (key,))
    )


def revision(at: Connection, id: ArticleId, number: int) -> Document:
    """The text of one revision, proved by its hash; raises Missing or Damaged."""
    sql = """select r.text, r.fields, r.sha256 from revisions r join articles a on a.key = r.article
        where a.id = ? and r.number = ?"""
    row = at.row(sql, (id, number)) if number < 2**63 else None
    if row is None:
        raise Missing(f"There is no revision {number} of article “{id}”.")
    if not has_its_hash(row):
        raise Damaged(
            f"Revision {number} of “{id}” is not as it was saved. The others are safe; choose one of them."
        )
    return restored(row["text"], row["fields"])


def _there(row: sqlite3.Row | None, id: ArticleId) -> sqlite3.Row:
    if row is None:
        raise Missing(f"There is no article “{id}” in this library.")
    return row


def _article(at: Connection, row: sqlite3.Row) -> Article:
    if not is_sound(row):
        raise damaged(at, ArticleId(row["id"]), row["slug"])
    try:
        document = restored(row["text"], row["fields"])
    except ValueError as error:
        raise Damaged(
            f"The fields of article “{row['id']}” cannot be read: {error}. The others are safe."
        ) from error
    return Article(
        id=ArticleId(row["id"]),
        revision=row["number"],
        document=document,
        caret=row["caret"],
        scroll=row["scroll"],
        updated=row["updated"],
        trashed=row["trashed"],
        words=row["words"],
        slug=row["slug"],
        sha256=row["sha256"],
    )


def _askable(text: str) -> str:
    return text.encode(errors="replace").decode()


def _moment(now: str) -> str:
    moment = utc(now)
    if moment is None or moment >= NEVER:
        raise ValueError(f"“{now}” is no time with a zone")
    return moment
