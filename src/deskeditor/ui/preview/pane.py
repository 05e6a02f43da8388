"""The preview pane: the page as readers will get it, at the width of their screen."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from deskeditor.session.preview_protocol import Reply
from deskeditor.ui import icons, look

if TYPE_CHECKING:
    from deskeditor.session.slotting import Telling
    from deskeditor.ui.preview.browser import Browser
    from deskeditor.ui.preview.slots_view import SlotsView

HEADER = 56
SCROLL_BAR = 10
ROOM_FOR_TITLE = 360


@dataclass(frozen=True, slots=True)
class Width:
    """A reader's screen: `pixels` is 0 where the page takes what the pane has."""

    name: str
    label: str
    icon: str
    pixels: int


WIDTHS = (
    Width("fit", "Fit to the pane", "fit", 0),
    Width("phone", "Phone, 390 pixels wide", "phone", 390),
    Width("tablet", "Tablet, 820 pixels wide", "tablet", 820),
    Width("desktop", "Desktop, 1280 pixels wide", "desktop", 1280),
)

SLOTS = "slots"
VIEWS = (*WIDTHS, Width(SLOTS, "Slots: home card, search result, social card, push, print", "slots", 0))
"""What the pane can show: the page at a width, or the story in every place where readers meet it first."""

LACKING = (
    "The page cannot be shown, since its browser lacks a part of this system ({}). "
    "Writing, saving and exporting go on; install it and start again."
)


class PreviewPane(QWidget):
    """Shows replies of the rendering process; the browser itself is brought in by `attach`, after the window.

    `sought` carries the word that was clicked, `refresh_requested` that a new page needs the whole story,
    `width_changed` the name of the chosen width or of the slots, `place_requested` the Place where a text of
    a slot is written;
    `shown` tells that the page has taken all that was sent. `lacking` says why there can be no browser.
    """

    sought = Signal(object)
    refresh_requested = Signal()
    width_changed = Signal(str)
    place_requested = Signal(object)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setAccessibleName("Preview")
        self._width = WIDTHS[0]
        self._buttons = QButtonGroup(self)
        self._note = QLabel(self)
        self._note.setObjectName("previewNote")
        self._note.setWordWrap(True)
        self._note.setContentsMargins(16, 8, 16, 8)
        self._note.hide()
        self._holder = QWidget(self)
        self._stack = QStackedLayout()
        self._empty = QLabel("The page appears here as you write.", self)
        self._empty.setObjectName("emptyNote")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._holder)
        self._holder.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._note)
        column.addLayout(self._stack, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wear(look.current())
        look.notice().changed.connect(self._wear)
        self.lacking = ""
        self._browser: Browser | None = None
        self._slots: SlotsView | None = None
        self._has_story = False
        self._held: list[Reply] = []

    @Slot(object)
    def _wear(self, tokens: look.Tokens) -> None:
        t = tokens
        self.setStyleSheet(
            f"#preview {{ background: {t.window}; }}"
            f"#paneHeader {{ border-bottom: 1px solid {t.border}; background: {t.window}; }}"
            f"#paneTitle {{ font-weight: 600; color: {t.text}; }}"
            f"#previewNote {{ background: {t.warning_soft}; color: {t.text}; }}"
            f"#emptyNote {{ color: {t.muted}; padding: 32px; }}"
        )

    def add_tool(self, action: QAction) -> None:
        """Put what is done with the page at the end of the header: the one thing that stands out."""
        button = QPushButton(action.text(), self)
        button.setProperty("role", "primary")
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        self._tools.addSpacing(8)
        self._tools.addWidget(button)

    def attach(self, media: Path) -> None:
        """Bring in the browser; replies that came before are shown then."""
        if self._browser is not None or self.lacking:
            return
        try:
            from deskeditor.ui.preview.browser import Browser
        except ImportError as error:
            self.lacking = LACKING.format(error)
            self._empty.setText(self.lacking)
            self._held.clear()
            return
        self._browser = Browser(media, self._holder)
        self._browser.renewed.connect(self.refresh_requested)
        self._browser.clicked.connect(self.sought)
        self._browser.shown.connect(self.shown)
        self._fit()
        held, self._held = self._held, []
        for reply in held:
            self.take(reply)

    @Slot(object)
    def take(self, reply: Reply) -> None:
        """Show what the rendering process answered."""
        if self._browser is None:
            self._held = [] if self.lacking else [*self._held, reply]
            return
        self._has_story = True
        self._turn()
        self._browser.page.take(reply)

    @Slot(object)
    def show_slots(self, told: "Telling") -> None:
        """Show the story in its slots."""
        self._has_story = True
        if self._slots is None:
            self._slots = self._bring_slots()
        self._slots.take(told)
        self._turn()

    def _bring_slots(self) -> "SlotsView":
        from deskeditor.ui.preview.slots_view import SlotsView

        slots = SlotsView(self)
        slots.place_requested.connect(self.place_requested)
        self._stack.addWidget(slots)
        return slots

    def _turn(self) -> None:
        """Show what was chosen, where there is a story."""
        shown: QWidget = self._holder if self._has_story else self._empty
        if self._has_story and self._slots is not None and self._width.name == SLOTS:
            shown = self._slots
        self._stack.setCurrentWidget(shown)

    def read(self, answer: Callable[[str], None]) -> None:
        """Ask for the body that the page shows; no answer where there is no page yet."""
        if self._browser is not None:
            self._browser.page.read(answer)

    def close_browser(self) -> None:
        """Let the browser go, before the window does."""
        if self._browser is not None:
            self._browser.close()
            self._browser = None

    def clear(self) -> None:
        """Show that there is no story."""
        self._has_story = False
        self._turn()

    @Slot(str)
    def show_note(self, text: str) -> None:
        """A sentence above the page, none for an empty one."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    @property
    def slots(self) -> "SlotsView | None":
        """The slots, once they were looked at."""
        return self._slots

    @property
    def browser(self) -> "Browser | None":
        """The browser, once it was brought in."""
        return self._browser

    @property
    def note(self) -> str:
        """The sentence above the page."""
        return self._note.text()

    def mark(self, reply: Reply) -> None:
        """Bring the word at the caret into view and mark it."""
        if self._browser is not None:
            self._browser.page.mark(reply)

    @property
    def width_name(self) -> str:
        """The name of the chosen width."""
        return self._width.name

    def choose_width(self, name: str) -> None:
        """Show the page as wide as a reader's screen, or the slots; unknown names count as the first."""
        self._width = next((view for view in VIEWS if view.name == name), VIEWS[0])
        for button, width in zip(self._buttons.buttons(), VIEWS, strict=True):
            button.setChecked(width is self._width)
        self._fit()
        self._turn()
        self.width_changed.emit(self._width.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow pane the title gives way to the tools."""
        super().resizeEvent(event)
        titled = self.width() >= ROOM_FOR_TITLE
        self._title.setVisible(titled)
        self._tools.setContentsMargins(16 if titled else 6, 0, 12, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the page fitted when the pane is dragged wider or narrower."""
        if watched is self._holder and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """A page that is wider than the pane is shown smaller, one that is narrower stands in the middle."""
        if self._browser is None:
            return
        room = self._holder.size()
        wanted = self._width.pixels
        shown = min(wanted + SCROLL_BAR, room.width()) if wanted else room.width()
        self._browser.view.setGeometry((room.width() - shown) // 2, 0, shown, room.height())
        self._browser.view.setZoomFactor(max(0.25, (shown - SCROLL_BAR) / wanted) if wanted else 1.0)

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setObjectName("paneHeader")
        row = QHBoxLayout(header)
        header.setFixedHeight(HEADER)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(2)
        self._title = QLabel("Preview", header)
        self._title.setObjectName("paneTitle")
        row.addWidget(self._title)
        row.addStretch(1)
        for width in VIEWS:
            button = QToolButton(header)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setToolTip(width.label)
            button.setAccessibleName(width.label)
            button.setChecked(width is self._width)
            button.clicked.connect(lambda _=False, name=width.name: self.choose_width(name))
            button.setIcon(icons.icon(width.icon))
            self._buttons.addButton(button)
            row.addWidget(button)
        self._tools = row
        return header
