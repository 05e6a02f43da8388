"""The review desk: an article's history beside two drafts side by side."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from deskeditor.library.records import Revision
from deskeditor.ui import look

if TYPE_CHECKING:
    from deskeditor.review import Comparison
    from deskeditor.ui.review.history import HistoryList
    from deskeditor.ui.review.pane import ReviewPane

HEADER = 56
SIZES = (280, 820)


class ReviewDesk(QWidget):
    """What to compare on the left, how it differs on the right; wishes go up, nothing is decided here."""

    compare_requested = Signal(object)
    restore_requested = Signal(int)
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewDesk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = QLabel("Review", self)
        self._title.setProperty("role", "heading")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._tools = QHBoxLayout()
        self._both = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self._wear(look.current())
        look.notice().changed.connect(self._wear)
        self.has_history = False
        self.has_comparison = False

    @cached_property
    def history(self) -> "HistoryList":
        """The list of versions, made when the first review begins: the start need not wait for it."""
        from deskeditor.ui.review.history import HistoryList

        history = HistoryList(self)
        history.compare_requested.connect(self.compare_requested)
        history.restore_requested.connect(self.restore_requested)
        self._both.insertWidget(0, history)
        self._both.setSizes(SIZES)
        return history

    @cached_property
    def pane(self) -> "ReviewPane":
        """The two drafts, made when the first review begins."""
        from deskeditor.ui.review.pane import ReviewPane

        pane = ReviewPane(self)
        pane.again_requested.connect(self.again_requested)
        self._both.addWidget(pane)
        self._both.setStretchFactor(self._both.count() - 1, 1)
        return pane

    def add_tool(self, action: QAction) -> None:
        """Put a way out, or on, at the end of the header."""
        button = QPushButton(action.text(), self)
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        self._tools.addWidget(button)

    def begin(self, title: str) -> None:
        """Name what is reviewed; what was shown before goes."""
        self._title.setText(title)
        self.has_history = self.has_comparison = False
        self.pane.show_nothing()
        self.history.hide()

    def show_history(self, revisions: Sequence[Revision]) -> None:
        """Show what was kept of the article; the last change is compared at once."""
        self.has_history = True
        self.history.show()
        self.history.show_history(revisions)

    def show_comparison(self, comparison: "Comparison", a: tuple[str, str], b: tuple[str, str]) -> None:
        """Show how `b` differs from `a`; each is named by a title and a line of detail."""
        from deskeditor.ui.review.heads import Side

        self.has_comparison = True
        self.pane.show_comparison(comparison, Side(*a), Side(*b))

    def show_error(self, text: str) -> None:
        """Say why there is nothing to compare."""
        self.pane.show_error(text)

    def next_change(self) -> None:
        """Go to the next difference."""
        self.pane.next_change()

    def previous_change(self) -> None:
        """Go to the difference before."""
        self.pane.previous_change()

    def _lay_out(self) -> None:
        header = QWidget(self)
        header.setObjectName("reviewHeader")
        header.setFixedHeight(HEADER)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 12, 0)
        row.addWidget(self._title, 1)
        row.addLayout(self._tools)
        both = self._both
        both.setHandleWidth(1)
        both.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(both, 1)

    def _wear(self, tokens: look.Tokens) -> None:
        self.setStyleSheet(
            f"#reviewDesk {{ background: {tokens.window}; }}"
            f"#reviewHeader {{ border-bottom: 1px solid {tokens.border}; }}"
        )
