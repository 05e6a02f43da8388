"""What is pasted into the story, dropped on it, or dropped on the list."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from tests.e2e.newsroom import Newsroom, click

from deskeditor.resources import resource
from deskeditor.ui.dialogs.picture import PictureDialog

PICTURE = resource("samples/pictures/bridge.jpg")


def pasted(newsroom: Newsroom, data: QMimeData) -> None:
    newsroom.body.place_caret(0)
    newsroom.body.insertFromMimeData(data)


def of_files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_piece_of_a_web_page_becomes_markdown_in_one_gesture(newsroom: Newsroom) -> None:
    before = newsroom.draft.document.text
    data = QMimeData()
    data.setHtml("<p>So <b>bold</b>.</p><script>alert(1)</script>")
    pasted(newsroom, data)
    assert "So **bold**." in newsroom.draft.document.text
    assert "alert" not in newsroom.draft.document.text
    newsroom.do("undo")
    assert newsroom.draft.document.text == before


@pytest.mark.parametrize("kind", ["file", "clipboard"])
def test_a_picture_is_asked_about_and_set(newsroom: Newsroom, kind: str) -> None:
    data = of_files(PICTURE)
    if kind == "clipboard":
        data = QMimeData()
        data.setImageData(QImage(str(PICTURE)))
    pasted(newsroom, data)
    asking = QApplication.activeModalWidget()
    assert isinstance(asking, PictureDialog)
    asking.alt.setText(f"A bridge from the {kind}")
    click(asking, "Add Picture")
    newsroom.until(lambda: f"![A bridge from the {kind}](media:" in newsroom.draft.document.text)


def test_wire_copy_dropped_on_the_list_is_opened_and_its_notes_are_said(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    copy = tmp_path / "wire.txt"
    copy.write_text("Mayor resigns\n\nSPRINGFIELD, Ill. — The mayor resigned on Friday.\n", "utf-8")
    newsroom.panes.articles.dropped.emit((copy,))
    newsroom.until(lambda: newsroom.draft.document.fields.headline == "Mayor resigns")
    assert newsroom.said.startswith("1 article came in.")


def test_a_file_that_cannot_be_taken_in_is_refused_with_a_reason(newsroom: Newsroom, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"")
    newsroom.panes.articles.dropped.emit((odd,))
    newsroom.until(lambda: "empty" in newsroom.said)
    newsroom.window.notice.close_line()
