"""Who gives way in a small window: the list becomes narrower, then list and preview take turns."""

from deskeditor.ui.panes import Panes

LIST_SHARE, LEAST_LIST = 0.26, 240
LEAST_EDITOR, LEAST_PREVIEW = 300, 280
ALL_FIT = LEAST_LIST + LEAST_EDITOR + LEAST_PREVIEW + 2


class Room:
    """Remembers what gave way, so that it comes back when there is room again."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes
        self._width = ALL_FIT
        self._gave_way = False
        panes.articles.setMinimumWidth(LEAST_LIST)
        panes.editor.setMinimumWidth(LEAST_EDITOR)
        panes.preview.setMinimumWidth(LEAST_PREVIEW)

    @property
    def preview_wanted(self) -> bool:
        """Whether the preview is shown, or would be in a larger window."""
        return self._gave_way or not self._panes.preview.isHidden()

    def fit(self, width: int) -> None:
        """The window is as wide as this now."""
        self._width = width
        most = max(LEAST_LIST, round(width * LIST_SHARE))
        if self._panes.columns.sizes()[0] > most:
            self._panes.columns.setSizes((most, width - most))
        preview, articles = self._panes.preview, self._panes.articles
        if width >= ALL_FIT and self._gave_way:
            self._gave_way = False
            preview.show()
        elif width < ALL_FIT and not preview.isHidden() and not articles.isHidden():
            self._gave_way = True
            preview.hide()

    def toggle_preview(self) -> None:
        """Show the preview or hide it; where both do not fit, the list makes room."""
        preview = self._panes.preview
        self._gave_way = False
        if preview.isHidden() and self._width < ALL_FIT:
            self._panes.articles.hide()
        preview.setVisible(preview.isHidden())

    def toggle_list(self) -> None:
        """Show the list or hide it; where both do not fit, the preview makes room."""
        articles = self._panes.articles
        articles.setVisible(articles.isHidden())
        self.fit(self._width)
