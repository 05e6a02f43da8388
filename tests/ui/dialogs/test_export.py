"""The export dialog asks, waits and tells; it exports nothing itself."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.dialogs.hands import button, opened, press, words
from tests.ui.naming import nameless

from deskeditor.document.model import ArticleId
from deskeditor.publish.findings import Finding, Level
from deskeditor.ui.dialogs.export import ExportDialog
from deskeditor.ui.dialogs.export_values import (
    ExportChoices,
    ExportRequest,
    Form,
    Outcome,
    Progress,
    Scope,
    Story,
    size_in_words,
)
from deskeditor.ui.dialogs.findings_list import told

ONE, TWO = Story(ArticleId("a" * 12), "Rents fall & rise"), Story(ArticleId("b" * 12), "")
CHOICES = ExportChoices(ONE, (), 24, ("broadsheet", "tabloid"), "tabloid", "", Path("/exports"))
BLOCK = Finding(ONE.id, Level.BLOCK, "credit", "The lead picture has no credit.")
WARN = Finding(ONE.id, Level.WARN, "seo", "The headline is long.", 3, 9)


def asked(qtbot: QtBot, choices: ExportChoices = CHOICES) -> ExportDialog:
    """The dialog on the screen."""
    return opened(qtbot, ExportDialog(choices))


def test_the_story_on_the_desk_leaves_as_a_folder_of_its_name(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    with qtbot.waitSignal(dialog.export_requested) as wish:
        press(dialog, "Export")
    out = Path("/exports/rents-fall-and-rise")
    assert wish.args == [ExportRequest((ONE.id,), Form.FOLDER, out, "tabloid", "")]


def test_several_selected_are_what_is_meant(qtbot: QtBot) -> None:
    dialog = asked(qtbot, replace(CHOICES, selected=(ONE, TWO)))
    request = dialog.form.request()
    assert request is not None and request.articles == (ONE.id, TWO.id)


def test_another_form_takes_another_ending(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    dialog.form.forms[Form.ZIP].click()
    dialog.form.scopes[Scope.EVERYTHING].click()
    assert dialog.form.out.text() == str(Path("/exports/site.zip"))


def test_a_place_that_was_chosen_stays(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    dialog.form.take_out("/elsewhere")
    dialog.form.forms[Form.ZIP].click()
    assert dialog.form.out.text() == "/elsewhere"


def test_another_scope_is_checked_anew(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    with qtbot.waitSignal(dialog.check_requested) as wish:
        dialog.form.scopes[Scope.EVERYTHING].click()
    assert wish.args == [None]


def test_what_blocks_keeps_the_button_away(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    dialog.show_findings((WARN, BLOCK), {ONE.id: ONE.headline})
    assert not button(dialog, "Export").isEnabled()


def test_a_warning_keeps_nothing_away_and_leads_to_its_place(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    dialog.show_findings((WARN,), {})
    with qtbot.waitSignal(dialog.jump_requested) as wish:
        dialog.findings.list.itemActivated.emit(dialog.findings.list.item(0))
    assert (wish.args, button(dialog, "Export").isEnabled()) == ([WARN], True)


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ((), "Nothing stands in the way."),
        ((WARN,), "Nothing stands in the way, 1 to look at."),
        ((BLOCK,), "1 thing stops this export."),
        ((BLOCK, BLOCK, WARN), "2 things stop this export, 1 to look at."),
    ],
)
def test_the_findings_are_summed_up(findings: tuple[Finding, ...], line: str) -> None:
    assert told(findings)[1] == line


@pytest.mark.parametrize("base", ["two words", "ftp://example.org", "mailto:a@example.org"])
def test_a_site_needs_a_web_address(qtbot: QtBot, base: str) -> None:
    dialog = asked(qtbot)
    dialog.form.base_url.setText(base)
    assert not button(dialog, "Export").isEnabled()


def test_the_article_in_hand_is_named(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    press(dialog, "Export")
    dialog.show_progress(Progress("Rents fall", 7, 1024))
    assert "7 of 1,024: Rents fall" in words(dialog)


def test_esc_during_an_export_cancels_it_and_stays(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    press(dialog, "Export")
    with qtbot.waitSignal(dialog.cancel_requested):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_a_failure_leads_back_to_the_questions(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    press(dialog, "Export")
    dialog.show_failed("The disk is full.")
    assert "The disk is full." in words(dialog) and button(dialog, "Export").isEnabled()


def test_what_was_made_can_be_opened(qtbot: QtBot) -> None:
    dialog = asked(qtbot)
    press(dialog, "Export")
    dialog.show_outcome(Outcome(Path("/exports/site"), 1, 5, 4_200_000))
    with qtbot.waitSignal(dialog.open_requested) as wish:
        press(dialog, "Open Folder")
    assert (wish.args, "1 article on 5 pages, 4.2 MB" in words(dialog)) == ([Path("/exports/site")], True)


def test_an_empty_library_has_nothing_to_export(qtbot: QtBot) -> None:
    dialog = asked(qtbot, replace(CHOICES, story=None, publishable=0))
    assert not button(dialog, "Export").isEnabled()


@pytest.mark.parametrize(("size", "said"), [(0, "1 kB"), (999_000, "999 kB"), (12_340_000, "12.3 MB")])
def test_a_size_is_said_in_words(size: int, said: str) -> None:
    assert size_in_words(size) == said


def test_every_control_has_a_name(qtbot: QtBot) -> None:
    assert nameless(asked(qtbot)) == []
