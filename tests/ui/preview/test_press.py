"""A proof off the press: every word and picture, on sheets of the right size, out of a shut-in browser."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import PySide6.QtWebEngineWidgets  # noqa: F401  # Qt: has to be imported before there is an application
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.publish.newsroom import SOUND, story
from tests.publish.pictures import photograph

from deskeditor.document.model import Fields, Picture, Status
from deskeditor.library.store import Library
from deskeditor.publish.proof import A4, LETTER, MARK, Paper, Proof, ProofOrder, drawn
from deskeditor.session.export_process import Sheets
from deskeditor.ui.preview.locked import LockedPage
from deskeditor.ui.preview.press import Press

WAIT = 60_000
HELD = replace(SOUND, status=Status.DRAFT, embargo="2999-01-01T06:00:00-06:00", slug="bridge")
TEXT = "".join(
    f"Paragraph {n} says that well-kept bridges cost “less” – $1,{n}00 a year.\n\n" for n in range(40)
)
ARABIC = "كل يوم سبت عند العاشرة يسمع في شارع غرافوا بوق قصير.\n"


@pytest.fixture
def press(qapp: QApplication, tmp_path: Path) -> Iterator[Press]:
    """On a library's pictures, and closed behind the test."""
    press = Press(tmp_path / "News.media", qapp)
    yield press
    press.close()
    press.deleteLater()


def proof(folder: Path, fields: Fields = HELD, text: str = TEXT, paper: Paper = A4) -> Proof:
    """A proof of a story with a red lead picture."""
    with Library.create(folder / "News.desk") as library:
        lead = Picture(library.media.add(photograph(900, 600)), "A bridge")
        id = library.new(story(replace(fields, lead_picture=lead), text)).id
        return drawn(library, ProofOrder(id, "", "2026-11-25T08:00:00-06:00", paper))


def printed(qtbot: QtBot, press: Press, proof: Proof) -> Sheets:
    """What comes off the press."""
    with qtbot.waitSignal(press.printed, timeout=WAIT) as told:
        press.print(proof, Path("proof.pdf"))
    assert told.args is not None and isinstance(told.args[0], Sheets)
    return told.args[0]


def opened(sheets: Sheets) -> QPdfDocument:
    """The PDF as a reader of PDFs has it."""
    buffer = QBuffer()
    buffer.setData(sheets.content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    buffer.setParent(document)
    return document


def words(document: QPdfDocument) -> list[str]:
    """The words of each sheet, lines joined."""
    pages = range(document.pageCount())
    return [re.sub(r"\s+", " ", document.getAllText(page).text().replace("\x02", "")) for page in pages]


def test_every_word_of_the_story_is_on_the_sheets(qtbot: QtBot, press: Press, tmp_path: Path) -> None:
    sheets = printed(qtbot, press, proof(tmp_path))
    text = " ".join(words(opened(sheets)))
    assert HELD.headline in text and HELD.standfirst in text
    assert [each for each in TEXT.split("\n\n") if each and each not in text] == []


def test_every_sheet_of_a_held_draft_bears_its_mark(qtbot: QtBot, press: Press, tmp_path: Path) -> None:
    sheets = words(opened(printed(qtbot, press, proof(tmp_path))))
    held = "Status: draft EMBARGOED UNTIL January 1, 2999, 6:00 a.m. UTC−6"
    foot = "bridge · revision 1 · "
    assert len(sheets) > 2
    assert all(MARK in each and held in each and foot in each and HELD.headline in each for each in sheets)
    assert all(f"Page {n} of {len(sheets)}" in each for n, each in enumerate(sheets, 1))


@pytest.mark.parametrize(("paper", "points"), [(A4, (595, 842)), (LETTER, (612, 792))])
def test_the_sheets_are_of_the_paper(
    qtbot: QtBot, press: Press, tmp_path: Path, paper: Paper, points: tuple[int, int]
) -> None:
    sheets = printed(qtbot, press, proof(tmp_path, paper=paper))
    document = opened(sheets)
    size = document.pagePointSize(0)
    assert (round(size.width()), round(size.height())) == points
    assert sheets.pages == document.pageCount()


def test_the_pictures_are_on_the_sheets_and_the_margin_is_free(
    qtbot: QtBot, press: Press, tmp_path: Path
) -> None:
    image = opened(printed(qtbot, press, proof(tmp_path, text="Short.\n"))).render(0, QSize(420, 594))
    text, margin = (
        [image.pixelColor(x, y) for x in range(*across) for y in range(60, 530, 2)]
        for across in ((0, 290), (300, 420))
    )
    assert any(each.red() > 150 and each.green() < 80 for each in text)
    assert all(each.alpha() == 0 or each.lightness() == 255 for each in margin)


def test_right_to_left_text_is_on_the_sheets(qtbot: QtBot, press: Press, tmp_path: Path) -> None:
    fields = replace(HELD, headline="مكتبة", language="ar")
    text = " ".join(words(opened(printed(qtbot, press, proof(tmp_path, fields, ARABIC)))))
    assert [
        each for each in ("كل يوم سبت", "يسمع في شارع", "بوق قصير", "مكتبة", MARK) if each not in text
    ] == []


def test_a_proof_runs_no_script_and_reaches_nothing(qtbot: QtBot, press: Press, tmp_path: Path) -> None:
    page = proof(tmp_path, text="Short.\n")
    hostile = (
        "<script>document.title = 'ran'; document.body.textContent = 'ran'</script>"
        '<img src="https://example.org/x.png"><iframe src="file:///etc/passwd"></iframe></body>'
    )
    text = words(opened(printed(qtbot, press, replace(page, html=page.html.replace("</body>", hostile)))))
    assert "Short." in text[0] and "root:" not in text[0] and "ran" not in text[0].split()


def test_of_two_proofs_the_newer_is_printed(qtbot: QtBot, press: Press, tmp_path: Path) -> None:
    heard: list[Sheets] = []
    press.printed.connect(heard.append)
    page = proof(tmp_path)
    press.print(page, Path("first.pdf"))
    printed(qtbot, press, page)
    assert [each.out.name for each in heard] == ["proof.pdf"]


def test_a_press_that_was_stopped_says_nothing_and_prints_again(
    qtbot: QtBot, press: Press, tmp_path: Path
) -> None:
    heard: list[Sheets] = []
    press.printed.connect(heard.append)
    page = proof(tmp_path)
    press.print(page, Path("first.pdf"))
    press.stop()
    assert (printed(qtbot, press, page).out.name, len(heard)) == ("proof.pdf", 1)


def test_a_browser_that_dies_is_told_of_and_replaced(qtbot: QtBot, press: Press, tmp_path: Path) -> None:
    page = proof(tmp_path)
    press.print(page, Path("proof.pdf"))
    died = QWebEnginePage.RenderProcessTerminationStatus.CrashedTerminationStatus
    with qtbot.waitSignal(press.failed, timeout=WAIT) as told:
        press.findChildren(LockedPage)[0].renderProcessTerminated.emit(died, 1)
    assert told.args is not None and "Nothing was written" in told.args[0]
    assert printed(qtbot, press, page).pages > 2
