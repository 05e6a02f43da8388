"""What the whole site says of itself, asked in one place and kept with the library."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from deskeditor.ui.dialogs.dialog import Dialog, plain_label, show_role
from deskeditor.ui.dialogs.site_values import Question, questions, troubles
from deskeditor.ui.widgets.keys import TextArea, TextLine

READING = "This library can only be read, so that its site stays as it is."
_LINES = 64


class SiteDialog(Dialog):
    """`kept` carries what was answered, by setting; nothing is kept while one answer will not do."""

    kept = Signal(object)

    def __init__(self, site: Mapping[str, str], writable: bool, parent: QWidget | None = None) -> None:
        super().__init__("Site", parent)
        self._rows = questions()
        self._writable = writable
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._hints: dict[str, QLabel] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        for row in self._rows:
            self._add(row, site.get(row.key, ""))
        if not writable:
            self.add_hint(READING)
            self.body.addSpacing(8)
        self._scroll()
        self._go = self.add_buttons("Keep")
        self._go.clicked.connect(self._on_go)
        self.setMinimumWidth(520)
        self.resize(560, 640)
        for field in self.fields.values():
            field.textChanged.connect(self._judge)
        self._judge()
        self.fields[self._rows[0].key].setFocus()

    def answers(self) -> dict[str, str]:
        """What stands in the fields."""
        return {key: _text(field).strip() for key, field in self.fields.items()}

    def _scroll(self) -> None:
        inside = QWidget(self)
        inside.setProperty("role", "bare")
        inside.setLayout(self._column)
        self._column.setContentsMargins(2, 0, 14, 0)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("role", "bare")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(area, 1)

    def _add(self, row: Question, answer: str) -> None:
        field: QLineEdit | QPlainTextEdit
        if row.long:
            field = TextArea(answer, self)
            field.setFixedHeight(_LINES)
            field.setTabChangesFocus(True)
        else:
            field = TextLine(self, answer)
        field.setPlaceholderText(row.example)
        label, hint = QLabel(row.label, self), plain_label(row.hint, "small")
        label.setBuddy(field)
        hint.setWordWrap(True)
        hint.setVisible(bool(row.hint))
        field.setAccessibleName(row.label.replace("&", ""))
        field.setReadOnly(not self._writable)
        self.fields[row.key], self._hints[row.key] = field, hint
        for part in (label, field, hint):
            self._column.addWidget(part)
        self._column.addSpacing(8)

    def _judge(self) -> None:
        """Say below each field what is wrong with it, while it is typed."""
        wrong = troubles(self.answers())
        for row in self._rows:
            said = wrong.get(row.key, "")
            show_role(self._hints[row.key], "error" if said else "small", said or row.hint)
            field = self.fields[row.key]
            field.setAccessibleDescription(said or row.hint)
            if field.property("invalid") != bool(said):
                field.setProperty("invalid", bool(said))
                field.style().polish(field)
        self._go.setEnabled(self._writable and not wrong)

    def _on_go(self) -> None:
        self.kept.emit(self.answers())
        self.accept()


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    # Qt: toPlainText would turn no-break spaces into spaces.
    return (
        field.text() if isinstance(field, QLineEdit) else field.document().toRawText().replace("\u2029", "\n")
    )
