"""Circles of objects are looked for on the window's thread, whoever has made them."""

import gc
import threading
from collections.abc import Iterator
from weakref import finalize

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from deskeditor.app.collecting import EVERY_MS, Collecting


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[Collecting]:
    collecting = Collecting(qapp)
    yield collecting
    collecting.end()
    collecting.deleteLater()


def part_of_a_window(ended: list[threading.Thread]) -> None:
    """An object of Qt that nobody but itself holds."""
    part = QObject()
    vars(part)["itself"] = part
    finalize(part, lambda: ended.append(threading.current_thread()))


def make_much() -> None:
    held = [[number] for number in range(100_000)]
    held.clear()


@pytest.mark.usefixtures("collecting")
def test_what_forms_a_circle_ends_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    ended: list[threading.Thread] = []
    part_of_a_window(ended)
    other = threading.Thread(target=make_much)
    other.start()
    other.join()
    assert ended == []
    held = [[number] for number in range(2000)]
    qtbot.waitUntil(lambda: bool(ended), timeout=10 * EVERY_MS)
    assert ended == [threading.current_thread()]
    held.clear()


def test_afterwards_python_looks_again_by_itself(collecting: Collecting) -> None:
    assert not gc.isenabled()
    collecting.end()
    assert gc.isenabled()
