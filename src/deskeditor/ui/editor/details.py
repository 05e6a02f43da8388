"""The fields that are needed now and then: slug, times, texts for elsewhere, picture, related stories."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget

from deskeditor.document.model import Fields
from deskeditor.ui.editor.corrections import CorrectionsField
from deskeditor.ui.editor.inputs import FieldLink, LineField


@dataclass(frozen=True, slots=True)
class Detail:
    """One row of the form; `hint` says what belongs there."""

    name: str
    label: str
    hint: str


DETAILS = (
    Detail("slug", "Slug", "Made from the headline while empty"),
    Detail("tags", "Tags", "Separated by commas"),
    Detail("language", "Language", "en, de, ar …"),
    Detail("priority", "Priority", "1 is the most urgent"),
    Detail("published", "Published", "Such as 2025-07-25T10:30-05:00"),
    Detail("updated", "Updated", "Such as 2025-07-25T10:30-05:00"),
    Detail("embargo", "Embargo", "Not before this time"),
    Detail("hold", "Hold", "Why it may not leave; clear it when that is settled"),
    Detail("seo_title", "Search title", "For search engines, where it differs from the headline"),
    Detail("seo_description", "Search description", "50 to 160 letters"),
    Detail("social_text", "Social text", "For posts that link here"),
    Detail("note_to_editor", "Note to the editor", "Stays inside: never exported"),
)

MOST_HEIGHT, LEAST_ROWS = 300, 3
_BELOW_ROW = 3


class Details(QWidget):
    """The form of these fields."""

    picture_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        form = QFormLayout(self)
        form.setContentsMargins(0, 8, 8, 8)
        form.setSpacing(6)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.links: list[FieldLink] = []
        self._lines: list[LineField] = []
        for detail in DETAILS:
            field = LineField(detail.name, detail.label, self)
            field.setPlaceholderText(detail.hint)
            label = QLabel(detail.label, self)
            label.setBuddy(field)
            form.addRow(label, field)
            self.links.append(field.link)
            self._lines.append(field)
        self._picture = QLabel(self)
        self._picture.setWordWrap(True)
        self._choose = QPushButton("Choose…", self)
        self._choose.setAccessibleName("Choose the lead picture")
        self._choose.clicked.connect(self.picture_requested)
        row = QHBoxLayout()
        row.addWidget(self._picture, 1)
        row.addWidget(self._choose)
        form.addRow(QLabel("Lead picture", self), row)
        self._related = QLabel(self)
        self._related.setAccessibleName("Related stories")
        self._related.setWordWrap(True)
        self._related.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        form.addRow(QLabel("Related", self), self._related)
        self._corrections = CorrectionsField(self)
        self.links.append(self._corrections.link)
        form.addRow(QLabel("Corrections", self), self._corrections)
        self.places: Mapping[str, QWidget] = {
            "lead_picture": self._choose,
            "related": self._related,
            "corrections": self._corrections,
        }
        """Where the keyboard goes for a field that is not typed here."""

    def row_ends(self) -> Sequence[int]:
        """How far down each line of the form reaches, and below them the whole of it."""
        layout = self.layout()
        if layout is not None:
            # Qt: a form that was not shown yet has not been laid out.
            layout.activate()
        return [*(line.geometry().bottom() + _BELOW_ROW for line in self._lines), self.height()]

    def make_read_only(self) -> None:
        """Offer no other picture and no correction."""
        self._choose.setEnabled(False)
        self._corrections.make_read_only()

    def show_fields(self, fields: Fields) -> None:
        """Show what is not typed here: the lead picture and the related stories."""
        lead = fields.lead_picture
        self._picture.setText((lead.caption or lead.alt or "No caption yet") if lead else "None")
        lines = [each.headline + ("" if each.article else " (waiting)") for each in fields.related]
        self._related.setText("\n".join(lines) or "None")


class Sheet(QScrollArea):
    """The form, scrolled where there is no room for it; no line of it is cut at its foot."""

    def __init__(self, details: Details, parent: QWidget) -> None:
        super().__init__(parent)
        self._details = details
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(details)
        self.setAccessibleName("Details")
        ends = details.row_ends()
        self.setMaximumHeight(MOST_HEIGHT)
        self.setMinimumHeight(ends[LEAST_ROWS - 1])
        self.verticalScrollBar().setSingleStep(ends[1] - ends[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """End below the last line that has room."""
        super().resizeEvent(event)
        room = self.height()
        whole = max((end for end in self._details.row_ends() if end <= room), default=room)
        self.setViewportMargins(0, 0, 0, room - whole)
