"""An export from the window's side: checked first, gone on behind the writing, reported."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid
from tests.e2e.newsroom import Newsroom, article, click, left_at, stored

from deskeditor.document.model import Author, Document, Fields, Status
from deskeditor.publish.findings import Finding, Level
from deskeditor.publish.verify import verify
from deskeditor.ui.dialogs.export import ExportDialog
from deskeditor.ui.dialogs.export_values import KEPT, Scope, request_from
from deskeditor.ui.dialogs.site import SiteDialog

READY = Fields(
    headline="Budget passes",
    section="Local",
    status=Status.PUBLISHED,
    published="2025-03-01T10:00:00+00:00",
    byline=(Author("Mara Lindqvist"),),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published article and a draft that lacks nearly everything; the draft is open."""
    path = tmp_path_factory.mktemp("newsroom") / "news.desk"
    _, draft = stored(path, Document("The budget passed.\n", READY), article("", "TK\n"))
    left_at(path, draft)
    return path


@pytest.fixture
def dialog(newsroom: Newsroom) -> Iterator[ExportDialog]:
    """The dialog on the draft, after its first check."""
    newsroom.do("export")
    newsroom.until(lambda: isinstance(QApplication.activeModalWidget(), ExportDialog))
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, ExportDialog)
    opened.form.scopes[Scope.STORY].setChecked(True)
    newsroom.until(lambda: opened.findings.findings)
    yield opened
    if isValid(opened):
        opened.close()
        newsroom.until(lambda: not newsroom.window.underway.isVisible())


def buttons(dialog: ExportDialog) -> set[str]:
    """What can be pressed now."""
    found = dialog.findChildren(QPushButton)
    return {button.text().replace("&", "") for button in found if button.isVisible()}


def kept(newsroom: Newsroom, key: str) -> str:
    """A setting of the library, behind all that was to be written to it."""
    found: list[str] = []
    newsroom.desk.job(lambda library: library.setting(key) or "", found.append)
    newsroom.until(lambda: found)
    return found[0]


def export_all(newsroom: Newsroom, dialog: ExportDialog, out: Path) -> None:
    """Let everything leave that may, once it is checked."""
    dialog.form.scopes[Scope.EVERYTHING].click()
    newsroom.until(lambda: dialog.findings.findings and not dialog.findings.blocked)
    dialog.form.take_out(str(out))
    newsroom.window.notice.close_line()
    click(dialog, "Export")


def test_the_open_draft_is_held_back(dialog: ExportDialog) -> None:
    assert dialog.findings.blocked


def test_everything_means_what_may_leave_and_drafts_do_not_stand_in_its_way(
    newsroom: Newsroom, dialog: ExportDialog, tmp_path: Path
) -> None:
    export_all(newsroom, dialog, tmp_path / "out")
    newsroom.until(lambda: "Done" in buttons(dialog))
    assert verify(tmp_path / "out") == ()


def test_the_library_remembers_what_was_asked_for(
    newsroom: Newsroom, dialog: ExportDialog, tmp_path: Path
) -> None:
    export_all(newsroom, dialog, tmp_path / "out")
    newsroom.until(lambda: "Done" in buttons(dialog))
    found = request_from(kept(newsroom, KEPT))
    assert found is not None and found.out == tmp_path / "out"


def test_one_writes_on_while_it_goes_on_and_is_told_of_the_end(
    newsroom: Newsroom, dialog: ExportDialog, tmp_path: Path
) -> None:
    export_all(newsroom, dialog, tmp_path / "out")
    click(dialog, "Go on Writing")
    assert newsroom.window.underway.text.startswith("Exporting to out")
    newsroom.until(lambda: newsroom.said.startswith("Exported 1 story on"))
    assert verify(tmp_path / "out") == ()


def test_export_again_asks_nothing(newsroom: Newsroom, dialog: ExportDialog, tmp_path: Path) -> None:
    export_all(newsroom, dialog, tmp_path / "out")
    newsroom.until(lambda: "Done" in buttons(dialog))
    dialog.accept()
    newsroom.window.notice.close_line()
    newsroom.do("export-again")
    newsroom.until(lambda: "nothing has changed since the last export" in newsroom.said)


def test_the_report_of_an_export_behind_the_writing_can_be_seen(
    newsroom: Newsroom, dialog: ExportDialog, tmp_path: Path
) -> None:
    export_all(newsroom, dialog, tmp_path / "out")
    click(dialog, "Go on Writing")
    newsroom.until(lambda: newsroom.said.startswith("Exported 1 story on"))
    newsroom.answer()
    shown = QApplication.activeModalWidget()
    assert isinstance(shown, ExportDialog) and "Copy Report" in buttons(shown)
    shown.accept()


def test_a_folder_of_other_things_is_refused_in_a_line(
    newsroom: Newsroom, dialog: ExportDialog, tmp_path: Path
) -> None:
    export_all(newsroom, dialog, tmp_path / "out")
    newsroom.until(lambda: "Done" in buttons(dialog))
    (tmp_path / "out" / "notes.txt").write_text("mine")
    newsroom.session.wiring.gestures.export_again()
    newsroom.until(lambda: "Try Again" in buttons(dialog))
    assert (tmp_path / "out" / "notes.txt").read_text() == "mine"


def test_what_the_site_says_is_kept_with_the_library(newsroom: Newsroom, dialog: ExportDialog) -> None:
    dialog.form.site.click()
    asking = QApplication.activeModalWidget()
    assert isinstance(asking, SiteDialog)
    name = asking.fields["name"]
    name.clear()
    newsroom.type(name, "The Courier")
    click(asking, "Keep")
    assert kept(newsroom, "site.name") == "The Courier"


def test_a_finding_leads_to_its_field(newsroom: Newsroom, dialog: ExportDialog) -> None:
    finding = next(one for one in dialog.findings.findings if one.rule == "published")
    dialog.jump_requested.emit(finding)
    assert newsroom.focused == "Published"
    assert newsroom.said == finding.message


@pytest.mark.parametrize(
    ("field", "name"),
    [("slug", "Slug"), ("lead_picture", "Choose the lead picture"), ("related", "Related stories")],
)
def test_a_finding_leads_to_the_field_that_it_names(
    newsroom: Newsroom, dialog: ExportDialog, field: str, name: str
) -> None:
    dialog.jump_requested.emit(Finding(newsroom.draft.id, Level.WARN, "any", "x", field=field))
    assert newsroom.focused == name


def test_a_finding_leads_to_its_word(newsroom: Newsroom, dialog: ExportDialog) -> None:
    place = next(one for one in dialog.findings.findings if one.rule == "placeholder")
    dialog.jump_requested.emit(place)
    newsroom.until(lambda: newsroom.draft.state.selection.head == place.start)


def test_a_finding_leads_into_another_article(newsroom: Newsroom, dialog: ExportDialog) -> None:
    other = next(row for row in newsroom.rows() if row.headline == "Budget passes")
    dialog.jump_requested.emit(Finding(other.id, Level.WARN, "clipped", "x", 4, 10))
    newsroom.until(lambda: newsroom.draft.id == other.id and newsroom.draft.state.selection.head == 4)
