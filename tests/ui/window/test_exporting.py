"""The export dialog, from the window's side."""

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
from deskeditor.ui.dialogs.export_values import Scope

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
    """The dialog, after its first check."""
    newsroom.do("export")
    newsroom.until(lambda: isinstance(QApplication.activeModalWidget(), ExportDialog))
    opened = QApplication.activeModalWidget()
    assert isinstance(opened, ExportDialog)
    newsroom.until(lambda: opened.findings.findings)
    yield opened
    if isValid(opened):
        opened.reject()


def test_the_open_draft_is_held_back(dialog: ExportDialog) -> None:
    assert dialog.findings.blocked


def test_everything_means_what_may_leave_and_drafts_do_not_stand_in_its_way(
    newsroom: Newsroom, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.form.scopes[Scope.EVERYTHING].click()
    newsroom.until(lambda: dialog.findings.findings and not dialog.findings.blocked)
    dialog.form.out.setText(str(tmp_path / "out"))
    click(dialog, "Export")
    newsroom.until(lambda: "Done" in [button.text() for button in dialog.findChildren(QPushButton)])
    assert verify(tmp_path / "out") == ()


def test_a_finding_leads_to_its_field(newsroom: Newsroom, dialog: ExportDialog) -> None:
    finding = next(one for one in dialog.findings.findings if one.rule == "published")
    dialog.jump_requested.emit(finding)
    assert not dialog.isVisible()
    assert newsroom.focused == "Published"


def test_a_finding_leads_into_another_article(newsroom: Newsroom, dialog: ExportDialog) -> None:
    other = next(row for row in newsroom.rows() if row.headline == "Budget passes")
    dialog.jump_requested.emit(Finding(other.id, Level.WARN, "clipped", "x", 4, 10))
    newsroom.until(lambda: newsroom.draft.id == other.id and newsroom.draft.state.selection.head == 4)
