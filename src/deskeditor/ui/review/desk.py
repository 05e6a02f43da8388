"""The review desk: the history of an article beside two drafts side by side."""

from PySide6.QtWidgets import QWidget


class ReviewDesk(QWidget):
    has_history = True
    has_comparison = True

    def next_change(self) -> None: ...
    def previous_change(self) -> None: ...
