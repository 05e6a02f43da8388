"""One article on the desk at a time, and none of them leaves it with unsaved text."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.publish.newsroom import cache_of

from deskeditor.document.model import ArticleId, Document, Fields, Status
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.library.errors import DamagedText, Unavailable
from deskeditor.library.kept import Kept
from deskeditor.library.records import Mode
from deskeditor.library.save_record import SaveRecord
from deskeditor.library.store import Library
from deskeditor.session.desk import Desk
from deskeditor.session.draft import Draft


@pytest.fixture
def desk(shelf: Path, journal_folder: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(shelf, journal_folder, Mode.WRITE)
    with qtbot.waitSignal(desk.ready):
        desk.start()
    yield desk
    if not desk.is_closed:
        with qtbot.waitSignal(desk.closed):
            desk.close()


def first_id(shelf: Path) -> ArticleId:
    with Library.open(shelf, Mode.READ) as library:
        return library.find("council-meets")


def opened(desk: Desk, article: ArticleId, qtbot: QtBot) -> Draft:
    with qtbot.waitSignal(desk.opened):
        desk.open(article)
    assert desk.draft is not None
    return desk.draft


def add(draft: Draft, text: str) -> None:
    step = ReplaceText(len(draft.document.text), "", text)
    draft.apply(Transaction((step,), None, Origin.TYPING, 0.0))


def test_a_new_article_is_in_the_library_before_a_letter_is_typed(
    desk: Desk, shelf: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.opened):
        desk.new(Document())
    assert desk.draft is not None
    with Library.open(shelf, Mode.READ) as library:
        assert library.load(desk.draft.id).document == Document()


def test_of_several_asked_for_quickly_only_the_last_comes(desk: Desk, shelf: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.opened):
        desk.new(Document("Second.\n"))
    second = desk.draft.id if desk.draft else ArticleId("")
    came: list[Draft] = []
    desk.opened.connect(came.append)
    for wish in (first_id(shelf), second, first_id(shelf)):
        desk.open(wish)
    done: list[None] = []
    desk.job(lambda _: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert [draft.id for draft in came] == [first_id(shelf)]


def test_who_goes_on_writing_keeps_the_article_that_is_written(desk: Desk, shelf: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.opened):
        desk.new(Document("Second.\n"))
    assert desk.draft is not None
    written, came = desk.draft, first_id(shelf)
    with qtbot.waitSignal(desk.overtaken) as told:
        desk.open(came)
        add(written, "I go on.")
    assert (desk.draft, told.args[0].id) == (written, came)


def test_an_article_that_comes_after_another_wish_stays_away(desk: Desk, shelf: Path, qtbot: QtBot) -> None:
    written = opened(desk, first_id(shelf), qtbot)
    with qtbot.waitSignal(desk.opened):
        desk.new(Document("Second.\n"))
    second = desk.draft
    desk.open(written.id)
    assert second is not None
    desk.open(second.id)
    done: list[None] = []
    desk.job(lambda _: None, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert desk.draft is second


def test_an_older_version_does_not_come_over_what_was_typed_meanwhile(
    desk: Desk, shelf: Path, qtbot: QtBot
) -> None:
    draft = opened(desk, first_id(shelf), qtbot)
    with qtbot.waitSignal(desk.failed) as told:
        desk.restore(1)
        add(draft, "More.")
    assert draft.document.text.endswith("More.")
    assert "was not brought back" in str(told.args)


def test_leaving_an_article_saves_it(desk: Desk, shelf: Path, qtbot: QtBot) -> None:
    draft = opened(desk, first_id(shelf), qtbot)
    add(draft, "It rained.")
    with qtbot.waitSignal(desk.changed):
        desk.new(Document())
    qtbot.waitUntil(lambda: first_text(shelf).endswith("It rained."))


def first_text(shelf: Path) -> str:
    with Library.open(shelf, Mode.READ) as library:
        return library.load(library.find("council-meets")).document.text


def test_an_article_that_could_not_be_saved_comes_back_with_its_history(
    desk: Desk, shelf: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Unavailable("The disk is full. Your text is kept in memory; free some space.")

    draft = opened(desk, first_id(shelf), qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(Library, "save", full)
        add(draft, "Unsaved.")
        with qtbot.waitSignal(desk.opened):
            desk.new(Document())
        assert opened(desk, first_id(shelf), qtbot) is draft
    assert draft.document.text.endswith("Unsaved.")


def test_closing_saves_everything(desk: Desk, shelf: Path, qtbot: QtBot) -> None:
    add(opened(desk, first_id(shelf), qtbot), "The end.")
    with qtbot.waitSignal(desk.closed):
        desk.close()
    assert first_text(shelf).endswith("The end.")


def test_a_restored_version_is_one_gesture(desk: Desk, shelf: Path, qtbot: QtBot) -> None:
    draft = opened(desk, first_id(shelf), qtbot)
    before = draft.document
    add(draft, "More.")
    longer = draft.document
    with qtbot.waitSignal(draft.changed):
        desk.restore(1)
    assert draft.document == before
    draft.undo()
    assert draft.document == longer


def test_the_place_is_remembered(desk: Desk, shelf: Path, qtbot: QtBot) -> None:
    draft = opened(desk, first_id(shelf), qtbot)
    draft.scroll = 120.0
    with qtbot.waitSignal(desk.opened):
        desk.new(Document())
    with qtbot.waitSignal(desk.closed):
        desk.close()
    with Library.open(shelf, Mode.READ) as library:
        assert library.load(first_id(shelf)).scroll == 120.0


def test_a_change_made_elsewhere_keeps_both_texts(desk: Desk, shelf: Path, qtbot: QtBot) -> None:
    draft = opened(desk, first_id(shelf), qtbot)
    with Library.open(shelf) as other:
        other.save(draft.id, Document("Theirs.\n", Fields(headline="Council meets")), draft.revision)
    add(draft, "Ours.")
    with qtbot.waitSignal(desk.failed) as told:
        desk.save()
    assert "Both texts are kept" in str(told.args)
    with Library.open(shelf, Mode.READ) as library:
        texts = {library.revision(draft.id, each.number).text for each in library.revisions(draft.id)}
    assert {"Theirs.\n", draft.document.text} <= texts


def test_a_library_that_is_none_is_said_in_a_sentence(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "broken.desk"
    path.write_bytes(b"This is no library at all." * 100)
    desk = Desk(path, tmp_path / "journals", Mode.WRITE)
    with qtbot.waitSignal(desk.unready) as told:
        desk.start()
    assert "broken.desk" in str(told.args)
    with qtbot.waitSignal(desk.closed):
        desk.close()
    assert path.read_bytes().startswith(b"This is no library")


def test_a_public_story_is_rendered_for_the_next_export_when_it_is_saved(
    desk: Desk, shelf: Path, qtbot: QtBot
) -> None:
    with Library.open(shelf) as library:
        article = library.new(Document("A.\n", Fields(headline="Out", status=Status.PUBLISHED)))
    draft = opened(desk, article.id, qtbot)
    add(draft, "More.\n")
    desk.save()
    qtbot.waitUntil(lambda: _kept_bodies(shelf) == 1)


def _kept_bodies(shelf: Path) -> int:
    with Kept.within(cache_of(shelf)) as kept:
        return len(kept.all("bodies"))


def damage(shelf: Path, article: ArticleId) -> None:
    """The disk changes the newest text of the article."""
    with Library.open(shelf) as library:
        library._at._conn.executescript(
            f"""drop trigger revision_stays; update revisions set text = 'X' where key =
            (select head from articles where id = '{article}')"""
        )


def test_a_damaged_article_is_not_on_the_desk_and_comes_back_by_its_older_version(
    desk: Desk, shelf: Path, qtbot: QtBot
) -> None:
    article = first_id(shelf)
    with Library.open(shelf) as library:
        library.save(article, Document("Newer.\n"), 1)
    damage(shelf, article)
    with qtbot.waitSignal(desk.damaged) as told, qtbot.waitSignal(desk.opened) as opened_with:
        desk.open(article)
    (error,) = told.args or []
    assert isinstance(error, DamagedText) and error.older == 1
    assert opened_with.args == [None] and desk.draft is None
    with qtbot.waitSignal(desk.opened):
        desk.revert(article)
    assert desk.draft is not None and desk.draft.document.text == "The council met.\n"


def test_after_closing_all_is_in_the_one_file(desk: Desk, shelf: Path, qtbot: QtBot, tmp_path: Path) -> None:
    add(opened(desk, first_id(shelf), qtbot), "The end.")
    with Library.open(shelf, Mode.READ) as another:
        assert another.load(first_id(shelf))
        with qtbot.waitSignal(desk.closed):
            desk.close()
        copy = Path(shutil.copy(shelf, tmp_path / "copy.desk"))
        assert first_text(copy).endswith("The end.")


def test_a_rest_brings_the_log_into_the_file(desk: Desk, shelf: Path, qtbot: QtBot) -> None:
    desk._rest.setInterval(0)
    add(opened(desk, first_id(shelf), qtbot), "The end.")
    desk.save()
    log = shelf.with_name("news.desk-wal")
    qtbot.waitUntil(lambda: first_text(shelf).endswith("The end.") and log.stat().st_size == 0)


def test_a_log_that_is_missing_is_told_when_the_library_is_opened(
    shelf: Path, journal_folder: Path, qtbot: QtBot
) -> None:
    with Library.open(shelf) as library:
        library.save(first_id(shelf), Document("Newer.\n"), 1)
        record = SaveRecord(shelf, library.uuid)
    with closing(record):
        record.write(99)
    desk = Desk(shelf, journal_folder, Mode.WRITE)
    with qtbot.waitSignal(desk.noted) as told:
        desk.start()
    assert "news.desk-wal" in str(told.args)
    with qtbot.waitSignal(desk.closed):
        desk.close()
