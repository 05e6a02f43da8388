"""The checks pane: what stands between the open story and its readers, each finding a way to its place."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from deskeditor.publish.findings import Finding
from deskeditor.session.checking import Looked
from deskeditor.ui import icons, look
from deskeditor.ui.checks.delegate import FindingDelegate
from deskeditor.ui.checks.rows import Row, State, counted, rows, same, state
from deskeditor.ui.hands import release_keyboard
from deskeditor.ui.widgets.sign import Sign

HEADER = 44
_INKS = {"check": icons.Ink.SUCCESS, "warning": icons.Ink.WARNING}


class _List(QListWidget):
    """Rows as wide as the list; Escape leads back to the story."""

    left = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setProperty("room", self.viewport().width())
        # Qt: otherwise rows that have grown in a narrow list stay high in a wide one.
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ChecksPane(QWidget):
    """Shows findings and asks to see their places; it looks at nothing itself.

    `jump_requested` carries a Finding; `left`: the keyboard is to go back to the story.
    """

    jump_requested = Signal(object)
    left = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("checks")
        self.setAccessibleName("Checks")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._looked: Looked | None = None
        self._rows: tuple[Row, ...] = ()
        self._count = QLabel(self)
        self._count.setObjectName("checksCount")
        self.list = _List(self)
        self.list.setAccessibleName("Findings")
        self.list.setObjectName("findings")
        self.list.setItemDelegate(FindingDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.itemActivated.connect(self._on_wanted)
        self.list.itemClicked.connect(self._on_wanted)
        self.list.left.connect(self.left)
        self._note = _Note(self)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._note)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addLayout(self._stack, 1)
        self.setMinimumHeight(HEADER + 110)
        self._wear(look.current())
        look.notice().changed.connect(self._wear)
        self.show_looked(None)

    @property
    def said(self) -> str:
        """The line that stands in the place of a list; empty where there is one."""
        return self._note.line if self._stack.currentWidget() is self._note else ""

    def add_tools(self, actions: Sequence[QAction]) -> None:
        """Put what leads from finding to finding into the header."""
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setAccessibleName(action.text())
            self._tools.addWidget(button)

    @Slot(object)
    def show_looked(self, looked: Looked | None) -> None:
        """Show what is known of the open story; a pane that is not seen waits until it is."""
        self._looked = looked
        if not self.isHidden():
            self._show()

    def step(self, by: int) -> Finding | None:
        """The next finding, or one before; behind the last comes the first."""
        if not self._rows:
            return None
        # Qt: the row that the keyboard comes to is the current one, before anybody chose it.
        here = self.list.currentRow() if self.list.selectedItems() else -1
        there = (here + by) % len(self._rows) if here >= 0 else (0 if by > 0 else len(self._rows) - 1)
        self.list.setCurrentRow(there)
        return self._rows[there].finding

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came meanwhile."""
        self._show()
        super().showEvent(event)

    def _show(self) -> None:
        looked, said = self._looked, state(self._looked)
        self._count.setText(counted(looked) if looked and looked.answer.findings else "")
        if said is not None or looked is None:
            self._rows = ()
            self.list.clear()
            self._note.tell(said or State("info", "", ""))
            release_keyboard(self.list, self._note)
            self._stack.setCurrentWidget(self._note)
            return
        before, self._rows = self._rows, rows(looked)
        if not same(before, self._rows):
            self._fill(before)
        else:
            for number, row in enumerate(self._rows):
                self.list.item(number).setData(Qt.ItemDataRole.UserRole, row)
        self._stack.setCurrentWidget(self.list)
        release_keyboard(self._note, self.list)

    def _fill(self, before: tuple[Row, ...]) -> None:
        """Other rows; the one that was chosen stays chosen where it is still there."""
        here = self.list.currentRow()
        chosen = before[here].message if 0 <= here < len(before) else ""
        scrolled = self.list.verticalScrollBar().value()
        self.list.clear()
        for row in self._rows:
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.UserRole, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
        again = [number for number, row in enumerate(self._rows) if chosen and row.message == chosen]
        if again:
            self.list.setCurrentRow(min(again, key=lambda number: abs(number - here)))
        self.list.verticalScrollBar().setValue(scrolled)

    def _on_wanted(self, item: QListWidgetItem) -> None:
        row = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(row, Row):
            self.jump_requested.emit(row.finding)

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setObjectName("paneHeader")
        header.setFixedHeight(HEADER)
        title = QLabel("Checks", header)
        title.setObjectName("paneTitle")
        close = QToolButton(header)
        close.setIcon(icons.icon("close"))
        close.setToolTip("Put the checks away")
        close.setAccessibleName("Put the checks away")
        close.clicked.connect(self.close_requested)
        row = QHBoxLayout(header)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(title)
        row.addWidget(self._count, 1)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(2)
        row.addLayout(self._tools)
        row.addWidget(close)
        return header

    @Slot(object)
    def _wear(self, tokens: look.Tokens) -> None:
        t = tokens
        self.setStyleSheet(
            f"#checks {{ background: {t.window}; }}"
            f"#paneHeader {{ border-top: 1px solid {t.border}; border-bottom: 1px solid {t.border};"
            f" background: {t.window}; }}"
            f"#paneTitle {{ font-weight: 600; color: {t.text}; }}"
            f"#checksCount {{ color: {t.muted}; font-size: {t.small}px; }}"
            f"#findings {{ background: {t.window}; border: none; padding: 4px 0; }}"
        )


class _Note(QWidget):
    """Says in the middle why there is no list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = Sign("info", icons.Ink.MUTED, self, 28)
        self._line, self._sentence = QLabel(self), QLabel(self)
        self._line.setProperty("role", "heading")
        self._sentence.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        column.setSpacing(6)
        column.addStretch()
        column.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._line, self._sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch()

    @property
    def line(self) -> str:
        """What it says."""
        return self._line.text()

    def tell(self, said: State) -> None:
        """Say this."""
        self._sign.show_sign(said.sign, _INKS.get(said.sign, icons.Ink.MUTED))
        self._line.setText(said.line)
        self._sentence.setText(said.sentence)
        self.setMinimumSize(QSize(0, 0))
