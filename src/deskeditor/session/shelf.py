"""The article list in time: which view, which search, which page comes next."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from deskeditor.document.model import ArticleId
from deskeditor.library.records import Article, Cursor, ListView, Page, Row
from deskeditor.library.store import Library
from deskeditor.session.jobs import Lane, Newest

PAGE = 100
PAUSE_MS = 350


@dataclass(frozen=True, slots=True)
class Shown:
    """Rows for the list; `first` tells a new list from the next page of the same one."""

    page: Page
    first: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """How many articles there are by status, and which sections."""

    counts: Mapping[str, int]
    sections: tuple[str, ...]


class Shelf(QObject):
    """Answers the list with its newest question only; a search that is overtaken is cut short.

    Hits come newest first at once; where one page holds them all, the same hits follow by rank after a pause,
    told by `ranked`.
    """

    shown = Signal(object)
    ranked = Signal(object)
    overview = Signal(object)
    row_changed = Signal(object)
    failed = Signal(str)

    def __init__(self, reader: Lane[Library], view: ListView) -> None:
        super().__init__()
        self._reader = reader
        self._view = view
        self._query = ""
        self._library: Library | None = None
        self._newest: Newest[Library] = Newest(reader, self._cut_short)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._rank)

    def view(self, view: ListView) -> None:
        """Show another part of the library, or the same part in another order."""
        self._view = view
        self.refresh()

    def search(self, query: str) -> None:
        """Show what a query finds; an empty one shows the view again."""
        self._query = query.strip()
        self._ask(None)

    def refresh(self) -> None:
        """Ask for the first page and the counts again."""
        self._ask(None)
        self._reader.run(
            lambda library: Overview(library.counts(), tuple(library.sections())),
            self.overview.emit,
            self._on_failed,
        )

    def more(self, after: Cursor) -> None:
        """Ask for the page behind a cursor."""
        self._ask(after)

    def update(self, article: ArticleId) -> None:
        """Ask for one row again: its article was saved."""
        self._reader.run(lambda library: _row(library.load(article)), self.row_changed.emit, self._on_failed)

    def _ask(self, after: Cursor | None) -> None:
        view, query = self._view, self._query

        def work(library: Library) -> Page:
            self._library = library
            if query:
                return library.search(query, PAGE, after)
            return library.page(view, after, PAGE)

        self._pause.stop()
        self._newest.ask(work, lambda page: self._on_page(Shown(page, after is None)), self._on_failed)

    def _on_page(self, shown: Shown) -> None:
        self.shown.emit(shown)
        if self._query and shown.first and shown.page.next is None and len(shown.page.rows) > 1:
            self._pause.start()

    def _rank(self) -> None:
        query = self._query
        self._newest.ask(
            lambda library: Page(library.search_ranked(query, PAGE), None),
            lambda page: self.ranked.emit(Shown(page, first=True)),
            self._on_failed,
        )

    def _cut_short(self) -> None:
        if self._library is not None:
            self._library.interrupt()

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(str(error))


def _row(article: Article) -> Row:
    """The article as the list shows it, outside of any search."""
    fields = article.document.fields
    return Row(
        id=article.id,
        slug=article.slug,
        headline=fields.headline,
        status=fields.status,
        section=fields.section,
        updated=article.updated,
        words=article.words,
        snippet=None,
        dateline=fields.dateline,
        byline=", ".join(author.name for author in fields.byline),
    )
