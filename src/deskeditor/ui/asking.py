"""Opens the dialogs and hands their answers on."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QMimeData, QObject, QTemporaryFile, qVersion
from PySide6.QtGui import QAction, QImage
from shiboken6 import isValid

from deskeditor import __version__
from deskeditor.document.commands.links import link_at
from deskeditor.document.model import ArticleId, MediaHash, Picture
from deskeditor.document.state import EditorState
from deskeditor.library.records import Row
from deskeditor.library.store import Library
from deskeditor.session.desk import Desk
from deskeditor.session.outside import Outside
from deskeditor.session.shelf import PAGE
from deskeditor.ui.window import Window

if TYPE_CHECKING:
    from deskeditor.intake.reader import Checked, Thumbnail
    from deskeditor.ui.dialogs.picture import PictureDialog


class Asking(QObject):
    """One method a question; the answer comes by a callback, or never where it is called off."""

    def __init__(self, desk: Desk, window: Window, outside: Outside) -> None:
        super().__init__(window)
        self._desk = desk
        self._outside = outside
        self._window = window
        self._recent: list[str] = []

    def link(
        self, state: EditorState, answer: Callable[[str, str], None], unlink: Callable[[], None]
    ) -> None:
        """Ask where the selection shall lead; the answer is an address and its words."""
        from deskeditor.ui.dialogs.link import LinkDialog

        selection, text = state.selection, state.document.text
        found = link_at(state)
        words = found.words if found else text[selection.start : selection.end]
        dialog = LinkDialog(found.address if found else "", words, self._window)
        dialog.link_requested.connect(lambda request: answer(request.address, request.text))
        dialog.unlink_requested.connect(unlink)
        dialog.open()

    def read_also(self, answer: Callable[[str, ArticleId | None], None]) -> None:
        """Ask which story a card shall name; one that is not there yet is named by its headline."""
        from deskeditor.ui.dialogs.read_also import ReadAlsoDialog

        dialog = ReadAlsoDialog("", self._window)

        def search(query: str) -> None:
            def find(library: Library) -> tuple[Row, ...]:
                return library.search(query, PAGE).rows

            self._desk.job(find, dialog.show_results)

        dialog.search_changed.connect(search)
        dialog.chosen.connect(lambda choice: answer(choice.headline, choice.article))
        dialog.open()

    def picture(
        self, known: Picture | None, answer: Callable[[Picture], None], chosen: Path | None = None
    ) -> None:
        """Ask for a picture and what it shows; the answer comes once the library holds it."""
        from deskeditor.ui.dialogs.picture import PictureDialog

        dialog = PictureDialog(known, self._shown(known), self._window)
        self._ask_for_picture(dialog, known, answer)
        if chosen is not None:
            dialog.take_file(chosen)

    def lead_picture(self, known: Picture | None, answer: Callable[[Picture], None]) -> None:
        """Ask for the picture that leads a story, which also stands cropped in lists."""
        from deskeditor.ui.dialogs.picture import LeadPictureDialog

        self._ask_for_picture(LeadPictureDialog(known, self._shown(known), self._window), known, answer)

    def _ask_for_picture(
        self, dialog: "PictureDialog", known: Picture | None, answer: Callable[[Picture], None]
    ) -> None:
        from deskeditor.ui.dialogs.picture import PictureRequest

        def done(request: PictureRequest) -> None:
            def put(media: MediaHash) -> None:
                answer(Picture(media, request.alt, request.caption, request.credit, request.focus))

            if request.file is not None:
                self._outside.picture(request.file, lambda picture: self._keep(picture, put), self._on_failed)
            elif known is not None:
                put(known.media)

        dialog.picture_requested.connect(done)
        dialog.look_requested.connect(partial(self._look, dialog))
        dialog.open()

    def _keep(self, picture: "Checked", put: Callable[[MediaHash], None]) -> None:
        self._desk.job(lambda library: library.media.add(picture), put)

    def _look(self, dialog: "PictureDialog", file: Path) -> None:
        """Show a chosen file; the dialog may be gone before it was read."""

        def come(seen: "Thumbnail | None") -> None:
            if isValid(dialog):
                dialog.show_look(file, seen)

        from deskeditor.ui.dialogs.picture import LARGEST

        self._outside.look(file, LARGEST.width(), come, lambda _: come(None))

    def _on_failed(self, error: Exception) -> None:
        self._window.notice.show_error(str(error))

    def pasted_picture(self, data: QMimeData, answer: Callable[[Picture], None]) -> None:
        """Ask what a picture of the clipboard shows; until then it waits in a file that goes with us."""
        aside = QTemporaryFile(QDir.temp().filePath("pasted-XXXXXX.png"), self)
        if aside.open() and QImage(data.imageData()).save(aside.fileName()):
            aside.close()
            self.picture(None, answer, Path(aside.fileName()))

    def _shown(self, known: Picture | None) -> Path | None:
        if known is None:
            return None
        return next(iter((self._desk.media / known.media[:2]).glob(known.media + ".*")), None)

    def palette(self) -> None:
        """Open the command palette."""
        from deskeditor.ui.dialogs.palette import CommandPalette

        palette = CommandPalette(self._actions(), self._recent, self._window)
        palette.ran.connect(lambda name: self._recent.insert(0, name))
        palette.open_over(self._window)

    def shortcuts(self) -> None:
        """Show every key."""
        from deskeditor.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(self._actions(), self._window).open()

    def about(self) -> None:
        """Show what this program is."""
        from deskeditor.ui.dialogs.about import AboutDialog

        facts = (f"Qt {qVersion()}", f"Library: {self._desk.path}")
        AboutDialog(__version__, facts, self._window).open()

    def _actions(self) -> list[QAction]:
        return [action for action in self._window.actions() if action.text()]
