"""The page shows the side, light or dark, that the desk has on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.session.preview_page import PreviewPage as Drawn
from deskeditor.session.preview_protocol import Reply
from deskeditor.ui import look
from deskeditor.ui.preview.browser import Browser
from deskeditor.ui.preview.page import WORLD


@pytest.mark.parametrize(("scheme", "wanted"), [(look.Scheme.LIGHT, "light"), (look.Scheme.DARK, "dark")])
def test_the_page_follows_the_desk(
    scheme: look.Scheme, wanted: str, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    browser = Browser(tmp_path, holder)
    look.apply(qapp, scheme)
    with qtbot.waitSignal(browser.shown, timeout=30_000):
        browser.page.take(
            Reply(serial=1, shell=Drawn(tmp_path, {}, "broadsheet").shell, reset=True, patches=[])
        )
    assert asked(browser, "getComputedStyle(document.documentElement).colorScheme", qtbot) == wanted
    assert asked(browser, "getComputedStyle(document.body).backgroundColor", qtbot) == ground(wanted)
    browser.close()


def ground(side: str) -> str:
    return {"light": "rgb(255, 253, 249)", "dark": "rgb(21, 21, 19)"}[side]


def asked(browser: Browser, question: str, qtbot: QtBot) -> object:
    answers: list[object] = []
    answer: Callable[[object], None] = answers.append
    browser.page.runJavaScript(question, WORLD, answer)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return answers[0]
