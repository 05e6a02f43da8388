"""The status line: how long the story is, how long it takes to read, how safe it is."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from deskeditor.document.text import reading_minutes, words
from deskeditor.session.autosave import Keeping, Kept
from deskeditor.session.draft import Draft
from deskeditor.ui import icons
from deskeditor.ui.hands import release_keyboard

COUNT_MS = 300
HUGE = 200_000
"""Letters from which on counting waits for the end of a burst of keys: it would be felt among them."""

SAYINGS = {
    Kept.EDITED: "● Edited",
    Kept.SAVING: "◌ Saving…",
    Kept.SAVED: "✓ Saved",
    Kept.FAILED: "⚠ Not saved",
}


class StatusLine(QStatusBar):
    """Counts a little after the last key, never within it; `checks_requested` asks for the findings."""

    checks_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._place = QLabel(self)
        self._length = QLabel(self)
        self._kept = QLabel(self)
        self._length.setAccessibleName("Length")
        self._kept.setAccessibleName("Saved state")
        self._place.setObjectName("place")
        self.checks = self._checks_button()
        self.addWidget(self._place, 1)
        self.addPermanentWidget(self.checks)
        for label in (self._length, self._kept):
            self.addPermanentWidget(label)
        self._resting = SAYINGS[Kept.SAVED]
        self._draft: Draft | None = None
        self._counting = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._counting.timeout.connect(self._count)

    def show_draft(self, draft: Draft | None) -> None:
        """Count another draft from now on."""
        if self._draft is not None:
            self._draft.changed.disconnect(self._on_changed)
        self._draft = draft
        self._kept.setText(self._resting if draft else "")
        if draft is not None:
            draft.changed.connect(self._on_changed)
        self._count()

    def make_read_only(self) -> None:
        """Nothing is saved here, so that nothing may be called saved."""
        self._resting = "Read only"

    @Slot(object)
    def show_keeping(self, keeping: Keeping) -> None:
        """Say how safe the newest letter is."""
        self._kept.setText(SAYINGS[keeping.kept])
        self._kept.setToolTip(keeping.message)

    def show_checks(self, text: str, *, blocks: bool) -> None:
        """Say how many findings there are; nothing while they are not known."""
        if text == self.checks.text():
            return
        self.checks.setText(text)
        self.checks.setAccessibleName(f"Checks: {text}")
        sign = ("error", icons.Ink.DANGER) if blocks else ("warning", icons.Ink.WARNING)
        self.checks.setIcon(icons.icon(*(sign if "ask" in text or blocks else ("check", icons.Ink.SUCCESS))))
        if not text:
            release_keyboard(self.checks, self)
        self.checks.setVisible(bool(text))

    def show_place(self, text: str) -> None:
        """Say which library this is, and who else has it."""
        self._place.setText(text)

    def _checks_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("checksCount")
        button.setProperty("role", "status")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(14, 14))
        button.setToolTip("Show what is found in this story (Ctrl+Shift+K)")
        button.setAccessibleName("Checks")
        button.clicked.connect(self.checks_requested)
        button.hide()
        return button

    @Slot(object)
    def _on_changed(self, _change: object) -> None:
        huge = self._draft is not None and len(self._draft.document.text) > HUGE
        if huge or not self._counting.isActive():
            self._counting.start()

    @Slot()
    def _count(self) -> None:
        if self._draft is None:
            self._length.setText("")
            return
        count = words(self._draft.document.text)
        minutes = reading_minutes(count)
        self._length.setText(f"{count:,} {'word' if count == 1 else 'words'} · {minutes} min read")
