"""The browser of the preview pane; imported after the window stands, because it is large."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QChildEvent, QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from deskeditor.ui.preview.locked import locked_profile
from deskeditor.ui.preview.page import PreviewPage
from deskeditor.ui.preview.serving import register_scheme

CLICK_SLOP = 4
RENEW_MS = 300


class Browser(QObject):
    """A view whose page can die and is replaced; `renewed` then asks for the whole story again."""

    renewed = Signal()
    clicked = Signal(object)
    shown = Signal()

    def __init__(self, media: Path, parent: QWidget) -> None:
        super().__init__(parent)
        register_scheme()
        self._profile, self._serving = locked_profile(media, self)
        self.view = QWebEngineView(parent)
        self.view.setAccessibleName("Page preview")
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view.setAcceptDrops(False)
        self.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.view.installEventFilter(self)
        self._pressed = QPointF()
        self.page = self._new_page()
        self.view.show()

    def close(self) -> None:
        """Qt: a page has to go before its profile does, and may not wait for the event loop to do so."""
        self.page.stuck.disconnect(self._on_stuck)
        self.page.retire()
        self.view.hide()
        shiboken6.delete(self.page)

    def _new_page(self) -> PreviewPage:
        page = PreviewPage(self._profile, self._serving, self)
        page.stuck.connect(self._on_stuck)
        page.shown.connect(self.shown)
        self.view.setPage(page)
        return page

    def _on_stuck(self) -> None:
        """A page that hangs or died is put away; its heir waits a little, lest a deadly page spins."""
        old = self.page
        old.stuck.disconnect(self._on_stuck)
        old.retire()
        self._serving.shell = ""
        self.page = self._new_page()
        old.deleteLater()
        QTimer.singleShot(RENEW_MS, self, self.renewed.emit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: mouse events go to a child that the view makes anew with each page."""
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildAdded:
            event.child().installEventFilter(self)
        if isinstance(event, QMouseEvent) and watched is not self.view:
            self._mouse(event)
        return super().eventFilter(watched, event)

    def _mouse(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = event.position()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            moved = event.position() - self._pressed
            if moved.manhattanLength() <= CLICK_SLOP:
                self.page.at(event.position() / self.view.zoomFactor(), self.clicked.emit)
