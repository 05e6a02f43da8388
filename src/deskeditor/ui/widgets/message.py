"""What a pane shows where it has nothing to show: a sign, a line, a sentence, and what to do about it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from deskeditor.ui import icons
from deskeditor.ui.widgets.sign import Sign


@dataclass(frozen=True)
class Offer:
    """A button below a message; the first of several is the one that is recommended."""

    key: str
    label: str


@dataclass(frozen=True)
class Saying:
    """A whole message; `sign` is a name of `icons`."""

    sign: str
    title: str
    text: str = ""
    offers: tuple[Offer, ...] = ()


class Message(QWidget):
    """Stands in the middle of a pane; `chosen` carries the key of the button that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saying: Saying | None = None
        self._sign = Sign("info", icons.Ink.MUTED, self)
        self._title = QLabel(self)
        self._text = QLabel(self)
        self._buttons = QHBoxLayout()
        self._title.setProperty("role", "heading")
        self._text.setProperty("role", "muted")
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()

    @property
    def saying(self) -> Saying | None:
        """What is shown."""
        return self._saying

    def say(self, saying: Saying) -> None:
        """Show a message in place of the last one."""
        self._saying = saying
        self._title.setText(saying.title)
        self._text.setText(saying.text)
        self._text.setVisible(bool(saying.text))
        self._put_buttons(saying.offers)
        self._sign.show_sign(saying.sign, icons.Ink.MUTED)

    def _put_buttons(self, offers: tuple[Offer, ...]) -> None:
        while item := self._buttons.takeAt(0):
            if button := item.widget():
                button.hide()
                button.deleteLater()
        for number, offer in enumerate(offers):
            button = QPushButton(offer.label, self)
            button.setProperty("role", "primary" if number == 0 else "")
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, key=offer.key: self.chosen.emit(key))
            self._buttons.addWidget(button)

    def _lay_out(self) -> None:
        self._buttons.setSpacing(8)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 48)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addSpacing(8)
        column.addLayout(self._buttons)
        column.addStretch(3)
