"""Ties the process that draws a proof with the press that prints it."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QFileDialog

from deskeditor.document.model import ArticleId
from deskeditor.publish.proof import Paper, Proof, ProofOrder, paper_in
from deskeditor.session.export_process import Sheets
from deskeditor.session.exporting import Exporting
from deskeditor.ui.dialogs.export_values import counted
from deskeditor.ui.window import Window

if TYPE_CHECKING:
    from deskeditor.ui.preview.press import Press

MAKE_UP = "Making up the page of the newest revision…"
LAY_OUT = "Laying out the sheets…"

NO_PRESS = (
    "The proof could not be printed, since the browser lacks a part of this system ({}). "
    "Nothing was written; your text is safe. Install it and start again."
)


class Proofs(QObject):
    """Begins proofs; how they end is told by the exporting session, as of any export.

    `stepped` says what is being done: a proof has three steps, and the first of a day takes seconds.
    """

    stepped = Signal(str)

    def __init__(self, exporting: Exporting, media: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._exporting = exporting
        self._media = media
        self._out = Path()
        self._press: Press | None = None
        exporting.drawn.connect(self._on_drawn)

    def begin(self, article: ArticleId, theme: str, out: Path) -> None:
        """Make the proof of the article's newest revision as of now, on the paper of this country."""
        self._out = out
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        self._exporting.draw(ProofOrder(article, theme, now, _paper()))
        self.stepped.emit(MAKE_UP)

    def stop(self) -> None:
        """Print nothing more."""
        if self._press is not None:
            self._press.stop()

    def close(self) -> None:
        """Let the browser go, before the window does."""
        if self._press is not None:
            self._press.close()
            self._press = None

    def _on_drawn(self, proof: Proof) -> None:
        try:
            from deskeditor.ui.preview.press import Press
        except ImportError as error:
            self._exporting.give_up(NO_PRESS.format(error))
            return
        self.stepped.emit(LAY_OUT)
        if self._press is None:
            self._press = Press(self._media, self)
            self._press.printed.connect(self._on_printed)
            self._press.failed.connect(self._exporting.give_up)
        self._press.print(proof, self._out)

    def _on_printed(self, sheets: Sheets) -> None:
        self.stepped.emit(f"Writing {counted(sheets.pages, 'sheet', 'sheets')}…")
        self._exporting.write(sheets)


def ask_where(window: Window, suggested: Path) -> QFileDialog:
    """A dialog for the place of a proof; `fileSelected` tells it."""
    dialog = QFileDialog(window, "Proof as PDF", str(suggested.parent), "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(suggested.name)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Make Proof")
    return dialog


def _paper() -> Paper:
    return paper_in(QLocale.territoryToCode(QLocale.system().territory()))
