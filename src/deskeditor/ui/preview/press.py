"""The press: a proof in, the sheets of a PDF out, printed by a browser that is as shut in as the preview's.

What holds of the PDF (Qt 6.11, tried): its text is text, can be searched and copied, and stands in the order
of the page; pictures and typefaces are inside. It is not tagged and names neither language nor title,
whatever Chromium is told: it is for paper and for eyes, and whoever listens to a page is served by the single
HTML file. Right-to-left words are found whole, but a mark above a letter may come before its letter.
"""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPdf import QPdfDocument

from deskeditor.publish.proof import EDGES, LETTER, Proof
from deskeditor.session.export_process import Sheets
from deskeditor.ui.preview.locked import LockedPage, locked_profile
from deskeditor.ui.preview.serving import ADDRESS, register_scheme

DEADLINE_MS = 30_000
STUCK = (
    "The proof could not be printed: the program that lays out the page stopped. "
    "Nothing was written; your text is safe. Try again."
)


class Press(QObject):
    """Prints one proof at a time; `printed` carries its Sheets, `failed` a sentence. The window goes on."""

    printed = Signal(object)
    failed = Signal(str)

    def __init__(self, media: Path, parent: QObject) -> None:
        super().__init__(parent)
        register_scheme()
        self._profile, self._serving = locked_profile(media, self)
        self._page: LockedPage | None = None
        self._deadline = QTimer(self, singleShot=True, interval=DEADLINE_MS)
        self._deadline.timeout.connect(self._on_stuck)

    def print(self, proof: Proof, out: Path) -> None:
        """Begin; what was being printed is put away."""
        self.stop()
        page = LockedPage(self._profile, self)
        self._page = page
        self._serving.shell = proof.html
        page.loadFinished.connect(lambda well: self._on_loaded(page, well, proof, out))
        page.renderProcessTerminated.connect(self._on_stuck)
        self._deadline.start()
        page.load(QUrl(ADDRESS))

    def close(self) -> None:
        """Qt: a page has to go before its profile does, and may not wait for the event loop to do so."""
        page, self._page = self._page, None
        self._deadline.stop()
        if page is not None:
            shiboken6.delete(page)

    def stop(self) -> None:
        """Put the page away; nothing more is heard of it."""
        self._deadline.stop()
        self._serving.shell = ""
        page, self._page = self._page, None
        if page is not None:
            # Qt: a page that is deleted while it answers takes the program with it.
            page.deleteLater()

    def _on_loaded(self, page: LockedPage, well: bool, proof: Proof, out: Path) -> None:
        if page is not self._page:
            return
        if not well:
            self._on_stuck()
            return
        page.printToPdf(lambda content: self._on_printed(page, content, out), _layout(proof))

    def _on_printed(self, page: LockedPage, content: QByteArray, out: Path) -> None:
        if page is not self._page:
            return
        self.stop()
        pages = _count(content)
        if pages:
            self.printed.emit(Sheets(out, bytes(content.data()), pages))
        else:
            self.failed.emit(STUCK)

    def _on_stuck(self) -> None:
        self.stop()
        self.failed.emit(STUCK)


def _layout(proof: Proof) -> QPageLayout:
    """Qt: edges that differ from the page's own rules shift the text on the sheet."""
    size = QPageSize.PageSizeId.Letter if proof.paper == LETTER else QPageSize.PageSizeId.A4
    top, right, bottom, left = EDGES
    edges = QMarginsF(left, top, right, bottom)
    return QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, edges, QPageLayout.Unit.Millimeter)


def _count(content: QByteArray) -> int:
    """How many sheets a PDF has; none where it is no PDF."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    return document.pageCount()
