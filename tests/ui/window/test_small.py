"""A window of 1000 by 700: nothing is cut, and what has no room is behind something that can be hit."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton
from tests.e2e.newsroom import Newsroom

from deskeditor.ui.editor.details import Sheet
from deskeditor.ui.room import LEAST_BESIDE

LEAST_TARGET = 24


@pytest.fixture(autouse=True)
def small(newsroom: Newsroom) -> None:
    newsroom.window.resize(1000, 700)
    newsroom.until(lambda: newsroom.window.width() == 1000)


def test_tools_without_room_are_behind_a_button_that_can_be_hit(newsroom: Newsroom) -> None:
    (more,) = newsroom.panes.editor.bar.findChildren(QToolButton, "qt_toolbar_ext_button")
    newsroom.until(more.isVisible)
    assert min(more.width(), more.height()) >= LEAST_TARGET
    assert more.visibleRegion().boundingRect() == more.rect()


def test_the_one_tool_that_stands_out_is_read_whole(newsroom: Newsroom) -> None:
    (button,) = (each for each in newsroom.panes.preview.findChildren(QPushButton) if "Export" in each.text())
    newsroom.panes.writing.setSizes([1000, 1])
    newsroom.until(lambda: newsroom.panes.preview.width() == LEAST_BESIDE)
    assert button.width() >= button.sizeHint().width()
    assert button.visibleRegion().boundingRect() == button.rect()


@pytest.mark.parametrize("height", [620, 660, 700, 740])
def test_no_line_of_the_details_is_cut_at_its_foot(newsroom: Newsroom, height: int) -> None:
    newsroom.window.resize(1000, height)
    newsroom.panes.editor.fields.go_to("slug")
    (sheet,) = newsroom.panes.editor.fields.findChildren(Sheet)
    lines = [each for each in sheet.findChildren(QLineEdit) if not each.visibleRegion().isEmpty()]
    assert len(lines) >= 3
    assert all(each.visibleRegion().boundingRect() == each.rect() for each in lines)
