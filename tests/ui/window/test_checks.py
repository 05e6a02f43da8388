"""The checks in the window: counted at its foot, listed beside the story, and each a way to its words."""

from PySide6.QtCore import Qt
from tests.e2e.newsroom import Newsroom

from deskeditor.document.commands import set_field
from deskeditor.document.model import Correction
from deskeditor.document.steps import ReplaceText
from deskeditor.document.transaction import Origin, Transaction
from deskeditor.publish.findings import Finding


def put(newsroom: Newsroom, text: str) -> None:
    """Let the story be these words."""
    step = ReplaceText(0, newsroom.draft.document.text, text)
    newsroom.draft.apply(Transaction((step,), origin=Origin.TYPING))


def finding(newsroom: Newsroom, rule: str) -> Finding:
    """The finding of that rule on the story as it stands, once there is one."""
    checking = newsroom.session.wiring.gestures.findings.checking

    def found() -> list[Finding]:
        every = checking.looked.answer.findings if checking.looked else ()
        return [each for each in every if each.rule == rule and (each.start is None or checking.place(each))]

    newsroom.until(found)
    return found()[0]


def test_the_foot_of_the_window_counts_what_is_found(newsroom: Newsroom) -> None:
    finding(newsroom, "byline")
    button = newsroom.window.status.checks
    assert "block" in button.text() and button.accessibleName() == f"Checks: {button.text()}"


def test_the_count_opens_the_pane(newsroom: Newsroom) -> None:
    finding(newsroom, "byline")
    newsroom.window.status.checks.click()
    assert newsroom.panes.checks.isVisible() and newsroom.focused == "Findings"
    newsroom.do("checks")
    assert not newsroom.panes.checks.isVisible() and newsroom.focused == "Story"


def test_one_key_after_another_goes_through_the_findings(newsroom: Newsroom) -> None:
    put(newsroom, "😀 He paid TK. ")
    wanted = finding(newsroom, "placeholder")
    newsroom.do("checks")
    newsroom.until(newsroom.panes.checks.list.count)
    for _ in range(newsroom.panes.checks.list.count()):
        newsroom.do("next-finding")
        if newsroom.body.textCursor().selectedText() == "TK":
            break
    assert newsroom.body.textCursor().selectedText() == "TK" and wanted.start == 10
    newsroom.do("previous-finding")
    newsroom.do("next-finding")
    assert newsroom.body.textCursor().selectedText() == "TK"


def test_what_is_typed_meanwhile_does_not_lead_astray(newsroom: Newsroom) -> None:
    put(newsroom, "It was TK. ")
    wanted = finding(newsroom, "placeholder")
    newsroom.draft.apply(Transaction((ReplaceText(0, "", "One, two 👩‍🚀. "),), origin=Origin.TYPING))
    newsroom.session.wiring.gestures.findings.go_to(wanted)
    assert newsroom.body.textCursor().selectedText() == "TK"


def test_a_finding_about_a_field_leads_to_the_field(newsroom: Newsroom) -> None:
    newsroom.draft.do(lambda state: set_field(state, "language", "english!"))
    newsroom.session.wiring.gestures.findings.go_to(finding(newsroom, "language"))
    assert newsroom.focused == "Language"
    newsroom.draft.do(lambda state: set_field(state, "language", "en"))


def test_a_finding_about_the_lead_picture_leads_to_its_button(newsroom: Newsroom) -> None:
    newsroom.session.wiring.gestures.findings.go_to(finding(newsroom, "lead-picture"))
    assert newsroom.focused == "Choose the lead picture"
    button = newsroom.window.focusWidget()
    newsroom.until(lambda: button is not None and button.visibleRegion().boundingRect() == button.rect())


def test_a_finding_about_a_correction_leads_to_that_correction(newsroom: Newsroom) -> None:
    whole, silent = Correction("2025-09-08T09:00:00-05:00", "It was 7 to 5."), Correction("", "It was May.")
    newsroom.draft.do(lambda state: set_field(state, "corrections", (whole, silent)))
    newsroom.session.wiring.gestures.findings.go_to(finding(newsroom, "correction"))
    assert newsroom.focused == "Time of correction 2"
    line = newsroom.panes.editor.fields.focusWidget()
    newsroom.until(lambda: line.visibleRegion().boundingRect() == line.rect())
    newsroom.draft.do(lambda state: set_field(state, "corrections", ()))


def test_a_correction_that_is_added_is_worded_at_once(newsroom: Newsroom) -> None:
    fields = newsroom.panes.editor.fields
    fields.go_to("corrections")
    assert newsroom.focused == "Add a correction"
    newsroom.press(fields.focusWidget(), Qt.Key.Key_Space)
    assert newsroom.focused == "Correction 1"
    newsroom.draft.undo()


def test_a_finding_whose_words_are_gone_leads_nowhere(newsroom: Newsroom) -> None:
    put(newsroom, "It is ???. ")
    wanted = finding(newsroom, "placeholder")
    at = newsroom.draft.document.text.index("???")
    newsroom.draft.apply(Transaction((ReplaceText(at, "???", "so"),), origin=Origin.TYPING))
    before = newsroom.draft.state.selection
    newsroom.session.wiring.gestures.findings.go_to(wanted)
    assert newsroom.draft.state.selection == before and "have changed" in newsroom.said


def test_escape_leads_from_the_findings_back_into_the_story(newsroom: Newsroom) -> None:
    newsroom.session.wiring.gestures.findings.show()
    newsroom.press(newsroom.panes.checks.list, Qt.Key.Key_Escape)
    assert newsroom.focused == "Story"


def test_in_a_small_window_the_checks_make_the_list_give_way(newsroom: Newsroom) -> None:
    newsroom.session.wiring.gestures.findings.show()
    newsroom.window.resize(720, 480)
    newsroom.until(lambda: not newsroom.panes.checks.isVisible())
    newsroom.do("checks")
    assert newsroom.panes.checks.isVisible() and not newsroom.panes.articles.isVisible()
    newsroom.do("show-list")
    newsroom.window.resize(1400, 900)
    newsroom.until(newsroom.panes.checks.isVisible)
