"""Ties the export dialog, the line of an export behind the writing, and the session's export."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from shiboken6 import isValid

from deskeditor.document.model import ArticleId
from deskeditor.library.records import Mode
from deskeditor.library.store import Library
from deskeditor.publish.findings import Finding
from deskeditor.session.desk import Desk
from deskeditor.session.export_process import Checked, Refusal, Underway, Written
from deskeditor.session.exporting import Exporting
from deskeditor.ui.dialogs.export import CANCELLED, ExportDialog
from deskeditor.ui.dialogs.export_outcome import Outcome, measure, summary
from deskeditor.ui.dialogs.export_values import (
    KEPT,
    ExportChoices,
    ExportRequest,
    Form,
    Progress,
    Scope,
    Story,
    counted,
    request_json,
    suggested,
)
from deskeditor.ui.dialogs.site import SiteDialog
from deskeditor.ui.export_terms import Seen, choices, options, outcome_of, seen_in
from deskeditor.ui.hands import hands
from deskeditor.ui.proofs import Proofs, ask_where
from deskeditor.ui.window import Window

WAITING = "Everything is saved. What is to leave can be chosen now; you were typing, so nothing was opened."


class Exports(QObject):
    """Opens the dialog with what can be chosen and carries wishes and news; an export outlives its dialog.

    `opening_requested` carries an article and what to do once it is on the desk, `site_changed` what the site
    says of itself from now on, `theme_chosen` what it is to look like.
    """

    site_changed = Signal(object)
    opening_requested = Signal(str, object)
    theme_chosen = Signal(str)

    def __init__(self, desk: Desk, window: Window) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._dialog: ExportDialog | None = None
        self._choices: ExportChoices | None = None
        self._before: ExportRequest | None = None
        self._progress = Progress("", 0, 0)
        self._out = Path()
        self._exporting: Exporting | None = None
        self._proofs: Proofs | None = None
        window.underway.cancel_requested.connect(self._cancel)
        window.underway.shown_requested.connect(self._show_going)

    def ask(self, articles: tuple[ArticleId, ...]) -> None:
        """Open the dialog; where an export is under way, show that."""
        if self._exporting is not None and self._exporting.running:
            self._show_going()
            return
        draft = self._desk.draft
        selected = tuple(Story(article, "") for article in articles)
        story = Story(draft.id, draft.document.fields.headline) if draft else None
        asked = hands(self._window)

        def opened(seen: Seen) -> None:
            if self._exporting is not None and self._exporting.running:
                self._show_going()
                return
            if asked != hands(self._window):
                self._window.notice.tell(WAITING, "Export…", lambda: self.ask(articles))
                return
            self._open(self._chosen(seen, story, selected))
            if self._dialog is not None:
                self._dialog.ask_for_check()

        self._desk.when_saved(lambda: self._desk.job(seen_in, opened))

    def again(self) -> None:
        """Export once more as last time, without a question; where there was no last time, ask."""
        if self._exporting is not None and self._exporting.running:
            self._show_going()
            return

        def looked(seen: Seen) -> None:
            before = self._before or seen.before
            if before is None:
                self.ask(())
                return
            self._choices = self._chosen(seen, None, ())
            since = seen.last or before.since if before.scope is Scope.CHANGED else ""
            self._export(replace(before, since=since))
            self._tell_line()

        self._desk.when_saved(lambda: self._desk.job(seen_in, looked))

    def proof(self) -> None:
        """Ask where the proof of the story on the desk shall go, and make it."""
        draft = self._desk.draft
        if self._exporting is not None and self._exporting.running:
            self._show_going()
        elif draft is not None:
            story, asked = Story(draft.id, draft.document.fields.headline), hands(self._window)

            def opened(seen: Seen) -> None:
                if asked == hands(self._window):
                    self._ask_proof(seen, story)
                else:
                    self._window.notice.tell(WAITING, "Proof…", self.proof)

            self._desk.when_saved(lambda: self._desk.job(seen_in, opened))

    def _ask_proof(self, seen: Seen, story: Story) -> None:
        offered = self._choices = self._chosen(seen, story, ())
        asking = ask_where(self._window, suggested(offered, Scope.STORY, Form.PROOF))

        def chosen(name: str) -> None:
            if self._exporting is not None and self._exporting.running:
                self._show_going()
                return
            self._begin(ExportRequest(Scope.STORY, (story.id,), Form.PROOF, Path(name), offered.theme))
            self._tell_line()

        asking.fileSelected.connect(chosen)
        asking.finished.connect(asking.deleteLater)
        asking.open()

    def close(self) -> None:
        """End an export under way."""
        if self._proofs is not None:
            self._proofs.close()
            self._proofs = None
        if self._exporting is not None:
            self._exporting.close()
            self._exporting = None

    def _chosen(self, seen: Seen, story: Story | None, selected: tuple[Story, ...]) -> ExportChoices:
        before = self._before or seen.before
        return choices(seen, before, story, selected, self._desk.mode is Mode.WRITE)

    def _open(self, offered: ExportChoices) -> None:
        self._choices = offered
        dialog = ExportDialog(offered, self._window)
        self._dialog = dialog
        exporting = self._ready()
        dialog.check_requested.connect(lambda request: exporting.check(options(request)))
        dialog.export_requested.connect(self._export)
        dialog.cancel_requested.connect(self._cancel)
        dialog.jump_requested.connect(self._jump)
        dialog.site_requested.connect(self._ask_site)
        dialog.open_requested.connect(_show)
        dialog.copied.connect(lambda text: QGuiApplication.clipboard().setText(text))
        dialog.left.connect(self._tell_line)
        dialog.finished.connect(lambda _: self._on_closed(dialog))
        self._window.underway.end()
        dialog.open()

    def _ready(self) -> Exporting:
        if self._exporting is None:
            exporting = Exporting(self._desk.path)
            exporting.checked.connect(self._on_checked)
            exporting.checking.connect(self._on_checking)
            exporting.progressed.connect(self._on_progressed)
            exporting.exported.connect(self._on_exported)
            exporting.refused.connect(self._on_refused)
            exporting.cancelled.connect(self._on_cancelled)
            self._exporting = exporting
            self._proofs = Proofs(exporting, self._desk.media, self)
            self._proofs.stepped.connect(lambda step: self._show_progress(Progress(step, 0, 0, Form.PROOF)))
        return self._exporting

    def _export(self, request: ExportRequest) -> None:
        self._before = request
        if request.theme:
            self.theme_chosen.emit(request.theme)
        if self._desk.mode is Mode.WRITE:
            self._desk.job(lambda library: library.set_setting(KEPT, request_json(request)), lambda _: None)
        self._begin(request)

    def _begin(self, request: ExportRequest) -> None:
        self._progress, self._out = Progress("", 0, 0, request.form), request.out
        exporting = self._ready()
        if request.form is not Form.PROOF:
            exporting.export(request.out, options(request))
        elif request.articles and self._proofs is not None:
            self._proofs.begin(request.articles[0], request.theme, request.out)

    def _cancel(self) -> None:
        if self._proofs is not None:
            self._proofs.stop()
        if self._exporting is not None:
            self._exporting.cancel()

    def _on_closed(self, dialog: ExportDialog) -> None:
        if self._dialog is dialog:
            self._dialog = None
        if self._exporting is not None:
            self._exporting.rest()

    def _on_checking(self, underway: Underway) -> None:
        if self._dialog is not None:
            self._dialog.show_checking(Progress(underway.name, underway.done, underway.of))

    def _on_checked(self, checked: Checked) -> None:
        if self._dialog is not None:
            found = checked.found
            self._dialog.show_findings(found.findings, dict(found.headlines), found.blocks, found.asks)

    def _on_progressed(self, underway: Underway) -> None:
        self._show_progress(replace(self._progress, name=underway.name, done=underway.done, of=underway.of))

    def _show_progress(self, progress: Progress) -> None:
        self._progress = progress
        if self._dialog is not None:
            self._dialog.show_progress(self._progress)
        else:
            self._tell_line()

    def _on_exported(self, written: Written) -> None:
        outcome = outcome_of(written)
        self._window.underway.end()
        for line in written.report.left_out:
            self._window.notice.show_error(f"Left out: {line}")
        if self._dialog is not None:
            self._dialog.show_outcome(outcome)
            return
        self._ready().rest()
        if outcome.is_proof:
            sheets = counted(outcome.pages, "page", "pages")
            text = f"The proof is made: {sheets}, {outcome.place.name}."
            self._window.notice.tell(text, "Open", lambda: _show(outcome.place))
            return
        text = f"Exported {summary(outcome)}: {measure(outcome)}."
        self._window.notice.tell(text, "Report", lambda: self._show_again(outcome))

    def _on_refused(self, refusal: Refusal) -> None:
        found = refusal.found
        self._window.underway.end()
        if self._dialog is not None:
            more = max(0, found.blocks - len(found.findings))
            self._dialog.show_refused(refusal.message, found.findings, dict(found.headlines), more)
            return
        self._ready().rest()
        self._window.notice.show_error(refusal.message, "Export…", lambda: self.ask(()))

    def _on_cancelled(self) -> None:
        self._window.underway.end()
        if self._dialog is not None:
            self._dialog.show_cancelled()
            return
        self._ready().rest()
        self._window.notice.tell(CANCELLED)

    def _tell_line(self) -> None:
        """The export goes on behind the writing."""
        if self._exporting is not None and self._exporting.running:
            text = f"Exporting to {self._out.name}: {self._progress.words()}"
            self._window.underway.tell(text, self._progress.done, self._progress.of)

    def _show_going(self) -> None:
        if self._choices is not None and self._dialog is None:
            self._open(self._choices)
        if self._dialog is not None:
            self._dialog.show_progress(self._progress)

    def _show_again(self, outcome: Outcome) -> None:
        if self._exporting is not None and self._exporting.running:
            self._show_going()
            return
        if self._choices is not None and self._dialog is None:
            self._open(self._choices)
        if self._dialog is not None:
            self._dialog.show_outcome(outcome)

    def _ask_site(self) -> None:
        offered = self._choices
        if offered is None or self._dialog is None:
            return
        asking = SiteDialog(offered.site, offered.writable, self._dialog)
        asking.kept.connect(self._keep_site)
        asking.open()

    def _keep_site(self, site: dict[str, str]) -> None:
        def keep(library: Library) -> Mapping[str, str]:
            for key, value in site.items():
                library.set_setting(f"site.{key}", value)
            return site

        def kept(site: Mapping[str, str]) -> None:
            if self._choices is not None:
                self._choices = replace(self._choices, site=site)
            if self._dialog is not None and isValid(self._dialog):
                self._dialog.show_site(site)
            self.site_changed.emit(dict(site))

        self._desk.job(keep, kept)

    def _jump(self, finding: Finding) -> None:
        """Leave the dialog for the place that a finding is about, in whichever article."""
        if self._dialog is not None:
            self._dialog.accept()
        self._window.panes.show_writing()
        self._window.notice.tell(finding.message, "Back to Export", lambda: self.ask(()))
        if self._desk.draft is not None and self._desk.draft.id == finding.article:
            self._go_to(finding)
            return
        self.opening_requested.emit(ArticleId(finding.article), lambda: self._go_to(finding))

    def _go_to(self, finding: Finding) -> None:
        editor = self._window.panes.editor
        if finding.start is not None:
            editor.body.place_caret(finding.start)
        if finding.field:
            editor.fields.go_to(finding.field)
        else:
            editor.body.setFocus()


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
