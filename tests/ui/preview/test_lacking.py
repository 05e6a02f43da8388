"""A browser that cannot be loaded: a sentence in its place, and the rest of the desk goes on."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from deskeditor.ui.preview.pane import PreviewPane


def test_a_browser_that_lacks_a_library_is_told_of_in_its_place(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "deskeditor.ui.preview.browser", None)
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.attach(tmp_path)
    pane.take({"serial": 1})
    assert pane.lacking.startswith("The page cannot be shown, since its browser lacks a part of this system")
