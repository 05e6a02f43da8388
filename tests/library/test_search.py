"""Whatever is typed into the search field finds what it should, or nothing, and harms nothing."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.library.builders import plan, story

from deskeditor.document.model import Author, Document, Fields
from deskeditor.library import search as module
from deskeditor.library.asking import ask
from deskeditor.library.errors import Interrupted
from deskeditor.library.records import Row
from deskeditor.library.store import Library

_QUERIES = [
    json.loads(line) for line in (Path(__file__).parent / "queries.jsonl").read_text("utf-8").splitlines()
]


def _found(library: Library, text: str) -> list[str]:
    return [row.headline for row in library.search(text).rows]


def _hits(row: Row) -> list[str]:
    return [(row.snippet or "")[start:end] for start, end in row.hits]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("The governor spoke.", "governor"),
        ("The governor spoke.", "gov"),
        ("The governor spoke.", "THE GOVERNOR SP"),
        ("The governor spoke.", "spoke gov"),
        ("In the café of Škofja", "cafe skofja"),
        ("In the cafe", "CAFÉ"),
        ("They co-operate", "co-op"),
        ("AT&T sells C++ at 10:30", "AT&T 10:30"),
        ("О войне и мире", "войн"),
        ("日本の新聞", "日本"),
        ("state-of-the-art", '"of-the"'),
        ("It's here", "it's"),
        ("x_y", "y"),
    ],
)
def test_words_are_found_and_the_last_as_far_as_it_is_typed(library: Library, text: str, query: str) -> None:
    library.new(story("H", text))
    library.new(story("Other", "Nothing of that"))
    assert _found(library, query) == ["H"]


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("governor", '"gov" *'),
        ("the governor", '"the" "gov" *'),
        ("t", ""),
        ("the g", '"the"'),
        ("AT&T", '"AT&"'),
        ("co-operate", '"co-ope" *'),
        ("((a**", ""),
        ("go", None),
        ("gov", None),
        ("cafe\u0331s", None),
    ],
)
def test_the_nearer_question_is_one_that_the_index_holds_ready(query: str, near: str | None) -> None:
    asked = ask(query)
    assert asked is not None
    assert asked.near == near


@pytest.mark.parametrize(
    "query", ["govern spoke", "governor -spoke x", "overnor", "gov* spoke NOT", "body:spoke"]
)
def test_words_that_are_not_there_find_nothing(library: Library, query: str) -> None:
    library.new(story("H", "The governor spoke."))
    assert _found(library, query) == []


@pytest.mark.parametrize("query", _QUERIES)
def test_no_query_is_an_error_and_none_changes_anything(library: Library, query: str) -> None:
    library.new(story("One", "a b title body 10 30 drop table"))
    before = _dump(library)
    library.search(query)
    library.search_ranked(query, 10)
    assert _dump(library) == before


@settings(max_examples=40)
@given(query=st.text(st.characters() | st.sampled_from("\"'*()^:-+{}[]\\/;%_\0 \ud800")))
def test_no_text_at_all_is_an_error(hunted: Library, query: str) -> None:
    hunted.search(query)
    hunted.search_ranked(query, 10)


@settings(max_examples=40)
@given(text=st.text(min_size=1, max_size=40))
def test_a_text_finds_itself_or_holds_no_word(hunted: Library, text: str) -> None:
    article = hunted.new(Document(text, Fields(headline="Hunted")))
    words = [word for word in text.split() if word.isascii() and word.isalnum()]
    for word in words:
        assert article.id in {row.id for row in hunted.search(word, 10_000).rows}


@pytest.fixture(scope="module")
def hunted(tmp_path_factory: pytest.TempPathFactory) -> object:
    with Library.create(tmp_path_factory.mktemp("hunted") / "news.desk") as library:
        library.new(story("One", "a b c"))
        yield library


def test_the_newest_hit_comes_first(library: Library) -> None:
    old = library.new(story("Old", "flood"))
    library.new(story("New", "flood"))
    assert _found(library, "flood") == ["New", "Old"]
    library.save(old.id, story("Old again", "flood"), 1)
    assert _found(library, "flood") == ["Old again", "New"]


def test_a_word_that_was_taken_out_is_not_found_any_more(library: Library) -> None:
    article = library.new(story("H", "flood and fire"))
    library.save(article.id, story("H", "fire"), 1)
    assert (_found(library, "flood"), _found(library, "fire")) == ([], ["H"])


def test_the_best_hit_comes_first_where_it_is_asked_for(library: Library) -> None:
    library.new(story("Flood in the valley", "Water."))
    library.new(story("Weather", "Rain " * 50 + "flood"))
    assert [row.headline for row in library.search_ranked("flood", 10)] == ["Flood in the valley", "Weather"]


def test_byline_tags_and_note_are_found_too(library: Library) -> None:
    fields = Fields(byline=(Author("Jane Doe"),), tags=("weather",), note_to_editor="call the mayor")
    library.new(Document("Text.", fields))
    assert [len(library.search(query).rows) for query in ("jane doe", "weath", "mayor")] == [1, 1, 1]


def test_pages_of_hits_hold_all_of_them_once(library: Library) -> None:
    for number in range(25):
        library.new(story(f"Story {number}", "flood"))
    for query in ("flood", "f", "flood f"):
        page = library.search(query, 10)
        rows = list(page.rows)
        while page.next:
            page = library.search(query, 10, page.next)
            rows += page.rows
        assert [row.headline for row in rows] == [f"Story {number}" for number in reversed(range(25))]


_LETTERS = st.text(st.sampled_from("aabcé\u0301ÀßдД _-.1"), min_size=1, max_size=8)


@settings(max_examples=25)
@given(
    texts=st.lists(st.lists(_LETTERS, max_size=6).map(" ".join), max_size=12),
    queries=st.lists(_LETTERS, max_size=8),
)
def test_the_short_way_finds_what_the_index_finds(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], queries: list[str]
) -> None:
    with (
        pytest.MonkeyPatch.context() as patch,
        Library.create(tmp_path_factory.mktemp("short") / "news.desk") as library,
    ):
        patch.setattr(module, "_GLANCE", 2)
        for text in texts:
            library.new(Document(text, Fields(headline="x")))
        for query in queries:
            found = [row.id for row in library.search(query, 100).rows]
            assert found == _by_the_index(library, query)


def _by_the_index(library: Library, query: str) -> list[str]:
    asked = ask(query)
    sql = """select id from search s join articles a on a.stamp = s.rowid
        where s.search match ? order by a.stamp desc"""
    with closing(sqlite3.connect(library.path)) as look:
        return [row[0] for row in look.execute(sql, (asked.match,))] if asked else []


def test_a_rare_letter_is_found_beyond_what_is_looked_through(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_GLANCE", 3)
    library.new(story("H", "a zebra"))
    for _ in range(5):
        library.new(story("Other", "a lion"))
    assert (_found(library, "z"), _found(library, "a z")) == (["H"], ["H"])


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Long ago " * 50 + "the *governor* spoke. " + "Then " * 90, "governor spo", ["governor", "spo"]),
        ("İstanbul café — CAFÉ", "cafe", ["café", "CAFÉ"]),
        ("A [link to](https://example.org/flood) it and a flood", "flood", ["flood"]),
        ("e\u0301tat e\u0301tat", "zzz e", ["e", "e"]),
        ("**state**-*of* art", "state-of", ["state-of"]),
    ],
)
def test_the_snippet_shows_the_hit(library: Library, text: str, query: str, hits: list[str]) -> None:
    library.new(Document(text, Fields(headline="H zzz", tags=("zzz",))))
    (row,) = library.search(query).rows
    assert _hits(row)[: len(hits)] == hits
    assert len(row.snippet or "") < 180
    assert "\n" not in (row.snippet or "")


def test_a_hit_in_the_headline_shows_how_the_text_begins(library: Library) -> None:
    library.new(story("Flood", "# Water\n\nIt *rained*."))
    assert library.search("flood").rows[0].snippet == "Water It rained."


def test_an_overtaken_search_ends_and_the_next_one_works(library: Library) -> None:
    library.new(story("H", "flood"))
    begun, asked = Event(), Event()

    def look(*_: object) -> int:
        begun.set()
        asked.wait(30)
        return 0

    connection = library._at._conn  # the only way to be in the middle of a search for certain
    connection.set_progress_handler(look, 1)

    def overtake() -> None:
        begun.wait(30)
        library.interrupt()
        asked.set()

    thread = Thread(target=overtake)
    thread.start()
    with pytest.raises(Interrupted):
        library.search("flood")
    thread.join()
    connection.set_progress_handler(None, 0)
    assert _found(library, "flood") == ["H"]


def test_a_save_is_not_cut_off_by_an_overtaken_search(library: Library) -> None:
    article = library.new(story())
    connection = library._at._conn

    def overtake() -> int:
        library.interrupt()
        return 0

    connection.set_progress_handler(overtake, 1)
    library.save(article.id, story(text="New."), 1)
    connection.set_progress_handler(None, 0)
    assert library.load(article.id).document.text == "New."


def test_the_first_page_streams_from_the_index(library: Library) -> None:
    steps = plan(library, module.NEWEST, ('"a" *', 9, 50))
    assert not [
        step for step in steps if "TEMP B-TREE" in step or (step.startswith("SCAN") and "VIRTUAL" not in step)
    ]


def _dump(library: Library) -> list[str]:
    with closing(sqlite3.connect(library.path)) as look:
        return list(look.iterdump())
