"""A proof from the window's side: a key, a place, sheets; the writing goes on, and every end is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from shiboken6 import isValid
from tests.e2e.newsroom import Newsroom, click, left_at, stored

from deskeditor.document.model import Document, Fields
from deskeditor.ui.dialogs.export import ExportDialog
from deskeditor.ui.dialogs.export_values import Form, Scope
from deskeditor.ui.preview.press import Press
from deskeditor.ui.proofs import LAY_OUT, MAKE_UP, Proofs

HELD = Fields(headline="Budget leaks", embargo="2999-01-01T06:00:00-06:00")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A draft under embargo, which nobody outside may see."""
    path = tmp_path_factory.mktemp("newsroom") / "news.desk"
    left_at(path, *stored(path, Document("TK the budget leaked.\n", HELD)))
    return path


@pytest.fixture
def asking(newsroom: Newsroom) -> Iterator[QFileDialog]:
    """The question where the proof shall go."""
    dialog = asked(newsroom)
    yield dialog
    if isValid(dialog):
        dialog.reject()
    newsroom.until(lambda: not newsroom.window.underway.isVisible())


def asked(newsroom: Newsroom) -> QFileDialog:
    """The question, once it is on the screen."""
    newsroom.window.notice.close_line()
    newsroom.do("proof")
    newsroom.until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    return dialog


def words(path: Path) -> str:
    """The text of the first sheet."""
    document = QPdfDocument()
    document.load(str(path))
    return document.getAllText(0).text()


def chosen(dialog: QFileDialog, path: Path) -> None:
    """Choose a place and go on."""
    dialog.findChildren(QLineEdit, "fileNameEdit")[0].setText(str(path))
    dialog.accept()


def test_a_key_makes_a_proof_of_the_draft_on_the_desk(
    newsroom: Newsroom, asking: QFileDialog, tmp_path: Path
) -> None:
    chosen(asking, tmp_path / "leak.pdf")
    newsroom.until(lambda: newsroom.said == "The proof is made: 1 page, leak.pdf.")
    assert "EMBARGOED UNTIL January 1, 2999" in words(tmp_path / "leak.pdf")
    assert "the budget leaked." in words(tmp_path / "leak.pdf")


def test_a_proof_is_called_after_its_story(asking: QFileDialog) -> None:
    assert [Path(each).name for each in asking.selectedFiles()] == ["budget-leaks-proof.pdf"]


def test_what_was_typed_a_moment_ago_is_on_the_proof(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.body.place_caret(0)
    newsroom.type(newsroom.body, "Newly ")
    chosen(asked(newsroom), tmp_path / "new.pdf")
    newsroom.until(lambda: "new.pdf" in newsroom.said)
    assert "Newly TK" in words(tmp_path / "new.pdf")


def test_one_writes_on_and_may_cancel(newsroom: Newsroom, asking: QFileDialog, tmp_path: Path) -> None:
    chosen(asking, tmp_path / "leak.pdf")
    assert newsroom.window.underway.text == f"Exporting to leak.pdf: {MAKE_UP}"
    newsroom.window.underway.cancel_requested.emit()
    newsroom.until(lambda: "cancelled" in newsroom.said)
    assert not (tmp_path / "leak.pdf").exists()


def test_each_step_of_a_proof_is_told(newsroom: Newsroom, asking: QFileDialog, tmp_path: Path) -> None:
    told: list[str] = []
    chosen(asking, tmp_path / "leak.pdf")
    (proofs,) = newsroom.window.findChildren(Proofs)
    proofs.stepped.connect(told.append)
    newsroom.until(lambda: newsroom.said.startswith("The proof is made"))
    assert told == [LAY_OUT, "Writing 1 sheet…"]


def test_a_disk_that_takes_no_proof_is_told_of_as_one(
    newsroom: Newsroom, asking: QFileDialog, tmp_path: Path
) -> None:
    (tmp_path / "folder").write_text("A file stands where the folder should be.")
    chosen(asking, tmp_path / "folder" / "leak.pdf")
    newsroom.until(lambda: "leak.pdf:" in newsroom.said)
    assert newsroom.said.startswith("The proof could not be written to leak.pdf: ")


def test_other_peoples_files_stay(newsroom: Newsroom, asking: QFileDialog, tmp_path: Path) -> None:
    (tmp_path / "mine.pdf").write_text("mine")
    asking.setOption(QFileDialog.Option.DontConfirmOverwrite)
    chosen(asking, tmp_path / "mine.pdf")
    newsroom.until(lambda: newsroom.said.startswith("mine.pdf is no PDF."))
    assert (tmp_path / "mine.pdf").read_text() == "mine"


def test_a_press_that_fails_is_told_of(
    newsroom: Newsroom, asking: QFileDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Press, "print", lambda press, *_: press.failed.emit("No ink."))
    chosen(asking, tmp_path / "leak.pdf")
    newsroom.until(lambda: newsroom.said == "No ink.")
    assert not (tmp_path / "leak.pdf").exists()


def test_the_dialog_makes_a_proof_of_what_it_holds_back(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.do("export")
    newsroom.until(lambda: isinstance(QApplication.activeModalWidget(), ExportDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ExportDialog)
    dialog.form.scopes[Scope.STORY].setChecked(True)
    dialog.form.take_form(Form.PROOF)
    dialog.form.take_out(str(tmp_path / "leak.pdf"))
    newsroom.until(lambda: dialog.findings.blocked)
    click(dialog, "Export")
    shown = dialog.findChildren(QPushButton)
    newsroom.until(lambda: any(each.text() == "Open &Proof" and each.isVisible() for each in shown))
    assert "the budget leaked." in words(tmp_path / "leak.pdf")
    click(dialog, "Done")
