"""A list of any order and filter is walked along an index, page by page, and misses nothing."""

from collections import Counter
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.builders import clock, out, plan

from deskeditor.document.model import ArticleId, Document, Fields, Status
from deskeditor.library.listing import queries
from deskeditor.library.records import Cursor, ListView, Order, Row
from deskeditor.library.store import Library

_VIEWS = [
    ListView(status, section, trashed, order)
    for status, section, trashed, order in product((None, Status.DRAFT), (None, "News"), (False, True), Order)
]


def _filled(library: Library) -> None:
    for number in range(60):
        fields = Fields(
            headline=f"Story {number % 7}",
            section="News" if number % 3 else "Sport",
            status=list(Status)[number % 4],
            published=f"2026-01-0{number % 5 + 1}T00:00:00Z" if number % 2 else None,
        )
        article = library.new(Document("word " * (number % 6), fields))
        if number % 5 == 0:
            library.trash([article.id])


def _walked(library: Library, view: ListView, limit: int) -> list[Row]:
    rows: list[Row] = []
    page = library.page(view, None, limit)
    rows += page.rows
    while page.next:
        page = library.page(view, page.next, limit)
        rows += page.rows
    return rows


@pytest.mark.parametrize("view", _VIEWS, ids=str)
@pytest.mark.parametrize("after", [None, Cursor("x", 1)], ids=["first", "later"])
def test_no_list_is_sorted_or_read_through(library: Library, view: ListView, after: Cursor | None) -> None:
    for sql, parameters in queries(view, after):
        (step,) = plan(library, sql, (*parameters, 50))
        assert step.startswith("SEARCH articles USING INDEX list_")


@pytest.mark.parametrize("order", Order)
def test_pages_hold_what_one_long_page_holds(library: Library, order: Order) -> None:
    _filled(library)
    for view in (view for view in _VIEWS if view.order is order):
        whole = list(library.page(view, None, 1000).rows)
        assert _walked(library, view, 7) == whole
        assert len({row.id for row in whole}) == len(whole)


_STAGES = list(Status)
_RANKS: dict[Order, tuple[Callable[[Row], str | int], bool]] = {
    Order.UPDATED: (lambda row: row.updated, True),
    Order.HEADLINE: (lambda row: row.headline, False),
    Order.WORDS: (lambda row: row.words, True),
    Order.STATUS: (lambda row: _STAGES.index(row.status), False),
}


@pytest.mark.parametrize("order", _RANKS)
def test_every_order_is_an_order(library: Library, order: Order) -> None:
    _filled(library)
    rank, falling = _RANKS[order]
    ranks = [rank(row) for row in library.page(ListView(order=order), None, 1000).rows]
    assert len(ranks) == 48
    assert ranks == sorted(ranks, reverse=falling)


def test_what_was_never_published_comes_last(library: Library) -> None:
    for headline, published in [
        ("Never", None),
        ("Early", "2026-01-01T00:00+02:00"),
        ("Late", "2026-01-01T00:00Z"),
    ]:
        library.new(out(headline, published))
    rows = library.page(ListView(order=Order.PUBLISHED)).rows
    assert [row.headline for row in rows] == ["Late", "Early", "Never"]


def test_a_saved_article_comes_first(library: Library) -> None:
    first = library.new(out("First", None))
    library.new(out("Second", None))
    library.save(first.id, out("First again", None), 1)
    assert library.page(ListView()).rows[0].headline == "First again"


_CHANGES = st.tuples(
    st.sampled_from(["new", "save", "trash", "untrash"]),
    st.integers(0, 3),
    st.sampled_from([Status.IDEA, Status.READY]),
    st.sampled_from(["", "News", "Sport"]),
)


@settings(max_examples=15)
@given(st.lists(_CHANGES, max_size=12))
def test_counts_hold_through_every_change(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[str, int, Status, str]]
) -> None:
    with Library.create(tmp_path_factory.mktemp("counts") / "news.desk", clock()) as library:
        _live_through(library, changes)
        live = _walked(library, ListView(), 100)
        trash = _walked(library, ListView(trashed=True), 100)
        counted = Counter(row.status.value for row in live) + Counter(trash=len(trash))
        assert Counter(dict(library.counts())) == counted
        assert library.sections() == tuple(sorted({row.section for row in live} - {""}))
        assert library.doctor() == ()


def _live_through(library: Library, changes: list[tuple[str, int, Status, str]]) -> None:
    ids: list[ArticleId] = []
    for kind, which, status, section in changes:
        document = Document("Text.", Fields(headline="Same", status=status, section=section))
        if kind == "new" or not ids:
            ids.append(library.new(document).id)
            continue
        id = ids[which % len(ids)]
        if kind == "save":
            library.save(id, document, library.load(id).revision)
        elif kind == "trash":
            library.trash([id])
        else:
            library.untrash([id])


def test_sections_are_those_with_an_article(library: Library) -> None:
    articles = [library.new(Document("", Fields(section=name))) for name in ("Sport", "News", "")]
    library.trash([articles[0].id])
    assert library.sections() == ("News",)
