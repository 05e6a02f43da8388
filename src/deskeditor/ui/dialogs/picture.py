"""A picture and the three things a reader is owed about it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from deskeditor.document.cropping import Focus
from deskeditor.document.model import Picture
from deskeditor.files import shown as shown_name
from deskeditor.ui.dialogs.dialog import Dialog, plain_label, show_role
from deskeditor.ui.dialogs.focal_point import HINT, FocusChoice, image_of, shown_image
from deskeditor.ui.widgets.keys import TextArea, TextLine

if TYPE_CHECKING:
    from deskeditor.intake.reader import Thumbnail

_FILES = "Pictures (*.jpg *.jpeg *.png *.webp *.gif *.avif)"
_THUMB = QSize(160, 112)
LARGEST = QSize(640, 640)
"""Pixels of the picture that a dialog shows, at the most."""
_ALT = "Says what can be seen, for readers who cannot see it: “Firefighters carry a hose up a stairwell.”"
_CAPTION = "Stands below the picture: who, where, when."
_CREDIT = "Who made it: name and agency. Without it the picture may not be published."
_LATER = "Needed before the story can be published. "


@dataclass(frozen=True)
class PictureRequest:
    """What was filled in; `file` is None where the picture itself stays as it was."""

    file: Path | None
    alt: str
    caption: str
    credit: str
    focus: Focus | None = None


class PictureDialog(Dialog):
    """Asks for file, description, caption and credit; what is missing is named, and may be added later."""

    picture_requested = Signal(object)
    look_requested = Signal(object)

    def __init__(
        self, picture: Picture | None = None, shown: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("Edit Picture" if picture else "Add Picture", parent)
        self._file: Path | None = None
        self._has_picture = picture is not None
        self.thumb = QLabel(self)
        self._name = plain_label("JPEG, PNG, WebP, GIF or AVIF", "small")
        self.choose = QPushButton("Choose &File…", self)
        self.body.addLayout(self._file_row())
        self.add_stage(picture)
        self.body.addSpacing(8)
        self.alt = TextLine(self, picture.alt if picture else "")
        self.caption = TextArea(picture.caption if picture else "", self)
        self.credit = TextLine(self, picture.credit if picture else "")
        self.caption.setTabChangesFocus(True)
        self.caption.setFixedHeight(64)
        self._alt_hint = self.add_field("&Description (alt text)", self.alt, _ALT)
        self.add_field("&Caption", self.caption, _CAPTION)
        self._credit_hint = self.add_field("C&redit", self.credit, _CREDIT)
        self._done = self.add_buttons("Save" if picture else "Add Picture")
        self._done.clicked.connect(self._on_done)
        self.choose.clicked.connect(self._on_choose)
        for field in (self.alt, self.credit):
            field.textChanged.connect(self._judge)
        self.draw(shown_image(shown, LARGEST) if shown else None)
        self._judge()
        self.choose.setFocus()
        self.setMinimumWidth(520)

    def take_file(self, file: Path) -> None:
        """Take a chosen or dropped file."""
        self._file = file
        self._name.setText(shown_name(file))
        self.thumb.setText("…")
        self.look_requested.emit(file)
        self._judge()

    def show_look(self, file: Path, seen: "Thumbnail | None") -> None:
        """The chosen file as it was read; None where it cannot be shown."""
        if file == self._file:
            self.draw(image_of(seen))

    def add_stage(self, picture: Picture | None) -> None:
        """Put what stands between the file and the words: nothing where a picture is never cropped."""

    def focus(self) -> Focus | None:
        """The point that crops must show, where one was chosen."""
        return None

    def _file_row(self) -> QHBoxLayout:
        self.thumb.setFixedSize(_THUMB)
        self.thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.thumb.setProperty("role", "well")
        self.thumb.setAccessibleName("The chosen picture")
        self.choose.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.thumb)
        row.addWidget(self.choose)
        row.addWidget(self._name, 1)
        return row

    def draw(self, image: QImage | None) -> None:
        """Show the picture, or why there is none to be seen."""
        if image is None:
            self.thumb.setText("No picture")
            return
        if image.isNull():
            self.thumb.setText("Cannot be shown")
            return
        picture = QPixmap.fromImage(image)
        self.thumb.setPixmap(
            picture.scaled(
                _THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )

    def _judge(self) -> None:
        self._done.setEnabled(self._has_picture or self._file is not None)
        for field, hint, text in (
            (self.alt, self._alt_hint, _ALT),
            (self.credit, self._credit_hint, _CREDIT),
        ):
            missing = not field.text().strip()
            show_role(hint, "warning" if missing else "small", _LATER + text if missing else text)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, "Choose a picture", "", _FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.take_file(Path(name)))
        dialog.open()

    def _on_done(self) -> None:
        request = PictureRequest(
            self._file,
            self.alt.text().strip(),
            _one_line(self.caption.document().toRawText()),
            self.credit.text().strip(),
            self.focus(),
        )
        self.picture_requested.emit(request)
        self.accept()


class LeadPictureDialog(PictureDialog):
    """The lead picture also stands cropped, in lists: asks for the point that must stay in sight."""

    def add_stage(self, picture: Picture | None) -> None:
        self.focal = FocusChoice(self)
        self.focal.choose(picture.focus if picture else None)
        self.thumb.hide()
        self.body.addSpacing(8)
        self.body.addWidget(self.focal)
        self.add_hint(HINT)

    def take_file(self, file: Path) -> None:
        """Another picture has its own point."""
        self.focal.choose(None)
        super().take_file(file)

    def draw(self, image: QImage | None) -> None:
        super().draw(image)
        self.focal.show_image(image or QImage())

    def focus(self) -> Focus | None:
        return self.focal.chosen


def _one_line(raw: str) -> str:
    """Qt: raw text parts paragraphs by U+2029, and keeps the no-break spaces that plain text would lose."""
    return raw.replace("\u2029", " ").replace("\u2028", " ").strip()
