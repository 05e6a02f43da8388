"""Search as one types: the newest hits at once, the best ones behind."""

import sqlite3
from contextlib import closing

from deskeditor.library.asking import Asked, ask, fold_for_finding
from deskeditor.library.connection import Connection
from deskeditor.library.listing import listed
from deskeditor.library.records import Cursor, Page, Row
from deskeditor.library.snippet import snippet

_END = 2**62
_COLUMNS = """a.key, a.id, a.stamp, a.slug, a.headline, a.status, a.section, a.updated, a.words, a.dateline,
    a.byline, a.matter, r.text"""

# The index is numbered by the order of changes: it is read from its end and left once the page is full.
NEWEST = f"""select {_COLUMNS} from search s
    cross join articles a on a.stamp = s.rowid cross join revisions r on r.key = a.head
    where s.search match ? and s.rowid < ? order by s.rowid desc limit ?"""
_ALL_NEWEST = f"""select {_COLUMNS} from articles a indexed by list_updated
    cross join revisions r on r.key = a.head
    where a.shelf = 0 and a.stamp < ? order by a.stamp desc limit ?"""
_RANKED = f"""select {_COLUMNS} from (
        select rowid as stamp, rank as worth from search
        where search match ? and rank match 'bm25(10.0, 4.0, 1.0)' order by rank limit ?) s
    cross join articles a on a.stamp = s.stamp cross join revisions r on r.key = a.head
    order by s.worth, a.stamp desc"""

_GLANCE, _SHARE = 32, 8  # looking goes on while of so many articles at least one in eight is a hit


class Search:
    """The searches of one library."""

    def __init__(self, connection: Connection) -> None:
        self._at = connection

    def newest(self, text: str, limit: int, cursor: Cursor | None) -> Page:
        """The hits behind `cursor`, at most `limit`, last changed first; raises Interrupted."""
        asked = ask(text)
        if asked is None:
            return Page((), None)
        before = int(cursor.value) if cursor else _END
        with self._at.interruptible():
            rows = self._looked(asked, before, limit + 1)
            if rows is None:
                rows = self._at.rows(NEWEST, (asked.match, before, limit + 1))
        shown = rows[:limit]
        more = len(rows) > limit and bool(shown)
        return Page(
            tuple(_found(row, asked) for row in shown), Cursor(shown[-1]["stamp"], 0) if more else None
        )

    def ranked(self, text: str, limit: int) -> tuple[Row, ...]:
        """The best hits; of a single letter the newest. Raises Interrupted."""
        asked = ask(text)
        if asked is None:
            return ()
        if asked.letter:
            return self.newest(text, limit, None).rows
        with self._at.interruptible():
            rows = self._at.rows(_RANKED, (asked.match, limit))
        return tuple(_found(row, asked) for row in rows)

    def _looked(self, asked: Asked, before: int, limit: int) -> list[sqlite3.Row] | None:
        """The hits among the answers to the nearer question; None where too few of those are hits.

        What is common fills a page at once; what is not is a small job for the index.
        """
        if asked.last is None:
            return None
        if asked.near:
            rows = self._at.stream(NEWEST, (asked.near, before, _END))
        else:
            rows = self._at.stream(_ALL_NEWEST, (before, _END))
        found: list[sqlite3.Row] = []
        with closing(rows):
            for seen, row in enumerate(rows, 1):
                if any(
                    asked.last.search(fold_for_finding(row[name])) for name in ("text", "headline", "matter")
                ):
                    found.append(row)
                    if len(found) == limit:
                        return found
                if seen % _GLANCE == 0 and len(found) * _SHARE < seen:
                    return None
        return found


def _found(row: sqlite3.Row, asked: Asked) -> Row:
    return listed(row, *snippet((row["text"], row["matter"]), asked.words))
