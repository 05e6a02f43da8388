"""One line at the bottom of the window while an export goes on behind the writing: how far, and an end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from deskeditor.ui import icons
from deskeditor.ui.hands import release_keyboard
from deskeditor.ui.widgets.sign import Sign


class UnderwayLine(QFrame):
    """`cancel_requested` asks to end it, `shown_requested` to see more of it."""

    cancel_requested = Signal()
    shown_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._text = QLabel(self)
        self._bar = QProgressBar(self)
        self._show = QPushButton("Show", self)
        self._cancel = QPushButton("Cancel", self)
        self._dress()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(Sign("export", icons.Ink.MUTED, self, 18))
        row.addWidget(self._text, 1)
        for part in (self._bar, self._show, self._cancel):
            row.addWidget(part)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty while nothing goes on."""
        return self._words if not self.isHidden() else ""

    def tell(self, text: str, done: int, of: int) -> None:
        """Say what goes on and how far it is."""
        self._words = text
        self._elide()
        self._bar.setMaximum(of)
        self._bar.setValue(done)
        self._cancel.setEnabled(True)
        self.show()

    def end(self) -> None:
        """Nothing goes on any more."""
        above = self.parentWidget()
        if above is not None:
            release_keyboard(self, above)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long headline ends in … so that the buttons stay."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = max(40, self._text.width())
        self._text.setText(
            self._text.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        )
        self._text.setToolTip(self._words)

    def _dress(self) -> None:
        self.setAccessibleName("Export under way")
        self.setProperty("role", "notice")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar.setAccessibleName("Progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        for button in (self._show, self._cancel):
            button.setProperty("role", "quiet")
            button.setAutoDefault(False)
            # A click leaves the keyboard where somebody types.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._show.setAccessibleName("Show the export")
        self._cancel.setAccessibleName("Cancel the export")
        self._show.clicked.connect(self.shown_requested)
        self._cancel.clicked.connect(self._on_cancel)

    def _on_cancel(self) -> None:
        self._cancel.setEnabled(False)
        self.cancel_requested.emit()
