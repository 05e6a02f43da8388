"""Where a link leads."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from deskeditor.ui.dialogs.addresses import link_address
from deskeditor.ui.dialogs.dialog import Dialog, show_role
from deskeditor.ui.widgets.keys import TextLine

_HINT = "A web address, an e-mail address, or article: with the id of an article. https:// is added for you."
_WRONG = "Nobody could follow this address. It should look like example.org/page."


@dataclass(frozen=True)
class LinkRequest:
    """A whole address, and the words that carry it; no words where the selection is to stay as it is."""

    address: str
    text: str


class LinkDialog(Dialog):
    """Asks for an address and its words; an existing link can be taken off."""

    link_requested = Signal(object)
    unlink_requested = Signal()

    def __init__(self, address: str = "", text: str = "", parent: QWidget | None = None) -> None:
        super().__init__("Edit Link" if address else "Add Link", parent)
        self.address = TextLine(self, address)
        self.text = TextLine(self, text)
        self.address.setPlaceholderText("example.org/page")
        self.address.setClearButtonEnabled(False)
        self._hint = self.add_field("&Address", self.address, _HINT)
        self.add_field("&Words", self.text)
        self._unlink = QPushButton("&Remove Link", self)
        self._unlink.setProperty("role", "danger")
        self._unlink.setVisible(bool(address))
        self._unlink.clicked.connect(self._on_unlink)
        self._done = self.add_buttons("Save" if address else "Add Link", self._unlink)
        self._done.clicked.connect(self._on_done)
        self.address.textChanged.connect(self._judge)
        self._judge()
        self.address.setFocus()
        self.address.selectAll()
        self.setMinimumWidth(460)

    def _judge(self) -> None:
        """Say what is wrong only to one who has typed something."""
        typed = self.address.text()
        good = link_address(typed) is not None
        wrong = bool(typed.strip()) and not good
        self._done.setEnabled(good)
        show_role(self._hint, "error" if wrong else "small", _WRONG if wrong else _HINT)
        self.address.setProperty("invalid", "true" if wrong else "false")
        self.address.style().polish(self.address)

    def _on_done(self) -> None:
        address = link_address(self.address.text())
        if address is not None:
            self.link_requested.emit(LinkRequest(address, self.text.text().strip()))
            self.accept()

    def _on_unlink(self) -> None:
        self.unlink_requested.emit()
        self.accept()
