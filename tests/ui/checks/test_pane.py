"""The pane says what it is told, what blocks first, never by colour alone, and asks for the place."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.naming import nameless

from deskeditor.publish.findings import Finding, Level
from deskeditor.session.checking import Looked
from deskeditor.session.checking_protocol import Answer
from deskeditor.ui import look
from deskeditor.ui.checks.pane import ChecksPane
from deskeditor.ui.checks.rows import counted, rows

TK = Finding("a", Level.BLOCK, "placeholder", "“TK” stands in the text.", 8, 10)
LEAD = Finding("a", Level.WARN, "lead-picture", "The lead picture is missing.", field="lead_picture")
FOUND = Looked(Answer((TK, LEAD), (2, 0), 1, 1, whole=True))


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication) -> Iterator[ChecksPane]:
    """A pane on the screen, told of nothing yet."""
    look.apply(qapp, look.Scheme.LIGHT)
    pane = ChecksPane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show()
    yield pane


def spoken(pane: ChecksPane) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [pane.list.item(row).data(role) for row in range(pane.list.count())]


def test_a_finding_is_told_in_words(pane: ChecksPane) -> None:
    pane.show_looked(FOUND)
    assert spoken(pane) == [
        "Blocks: Placeholder, Paragraph 2. “TK” stands in the text.",
        "Ask: Lead picture, Lead picture. The lead picture is missing.",
    ]


@pytest.mark.parametrize(
    ("looked", "said"),
    [
        (None, "No story is open"),
        (Looked(working=True), "Looking at the story…"),
        (Looked(Answer(whole=True)), "Nothing to mend"),
        (Looked(Answer()), "Nothing to mend in the words"),
        (Looked(message="The checks stopped."), "The checks have stopped"),
        (FOUND, ""),
    ],
)
def test_where_there_is_no_list_the_pane_says_why(pane: ChecksPane, looked: Looked | None, said: str) -> None:
    pane.show_looked(looked)
    assert pane.said == said


@pytest.mark.parametrize(
    ("looked", "words"),
    [
        (FOUND, "1 block, 1 ask"),
        (Looked(Answer((LEAD,), (0,), 0, 1)), "1 ask"),
        (Looked(Answer(whole=True)), "Nothing to mend"),
        (Looked(working=True), ""),
        (Looked(message="The checks stopped."), ""),
        (None, ""),
    ],
)
def test_the_numbers_are_told_in_words(looked: Looked | None, words: str) -> None:
    assert counted(looked) == words


def test_a_click_and_enter_ask_for_the_place(pane: ChecksPane) -> None:
    pane.show_looked(FOUND)
    asked: list[Finding] = []
    pane.jump_requested.connect(asked.append)
    middle = pane.list.visualItemRect(pane.list.item(1)).center()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    pane.list.setCurrentRow(0)
    QTest.keyClick(pane.list, Qt.Key.Key_Return)
    assert asked[0] == LEAD and asked[-1] == TK


def test_behind_the_last_finding_comes_the_first(pane: ChecksPane) -> None:
    assert pane.step(1) is None
    pane.show_looked(FOUND)
    assert [pane.step(by) for by in (1, 1, 1, -1)] == [TK, LEAD, TK, LEAD]


def test_the_chosen_finding_stays_chosen_while_others_go(pane: ChecksPane) -> None:
    pane.show_looked(FOUND)
    pane.list.setCurrentRow(1)
    pane.show_looked(Looked(Answer((LEAD,), (0,), 0, 1)))
    assert pane.list.currentRow() == 0


def test_a_hidden_pane_shows_what_came_meanwhile_once_it_is_seen(pane: ChecksPane) -> None:
    pane.hide()
    pane.show_looked(FOUND)
    assert pane.list.count() == 0
    pane.show()
    assert pane.list.count() == 2


def test_rows_are_as_high_as_their_words_at_every_width(pane: ChecksPane) -> None:
    pane.show_looked(Looked(Answer((Finding("a", Level.WARN, "x", "word " * 30),), (0,), 0, 1)))
    heights = []
    for width in (800, 300, 800):
        pane.resize(width, 300)
        pane.list.doItemsLayout()
        heights.append(pane.list.visualItemRect(pane.list.item(0)).height())
    assert heights[0] == heights[2] < heights[1]


def test_every_control_of_the_pane_has_a_name(pane: ChecksPane) -> None:
    assert nameless(pane) == []


def test_a_finding_of_the_page_says_so() -> None:
    page = Finding("a", Level.BLOCK, "page-link", "The page leads nowhere.")
    assert rows(Looked(Answer((page,), (0,), 1, 0)))[0].where == "Page"
