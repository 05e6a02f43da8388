"""Everything about a library that can be proved, proved."""

import re
import sqlite3
from collections.abc import Iterator, Mapping

from deskeditor.document.model import ArticleId, Fields, MediaHash
from deskeditor.document.text import slugify
from deskeditor.library.connection import Connection, Value
from deskeditor.library.errors import LibraryError, Missing
from deskeditor.library.foreign import foreign, gone, strange
from deskeditor.library.former import former_addresses
from deskeditor.library.hashing import restored
from deskeditor.library.integrity import PROOF, damaged, has_its_hash, is_sound
from deskeditor.library.media import MediaFolder
from deskeditor.library.records import Finding, Mode
from deskeditor.library.times import utc
from deskeditor.library.writing import listed_columns

_PICTURE = re.compile(r"media:([0-9a-f]{64})")


def examine(at: Connection, media: MediaFolder) -> tuple[Finding, ...]:
    """What is wrong. Only a library open for writing has its search compared with the texts word by word."""
    wanted: dict[MediaHash, ArticleId] = {}
    findings = list(_file(at))
    broken = bool(findings)
    findings += _told(_foreign(at))
    findings += _told(_texts(at, wanted))
    if broken:
        return tuple(findings)  # in a damaged file nothing else can be trusted
    for part in (_older_texts(at), _counts(at), _addresses(at), _search(at)):
        findings += _told(part)
    findings += _pictures(media, wanted)
    return tuple(findings)


def _told(part: Iterator[Finding]) -> Iterator[Finding]:
    """The findings of one part; that it cannot be looked through to its end is one of them."""
    try:
        yield from part
    except LibraryError as error:
        yield Finding("file", str(error))


def _foreign(at: Connection) -> Iterator[Finding]:
    for name in foreign(at):
        shown = name if name.isprintable() else "without a name"
        yield Finding("foreign", f"“{shown}” is of another program and would run at every save.")
    for name in strange(at):
        shown = name if name.isprintable() else "without a name"
        yield Finding("foreign", f"“{shown}” is no part of a library.")
    for name in gone(at):
        yield Finding("file", f"“{name}” is missing, which every library has. Restore a backup.")


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
    columns = ", ".join(f"a.{name}" for name in listed_columns(Fields()))
    sql = f"""select a.id, a.slug, a.stamp, {columns}, {PROOF}, (select changes from counter) as changes
        from articles a left join revisions r on r.key = a.head order by a.key"""
    for row in at.stream(sql):
        article = ArticleId(str(row["id"]))
        if not is_sound(row):
            yield Finding("text", str(damaged(at, article, row["slug"])), article)
            continue
        for digest in _PICTURE.findall(row["text"]):
            wanted.setdefault(MediaHash(digest), article)
        try:
            fields = restored("", row["fields"]).fields
        except ValueError as error:
            yield Finding("fields", f"The fields cannot be read: {error}", article)
            continue
        if fields.lead_picture:
            wanted.setdefault(fields.lead_picture.media, article)
        yield from _listed(row, article, listed_columns(fields))


def _listed(row: sqlite3.Row, article: ArticleId, columns: Mapping[str, Value]) -> Iterator[Finding]:
    """What the list says of an article and its fields do not."""
    wrong = [name for name, value in columns.items() if row[name] != value]
    slug, stamp, changes = row["slug"], row["stamp"], row["changes"]
    if not isinstance(slug, str) or slug != slugify(slug):
        wrong.append("slug")
    if not (isinstance(stamp, int) and isinstance(changes, int) and 0 < stamp <= changes):
        wrong.append("stamp")
    if wrong:
        message = f"The list does not say what the story says: {', '.join(wrong)}. Save the story once more."
        yield Finding("list", message, article)


def _older_texts(at: Connection) -> Iterator[Finding]:
    sql = """select a.id, r.number, r.sha256, r.fields, r.text from revisions r
        join articles a on a.key = r.article where r.key <> a.head order by a.key, r.number"""
    for row in at.stream(sql):
        if not has_its_hash(row):
            message = f"Revision {row['number']} is not as it was saved; the newest text is."
            yield Finding("revision", message, ArticleId(str(row["id"])))


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
