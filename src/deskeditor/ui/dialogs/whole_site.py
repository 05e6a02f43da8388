"""Before the stories of another system come in as a whole: what is different from an import of copy."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from deskeditor.ui.dialogs.dialog import Dialog

SAYS = (
    "Stories whose files say that they are published come in as published, and leave with the next export. "
    "Where an embargo, a hold, a status or a date cannot be understood, the story comes in as ready, on hold."
)
OTHERWISE = "Import Copy never publishes: there, such stories come in as ready."


class WholeSiteDialog(Dialog):
    """Asks whether a whole site moves here; `agreed`: it does."""

    agreed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Import a Whole Site", parent)
        self.add_hint(SAYS)
        self.add_hint(OTHERWISE)
        self.go = self.add_buttons("Choose Files…")
        self.go.clicked.connect(self._on_go)
        self.setMinimumWidth(460)

    def _on_go(self) -> None:
        self.accept()
        self.agreed.emit()
