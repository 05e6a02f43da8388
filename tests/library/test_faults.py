"""When disk, clock or another program fail us, what was acknowledged stays and the next save works."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Thread

import pytest
from tests.library.builders import story

from deskeditor.library import connection, writing
from deskeditor.library.errors import Damaged, Missing, Unavailable
from deskeditor.library.records import ListView, Mode
from deskeditor.library.store import Library

_LARGE = "word " * 200_000


@contextmanager
def _full(library: Library) -> Iterator[None]:
    conn = library._at._conn
    size = conn.execute("pragma page_count").fetchone()[0]
    conn.execute(f"pragma max_page_count = {size + 5}")
    yield
    conn.execute("pragma max_page_count = 1073741823")


def test_a_full_disk_is_told_and_the_next_save_works(library: Library) -> None:
    article = library.new(story())
    with _full(library), pytest.raises(Unavailable, match=r"disk is full\..* is safe; free some space"):
        library.save(article.id, story(text=_LARGE), 1)
    assert library.load(article.id).document == story()
    library.save(article.id, story(text="Small."), 1)
    assert (library.load(article.id).document.text, library.doctor()) == ("Small.", ())


def test_half_a_save_is_no_save(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    article = library.new(story())

    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(writing, "_put_tags", fails)
        library.save(article.id, story(text="Half."), 1)
    assert [revision.number for revision in library.revisions(article.id)] == [1]
    assert library.save(article.id, story(text="Whole."), 1).revision == 2


def test_what_does_not_read_back_is_not_called_saved(library: Library) -> None:
    article = library.new(story())
    library._at._conn.executescript(
        """drop trigger revision_stays;
        create trigger rot after insert on revisions begin
            update revisions set text = 'rot' where key = new.key;
        end"""
    )
    with pytest.raises(Damaged, match="does not read back"):
        library.save(article.id, story(text="New."), 1)


def test_a_revision_never_changes(library: Library) -> None:
    library.new(story())
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        library._at._conn.execute("update revisions set text = 'x'")


def test_another_writer_is_waited_for_and_then_told_of(library: Library) -> None:
    library._at._conn.execute("pragma busy_timeout = 1")
    with closing(sqlite3.connect(library.path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(Unavailable, match="another program"):
            library.new(story())
        other.execute("rollback")
    assert library.new(story()).revision == 1


def test_a_reader_sees_whole_saves_only_while_they_are_written(library: Library) -> None:
    article = library.new(story(text="0 " * 50))
    seen: list[str] = []

    def read() -> None:
        with Library.open(library.path, Mode.READ) as reader:
            while not seen or seen[-1] != "40 " * 50:
                seen.append(reader.load(article.id).document.text)
                reader.page(ListView())
                reader.search("4")

    thread = Thread(target=read)
    thread.start()
    for number in range(1, 41):
        library.save(article.id, story(text=f"{number} " * 50), number)
    thread.join(60)
    assert all(len(set(text.split())) == 1 for text in seen)


def test_two_writers_lose_nothing(library: Library) -> None:
    article = library.new(story())

    def write() -> None:
        with Library.open(library.path) as other:
            for number in range(20):
                other.save(article.id, story(text=f"Theirs {number}."), 1)

    thread = Thread(target=write)
    thread.start()
    for number in range(20):
        library.save(article.id, story(text=f"Ours {number}."), 1)
    thread.join(60)
    texts = {library.revision(article.id, revision.number).text for revision in library.revisions(article.id)}
    assert {f"{who} {number}." for who in ("Ours", "Theirs") for number in range(20)} <= texts


def test_a_name_for_no_revision_is_missing(library: Library) -> None:
    article = library.new(story())
    with pytest.raises(Missing):
        library.name_revision(article.id, 9, "x")


def test_every_fault_of_the_disk_has_a_sentence() -> None:
    for _, message in connection.TOLD.values():
        assert message.endswith(".") and "\n" not in message


def test_the_clock_may_go_back(library: Library) -> None:
    library.close()
    times = ["2026-05-01T00:00:00Z", "2026-01-01T00:00:00Z"]
    with Library.open(library.path, now=iter(times).__next__) as again:
        for headline in times:
            again.new(story(headline))
    with Library.open(library.path) as again:
        assert [row.headline[:7] for row in again.page(ListView()).rows] == ["2026-01", "2026-05"]
