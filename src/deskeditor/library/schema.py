"""The tables of a library, and how an older file becomes a newer one: a released step never changes."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION = 0x4445534B  # "DESK" in the header of the file

FIRST = """
create table settings(key text primary key, value text not null);
create table counter(one integer primary key check (one = 1), changes integer not null);
insert into counter values(1, 0);
create table revisions(
    key integer primary key,
    article integer not null references articles(key) deferrable initially deferred,
    number integer not null,
    parent integer,
    at text not null,
    origin text not null,
    name text,
    words integer not null,
    sha256 text not null,
    fields text not null,
    text text not null);
create unique index revision_number on revisions(article, number);
create table articles(
    key integer primary key,
    id text not null unique,
    head integer not null references revisions(key),
    number integer not null,
    stamp integer not null unique,
    slug text not null,
    headline text not null,
    headline_key text not null,
    status text not null,
    stage integer not null,
    section text not null,
    dateline text not null,
    byline text not null,
    matter text not null,
    published text not null,
    embargo text,
    created text not null,
    updated text not null,
    trashed text,
    shelf integer not null default 0 check (shelf = (trashed is not null)),
    words integer not null,
    caret integer not null default 0,
    scroll real not null default 0);
create unique index live_slug on articles(slug) where trashed is null;
create index live_headline on articles(headline_key, stamp) where trashed is null;
create index leaving on articles(published desc, id)
    where trashed is null and published <> '' and status in ('published', 'corrected');
create table tags(
    article integer not null references articles(key),
    position integer not null,
    tag text not null,
    primary key (article, position)) without rowid;
create index tag_articles on tags(tag, article);
create table counts(
    kind text not null,
    name text not null,
    n integer not null,
    primary key (kind, name)) without rowid;
create virtual table search using fts5(
    headline, matter, body,
    content='indexed', content_rowid='stamp',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3');
"""

SECOND = """
create table former_addresses(
    article integer not null references articles(key),
    slug text not null,
    section text not null,
    published text not null,
    at text not null,
    primary key (article, slug, section, published)) without rowid;
"""

# Every filter of a list with every order of it, so that no list is ever sorted or read through.
FILTERS = ("", "status", "section", "section, status")
SORTS = {
    "updated": "stamp",
    "published": "published, key",
    "headline": "headline_key, key",
    "status": "stage, stamp",
    "words": "words, key",
}

# transform() of a table drops what hangs on it, so these are made anew behind every migration.
HANGING = """
drop view if exists indexed;
create view indexed as
    select a.stamp as stamp, a.headline as headline, a.matter as matter, r.text as body
    from articles a join revisions r on r.key = a.head where a.trashed is null;
drop trigger if exists indexed_insert;
create trigger indexed_insert after insert on articles begin
    insert into search(rowid, headline, matter, body)
        select stamp, headline, matter, body from indexed where stamp = new.stamp;
end;
drop trigger if exists indexed_leave;
create trigger indexed_leave before update of stamp, head, headline, matter, trashed on articles begin
    insert into search(search, rowid, headline, matter, body)
        select 'delete', stamp, headline, matter, body from indexed where stamp = old.stamp;
end;
drop trigger if exists indexed_enter;
create trigger indexed_enter after update of stamp, head, headline, matter, trashed on articles begin
    insert into search(rowid, headline, matter, body)
        select stamp, headline, matter, body from indexed where stamp = new.stamp;
end;
drop trigger if exists revision_stays;
create trigger revision_stays
before update of article, number, parent, at, words, sha256, fields, text on revisions begin
    select raise(abort, 'a revision never changes');
end;
drop trigger if exists counted_insert;
create trigger counted_insert after insert on articles begin
    insert into counts values('status', iif(new.trashed is null, new.status, 'trash'), 1)
        on conflict do update set n = n + 1;
    insert into counts values('section', new.section, new.trashed is null)
        on conflict do update set n = n + excluded.n;
end;
drop trigger if exists counted_update;
create trigger counted_update after update of status, section, trashed on articles begin
    update counts set n = n - 1
        where kind = 'status' and name = iif(old.trashed is null, old.status, 'trash');
    update counts set n = n - (old.trashed is null) where kind = 'section' and name = old.section;
    insert into counts values('status', iif(new.trashed is null, new.status, 'trash'), 1)
        on conflict do update set n = n + 1;
    insert into counts values('section', new.section, new.trashed is null)
        on conflict do update set n = n + excluded.n;
end;
"""


def list_index(order: str, columns: str) -> str:
    """The name of the index that a list of this order and filter walks along."""
    return "_".join(["list", order, *columns.split(", ")]).rstrip("_")


def _first(db: "Database") -> None:
    db.executescript(FIRST)
    for order, sort in SORTS.items():
        for columns in FILTERS:
            names = ["shelf", *[c for c in columns.split(", ") if c], sort]
            db.execute(f"create index {list_index(order, columns)} on articles({', '.join(names)})")


def _former_addresses(db: "Database") -> None:
    db.executescript(SECOND)


Step = Callable[["Database"], None]
STEPS: tuple[tuple[str, Step], ...] = (("first", _first), ("former addresses", _former_addresses))
NEWEST = len(STEPS)
READABLE = 1
"""The oldest format that can be read as it is, without a migration."""


def migrate(db: "Database", steps: Sequence[tuple[str, Step]] = STEPS) -> None:
    """Every step that the file has not seen, all of them or none."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations("library")
    for name, step in steps:
        migrations(name=name)(step)
    db.conn.execute("begin immediate")
    try:
        migrations.apply(db)
        db.executescript(HANGING)
        db.execute(f"pragma user_version = {len(steps)}")
        db.execute(f"pragma application_id = {APPLICATION}")
    except BaseException:
        db.rollback()
        raise
    db.commit()
