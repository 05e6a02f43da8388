"""Checks and exports in a process of their own: the newest wins, an end can be asked for, nothing hangs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.publish.newsroom import NOW, SOUND, story

from deskeditor.document.model import ArticleId
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish.bundle import Options
from deskeditor.publish.errors import Cancelled
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.proof import Proof, ProofOrder
from deskeditor.publish.verify import verify
from deskeditor.session.export_process import (
    Checked,
    Halted,
    Job,
    Refusal,
    Sheets,
    Written,
    answered,
    found,
    wanted,
)
from deskeditor.session.exporting import Exporting

WAIT = 60_000
ALL = Options(now=NOW)


@pytest.fixture
def newsroom(shelf: Path) -> Path:
    """A library with a draft and two stories that may leave."""
    with Library.open(shelf) as library:
        for headline in ("Rents fall", "Rents rise"):
            library.new(story(replace(SOUND, headline=headline, published="2025-08-19T09:00:00Z")))
    return shelf


@pytest.fixture
def exporting(newsroom: Path) -> Iterator[Exporting]:
    """On that library, and always closed again."""
    exporting = Exporting(newsroom)
    yield exporting
    exporting.close()


@pytest.fixture
def draft(newsroom: Path) -> ProofOrder:
    """A proof of the story that may not leave."""
    with Library.open(newsroom, Mode.READ) as library:
        return ProofOrder(library.find("council-meets"), "", NOW)


def silent(*_: object) -> None:
    """Nobody is told."""


def halting(*_: object) -> None:
    """Somebody said stop."""
    raise Cancelled("Stop.")


def test_what_may_leave_is_checked_and_drafts_are_not(newsroom: Path) -> None:
    answer = answered(Job(ALL), newsroom, silent)
    assert isinstance(answer, Checked) and (answer.articles, answer.found.blocks) == (2, 0)


def test_a_chosen_draft_is_checked(newsroom: Path) -> None:
    answer = answered(Job(Options(articles=("council-meets",))), newsroom, silent)
    assert isinstance(answer, Checked) and answer.found.blocks > 0


def test_only_what_was_saved_since_is_wanted(newsroom: Path) -> None:
    with Library.open(newsroom, Mode.READ) as library:
        past, future = (Options(since=f"{year}-01-01T00:00:00Z") for year in (2000, 2999))
        assert (len(wanted(library, past)), wanted(library, future)) == (2, ())


def test_an_export_that_is_stopped_leaves_nothing(newsroom: Path, tmp_path: Path) -> None:
    assert answered(Job(ALL, tmp_path / "out"), newsroom, halting) == Halted()
    assert not (tmp_path / "out").exists()


def test_a_refusal_is_told_in_its_words(newsroom: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    answer = answered(Job(ALL, tmp_path), newsroom, silent)
    assert isinstance(answer, Refusal) and "Nothing was touched" in answer.message


def test_many_findings_are_counted_and_the_gravest_sent(newsroom: Path) -> None:
    with Library.open(newsroom, Mode.READ) as library:
        id = library.find("rents-fall")
        warn, block = (Finding(id, level, "x", "x") for level in (Level.WARN, Level.BLOCK))
        many = found(library, [warn] * 500 + [block])
    assert (len(many.findings), many.findings[0], many.blocks, many.asks) == (200, block, 1, 500)


def test_an_export_in_its_process_is_whole(exporting: Exporting, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(exporting.exported, timeout=WAIT) as told:
        exporting.export(tmp_path / "out", ALL)
    assert told.args is not None and isinstance(told.args[0], Written)
    assert (told.args[0].report.articles, verify(tmp_path / "out")) == (2, ())


def test_of_two_checks_the_newer_is_told(exporting: Exporting, qtbot: QtBot) -> None:
    told: list[Checked] = []
    exporting.checked.connect(told.append)
    with qtbot.waitSignal(exporting.checked, timeout=WAIT):
        exporting.check(ALL)
        exporting.check(Options(articles=("rents-fall",)))
    assert [answer.articles for answer in told] == [1]


def test_cancelling_is_told_once_and_leaves_nothing(
    exporting: Exporting, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(exporting.cancelled, timeout=WAIT):
        exporting.export(tmp_path / "out", ALL)
        exporting.cancel()
    assert (exporting.running, (tmp_path / "out").exists()) == (False, False)


def test_a_process_that_dies_is_told_of_and_replaced(
    exporting: Exporting, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(exporting.checked, timeout=WAIT):
        exporting.check(ALL)
    exporting.kill()
    with qtbot.waitSignal(exporting.refused, timeout=WAIT):
        exporting.export(tmp_path / "out", ALL)
    with qtbot.waitSignal(exporting.exported, timeout=WAIT):
        exporting.export(tmp_path / "out", ALL)


def test_a_draft_that_may_not_leave_is_drawn_as_a_proof(
    exporting: Exporting, draft: ProofOrder, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(exporting.drawn, timeout=WAIT) as told:
        exporting.draw(draft)
    assert told.args is not None and isinstance(told.args[0], Proof)
    assert ("Council meets" in told.args[0].html, exporting.running) == (True, True)


def test_the_sheets_of_a_proof_are_written(newsroom: Path, tmp_path: Path) -> None:
    answer = answered(Sheets(tmp_path / "proof.pdf", b"%PDF-1.4 new", 3), newsroom, silent)
    assert isinstance(answer, Written) and (answer.report.pages, answer.report.size) == (3, 12)
    assert (tmp_path / "proof.pdf").read_bytes() == b"%PDF-1.4 new"


@pytest.mark.parametrize("place", ["notes.pdf", "{media}/proof.pdf"])
def test_sheets_are_not_written_over_other_things(newsroom: Path, tmp_path: Path, place: str) -> None:
    (tmp_path / "notes.pdf").write_text("my notes")
    out = tmp_path / place.format(media=newsroom.with_suffix(".media"))
    answer = answered(Sheets(out, b"%PDF-1.4 new", 3), newsroom, silent)
    assert isinstance(answer, Refusal) and answer.message.count("\n") == 0
    assert (tmp_path / "notes.pdf").read_text() == "my notes"


def test_a_story_that_is_gone_is_told_of(newsroom: Path) -> None:
    answer = answered(ProofOrder(ArticleId("0" * 12), "", NOW), newsroom, silent)
    assert isinstance(answer, Refusal) and answer.message


def test_a_press_that_gives_up_ends_the_proof(exporting: Exporting, draft: ProofOrder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(exporting.drawn, timeout=WAIT):
        exporting.draw(draft)
    with qtbot.waitSignal(exporting.refused, timeout=WAIT) as told:
        exporting.give_up("No ink.")
    assert (told.args, exporting.running) == ([Refusal("No ink.")], False)


def test_sheets_that_come_after_the_end_are_not_written(
    exporting: Exporting, draft: ProofOrder, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(exporting.cancelled, timeout=WAIT):
        exporting.drawn.connect(lambda _: exporting.cancel())
        exporting.draw(draft)
    exporting.write(Sheets(tmp_path / "proof.pdf", b"%PDF-1.4 new", 3))
    assert (exporting.running, (tmp_path / "proof.pdf").exists()) == (False, False)
