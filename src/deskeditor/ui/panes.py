"""The parts of the window, side by side."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from deskeditor.ui.articles.pane import ArticlesPane
from deskeditor.ui.checks.pane import ChecksPane
from deskeditor.ui.editor.pane import EditorPane
from deskeditor.ui.preview.pane import PreviewPane
from deskeditor.ui.review.desk import ReviewDesk


@dataclass(frozen=True, slots=True)
class Panes:
    """The panes and what holds them: `stack` shows either writing or the review.

    Writing is the editor and, `beside` it, the preview above the checks.
    """

    articles: ArticlesPane
    editor: EditorPane
    preview: PreviewPane
    checks: ChecksPane
    review: ReviewDesk
    beside: QSplitter
    columns: QSplitter
    writing: QSplitter
    stack: QStackedWidget

    @property
    def reviewing(self) -> bool:
        """Whether two drafts stand side by side now."""
        return self.stack.currentWidget() is self.review

    def show_writing(self) -> None:
        """Show editor and preview."""
        self.stack.setCurrentWidget(self.writing)

    def show_review(self) -> None:
        """Show the review desk."""
        self.stack.setCurrentWidget(self.review)
        # Qt: otherwise the keyboard goes to whatever comes first, such as the way out.
        self.review.setFocus()

    def keep_keyboard_in_review(self) -> None:
        """Give the keyboard to the versions, or to the drafts, unless something has it already."""
        # What was compared comes late: who types elsewhere by then goes on typing there.
        if QApplication.focusWidget() not in (None, self.review):
            return
        for stop in self._stops():
            if self.reviewing and stop.isVisible():
                stop.setFocus()
                return

    def make_read_only(self) -> None:
        """Offer nothing that would change the library."""
        self.editor.make_read_only()
        self.review.history.restore.hide()
        self.articles.header.new.setEnabled(False)
        self.articles.setAcceptDrops(False)

    def take_keyboard_on(self) -> None:
        """Give the keyboard to the next pane that is shown."""
        way = [self.articles.list, *self._stops()]
        shown = [stop for stop in way if stop.isVisible()]
        here = next((number for number, stop in enumerate(shown) if stop.hasFocus()), -1)
        if shown:
            shown[(here + 1) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)

    def _stops(self) -> tuple[QWidget, ...]:
        if self.reviewing:
            return (self.review.history.list, self.review.pane.sheet)
        return (self.editor.fields.headline, self.editor.body, self.checks.list)
