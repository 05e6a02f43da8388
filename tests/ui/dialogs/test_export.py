"""The export dialog asks, waits and tells; it exports nothing itself."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.dialogs.hands import button, opened, press, words
from tests.ui.naming import nameless

from deskeditor.document.model import ArticleId
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.theme_shelf import ThemeCard
from deskeditor.ui.dialogs.export import ExportDialog
from deskeditor.ui.dialogs.export_outcome import Outcome
from deskeditor.ui.dialogs.export_values import ExportChoices, ExportRequest, Form, Progress, Scope, Story
from deskeditor.ui.dialogs.findings_list import told
from deskeditor.ui.dialogs.site_values import NO_ADDRESS

ONE, TWO = Story(ArticleId("a" * 12), "Rents fall & rise"), Story(ArticleId("b" * 12), "")
THEMES = (ThemeCard("broadsheet", "Broadsheet", "A newspaper page."), ThemeCard("wire", "Wire"))
BLOCK = Finding(ONE.id, Level.BLOCK, "credit", "The lead picture has no credit.")
WARN = Finding(ONE.id, Level.WARN, "seo", "The headline is long.", 3, 9)


@pytest.fixture
def choices(tmp_path: Path) -> ExportChoices:
    """A story on the desk, in a library of which 24 may leave."""
    return ExportChoices(ONE, (), 24, tmp_path, THEMES, "wire", {"name": "The Ledger"})


def asked(qtbot: QtBot, choices: ExportChoices) -> ExportDialog:
    """The dialog on the screen."""
    return opened(qtbot, ExportDialog(choices))


def test_the_story_on_the_desk_leaves_as_a_folder_of_its_name(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    with qtbot.waitSignal(dialog.export_requested) as wish:
        press(dialog, "Export")
    out = choices.folder / "rents-fall-and-rise"
    assert wish.args == [ExportRequest(Scope.STORY, (ONE.id,), Form.FOLDER, out, "wire")]


def test_enter_exports(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    with qtbot.waitSignal(dialog.export_requested):
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def test_several_selected_are_what_is_meant(qtbot: QtBot, choices: ExportChoices) -> None:
    request = asked(qtbot, replace(choices, selected=(ONE, TWO))).form.request()
    assert request is not None and request.articles == (ONE.id, TWO.id)


def test_another_form_takes_another_ending(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.form.take_form(Form.ZIP)
    dialog.form.scopes[Scope.EVERYTHING].click()
    assert dialog.form.out.text() == str(choices.folder / "the-ledger.zip")


def test_a_single_page_is_for_one_story(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.form.take_form(Form.SINGLE)
    dialog.form.scopes[Scope.EVERYTHING].click()
    assert dialog.form.form is Form.FOLDER


def test_a_proof_can_be_made_of_what_may_not_leave(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_findings((BLOCK,), {}, 1, 0)
    dialog.form.take_form(Form.PROOF)
    assert button(dialog, "Export").isEnabled()
    assert dialog.findings.told.text() == "1 thing stops the story from leaving; a proof can be made."
    dialog.form.take_form(Form.SINGLE)
    assert not button(dialog, "Export").isEnabled()


def test_a_proof_is_of_one_story_and_is_called_so(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.form.take_form(Form.PROOF)
    assert dialog.form.out.text().endswith("rents-fall-and-rise-proof.pdf")
    dialog.form.scopes[Scope.EVERYTHING].setChecked(True)
    assert dialog.form.form is Form.FOLDER


def test_a_proof_needs_no_web_address(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    assert NO_ADDRESS in words(dialog)
    dialog.form.take_form(Form.PROOF)
    assert NO_ADDRESS not in words(dialog)


def test_a_place_that_was_chosen_stays(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.form.take_out("/elsewhere")
    dialog.form.take_form(Form.ZIP)
    assert dialog.form.out.text() == "/elsewhere"


def test_what_changed_begins_at_the_last_export(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, replace(choices, last="2026-11-24T17:20:30.120Z"))
    dialog.form.scopes[Scope.CHANGED].click()
    request = dialog.form.request()
    assert request is not None and (request.articles, request.since) == (None, "2026-11-24T17:20:30Z")


def test_another_scope_is_checked_anew(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    with qtbot.waitSignal(dialog.check_requested) as wish:
        dialog.form.scopes[Scope.EVERYTHING].click()
    assert wish.args is not None and wish.args[0].scope is Scope.EVERYTHING


def test_what_blocks_keeps_the_button_away(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_findings((WARN, BLOCK), {ONE.id: ONE.headline}, 1, 1)
    assert not button(dialog, "Export").isEnabled()


def test_a_long_check_need_not_be_waited_for(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_checking(Progress("", 200, 10_000))
    assert dialog.findings.told.text().startswith("Checking… 200 of 10,000")
    assert button(dialog, "Export").isEnabled()


def test_a_warning_keeps_nothing_away_and_leads_to_its_place(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_findings((WARN,), {}, 0, 1)
    with qtbot.waitSignal(dialog.jump_requested) as wish:
        dialog.findings.list.itemActivated.emit(dialog.findings.list.item(0))
    assert (wish.args, button(dialog, "Export").isEnabled()) == ([WARN], True)


@pytest.mark.parametrize(
    ("blocks", "asks", "line"),
    [
        (0, 0, "Nothing stands in the way."),
        (0, 1, "Nothing stands in the way, 1 to look at."),
        (1, 0, "1 thing stops this export."),
        (1200, 1, "1,200 things stop this export, 1 to look at."),
    ],
)
def test_the_findings_are_summed_up(blocks: int, asks: int, line: str) -> None:
    assert told(blocks, asks)[1] == line


def test_a_site_without_an_address_is_told_what_that_means(qtbot: QtBot, choices: ExportChoices) -> None:
    assert any(line.startswith("No web address yet: feeds") for line in words(asked(qtbot, choices)))


def test_a_folder_that_is_no_theme_is_told_of(qtbot: QtBot, choices: ExportChoices, tmp_path: Path) -> None:
    dialog = asked(qtbot, choices)
    dialog.form.take_theme(str(tmp_path))
    assert any("no theme.toml" in line for line in words(dialog))


def test_a_theme_of_the_users_own_is_taken(qtbot: QtBot, choices: ExportChoices, tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text('title = "Evening"\ndescription = "For the evening."\n')
    dialog = asked(qtbot, choices)
    dialog.form.take_theme(str(tmp_path))
    request = dialog.form.request()
    assert request is not None and request.theme == tmp_path.as_posix()
    assert "For the evening." in words(dialog)


def test_the_article_in_hand_is_named(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    press(dialog, "Export")
    dialog.show_progress(Progress("Rents fall", 7, 1024))
    assert "7 of 1,024: \u2068Rents fall\u2069" in words(dialog)


def test_what_is_being_made_is_said_by_its_name(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_progress(Progress("Laying out the sheets…", 0, 0, Form.PROOF))
    assert "Making the proof" in words(dialog) and "Laying out the sheets…" in words(dialog)


def test_esc_during_an_export_cancels_it_and_stays(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    press(dialog, "Export")
    with qtbot.waitSignal(dialog.cancel_requested):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()


def test_one_may_go_on_writing_meanwhile(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    press(dialog, "Export")
    with qtbot.waitSignal(dialog.left), qtbot.assertNotEmitted(dialog.cancel_requested):
        press(dialog, "Go on Writing")
    assert not dialog.isVisible()


def test_closing_the_dialog_leaves_the_export_alone(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    press(dialog, "Export")
    with qtbot.waitSignal(dialog.left), qtbot.assertNotEmitted(dialog.cancel_requested):
        dialog.close()


def test_a_refusal_is_one_line_with_ways_on(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    press(dialog, "Export")
    dialog.show_refused("The clock of this machine says 2020.")
    assert "The clock of this machine says 2020." in words(dialog)
    with qtbot.waitSignal(dialog.export_requested):
        press(dialog, "Try Again")


def test_esc_after_a_refusal_leads_back_to_the_questions(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    press(dialog, "Export")
    dialog.show_refused("The disk is full.")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() and button(dialog, "Export").isVisible()


def test_the_findings_behind_a_refusal_lead_to_their_places(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_refused("501 things stand in the way.", (BLOCK,), {}, 500)
    assert "and 500 more" in words(dialog)
    with qtbot.waitSignal(dialog.jump_requested):
        QTest.keyClick(dialog.refused.list, Qt.Key.Key_Return)


OUTCOME = Outcome(Path("/exports/site"), 1, 5, 9, 4_200_000, added=("index.html",), findings=(WARN,), asks=1)


def test_what_was_made_can_be_opened(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_outcome(OUTCOME)
    with qtbot.waitSignal(dialog.open_requested) as wish:
        press(dialog, "Open Folder")
    assert (wish.args, "1 story on 5 pages" in words(dialog)) == ([Path("/exports/site")], True)


def test_what_was_made_can_be_seen(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_outcome(OUTCOME)
    with qtbot.waitSignal(dialog.open_requested) as wish:
        press(dialog, "Show in Browser")
    assert wish.args == [Path("/exports/site/index.html")]


def test_a_zip_has_nothing_to_show_in_a_browser(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_outcome(replace(OUTCOME, place=Path("/exports/site.zip")))
    assert not button(dialog, "Show in Browser").isVisible()


def test_a_proof_is_opened_and_not_compared(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_outcome(Outcome(choices.folder / "a-proof.pdf", 1, 4, 1, 90_000))
    with qtbot.waitSignal(dialog.open_requested) as wish:
        press(dialog, "Open Proof")
    assert wish.args == [choices.folder / "a-proof.pdf"]
    assert "1 story on 4 pages" in words(dialog) and "90 kB" in words(dialog)


def test_the_report_can_be_copied(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_outcome(OUTCOME)
    with qtbot.waitSignal(dialog.copied) as wish:
        press(dialog, "Copy Report")
    assert wish.args is not None and "Added (1)\n  index.html" in wish.args[0]


def test_an_empty_library_says_what_a_story_needs_to_leave(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, replace(choices, story=None, publishable=0))
    assert "Nothing may leave yet" in words(dialog) and not button(dialog, "").isVisible()


@pytest.mark.parametrize("width", [520, 1000])
def test_the_reason_for_a_grey_button_is_in_sight(qtbot: QtBot, choices: ExportChoices, width: int) -> None:
    dialog = asked(qtbot, choices)
    dialog.resize(width, 400)
    dialog.show_findings((BLOCK,), {}, 1, 0)
    assert "1 thing stops this export." in words(dialog)


def test_no_key_is_given_twice(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, replace(choices, selected=(ONE, TWO)))
    parts = [each for each in dialog.findChildren(QWidget) if each.isVisible()]
    texts = [each.text() for each in parts if isinstance(each, QAbstractButton | QLabel)]
    keys = [key.lower() for text in texts for key in re.findall(r"&(\w)", text.replace("&&", ""))]
    assert len(keys) == len(set(keys)) >= 9


def test_the_keyboard_begins_at_the_first_question(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.activateWindow()
    assert dialog.focusWidget() is dialog.form.scopes[Scope.STORY]


def test_every_control_has_a_name(qtbot: QtBot, choices: ExportChoices) -> None:
    assert nameless(asked(qtbot, choices)) == []


def test_findings_stand_below_the_headlines_of_their_stories(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    other = WARN._replace(article=TWO.id)
    dialog.show_findings([BLOCK, other, WARN], {ONE.id: "Rents fall", TWO.id: "الإيجارات"}, 1, 2)
    rows = [dialog.findings.list.item(row).text() for row in range(dialog.findings.list.count())]
    assert [row.strip("\u2068\u2069") for row in rows] == [
        "Rents fall",
        BLOCK.message,
        WARN.message,
        "الإيجارات",
        other.message,
    ]


def test_the_keyboard_comes_to_what_can_be_mended(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    found = [BLOCK, BLOCK._replace(article=TWO.id)]
    dialog.show_refused("No.", found, {ONE.id: "Rents fall", TWO.id: "Rents rise"})
    assert dialog.refused.list.currentItem().text() == BLOCK.message


def test_no_sentence_of_a_finding_is_cut(qtbot: QtBot, choices: ExportChoices) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_findings(
        [WARN._replace(message="many words " * 9 + "and " * number) for number in range(9)], {}, 0, 9
    )
    findings = dialog.findings.list
    width = findings.viewport().width() - 70
    for row in range(findings.count()):
        flag = Qt.TextFlag.TextWordWrap
        whole = findings.fontMetrics().boundingRect(0, 0, width, 999, flag, findings.item(row).text())
        assert findings.visualItemRect(findings.item(row)).height() >= whole.height()


def test_the_tabulator_comes_to_the_lists_of_a_report_before_its_buttons(
    qtbot: QtBot, choices: ExportChoices
) -> None:
    dialog = asked(qtbot, choices)
    dialog.show_outcome(Outcome(choices.folder, 1, 1, 1, 1, added=("index.html",)))
    dialog.report.tree.setFocus()
    dialog.focusNextChild()
    assert dialog.focusWidget() is button(dialog, "Copy Report")
