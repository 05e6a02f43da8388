"""The export dialog and the session's export, tied to each other for as long as the dialog is open."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from deskeditor.document.model import ArticleId
from deskeditor.library.records import utc_now
from deskeditor.library.store import Library
from deskeditor.publish.bundle import Options, Report
from deskeditor.session.desk import Desk
from deskeditor.session.exporting import Checked, Exporting, Underway
from deskeditor.ui.dialogs.export import ExportDialog
from deskeditor.ui.dialogs.export_values import ExportChoices, ExportRequest, Form, Outcome, Progress, Story
from deskeditor.ui.window import Window

THEMES = ("broadsheet",)


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

        def count(library: Library) -> tuple[int, str]:
            return len(library.publishable_versions(utc_now())), library.setting("site.base_url") or ""

        def opened(counted: tuple[int, str]) -> None:
            publishable, base_url = counted
            folder = Path.home() / "Documents" if (Path.home() / "Documents").is_dir() else Path.home()
            choices = ExportChoices(story, selected, publishable, THEMES, THEMES[0], base_url, folder)
            self._open(ExportDialog(choices, self._window))

        self._desk.job(count, opened)

    def close(self) -> None:
        """End an export under way."""
        if self._exporting is not None:
            self._exporting.close()
            self._exporting = None

    def _open(self, dialog: ExportDialog) -> None:
        self.close()
        exporting = Exporting(self._desk.path)
        self._exporting = exporting
        exporting.checked.connect(lambda checked: _show_checked(dialog, checked))
        exporting.progressed.connect(lambda underway: _show_progress(dialog, underway))
        exporting.exported.connect(lambda report: dialog.show_outcome(_outcome(report)))
        exporting.failed.connect(dialog.show_failed)
        exporting.cancelled.connect(dialog.show_cancelled)
        dialog.check_requested.connect(exporting.check)
        dialog.export_requested.connect(lambda request: exporting.export(request.out, _options(request)))
        dialog.cancel_requested.connect(exporting.cancel)
        dialog.jump_requested.connect(self._on_jump)
        dialog.open_requested.connect(lambda path: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
        dialog.finished.connect(lambda _: self.close())
        dialog.open()
        dialog.ask_for_check()

    def _on_jump(self, finding: object) -> None:
        start = getattr(finding, "start", None)
        if isinstance(start, int):
            self._window.panes.editor.body.place_caret(start)


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
