"""From the wish to export to the folder that was made."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from deskeditor.publish.findings import Finding
from deskeditor.ui import icons
from deskeditor.ui.dialogs.dialog import Dialog, plain_label, show_role
from deskeditor.ui.dialogs.export_form import ExportForm
from deskeditor.ui.dialogs.export_values import ExportChoices, Outcome, Progress, size_in_words
from deskeditor.ui.dialogs.findings_list import FindingsList
from deskeditor.ui.widgets.sign import Sign


class ExportDialog(Dialog):
    """Asks, shows what a check found, shows how far it is, and what came of it; it exports nothing itself.

    `check_requested` carries the ids to be checked (None: everything), `export_requested` an ExportRequest,
    `jump_requested` a Finding, `open_requested` a path.
    """

    check_requested = Signal(object)
    export_requested = Signal(object)
    jump_requested = Signal(object)
    cancel_requested = Signal()
    open_requested = Signal(object)

    def __init__(self, choices: ExportChoices, parent: QWidget | None = None) -> None:
        super().__init__("Export", parent)
        self._choices = choices
        self._outcome: Outcome | None = None
        self._busy = False
        self.form = ExportForm(choices, self)
        self.findings = FindingsList(self)
        self.bar = QProgressBar(self)
        self._now = plain_label("", "muted")
        self._done = plain_label("", "heading")
        self._place = plain_label("", "muted")
        self._error = plain_label("", "error")
        self._open = QPushButton("&Open Folder", self)
        self._pages = QStackedWidget(self)
        self._build()
        self._go = self.add_buttons("Export", self._open)
        self._cancel = self.findChildren(QPushButton, "cancel")[0]
        self._connect()
        self._show_page(self.form)
        self.setMinimumWidth(600)

    def ask_for_check(self) -> None:
        """Ask for a check of what is chosen; the findings come by `show_findings`."""
        self.findings.wait()
        self._look()
        self.check_requested.emit(self._choices.articles(self.form.scope))

    def show_findings(self, findings: Sequence[Finding], headlines: Mapping[str, str]) -> None:
        """Take what the check found; what blocks must be mended first."""
        if self.over:
            return
        self.findings.show_findings(findings, headlines)
        self._look()

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is."""
        if self.over:
            return
        self.bar.setMaximum(max(progress.of, 1))
        self.bar.setValue(progress.done)
        self._now.setText(f"{progress.done:,} of {progress.of:,}: {progress.name or 'without headline'}")

    def show_outcome(self, outcome: Outcome) -> None:
        """Say what was made, and offer to open it."""
        if self.over:
            return
        self._outcome, self._busy = outcome, False
        articles = "1 article" if outcome.articles == 1 else f"{outcome.articles:,} articles"
        pages = "1 page" if outcome.pages == 1 else f"{outcome.pages:,} pages"
        self._done.setText(f"{articles} on {pages}, {size_in_words(outcome.size)}")
        self._place.setText(str(outcome.place))
        self._show_page(self._report)

    def show_failed(self, text: str) -> None:
        """Say why nothing was made; everything that was filled in is still there."""
        if self.over:
            return
        self._busy = False
        show_role(self._error, "error", text)
        self._show_page(self.form)

    def show_cancelled(self) -> None:
        """Say that it was ended, and that what was there before stands."""
        self.show_failed("The export was cancelled. What was there before is unchanged.")

    def reject(self) -> None:
        """Esc and Cancel end an export under way, and close the dialog otherwise."""
        if self._busy:
            self._now.setText("Cancelling…")
            self.cancel_requested.emit()
        else:
            super().reject()

    def _build(self) -> None:
        self.bar.setAccessibleName("Progress")
        self.bar.setTextVisible(False)
        for label in (self._place, self._error, self._now):
            label.setWordWrap(True)
        self._error.hide()
        self._questions = self._page(self.form, self._error, self.findings)
        self._progress = self._page(self._now, self.bar)
        self._sign = Sign("check", icons.Ink.SUCCESS, self)
        self._report = self._page(self._sign, self._done, self._place)
        self.body.addWidget(self._pages, 1)

    def _page(self, *parts: QWidget) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        self._pages.addWidget(page)
        return page

    def _connect(self) -> None:
        self.form.changed.connect(self._look)
        self.form.scope_changed.connect(lambda _: self.ask_for_check())
        self.findings.jump_requested.connect(self.jump_requested)
        self._go.clicked.connect(self._on_go)
        self._open.clicked.connect(self._on_open)

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(self._questions if page is self.form else page)
        self._open.setVisible(page is self._report)
        self._go.setVisible(page is not self._progress)
        self._cancel.setVisible(page is not self._report)
        self._go.setText("Done" if page is self._report else "Export")
        self._look()

    def _look(self) -> None:
        asking = self._pages.currentWidget() is self._questions
        ready = self.form.request() is not None and not self.findings.blocked
        self._go.setEnabled(ready or not asking)

    def _on_go(self) -> None:
        if self._outcome is not None:
            self.accept()
            return
        request = self.form.request()
        if request is not None:
            self._busy = True
            self._error.hide()
            self.bar.setMaximum(0)
            self._now.setText("Beginning…")
            self._show_page(self._progress)
            self.export_requested.emit(request)

    def _on_open(self) -> None:
        if self._outcome is not None:
            self.open_requested.emit(self._outcome.place)
