"""The export dialog and the session's export, tied to each other for as long as the dialog is open."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices

from deskeditor.document.model import ArticleId
from deskeditor.library.records import utc_now
from deskeditor.library.store import Library
from deskeditor.publish.bundle import Options, Report
from deskeditor.publish.findings import Finding
from deskeditor.session.desk import Desk
from deskeditor.session.exporting import Checked, Exporting, Underway
from deskeditor.ui.dialogs.export import ExportDialog
from deskeditor.ui.dialogs.export_values import ExportChoices, ExportRequest, Form, Outcome, Progress, Story
from deskeditor.ui.window import Window

THEMES = ("broadsheet",)
FIELD_OF = {"headline-length": "headline", "duplicate-slug": "slug", "description": "seo_description"}


class Exports(QObject):
    """Opens the dialog with what can be chosen and carries wishes and news between the two."""

    def __init__(self, desk: Desk, window: Window) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._exporting: Exporting | None = None

    def ask(self, articles: tuple[ArticleId, ...]) -> None:
        """Open the dialog."""
        draft = self._desk.draft
        selected = tuple(Story(article, "") for article in articles)
        story = Story(draft.id, draft.document.fields.headline) if draft else None
        self._desk.save()

        def look(library: Library) -> tuple[tuple[ArticleId, ...], str]:
            leaving = library.publishable_versions(utc_now())
            return tuple(version.id for version in leaving), library.setting("site.base_url") or ""

        def opened(found: tuple[tuple[ArticleId, ...], str]) -> None:
            leaving, base_url = found
            folder = Path.home() / "Documents" if (Path.home() / "Documents").is_dir() else Path.home()
            choices = ExportChoices(story, selected, len(leaving), THEMES, THEMES[0], base_url, folder)
            self._open(ExportDialog(choices, self._window), leaving)

        self._desk.job(look, opened)

    def close(self) -> None:
        """End an export under way."""
        if self._exporting is not None:
            self._exporting.close()
            self._exporting = None

    def _open(self, dialog: ExportDialog, leaving: tuple[ArticleId, ...]) -> None:
        self.close()
        exporting = Exporting(self._desk.path)
        self._exporting = exporting
        exporting.checked.connect(lambda checked: _show_checked(dialog, checked))
        exporting.progressed.connect(lambda underway: _show_progress(dialog, underway))
        exporting.exported.connect(lambda report: dialog.show_outcome(_outcome(report)))
        exporting.failed.connect(dialog.show_failed)
        exporting.cancelled.connect(dialog.show_cancelled)
        # Of everything only that is asked about which may leave: drafts are in nobody's way.
        dialog.check_requested.connect(lambda asked: exporting.check(leaving if asked is None else asked))
        dialog.export_requested.connect(lambda request: exporting.export(request.out, _options(request)))
        dialog.cancel_requested.connect(exporting.cancel)
        dialog.jump_requested.connect(lambda finding: self._jump(dialog, finding))
        dialog.open_requested.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        dialog.finished.connect(lambda _: self.close())
        dialog.open()
        dialog.ask_for_check()

    def _jump(self, dialog: ExportDialog, finding: Finding) -> None:
        """Leave the dialog for the place that a finding is about, in whichever article."""
        dialog.reject()
        self._window.panes.show_writing()
        if self._desk.draft is not None and self._desk.draft.id == finding.article:
            self._go_to(finding)
            return
        self._desk.opened.connect(lambda _: self._go_to(finding), Qt.ConnectionType.SingleShotConnection)
        self._desk.open(ArticleId(finding.article))

    def _go_to(self, finding: Finding) -> None:
        editor = self._window.panes.editor
        if finding.start is not None:
            editor.body.place_caret(finding.start)
        else:
            editor.fields.go_to(FIELD_OF.get(finding.rule, finding.rule))


def _show_checked(dialog: ExportDialog, checked: Checked) -> None:
    dialog.show_findings(checked.findings, checked.headlines)


def _show_progress(dialog: ExportDialog, underway: Underway) -> None:
    dialog.show_progress(Progress(underway.name, underway.done, underway.of))


def _options(request: ExportRequest) -> Options:
    return Options(
        articles=request.articles,
        zip=request.form is Form.ZIP,
        single_file=request.form is Form.SINGLE,
        theme=request.theme,
        base_url=request.base_url or None,
    )


def _outcome(report: Report) -> Outcome:
    return Outcome(report.outputs[0], report.articles, report.pages, report.size)
