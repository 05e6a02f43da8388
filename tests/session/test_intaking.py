"""Files come in one after the other: what one of them does harms neither the others nor the window."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.document.model import ArticleId
from deskeditor.library.records import ListView, Mode
from deskeditor.library.store import Library
from deskeditor.session.desk import Desk
from deskeditor.session.intaking import Intaken, Intaking, TakenIn, results

WAIT = 60_000
STORY = "# Guard called out\n\nThe governor spoke on Friday.\n"


@pytest.fixture
def intaking(shelf: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Intaking]:
    """On a library, always closed again."""
    desk = Desk(shelf, tmp_path / "journals", Mode.WRITE)
    intaking = Intaking(desk)
    yield intaking
    intaking.close()
    with qtbot.waitSignal(desk.closed):
        desk.close()


def written(folder: Path, name: str, content: str | bytes = STORY) -> Path:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / name


def taken(intaking: Intaking, qtbot: QtBot, *paths: Path) -> Intaken:
    """What came of a batch."""
    with qtbot.waitSignal(intaking.taken, timeout=WAIT) as told:
        intaking.take(paths)
    assert told.args is not None
    intaken = told.args[0]
    assert isinstance(intaken, Intaken)
    return intaken


def headlines(shelf: Path) -> set[str]:
    with Library.open(shelf, Mode.READ) as library:
        return {row.headline for row in library.page(ListView(), None, 100).rows}


def test_a_library_among_the_files_is_named_and_never_opened(
    intaking: Intaking, qtbot: QtBot, shelf: Path, tmp_path: Path
) -> None:
    intaken = taken(intaking, qtbot, shelf, written(tmp_path, "story.md"))
    assert intaken.refused == ("news.desk is a library. Nothing was changed; open it by itself.",)
    assert [each.headline for each in intaken.articles] == ["Guard called out"]


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders")
def test_what_is_no_file_waits_for_nobody_and_stops_no_other(
    intaking: Intaking, qtbot: QtBot, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    odd = [tmp_path / name for name in ("pipe.md", "zero.md", "gone.md", ".")]
    intaken = taken(intaking, qtbot, *odd, written(tmp_path, "story.md"))
    assert [each.split("”")[1].split(".")[0].strip() for each in intaken.refused] == [
        "is a pipe, not a file",
        "is a device, not a file",
        "is not there",
        "is a folder, not a file",
    ]
    assert len(intaken.articles) == 1


def test_a_file_that_breaks_its_reader_stops_no_other(
    intaking: Intaking, qtbot: QtBot, tmp_path: Path
) -> None:
    odd = written(tmp_path, "odd.html", b'<meta charset="undefined"><p>caf\xe9 is a word of this text.</p>')
    intaken = taken(intaking, qtbot, written(tmp_path, "one.md"), odd, written(tmp_path, "two.md"))
    assert (len(intaken.articles) + len(intaken.refused), len(intaken.articles) >= 2) == (3, True)


def test_what_came_in_before_somebody_cancelled_stays_in(
    intaking: Intaking, qtbot: QtBot, shelf: Path, tmp_path: Path
) -> None:
    files = [written(tmp_path, f"{number}.md", f"# Story {number}\n\nIt rained.\n") for number in range(9)]
    intaking.progressed.connect(lambda now: intaking.cancel() if now and now.done == 2 else None)
    intaking._patience.setInterval(0)
    intaken = taken(intaking, qtbot, *files)
    assert 2 <= len(intaken.articles) < 9 and intaken.left == 9 - len(intaken.articles)
    assert {each.headline for each in intaken.articles} <= headlines(shelf)


def test_what_is_dropped_while_others_are_read_comes_in_too(
    intaking: Intaking, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(intaking.taken, timeout=WAIT) as told:
        intaking.take((written(tmp_path, "one.md"),))
        intaking.take((written(tmp_path, "two.md"),))
    assert told.args is not None and len(told.args[0].articles) == 2


def test_nothing_is_left_behind_by_a_batch(intaking: Intaking, qtbot: QtBot, tmp_path: Path) -> None:
    taken(intaking, qtbot, written(tmp_path, "one.md"))
    intaking.close()
    assert intaking._desks == []


def test_a_batch_is_told_in_words() -> None:
    one = TakenIn(ArticleId("a"), "Rain", ())
    assert results(Intaken((one,), ())) == ()
    assert results(Intaken((one,), ("“x” is a pipe.",))) == ("“x” is a pipe. 1 article came in.",)
    assert results(Intaken((), (), 2))[0].startswith("The import was cancelled: 2 files were not read.")
