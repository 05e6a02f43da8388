"""Corrections beside the story: added, worded, taken away, and undone like any field."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from deskeditor.document.model import ArticleId, Correction, Document, Fields
from deskeditor.library.records import Article
from deskeditor.publish.times import parse_time
from deskeditor.session.draft import Draft
from deskeditor.ui.editor.corrections import CorrectionsField

VOTE = Correction("2025-09-08T09:00:00-05:00", "The vote was 7 to 5.")
RIVER = Correction("2025-09-09T09:00:00-05:00", "The river is the Meramec.")


@pytest.fixture
def draft() -> Draft:
    document = Document("", Fields(corrections=(VOTE, RIVER)))
    return Draft(Article(ArticleId("a" * 12), 1, document, 0, 0.0, "", None, 0, "s", ""))


@pytest.fixture
def field(qtbot: QtBot, draft: Draft) -> CorrectionsField:
    field = CorrectionsField()
    qtbot.addWidget(field)
    field.link.attach(draft)
    draft.changed.connect(lambda change: field.link.follow(change.after.document.fields))
    field.show()
    return field


def part(field: CorrectionsField, name: str) -> QWidget:
    """What a screen reader calls by that name."""
    parts = field.findChildren(QWidget)
    (found,) = (each for each in parts if each.isVisible() and name in (each.accessibleName(), _words(each)))
    return found


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def press(field: CorrectionsField, name: str) -> None:
    """Press a button by its name."""
    button = part(field, name)
    assert isinstance(button, QAbstractButton)
    button.click()


def test_a_correction_is_added_with_the_time_of_now(field: CorrectionsField, draft: Draft) -> None:
    press(field, "Add Correction")
    QTest.keyClicks(part(field, "Correction 3"), "It was May.")
    *before, added = draft.document.fields.corrections
    assert (before, added.note) == ([VOTE, RIVER], "It was May.")
    assert parse_time(added.at)


def test_one_that_is_removed_leaves_the_others(field: CorrectionsField, draft: Draft) -> None:
    press(field, "Remove correction 1")
    assert draft.document.fields.corrections == (RIVER,)
    QTest.keyClicks(part(field, "Correction 1"), "Sorry: ")
    assert draft.document.fields.corrections == (Correction(RIVER.at, f"Sorry: {RIVER.note}"),)


def test_what_was_done_to_corrections_is_undone(field: CorrectionsField, draft: Draft) -> None:
    press(field, "Remove correction 1")
    draft.undo()
    assert draft.document.fields.corrections == (VOTE, RIVER)
    assert part(field, "Correction 2").property("text") == RIVER.note


def test_a_time_that_is_none_is_kept_as_typed_and_marked(field: CorrectionsField, draft: Draft) -> None:
    line = part(field, "Time of correction 2")
    QTest.keyClicks(line, "?")
    assert draft.document.fields.corrections[1].at.startswith("?")
    assert line.property("wrong") and "is not a time" in line.toolTip()


def test_the_keyboard_comes_to_what_is_lacking(field: CorrectionsField) -> None:
    assert field.focusProxy() is part(field, "Correction 1")
    QTest.keyClicks(part(field, "Time of correction 2"), "?")
    assert field.focusProxy() is part(field, "Time of correction 2")


def test_corrections_of_others_are_only_read(field: CorrectionsField, draft: Draft) -> None:
    field.make_read_only()
    field.link.attach(draft)
    assert not part(field, "Add Correction").isEnabled()
    assert not part(field, "Remove correction 1").isEnabled()
    assert part(field, "Correction 2").property("readOnly")
