"""A story on hold says so above its text, and a person settles it there; a whole site comes in on request."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from tests.e2e.newsroom import Newsroom, click, left_at, stored

from deskeditor.document.model import Document, Fields, Status
from deskeditor.ui.dialogs.whole_site import WholeSiteDialog

WORDS = "EMBARGOED UNTIL FRIDAY"
PUBLISHED = "---\ntitle: {}\nstatus: published\ndate: 2025-01-01T10:00:00Z\n---\n\nThe council met.\n"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published story that somebody has put on hold."""
    path = tmp_path_factory.mktemp("newsroom") / "news.desk"
    fields = Fields(
        headline="Bridge closes", status=Status.PUBLISHED, published="2025-01-01T10:00:00Z", hold=WORDS
    )
    left_at(path, *stored(path, Document("The council met on Monday.\n", fields)))
    return path


def test_a_hold_is_said_above_the_story_and_cleared_there(newsroom: Newsroom) -> None:
    line = newsroom.panes.editor.fields.hold
    assert line.isVisible()
    assert WORDS in " ".join(label.text() for label in line.findChildren(type(line._words)))
    click(line, "Clear Hold")
    assert (newsroom.draft.document.fields.hold, line.isVisible()) == ("", False)
    newsroom.do("undo")
    assert (newsroom.draft.document.fields.hold, line.isVisible()) == (WORDS, True)


def test_a_hold_leads_to_the_embargo(newsroom: Newsroom) -> None:
    fields = newsroom.panes.editor.fields
    click(fields.hold, "Set Embargo")
    newsroom.until(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Embargo"
    assert fields.go_to("hold")


@pytest.mark.parametrize(("action", "status"), [("import", Status.READY), ("import-site", Status.PUBLISHED)])
def test_only_a_whole_site_comes_in_as_published(
    newsroom: Newsroom, tmp_path: Path, action: str, status: Status, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "story.md"
    file.write_text(PUBLISHED.format(f"By {action}"), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    newsroom.do(action)
    asking = QApplication.activeModalWidget()
    if isinstance(asking, WholeSiteDialog):
        click(asking, "Choose Files…")
    newsroom.until(lambda: newsroom.session.wiring.gestures.arrivals.waiting)
    newsroom.do("open-arrival")
    newsroom.until(lambda: newsroom.draft.document.fields.headline == f"By {action}")
    assert newsroom.draft.document.fields.status is status
