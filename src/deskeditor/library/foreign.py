"""Triggers and views that this program did not put into a library: one of them would run at every save."""

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import cache

from deskeditor.library.connection import Connection
from deskeditor.library.schema import HANGING, migrate

_TABLES = """select name from sqlite_master where type in ('table', 'index')
    and name not like 'sqlite_%' and name not like '\\_sqlite\\_migrations%' escape '\\'"""
_MADE = re.compile(r"create\s+(trigger|view)\s+(\w+)\s", re.IGNORECASE)


def foreign(at: Connection) -> tuple[str, ...]:
    """The names of all triggers and views of the file that are not word for word ours."""
    rows = at.rows(
        "select type, name, sql from sqlite_master where type in ('trigger', 'view') order by name"
    )
    return tuple(str(row["name"]) for row in rows if _words(row["sql"]) not in _ours().values())


def strange(at: Connection) -> tuple[str, ...]:
    """The names of tables and indexes that no library has."""
    return tuple(sorted(_names(at.rows(_TABLES)) - _known()))


def gone(at: Connection) -> tuple[str, ...]:
    """The names of tables and indexes that every library has and this one has not."""
    return tuple(sorted(_known() - _names(at.rows(_TABLES))))


def lacking(at: Connection) -> bool:
    """Whether a trigger or view of ours is not there."""
    rows = at.rows("select sql from sqlite_master where type in ('trigger', 'view')")
    return not set(_ours().values()) <= {_words(row["sql"]) for row in rows}


def put_right(at: Connection) -> tuple[str, ...]:
    """Take the others out and put ours in, all or nothing; the names of those that were taken out."""
    others = foreign(at)
    if others or lacking(at):
        kinds = {row["name"]: row["type"] for row in at.rows("select type, name from sqlite_master")}
        dropped = [f'drop {kinds[name]} "{name.replace(chr(34), chr(34) * 2)}"' for name in others]
        at.run_all([*dropped, *statements(HANGING)])
    return others


def taken_out(name: str) -> str:
    """What to say of something that was taken out."""
    shown = name if name.isprintable() else "without a name"
    return (
        f"Something of another program, “{shown}”, would have run in the library at every save. "
        "It was taken out; the stories are as they were."
    )


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one."""
    begun = ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            yield begun.strip()
            begun = ""


@cache
def _known() -> set[str]:
    from sqlite_utils import Database

    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.row_factory = sqlite3.Row
        migrate(Database(fresh, execute_plugins=False))
        return _names(fresh.execute(_TABLES).fetchall())


def _names(rows: Iterable[sqlite3.Row]) -> set[str]:
    return {str(row["name"]) for row in rows}


@cache
def _ours() -> dict[str, str]:
    made = ((_MADE.match(each), each) for each in statements(HANGING))
    return {found[2]: _words(each) for found, each in made if found}


def _words(sql: object) -> str:
    """The statement as SQLite keeps it, whatever its spaces and the case of what begins it."""
    words = str(sql).rstrip("; \n").split()
    return " ".join([*(word.lower() for word in words[:2]), *words[2:]])
