"""Everything about a library that can be proved, proved."""

import re
import sqlite3
from collections.abc import Iterator

from deskeditor.document.model import ArticleId, MediaHash
from deskeditor.library.connection import Connection
from deskeditor.library.errors import LibraryError, Missing
from deskeditor.library.former import former_addresses
from deskeditor.library.hashing import restored, sha256_of_stored
from deskeditor.library.media import MediaFolder
from deskeditor.library.records import Finding, Mode
from deskeditor.library.times import utc

_PICTURE = re.compile(r"media:([0-9a-f]{64})")


def examine(at: Connection, media: MediaFolder) -> tuple[Finding, ...]:
    """What is wrong. Only a library open for writing has its search compared with the texts word by word."""
    findings = list(_file(at))
    if findings:
        return tuple(findings)  # in a damaged file nothing else can be trusted
    wanted: dict[MediaHash, ArticleId] = {}
    findings += _texts(at, wanted)
    findings += _counts(at)
    findings += _addresses(at)
    findings += _search(at)
    findings += _pictures(media, wanted)
    return tuple(findings)


def _file(at: Connection) -> Iterator[Finding]:
    try:
        for row in at.rows("pragma integrity_check"):
            if row[0] != "ok":
                yield Finding("file", f"The file is damaged: {row[0]}")
        for row in at.rows("pragma foreign_key_check"):
            yield Finding("reference", f"A row of “{row['table']}” belongs to nothing.")
    except LibraryError as error:
        yield Finding("file", str(error))


def _texts(at: Connection, wanted: dict[MediaHash, ArticleId]) -> Iterator[Finding]:
    sql = """select a.id, r.text, r.fields, r.sha256 from articles a join revisions r on r.key = a.head
        order by a.key"""
    for row in at.stream(sql):
        article = ArticleId(row["id"])
        if sha256_of_stored(row["text"], row["fields"]) != row["sha256"]:
            yield Finding("text", "The text is not as it was saved. Restore an older revision.", article)
        for digest in _PICTURE.findall(row["text"]):
            wanted.setdefault(MediaHash(digest), article)
        try:
            lead = restored("", row["fields"]).fields.lead_picture
        except ValueError as error:
            yield Finding("fields", f"The fields cannot be read: {error}", article)
            continue
        if lead:
            wanted.setdefault(lead.media, article)


def _counts(at: Connection) -> Iterator[Finding]:
    sql = """select 'status' as kind, iif(trashed is null, status, 'trash') as name, count(*) as n
        from articles group by 2
        union all select 'section', section, count(*) from articles where trashed is null group by 2"""
    real = {(row["kind"], row["name"]): row["n"] for row in at.rows(sql)}
    kept = {
        (row["kind"], row["name"]): row["n"]
        for row in at.rows("select kind, name, n from counts where n <> 0")
    }
    for kind, name in sorted(real.keys() | kept.keys()):
        if real.get((kind, name), 0) != kept.get((kind, name), 0):
            yield Finding("count", f"The count of {kind} “{name}” is wrong.")


def _addresses(at: Connection) -> Iterator[Finding]:
    for former in former_addresses(at):
        if not former.slug or utc(former.published) is None:
            yield Finding("address", "A former address cannot be read; it leads nowhere.", former.article)


def _search(at: Connection) -> Iterator[Finding]:
    indexed = at.rows("select count(*) as n from search_docsize")[0]["n"]
    live = at.rows("select count(*) as n from articles where trashed is null")[0]["n"]
    if indexed != live:
        yield Finding("search", f"The search knows {indexed} of {live} articles.")
    if at.mode is Mode.WRITE:
        try:
            with at.writing() as db:
                db.execute("insert into search(search, rank) values('integrity-check', 1)")
        except (LibraryError, sqlite3.Error):
            yield Finding("search", "The search does not fit the texts.")


def _pictures(media: MediaFolder, wanted: dict[MediaHash, ArticleId]) -> Iterator[Finding]:
    for digest, article in wanted.items():
        if not media.has(digest):
            yield Finding("picture", f"The picture {digest[:12]}… is missing.", article, digest)
    for digest in media.all():
        try:
            if not media.sound(digest):
                yield Finding(
                    "picture", f"The picture {digest[:12]}… is damaged.", wanted.get(digest), digest
                )
        except Missing:
            continue
