"""From the wish to export to the report of what was made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCloseEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from deskeditor.publish.findings import Finding
from deskeditor.ui import icons
from deskeditor.ui.dialogs.dialog import Dialog, plain_label, show_role
from deskeditor.ui.dialogs.export_form import ExportForm
from deskeditor.ui.dialogs.export_outcome import Outcome, as_text
from deskeditor.ui.dialogs.export_values import FORMS, ExportChoices, ExportRequest, Progress
from deskeditor.ui.dialogs.findings_list import FindingsList, told, told_inside
from deskeditor.ui.widgets.message import Message, Saying
from deskeditor.ui.widgets.sign import Sign

SIZE, NARROW = (960, 600), 760
NOTHING = Saying(
    "info",
    "Nothing may leave yet",
    "A story leaves once its status is published or corrected, its published time has come, "
    "and no embargo holds it back. Set these beside the story, and export then.",
)
SHOW = "Show in Bro&wser"
CANCELLED = "The export was cancelled. What was there before is unchanged."
MENDING, STOPPED, ENDED = "Not ready to leave", "The export did not finish", "Nothing was written"


@dataclass(frozen=True, slots=True)
class Face:
    """What the buttons say on one page; an empty word hides a button."""

    wanted: str
    cancel: str
    done: bool = False


ASKING = Face("E&xport", "Cancel")
EMPTY = Face("", "Close")
GOING = Face("&Go on Writing", "Cancel Export")
DONE = Face("Done", "", done=True)
REFUSED = Face("Try A&gain", "&Back")


class ExportDialog(Dialog):
    """Asks, shows what a check found, shows how far it is, and what came of it; it exports nothing itself.

    `check_requested` and `export_requested` carry an ExportRequest, `jump_requested` a Finding,
    `open_requested` a path, `copied` a text. `left` says that an export goes on without the dialog.
    """

    check_requested = Signal(object)
    export_requested = Signal(object)
    jump_requested = Signal(object)
    cancel_requested = Signal()
    open_requested = Signal(object)
    site_requested = Signal()
    copied = Signal(str)
    left = Signal()

    def __init__(self, choices: ExportChoices, parent: QWidget | None = None) -> None:
        super().__init__("Export", parent)
        self._face = ASKING
        self._outcome: Outcome | None = None
        self.form = ExportForm(choices, self)
        self.findings = FindingsList(self)
        self.refused = FindingsList(self)
        self.bar = QProgressBar(self)
        self._now = plain_label("", "muted")
        self._head = plain_label("", "heading")
        self._what, self._why = plain_label("", "heading"), plain_label("", "muted")
        self._short = plain_label("", "small")
        self._pages = QStackedWidget(self)
        self._build()
        # Made after the report, so that the tabulator comes to its lists first.
        self._copy, self._open, self._browse = (
            QPushButton(words, self) for words in ("Copy &Report", "Open &Folder", SHOW)
        )
        self._go = self.add_buttons("Export", self._copy, self._open, self._browse)
        self._cancel = self.findChildren(QPushButton, "cancel")[0]
        self._connect()
        self._resize()
        self._show(
            self._questions if choices.scopes() else self._nothing, ASKING if choices.scopes() else EMPTY
        )

    def ask_for_check(self) -> None:
        """Ask for a check of what is chosen; the findings come by `show_findings`."""
        request = self.form.request()
        if request is not None:
            self.findings.wait()
            self.check_requested.emit(request)
        self._look()

    def show_checking(self, progress: Progress) -> None:
        """Say how far a long check is; an export need not wait for it."""
        if not self.over and progress.done:
            self.findings.wait(f"Checking… {progress.done:,} of {progress.of:,}. Export checks them too.")

    def show_findings(
        self, findings: Sequence[Finding], headlines: Mapping[str, str], blocks: int, asks: int
    ) -> None:
        """Take what the check found; what blocks must be mended first."""
        if not self.over:
            self.findings.show_findings(findings, headlines, blocks, asks)
            self._look()

    def show_progress(self, progress: Progress) -> None:
        """Say how far it is."""
        if self.over:
            return
        self._head.setText(FORMS[progress.form].making)
        if self._face is not GOING:
            self._show(self._progress, GOING)
        self.bar.setMaximum(progress.of)
        self.bar.setValue(progress.done)
        self._now.setText(progress.words())

    def show_outcome(self, outcome: Outcome) -> None:
        """Say what was made and what is different, and offer to open it."""
        if self.over:
            return
        self._outcome = outcome
        self.report.show_outcome(outcome)
        self._show(self.report, DONE)
        self._browse.setVisible(outcome.page is not None)
        self._browse.setText("Open &Proof" if outcome.is_proof else SHOW)

    def show_refused(
        self,
        text: str,
        findings: Sequence[Finding] = (),
        headlines: Mapping[str, str] | None = None,
        more: int = 0,
    ) -> None:
        """Say in one line why nothing was written; everything that was filled in is still there."""
        if self.over:
            return
        self._what.setText(MENDING if findings else STOPPED if text != CANCELLED else ENDED)
        self._why.setText(text)
        self.refused.setVisible(bool(findings))
        self.refused.show_findings(findings, headlines or {}, len(findings) + more, 0)
        self.refused.told.hide()
        self._show(self._trouble, REFUSED)
        if findings:
            self.refused.take_keyboard()

    def show_cancelled(self) -> None:
        """Say that it was ended, and that what was there before stands."""
        self.show_refused(CANCELLED)

    def show_site(self, site: Mapping[str, str]) -> None:
        """The site says something else of itself now."""
        if not self.over:
            self.form.show_site(site)

    def reject(self) -> None:
        """Esc and the left button: end what is under way, go back, or close, whichever the page offers."""
        if self._face is GOING:
            self._now.setText("Cancelling…")
            self._cancel.setEnabled(False)
            self.cancel_requested.emit()
        elif self._face is REFUSED:
            self._show(self._questions, ASKING)
            self.form.take_keyboard()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: closing is rejecting, and an export goes on behind a dialog that was closed."""
        if self._face is GOING:
            self._go_on_writing()
        self._face = ASKING
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Questions and findings stand side by side where there is room, else below each other."""
        super().resizeEvent(event)
        wide = self.width() >= NARROW
        across = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(across)
        self._look()

    def _build(self) -> None:
        from deskeditor.ui.dialogs.export_report import ExportReport

        self.report = ExportReport(self)
        self.bar.setAccessibleName("Progress")
        self.bar.setTextVisible(False)
        for label in (self._now, self._why):
            label.setWordWrap(True)
        self._nothing = Message(self)
        self._nothing.say(NOTHING)
        inside = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(2, 2, 2, 2)
        self._columns.setSpacing(32)
        self._columns.addWidget(self.form, 3)
        self._columns.addLayout(self._checks(), 2)
        self._questions = QScrollArea(self)
        self._questions.setWidget(inside)
        self._questions.setWidgetResizable(True)
        self._questions.setFrameShape(QFrame.Shape.NoFrame)
        self._questions.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._questions.setProperty("role", "bare")
        inside.setProperty("role", "bare")
        self._questions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._progress = self._page(self._head, self._now, self.bar)
        self._trouble = self._page(self._stopped(), self.refused)
        for page in (self._nothing, self._questions, self.report):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._short)

    def _stopped(self) -> QWidget:
        """The sign, what became of it, and why."""
        part = QWidget(self)
        words, row = QVBoxLayout(), QHBoxLayout(part)
        words.addWidget(self._what)
        words.addWidget(self._why)
        words.setSpacing(4)
        words.addStretch()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(Sign("warning", icons.Ink.WARNING, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return part

    def _checks(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(plain_label("Before it leaves", "section"))
        column.addWidget(self.findings, 1)
        return column

    def _page(self, *parts: QWidget) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in parts:
            column.addWidget(part, 1 if isinstance(part, FindingsList) else 0)
        column.addStretch()
        self._pages.addWidget(page)
        return page

    def _connect(self) -> None:
        self.form.changed.connect(self._look)
        self._questions.verticalScrollBar().valueChanged.connect(self._look)
        self.form.scope_changed.connect(lambda _: self.ask_for_check())
        self.form.site_requested.connect(self.site_requested)
        for jumping in (
            self.findings.jump_requested,
            self.refused.jump_requested,
            self.report.jump_requested,
        ):
            jumping.connect(self.jump_requested)
        self._go.clicked.connect(self._on_go)
        self._open.clicked.connect(lambda: self._opening(lambda made: made.folder))
        self._browse.clicked.connect(lambda: self._opening(lambda made: made.page))
        self._copy.clicked.connect(self._on_copy)

    def _resize(self) -> None:
        """As large as the work wants, as far as the screen goes."""
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 60))
        self.setMinimumSize(480, 360)

    def _show(self, page: QWidget, face: Face) -> None:
        here = self.focusWidget()
        self._face = face
        self._pages.setCurrentWidget(page)
        for button, words in ((self._go, face.wanted), (self._cancel, face.cancel)):
            button.setText(words)
            button.setVisible(bool(words))
            button.setEnabled(True)
        for button in (self._copy, self._open, self._browse):
            button.setVisible(face.done)
        self._look()
        if face in (GOING, DONE, REFUSED):
            if here is None or not here.isVisible():
                self._go.setFocus()
            said = {id(GOING): self._head.text(), id(REFUSED): self._why.text()}.get(
                id(face), "The export is done"
            )
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        elif face is ASKING:
            self.form.take_keyboard()

    def _look(self) -> None:
        inside = FORMS[self.form.form].inside
        self.findings.tell_by(told_inside if inside else told)
        ready = self.form.request() is not None and (inside or not self.findings.blocked)
        self._go.setEnabled(ready or self._face is not ASKING)
        # Below each other the findings are out of sight, and the button needs its reason beside it.
        line = self.findings.told
        seen = self.width() >= NARROW or self._face is not ASKING or not line.visibleRegion().isEmpty()
        show_role(self._short, str(line.property("role")), "" if seen else line.text())

    def _on_go(self) -> None:
        if self._face is DONE:
            self.accept()
        elif self._face is GOING:
            self._go_on_writing()
        else:
            request = self.form.request()
            if request is None:
                self._show(self._questions, ASKING)
                return
            self.begin(request)

    def begin(self, request: ExportRequest) -> None:
        """Wish for an export and wait for news of it."""
        self.show_progress(Progress("", 0, 0, request.form))
        self.export_requested.emit(request)

    def _go_on_writing(self) -> None:
        self._face = ASKING
        self.accept()
        self.left.emit()

    def _opening(self, which: Callable[[Outcome], Path | None]) -> None:
        path = which(self._outcome) if self._outcome else None
        if path is not None:
            self.open_requested.emit(path)

    def _on_copy(self) -> None:
        if self._outcome is not None:
            self.copied.emit(as_text(self._outcome))
            self._copy.setText("Copied")
