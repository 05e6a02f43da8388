"""What all dialogs share: a heading, fields below their labels, and one row of buttons."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Dialog(QDialog):
    """Opens at once and answers by signals; once closed it is gone.

    `over` is true from then on: an answer that was still on its way to it must be dropped.
    """

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.over = False
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 24, 24, 24)
        self.body.setSpacing(8)
        self.body.addWidget(plain_label(title, "title"))
        self.body.addSpacing(8)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: a dialog does not count the lines into which its sentences break."""
        self.resize(self.width(), max(self.height(), self.body.totalHeightForWidth(self.width())))
        super().showEvent(event)

    def done(self, result: int) -> None:
        """Every way of closing comes through here."""
        self.over = True
        super().done(result)

    def add_field(self, label: str, field: QWidget, hint: str = "") -> QLabel:
        """Put a field below its label, `&` before its key; the returned label is the hint below the field."""
        name = QLabel(label, self)
        name.setBuddy(field)
        field.setAccessibleName(label.replace("&", ""))
        below = plain_label(hint, "small")
        below.setWordWrap(True)
        below.setVisible(bool(hint))
        self.body.addWidget(name)
        self.body.addWidget(field)
        self.body.addWidget(below)
        self.body.addSpacing(8)
        if hint:
            field.setAccessibleDescription(hint)
        return below

    def add_hint(self, text: str) -> QLabel:
        """Put a sentence of explanation."""
        label = plain_label(text, "small")
        label.setWordWrap(True)
        self.body.addWidget(label)
        return label

    def add_close(self) -> QPushButton:
        """Put the one button of a dialog that only shows."""
        button = QPushButton("Close", self)
        button.setDefault(True)
        button.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button)
        self.body.addSpacing(8)
        self.body.addLayout(row)
        return button

    def add_buttons(self, primary: str, *others: QPushButton) -> QPushButton:
        """Put `others` to the left, and cancel and the wanted one to the right; Enter presses the latter."""
        # Made last, so that the tabulator comes to them last.
        cancel, wanted = QPushButton("Cancel", self), QPushButton(primary, self)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        cancel.setObjectName("cancel")
        wanted.setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in others:
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(wanted)
        self.body.addSpacing(8)
        self.body.addStretch()
        self.body.addLayout(row)
        return wanted


def plain_label(text: str, role: str) -> QLabel:
    """A label that shows its text as it stands, in one of the roles of the style sheet."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def show_role(label: QLabel, role: str, text: str) -> None:
    """Give a label another text in another role."""
    label.setText(text)
    label.setVisible(bool(text))
    if label.property("role") != role:
        label.setProperty("role", role)
        label.style().polish(label)
