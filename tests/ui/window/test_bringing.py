"""What is pasted into the story, dropped on it, or dropped on the list."""

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from tests.e2e.newsroom import Newsroom, click
from tests.intake.test_reader import CLIPS

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
    newsroom.until(lambda: "So **bold**." in newsroom.draft.document.text)
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


def test_wire_copy_dropped_on_the_list_is_told_with_its_notes_and_opened_when_asked(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    written = newsroom.draft.id
    copy = tmp_path / "wire.txt"
    copy.write_text("Mayor resigns\n\nSPRINGFIELD, Ill. — The mayor resigned on Friday.\n", "utf-8")
    newsroom.panes.articles.dropped.emit((copy,))
    newsroom.until(lambda: newsroom.said.startswith("1 article came in."))
    assert newsroom.draft.id == written
    newsroom.answer()
    newsroom.until(lambda: newsroom.draft.document.fields.headline == "Mayor resigns")


def test_a_file_that_cannot_be_taken_in_is_refused_with_a_reason(newsroom: Newsroom, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"")
    newsroom.panes.articles.dropped.emit((odd,))
    newsroom.until(lambda: "empty" in newsroom.said)
    newsroom.window.notice.close_line()


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders")
def test_pipes_and_devices_dropped_on_the_window_are_said_and_it_goes_on_saving(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    pasted(newsroom, of_files(tmp_path / "pipe.md", tmp_path / "zero.md"))
    newsroom.type(newsroom.body, "On and on. ")
    newsroom.until(lambda: "is a device, not a file" in newsroom.said)
    newsroom.window.notice.close_line()
    assert "“pipe.md” is a pipe, not a file." in newsroom.said
    newsroom.window.notice.close_line()
    newsroom.until(
        lambda: newsroom.kept.startswith("✓ Saved") and "On and on." in newsroom.draft.document.text
    )


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders")
def test_a_pipe_that_is_called_a_picture_is_waited_for_by_nobody(newsroom: Newsroom, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    pasted(newsroom, of_files(tmp_path / "pipe.jpg"))
    asking = QApplication.activeModalWidget()
    assert isinstance(asking, PictureDialog)
    newsroom.until(lambda: asking.thumb.text() == "Cannot be shown")
    click(asking, "Add Picture")
    newsroom.until(lambda: "“pipe.jpg” is a pipe, not a file." in newsroom.said)
    newsroom.window.notice.close_line()


READ_ALONE = """
import json, sys
from deskeditor.document.text import clean
from deskeditor.intake import paste
print(json.dumps([clean(paste(clip, "")) for clip in json.load(sys.stdin)]))
"""


def shows(newsroom: Newsroom, text: str) -> bool:
    return newsroom.draft.document.text == text


def test_what_is_pasted_here_is_what_the_command_line_reads(newsroom: Newsroom) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ_ALONE],
        input=json.dumps(CLIPS),
        capture_output=True,
        text=True,
        check=True,
    )
    for clip, markdown in zip(CLIPS, json.loads(done.stdout), strict=True):
        before, data = newsroom.draft.document.text, QMimeData()
        data.setHtml(clip)
        pasted(newsroom, data)
        newsroom.until(partial(shows, newsroom, markdown + before))
        newsroom.do("undo")
