"""The hold of a story, above its text for as long as there is one: the words, and the way to settle them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from deskeditor.ui.editor.inputs import FieldLink

SAYS = "On hold, so that it cannot leave: "
HOW = "Set the embargo if there is one, then clear the hold."


class HoldLine(QFrame):
    """The field `hold` as a line that is only there while the field is not empty.

    `embargo_requested` leads to the field where the embargo is set.
    """

    embargo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "error-notice")
        self.link = FieldLink("hold", self._put, lambda _: None)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._words.setAccessibleName("Hold")
        self.embargo = QPushButton("Set Embargo", self)
        self.embargo.clicked.connect(self.embargo_requested)
        self.clear = QPushButton("Clear Hold", self)
        self.clear.setToolTip(HOW)
        self.clear.setAccessibleDescription(HOW)
        self.clear.clicked.connect(self._on_clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.embargo)
        row.addWidget(self.clear)
        self.hide()

    def make_read_only(self) -> None:
        """Let the words be read and copied."""
        self.embargo.setEnabled(False)
        self.clear.setEnabled(False)

    def _put(self, words: str) -> None:
        self._words.setText(f"{SAYS}“{words}”" if words else "")
        self._words.setAccessibleDescription(words)
        self.setVisible(bool(words))

    def _on_clear(self) -> None:
        self.link.typed("")
        self._put("")
