"""The one window: three panes and the status line. What happens in it is wired elsewhere."""

from dataclasses import replace

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from deskeditor.session.settings import Settings
from deskeditor.ui import look
from deskeditor.ui.articles.pane import ArticlesPane
from deskeditor.ui.checks.pane import ChecksPane
from deskeditor.ui.editor.pane import EditorPane
from deskeditor.ui.panes import Panes
from deskeditor.ui.preview.pane import PreviewPane
from deskeditor.ui.review.desk import ReviewDesk
from deskeditor.ui.room import Room
from deskeditor.ui.status import StatusLine
from deskeditor.ui.widgets.notice import Notice
from deskeditor.ui.widgets.underway import UnderwayLine

SIZE = (1400, 900)
SMALLEST = (720, 480)
COLUMNS = (300, 1100)
HALVES = (580, 520)
STOREYS = (540, 300)


class Window(QMainWindow):
    """Holds the panes; `closing` asks the session to save everything first."""

    closing = Signal()
    first_shown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("deskeditor")
        self.setMinimumSize(*SMALLEST)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.notice = Notice(self)
        self.underway = UnderwayLine(self)
        self.panes = self._panes()
        self.room = Room(self.panes)
        self._may_close = False
        self._was_shown = False

    def _panes(self) -> Panes:
        articles, editor, preview = ArticlesPane(self), EditorPane(self), PreviewPane(self)
        checks, review = ChecksPane(self), ReviewDesk(self)
        beside = _splitter(preview, checks, Qt.Orientation.Vertical)
        beside.setStretchFactor(0, 1)
        beside.setSizes(STOREYS)
        writing = _splitter(editor, beside)
        writing.setSizes(HALVES)
        stack = QStackedWidget(self)
        stack.addWidget(writing)
        stack.addWidget(review)
        columns = _splitter(articles, stack)
        columns.setSizes(COLUMNS)
        columns.setStretchFactor(0, 0)
        columns.setStretchFactor(1, 1)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(columns, 1)
        column.addWidget(self.notice)
        column.addWidget(self.underway)
        self.setCentralWidget(centre)
        return Panes(articles, editor, preview, checks, review, beside, columns, writing, stack)

    def restore(self, settings: Settings) -> None:
        """Stand where the window stood; a size that no screen has any more is mended by Qt."""
        if not self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode())):
            self.resize(*SIZE)
        if len(settings.panes) == 4:
            self.panes.columns.setSizes(settings.panes[:2])
            self.panes.writing.setSizes(settings.panes[2:])
        self.room.show_parts(preview=settings.preview_shown, checks=settings.checks_shown)
        self.room.fit(self.width())
        self.panes.preview.choose_width(settings.preview_width)

    def remembered(self, settings: Settings) -> Settings:
        """The settings with the window's own part renewed."""
        return replace(
            settings,
            scheme=str(look.notice().scheme),
            geometry=self.saveGeometry().toBase64().toStdString(),
            panes=(*self.panes.columns.sizes(), *self.panes.writing.sizes()),
            preview_shown=self.room.wants(self.panes.preview),
            checks_shown=self.room.wants(self.panes.checks),
            preview_width=self.panes.preview.width_name,
        )

    def close_for_good(self) -> None:
        """Everything is saved: close without asking again."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window stays until the session has saved everything, which may be now."""
        if not self._may_close:
            self.closing.emit()
        # Qt: a close within a close does nothing, so that the first one has to be accepted.
        event.setAccepted(self._may_close)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the list gives way first; in a smaller one the preview, until there is room."""
        super().resizeEvent(event)
        self.room.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        """Say once that the window stands; what is slow to load comes after that."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.first_shown.emit()


def _splitter(first: QWidget, second: QWidget, way: Qt.Orientation = Qt.Orientation.Horizontal) -> QSplitter:
    splitter = QSplitter(way)
    splitter.addWidget(first)
    splitter.addWidget(second)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
