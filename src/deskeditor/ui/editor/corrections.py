"""The corrections of a story, each with what was wrong and when that was mended; one can add more."""

import json
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from deskeditor.document.fields_json import set_field_from_text
from deskeditor.document.model import Fields
from deskeditor.ui import icons
from deskeditor.ui.editor.inputs import FieldLink, Line, marked_wrong


class CorrectionsField(QWidget):
    """The field `corrections`; the keyboard comes to the first line that lacks something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.link = FieldLink("corrections", self._put, lambda _: None)
        self._rows: list[_Row] = []
        self._read_only = False
        self._add = QPushButton("Add Correction", self)
        self._add.setAccessibleName("Add a correction")
        self._add.clicked.connect(self._on_add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        line = QHBoxLayout()
        line.addWidget(self._add)
        line.addStretch()
        self._column.addLayout(line)
        self.setFocusProxy(self._add)

    def make_read_only(self) -> None:
        """Let them be read and copied."""
        self._read_only = True
        self._add.setEnabled(False)
        for row in self._rows:
            row.make_read_only()

    def _put(self, text: str) -> None:
        """Show these, in the rows that are there as far as they go: the keyboard stays where it was."""
        wanted = json.loads(text or "[]")
        while len(self._rows) > len(wanted):
            self._take(self._rows[-1])
        while len(self._rows) < len(wanted):
            self._new_row()
        for row, each in zip(self._rows, wanted, strict=True):
            row.show_correction(each["at"], each["note"])
        self._lead()

    def _new_row(self) -> "_Row":
        row = _Row(len(self._rows) + 1, self)
        row.edited.connect(self._tell)
        row.removed.connect(lambda: self._on_removed(row))
        if self._read_only:
            row.make_read_only()
        self._column.insertWidget(len(self._rows), row)
        # Qt: a layout shows what was put into it later, and until then it takes no keyboard.
        row.show()
        self._rows.append(row)
        return row

    def _take(self, row: "_Row") -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        for number, each in enumerate(self._rows, 1):
            each.count(number)

    def _on_add(self) -> None:
        row = self._new_row()
        row.show_correction(datetime.now().astimezone().isoformat(timespec="minutes"), "")
        self._tell()
        row.note.setFocus()

    def _on_removed(self, row: "_Row") -> None:
        self._take(row)
        self._tell()
        self._add.setFocus()

    def _tell(self) -> None:
        self.link.typed(json.dumps([{"at": row.at.text(), "note": row.note.text()} for row in self._rows]))
        self._lead()

    def _lead(self) -> None:
        lacking = (line for row in self._rows for line in row.lacking())
        notes = (row.note for row in self._rows)
        self.setFocusProxy(next(lacking, None) or next(notes, self._add))


class _Row(QWidget):
    """One correction: what was wrong above, and below it when it was mended."""

    edited = Signal()
    removed = Signal()

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.note = Line("What was wrong, and what is right", self)
        self.at = Line("Such as 2025-07-25T10:30-05:00", self)
        self._remove = QToolButton(self)
        self._remove.setIcon(icons.icon("trash"))
        self._remove.setToolTip("Remove this correction")
        self.count(number)
        for line in (self.note, self.at):
            line.textEdited.connect(self._on_edited)
        self._remove.clicked.connect(self.removed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.note)
        below = QHBoxLayout()
        below.addWidget(self.at, 1)
        below.addWidget(self._remove)
        column.addLayout(below)

    def count(self, number: int) -> None:
        """Let it be the so many-th."""
        self.note.setAccessibleName(f"Correction {number}")
        self.at.setAccessibleName(f"Time of correction {number}")
        self._remove.setAccessibleName(f"Remove correction {number}")

    def show_correction(self, at: str, note: str) -> None:
        """Show another one, or the same as it is now."""
        for line, text in ((self.at, at), (self.note, note)):
            if line.text() != text:
                line.put(text)
        marked_wrong(self.at, self._wrong_time())

    def make_read_only(self) -> None:
        """Let it be read and copied."""
        self.note.setReadOnly(True)
        self.at.setReadOnly(True)
        self._remove.setEnabled(False)

    def lacking(self) -> Sequence[Line]:
        """The lines that say nothing, or no time."""
        lacks = ((self.note, not self.note.text().strip()), (self.at, bool(self._wrong_time())))
        return [line for line, lacking in lacks if lacking]

    def _on_edited(self) -> None:
        marked_wrong(self.at, self._wrong_time())
        self.edited.emit()

    def _wrong_time(self) -> str:
        if not self.at.text().strip():
            return "The time is missing."
        try:
            set_field_from_text(Fields(), "updated", self.at.text())
        except ValueError as error:
            return str(error).removeprefix("updated: ")
        return ""
