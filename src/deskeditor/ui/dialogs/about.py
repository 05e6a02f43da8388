"""What this program is, and whose work it stands on."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from deskeditor.ui.dialogs.dialog import Dialog, plain_label

_WHAT = "Write offline, see the page as you type, export HTML that is ready to publish."
_THANKS = (
    "Qt and PySide6 (LGPL), SQLite (public domain), sqlite-utils (Apache 2.0), Python-Markdown (BSD), "
    "nh3 (MIT), Phosphor Icons (MIT), Inter and Source Serif 4 (SIL Open Font License)"
)


class AboutDialog(Dialog):
    """Version, what it is for, what it is made of; everything can be selected and copied into a report."""

    def __init__(self, version: str, facts: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__("About deskeditor", parent)
        what = plain_label(_WHAT, "muted")
        what.setWordWrap(True)
        self.facts = QPlainTextEdit("\n".join((f"deskeditor {version}", *facts)), self)
        self.facts.setReadOnly(True)
        self.facts.setTabChangesFocus(True)
        self.facts.setFixedHeight(96)
        thanks = plain_label(f"Built on {_THANKS}.", "small")
        thanks.setWordWrap(True)
        self.body.addWidget(what)
        self.body.addSpacing(8)
        self.add_field("&Versions", self.facts)
        self.body.addWidget(thanks)
        self.add_close().setFocus()
        self.setFixedWidth(460)
