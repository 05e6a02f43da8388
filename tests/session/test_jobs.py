"""Lanes do one job after the other and tell the outcome where it was asked for."""

import threading
from collections.abc import Iterator
from functools import partial
from weakref import finalize

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from deskeditor.session.jobs import Lane, Newest


@pytest.fixture
def lane() -> Iterator[Lane[list[int]]]:
    lane: Lane[list[int]] = Lane("test", list, (OSError,))
    yield lane
    lane.close(lambda owned: owned.clear())


def add(number: int, owned: list[int]) -> None:
    owned.append(number)


def ignore(_: object) -> None:
    return


def test_a_result_comes_back_on_the_asking_thread(lane: Lane[list[int]], qtbot: QtBot) -> None:
    came: list[tuple[int, bool]] = []
    here = threading.get_ident()
    lane.run(
        lambda _: threading.get_ident(), lambda t: came.append((t, threading.get_ident() == here)), ignore
    )
    qtbot.waitUntil(lambda: bool(came))
    assert came[0][0] != here
    assert came[0][1]


def test_jobs_are_done_in_the_order_of_asking(lane: Lane[list[int]], qtbot: QtBot) -> None:
    seen: list[list[int]] = []
    for number in range(20):
        lane.run(partial(add, number), ignore, ignore)
    lane.run(list, seen.append, ignore)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [list(range(20))]


def test_an_expected_failure_is_told_and_the_lane_goes_on(lane: Lane[list[int]], qtbot: QtBot) -> None:
    told: list[object] = []

    def fail(_: list[int]) -> None:
        raise OSError("The disk is full.")

    lane.run(fail, ignore, lambda error: told.append(str(error)))
    lane.run(lambda _: "on", told.append, ignore)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["The disk is full.", "on"]


@pytest.mark.parametrize("fails", [False, True])
def test_what_only_a_job_still_holds_ends_on_the_asking_thread(
    lane: Lane[list[int]], qtbot: QtBot, fails: bool
) -> None:
    """Where another thread ends an object of Qt, the two may wait for each other for ever."""
    ended: list[threading.Thread] = []
    told: list[object] = []

    def ask() -> None:
        thing = QObject()
        finalize(thing, lambda: ended.append(threading.current_thread()))

        def work(_: list[int]) -> str:
            if fails:
                raise OSError(thing.objectName())
            return thing.objectName()

        lane.run(work, lambda _: told.append(thing.objectName()), lambda _: told.append(thing.objectName()))

    ask()
    qtbot.waitUntil(lambda: len(told) == 1)
    lane.run(ignore, told.append, ignore)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert ended == [threading.current_thread()]


def test_a_mistake_of_ours_is_raised_where_it_is_seen(lane: Lane[list[int]], qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as raised:
        lane.run(lambda owned: owned[7], ignore, ignore)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is IndexError


def test_only_the_newest_question_is_answered(lane: Lane[list[int]], qtbot: QtBot) -> None:
    answers: list[int] = []
    go = threading.Event()
    newest = Newest(lane, go.set)

    def work(number: int, _: list[int]) -> int:
        go.wait(5)
        return number

    for number in range(10):
        newest.ask(partial(work, number), answers.append, ignore)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [9]
