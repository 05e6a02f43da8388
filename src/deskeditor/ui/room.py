"""Who gives way in a small window: the list becomes narrower, then list and what is beside take turns."""

from PySide6.QtWidgets import QWidget

from deskeditor.ui.panes import Panes

LIST_SHARE, LEAST_LIST = 0.26, 240
LEAST_EDITOR, LEAST_BESIDE = 300, 280
ALL_FIT = LEAST_LIST + LEAST_EDITOR + LEAST_BESIDE + 2


class Room:
    """Remembers what gave way, so that it comes back when there is room again."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._width = ALL_FIT
        self._gave_way: list[QWidget] = []
        panes.articles.setMinimumWidth(LEAST_LIST)
        panes.editor.setMinimumWidth(LEAST_EDITOR)
        for part in self._beside:
            part.setMinimumWidth(LEAST_BESIDE)

    @property
    def _beside(self) -> tuple[QWidget, QWidget]:
        return self._panes.preview, self._panes.checks

    def wants(self, part: QWidget) -> bool:
        """Whether a part beside the editor is shown, or would be in a larger window."""
        return part in self._gave_way or not part.isHidden()

    def show_parts(self, *, preview: bool, checks: bool) -> None:
        """Begin with these beside the editor."""
        self._panes.preview.setVisible(preview)
        self._panes.checks.setVisible(checks)
        self._settle()

    def fit(self, width: int) -> None:
        """The window is as wide as this now."""
        self._width = width
        most = max(LEAST_LIST, round(width * LIST_SHARE))
        if self._panes.columns.sizes()[0] > most:
            self._panes.columns.setSizes((most, width - most))
        if width >= ALL_FIT:
            for part in self._gave_way:
                part.show()
            self._gave_way.clear()
        elif not self._panes.articles.isHidden():
            for part in self._beside:
                if not part.isHidden():
                    self._gave_way.append(part)
                    part.hide()
        self._settle()

    def toggle_preview(self) -> None:
        """Show the preview or hide it; where both do not fit, the list makes room."""
        preview = self._panes.preview
        if preview.isHidden():
            self._bring(preview)
        else:
            preview.hide()
            self._settle()

    def show_checks(self) -> None:
        """Show the checks; where both do not fit, the list makes room."""
        if self._panes.checks.isHidden():
            self._bring(self._panes.checks)

    def hide_checks(self) -> None:
        """Put the checks away."""
        self._panes.checks.hide()
        self._settle()

    def toggle_list(self) -> None:
        """Show the list or hide it; where both do not fit, what is beside makes room."""
        articles = self._panes.articles
        articles.setVisible(articles.isHidden())
        self.fit(self._width)

    def _bring(self, part: QWidget) -> None:
        if part in self._gave_way:
            self._gave_way.remove(part)
        if self._width < ALL_FIT:
            self._panes.articles.hide()
        part.show()
        self._settle()

    def _settle(self) -> None:
        """Where nothing is beside the editor, nothing of it is left."""
        self._panes.beside.setVisible(any(not part.isHidden() for part in self._beside))
