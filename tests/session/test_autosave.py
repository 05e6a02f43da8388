"""Every letter is in the journal at once and in the library soon; nothing is lost when either fails."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.document.model import ArticleId
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.library.errors import Unavailable
from deskeditor.library.journal import Journal, recover
from deskeditor.library.records import Article
from deskeditor.library.store import Library
from deskeditor.session.autosave import Autosave, Keeping, Kept
from deskeditor.session.draft import Draft
from deskeditor.session.jobs import Lane
from deskeditor.session.journals import Journals
from deskeditor.session.recovery import rescue


def type_into(draft: Draft, text: str) -> None:
    """Type letter by letter at the end, as a writer does."""
    for letter in text:
        step = ReplaceText(len(draft.document.text), "", letter)
        draft.apply(Transaction((step,), None, Origin.TYPING, 0.0))


@pytest.fixture
def draft(article: Article) -> Draft:
    return Draft(article)


@pytest.fixture
def autosave(draft: Draft, library_lane: Lane[Library], journal_lane: Lane[Journals]) -> Autosave:
    return Autosave(draft, library_lane, journal_lane)


def waits(qtbot: QtBot, lane: Lane[Journals]) -> None:
    """Wait until the journal's thread has done all that was asked of it."""
    done: list[object] = []
    lane.run(lambda _: True, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_saved_is_said_only_of_what_the_library_holds(
    draft: Draft, autosave: Autosave, shelf: Path, qtbot: QtBot
) -> None:
    type_into(draft, "It rained.")
    with qtbot.waitSignal(autosave.saved):
        autosave.save()
    with Library.open(shelf) as library:
        assert library.load(draft.id).document == draft.document


def test_a_pause_saves_by_itself(draft: Draft, autosave: Autosave, qtbot: QtBot) -> None:
    with qtbot.waitSignal(autosave.saved, timeout=10_000):
        type_into(draft, "It rained.")
    assert not autosave.dirty


def test_what_a_dead_program_typed_comes_back(
    draft: Draft,
    autosave: Autosave,
    journal_lane: Lane[Journals],
    shelf: Path,
    journal_folder: Path,
    qtbot: QtBot,
) -> None:
    assert autosave
    type_into(draft, "It rained and rained.")
    waits(qtbot, journal_lane)
    journal_lane.run(lambda journals: journals.close(), print, print)
    waits(qtbot, journal_lane)
    with Library.open(shelf) as library:
        rescue(library, journal_folder)
        assert library.load(draft.id).document == draft.document


def test_typing_on_while_a_save_is_under_way_comes_back_too(
    draft: Draft,
    autosave: Autosave,
    journal_lane: Lane[Journals],
    shelf: Path,
    journal_folder: Path,
    qtbot: QtBot,
) -> None:
    type_into(draft, "One. ")
    with qtbot.waitSignal(autosave.saved):
        autosave.save()
        type_into(draft, "Two.")
    waits(qtbot, journal_lane)
    journal_lane.run(lambda journals: journals.close(), print, print)
    waits(qtbot, journal_lane)
    with Library.open(shelf) as library:
        assert rescue(library, journal_folder)[0].revision is not None
        assert library.load(draft.id).document.text.endswith("One. Two.")


def test_a_whole_save_leaves_no_journal(
    draft: Draft, autosave: Autosave, shelf: Path, journal_folder: Path, qtbot: QtBot
) -> None:
    type_into(draft, "It rained.")
    with qtbot.waitSignal(autosave.released):
        autosave.leave()
    assert list(journal_folder.iterdir()) == []
    with Library.open(shelf) as library:
        assert recover(journal_folder, library.uuid) == ()


def failing_save(*_: object) -> None:
    raise Unavailable("The disk is full. Your text is kept in memory; free some space.")


def test_a_failed_save_is_told_and_tried_again(
    draft: Draft, autosave: Autosave, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Keeping] = []
    autosave.state_changed.connect(told.append)
    with monkeypatch.context() as patch:
        patch.setattr(Library, "save", failing_save)
        type_into(draft, "x")
        autosave.save()
        qtbot.waitUntil(lambda: told[-1].kept is Kept.FAILED)
    with qtbot.waitSignal(autosave.saved):
        autosave.save()
    assert "disk is full" in next(each.message for each in told if each.message)


def test_closing_with_a_full_disk_keeps_the_journal(
    draft: Draft,
    autosave: Autosave,
    shelf: Path,
    journal_folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Library, "save", failing_save)
        type_into(draft, "Kept all the same.")
        with qtbot.waitSignal(autosave.released):
            autosave.close()
    with Library.open(shelf) as library:
        rescue(library, journal_folder)
        assert library.load(draft.id).document == draft.document


def test_where_neither_can_be_written_nothing_closes(
    draft: Draft, autosave: Autosave, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_journal(*_: object) -> None:
        raise Unavailable("The recovery journal could not be written.")

    monkeypatch.setattr(Library, "save", failing_save)
    monkeypatch.setattr(Journals, "append", no_journal)
    type_into(draft, "Nowhere to go.")
    with qtbot.waitSignal(autosave.stuck):
        autosave.close()
    assert autosave.dirty


@pytest.mark.parametrize("harm", [lambda raw: raw[:-3], lambda raw: raw + b"\x00" * 40])
def test_a_torn_journal_gives_back_what_is_whole(
    harm: Callable[[bytes], bytes],
    draft: Draft,
    autosave: Autosave,
    journal_lane: Lane[Journals],
    shelf: Path,
    journal_folder: Path,
    qtbot: QtBot,
) -> None:
    assert autosave
    type_into(draft, "It rained.")
    waits(qtbot, journal_lane)
    journal_lane.run(lambda journals: journals.close(), print, print)
    waits(qtbot, journal_lane)
    for path in journal_folder.iterdir():
        path.write_bytes(harm(path.read_bytes()))
    with Library.open(shelf) as library:
        rescue(library, journal_folder)
        assert library.load(ArticleId(draft.id)).document.text.startswith("The council met.\nIt rained")


def test_a_gap_in_the_journal_ends_it_until_the_next_whole_save(
    draft: Draft,
    autosave: Autosave,
    journal_lane: Lane[Journals],
    shelf: Path,
    journal_folder: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert autosave
    monkeypatch.setattr(Library, "save", failing_save)
    type_into(draft, "One. ")
    waits(qtbot, journal_lane)
    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", failing_save)
        draft.apply(Transaction((ReplaceText(0, "", "Lost. "),)))
        waits(qtbot, journal_lane)
    draft.apply(Transaction((ReplaceText(6, "", "Now "),)))
    waits(qtbot, journal_lane)
    journal_lane.run(lambda journals: journals.close(), print, print)
    waits(qtbot, journal_lane)
    monkeypatch.undo()
    with Library.open(shelf) as library:
        rescue(library, journal_folder)
        assert library.load(draft.id).document.text == "The council met.\nOne. "
