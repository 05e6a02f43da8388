"""One line at the bottom of the window: what was done and how to undo it, or what went wrong."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from deskeditor.ui import icons
from deskeditor.ui.hands import holds_keyboard
from deskeditor.ui.widgets.sign import Sign

SHORT_MS = 6_000
LONG_MS = 12_000


@dataclass(frozen=True)
class Line:
    """A message with at most one thing to do about it; an error waits until it was closed."""

    text: str
    label: str = ""
    do: Callable[[], object] | None = None
    error: bool = False
    stays: bool = False


class Notice(QFrame):
    """Shows the newest line; an error that was covered by a passing line comes back after it.

    While the keyboard is in it nothing changes there: a key would press what somebody has not read.
    """

    closed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errors: list[Line] = []
        self._line: Line | None = None
        self._next: list[Line] = []
        self._sign = Sign("check", icons.Ink.SUCCESS, self, 18)
        self._text = QLabel(self)
        self._button = QPushButton(self)
        self._close = QToolButton(self)
        self._leaving = QTimer(self, singleShot=True)
        self._leaving.timeout.connect(self._on_time)
        self._button.clicked.connect(self._on_pressed)
        self._close.clicked.connect(self.close_line)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self._dress()
        self._lay_out()
        self.hide()

    @property
    def line(self) -> Line | None:
        """What is shown now."""
        return self._line

    def tell(self, text: str, label: str = "", do: Callable[[], object] | None = None) -> None:
        """Say what was done; it goes by itself after a while, or when its button was pressed."""
        self._come(Line(text, label, do))

    def tell_progress(self, text: str, label: str, do: Callable[[], object]) -> None:
        """Say what is under way and how to end it; it stays until something else is said or it is closed."""
        self._come(Line(text, label, do, stays=True))

    def close_progress(self) -> None:
        """What was under way has ended."""
        self._next = [line for line in self._next if not line.stays]
        if self._line is None or not self._line.stays:
            return
        if self._has_keyboard():
            self._leaving.start(SHORT_MS)
        else:
            self.close_line()

    def show_error(self, text: str, label: str = "", do: Callable[[], object] | None = None) -> None:
        """Say what went wrong; it stays until it is closed, and the same error is said once."""
        line = Line(text, label, do, error=True)
        self._errors = [*(one for one in self._errors if one.text != text), line]
        self._come(line)

    def close_line(self) -> None:
        """Take the line away; a covered error takes its place."""
        gone = self._line
        if gone is None:
            return
        if gone.error:
            self._errors = [one for one in self._errors if one is not gone]
        self.closed.emit(gone.text)
        if self._next:
            self._show(self._next.pop(0))
        elif self._errors:
            self._show(self._errors[-1])
        else:
            self._leaving.stop()
            self._line = None
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        """A line that is being read does not go away."""
        self._leaving.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if self._line is not None and not self._line.error and not self._line.stays:
            self._leaving.start(SHORT_MS)
        super().leaveEvent(event)

    def _has_keyboard(self) -> bool:
        return not self.isHidden() and holds_keyboard(self)

    def _on_focus(self) -> None:
        if self._next and not self._has_keyboard():
            self._show(self._next.pop(0))

    def _come(self, line: Line) -> None:
        if self._has_keyboard():
            self._next.append(line)
        else:
            self._show(line)

    def _on_time(self) -> None:
        if self._has_keyboard():
            self._leaving.start(SHORT_MS)
        else:
            self.close_line()

    def _on_pressed(self) -> None:
        line = self._line
        self.close_line()
        if line is not None and line.do is not None:
            line.do()

    def _show(self, line: Line) -> None:
        self._leaving.stop()
        if not (line.error or line.stays):
            self._leaving.start(LONG_MS if line.label else SHORT_MS)
        self._line = line
        self._text.setText(line.text)
        self._text.setToolTip(line.text)
        self._button.setText(line.label)
        self._button.setVisible(bool(line.label))
        self.setProperty("role", "error-notice" if line.error else "notice")
        for part in (self, self._text):
            part.style().polish(part)
        self._sign.show_sign(
            "error" if line.error else "check", icons.Ink.DANGER if line.error else icons.Ink.SUCCESS
        )
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, line.text))

    def _dress(self) -> None:
        self.setAccessibleName("Message")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._button.setProperty("role", "quiet")
        self._button.setAutoDefault(False)
        # A click leaves the keyboard where somebody types.
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.setIcon(icons.icon("close"))
        self._close.setToolTip("Close the message")
        self._close.setAccessibleName("Close the message")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
