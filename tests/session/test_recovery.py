"""What a dead program left comes back, and what fits nowhere is kept where somebody finds it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from deskeditor.document.model import Document, Fields
from deskeditor.document.steps import ReplaceText, SetField
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.library.errors import Unavailable
from deskeditor.library.journal import Journal, Keep
from deskeditor.library.records import Article, ListView
from deskeditor.library.store import Library
from deskeditor.session.recovery import StepJson, rescue, typed


@pytest.fixture
def library(shelf: Path) -> Iterator[Library]:
    with Library.open(shelf) as library:
        yield library


def step(at: int, new: str, old: str = "") -> dict[str, object]:
    return Transaction((ReplaceText(at, old, new),), None, Origin.TYPING, 0.0).to_json()


def left(library: Library, article: Article, folder: Path, base: int = 1) -> Path:
    """The journal of a program that died after four words."""
    journal = Journal(folder, library.uuid, article.id, base, article.sha256)
    at = len(article.document.text)
    for word in ("One ", "two ", "three ", "four "):
        journal.append(step(at, word))
        at += len(word)
    journal.close(Keep.STEPS)
    return journal.path


def broken(path: Path, words: bytes) -> None:
    raw = path.read_bytes()
    path.write_bytes(raw.replace(words, words.swapcase()))


def loose(library: Library) -> list[Document]:
    rows = library.page(ListView()).rows
    return [library.load(row.id).document for row in rows if row.headline.startswith("Recovered text")]


def test_what_stands_before_the_damage_is_in_the_story_and_the_rest_in_a_draft(
    library: Library, article: Article, journal_folder: Path
) -> None:
    path = left(library, article, journal_folder)
    broken(path, b"two ")
    (rescued,) = rescue(library, journal_folder)
    assert library.load(article.id).document.text.endswith("met.\nOne ")
    assert [each.text for each in loose(library)] == ["three four \n"]
    assert Path(rescued.kept).exists() and rescued.kept in rescued.message and not path.exists()


def test_it_is_told_once(library: Library, article: Article, journal_folder: Path) -> None:
    broken(left(library, article, journal_folder), b"two ")
    rescue(library, journal_folder)
    assert rescue(library, journal_folder) == () and len(loose(library)) == 1


def test_a_whole_journal_goes_without_a_word(
    library: Library, article: Article, journal_folder: Path
) -> None:
    left(library, article, journal_folder)
    (rescued,) = rescue(library, journal_folder)
    assert (rescued.message, rescued.kept, list(journal_folder.glob("*.unfit"))) == ("", "", [])
    assert library.load(article.id).document.text.endswith("One two three four ")


@pytest.mark.parametrize("base", [7, 10**29])
def test_steps_on_a_revision_that_is_not_there_are_kept_as_text(
    library: Library, article: Article, journal_folder: Path, base: int
) -> None:
    left(library, article, journal_folder, base)
    (rescued,) = rescue(library, journal_folder)
    assert [each.text for each in loose(library)] == ["One two three four \n"]
    assert library.load(article.id).document == article.document and rescued.message


def test_what_is_no_journal_stops_neither_the_start_nor_the_others(
    library: Library, article: Article, journal_folder: Path
) -> None:
    left(library, article, journal_folder)
    os.mkfifo(journal_folder / f"{library.uuid}.{article.id}.1.aa.journal")
    (journal_folder / f"{library.uuid}.{article.id}.1.bb.journal").mkdir()
    assert sum(bool(each.message) for each in rescue(library, journal_folder)) == 2
    assert library.load(article.id).document.text.endswith("four ")
    assert len(list(journal_folder.glob("*.unfit"))) == 2


def test_a_journal_that_cannot_be_saved_now_stays_for_the_next_start(
    library: Library, article: Article, journal_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = left(library, article, journal_folder)

    def full(*_: object) -> None:
        raise Unavailable("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr(Library, "save", full)
        (rescued,) = rescue(library, journal_folder)
    assert path.exists() and "disk is full" in rescued.message
    assert rescue(library, journal_folder)[0].revision == 2


def test_a_journal_whose_article_is_unknown_is_kept_as_text(library: Library, journal_folder: Path) -> None:
    with Library.create(journal_folder.parent / "other.desk") as other:
        stranger = other.new(Document("Else.\n"))
    left(library, stranger, journal_folder)
    rescue(library, journal_folder)
    assert [each.text for each in loose(library)] == ["One two three four \n"]


def test_what_was_typed_is_put_together_where_it_was_typed() -> None:
    steps: list[StepJson] = [
        step(0, "He"),
        step(2, "llo"),
        step(4, "", "o"),
        step(4, "p"),
        step(90, "There"),
        {"saved": 3},
    ]
    field = Transaction((SetField("headline", "", "News"),), None, Origin.TYPING, 0.0).to_json()
    assert typed([*steps, field]) == "Hellp\n\nThere\n\nheadline: News\n"


def test_a_story_that_the_disk_damaged_too_gets_what_was_typed(
    library: Library, article: Article, journal_folder: Path
) -> None:
    library.save(article.id, Document("Newer.\n", Fields(headline="Council meets")), 1)
    left(library, article, journal_folder)
    library._at._conn.executescript(
        "drop trigger revision_stays; update revisions set text = 'X' where number = 2"
    )
    rescue(library, journal_folder)
    assert library.load(article.id).document.text.endswith("One two three four ")
