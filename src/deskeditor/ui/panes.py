"""The parts of the window, side by side."""

from dataclasses import dataclass

from PySide6.QtWidgets import QSplitter, QStackedWidget

from deskeditor.ui.articles.pane import ArticlesPane
from deskeditor.ui.editor.pane import EditorPane
from deskeditor.ui.preview.pane import PreviewPane
from deskeditor.ui.review.desk import ReviewDesk


@dataclass(frozen=True, slots=True)
class Panes:
    """The panes and what holds them: `stack` shows either writing (editor and preview) or the review."""

    articles: ArticlesPane
    editor: EditorPane
    preview: PreviewPane
    review: ReviewDesk
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
