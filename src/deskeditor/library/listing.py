"""Lists of articles, page by page along an index: the last page costs what the first does."""

import sqlite3
from dataclasses import dataclass

from deskeditor.document.model import ArticleId, Status
from deskeditor.library.connection import Connection, Value
from deskeditor.library.records import Cursor, ListView, Order, Page, Row
from deskeditor.library.schema import list_index

COLUMNS = """key, id, stamp, slug, headline, status, stage, section, updated, published, headline_key, words,
    dateline, byline"""


@dataclass(frozen=True, slots=True)
class _Sort:
    value: str
    tie: str
    direction: str

    @property
    def beyond(self) -> str:
        return ">" if self.direction == "asc" else "<"


_SORTS = {
    Order.UPDATED: _Sort("stamp", "key", "desc"),
    Order.PUBLISHED: _Sort("published", "key", "desc"),
    Order.HEADLINE: _Sort("headline_key", "key", "asc"),
    Order.STATUS: _Sort("stage", "stamp", "desc"),
    Order.WORDS: _Sort("words", "key", "desc"),
}


def page(at: Connection, view: ListView, after: Cursor | None, limit: int) -> Page:
    """The articles behind `after`, at most `limit`."""
    sort = _SORTS[view.order]
    rows: list[sqlite3.Row] = []
    for sql, parameters in queries(view, after):
        rows += at.rows(sql, (*parameters, limit + 1 - len(rows)))
        if len(rows) > limit:
            break
    shown = rows[:limit]
    more = len(rows) > limit and bool(shown)
    return Page(
        tuple(listed(row) for row in shown),
        Cursor(shown[-1][sort.value], shown[-1][sort.tie]) if more else None,
    )


def queries(view: ListView, after: Cursor | None) -> list[tuple[str, tuple[Value, ...]]]:
    """What is asked, in turn, until the page is full: those that tie with the last one, then those beyond it.

    SQLite does not seek by (value, rowid) at once: among a hundred thousand ties it would walk all of them.
    """
    sort = _SORTS[view.order]
    if after is None:
        return [_query(view, "", ())]
    return [
        _query(view, f"and {sort.value} = ? and {sort.tie} {sort.beyond} ?", (after.value, after.tie)),
        _query(view, f"and {sort.value} {sort.beyond} ?", (after.value,)),
    ]


def _query(view: ListView, beyond: str, parameters: tuple[Value, ...]) -> tuple[str, tuple[Value, ...]]:
    sort = _SORTS[view.order]
    filters = {"section": view.section, "status": view.status}
    chosen = {column: value for column, value in filters.items() if value is not None}
    index = list_index(view.order, ", ".join(chosen))
    where = "".join(f" and {column} = ?" for column in chosen)
    sql = (
        f"select {COLUMNS} from articles indexed by {index} where shelf = ?{where} {beyond} "
        f"order by {sort.value} {sort.direction}, {sort.tie} {sort.direction} limit ?"
    )
    return sql, (int(view.trashed), *chosen.values(), *parameters)


def listed(row: sqlite3.Row, snippet: str | None = None, hits: tuple[tuple[int, int], ...] = ()) -> Row:
    """The row as a list shows it."""
    return Row(
        ArticleId(row["id"]),
        row["slug"],
        row["headline"],
        Status(row["status"]),
        row["section"],
        row["updated"],
        row["words"],
        snippet,
        row["dateline"],
        row["byline"],
        hits,
    )
