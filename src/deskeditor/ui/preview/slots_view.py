"""The story in every slot at once: each outlet with what it is called, its drawing, and what has room."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from deskeditor.publish.slots import OUTLETS, Outlet, place_of, said
from deskeditor.session.slotting import Shown, Telling
from deskeditor.ui import look
from deskeditor.ui.icons import Ink
from deskeditor.ui.preview.slots_mockup import Backdrop, Mockup
from deskeditor.ui.preview.slots_text import SlotText
from deskeditor.ui.widgets.sign import Sign

EDGE = 20
BETWEEN = 28
LEAST = 300
"""What a line of findings needs."""


class Finding(QWidget):
    """One line below a drawing: which text, whether it fits, and how full its slot is."""

    def __init__(self, text: SlotText, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._sign = Sign("check", Ink.SUCCESS, self, 14)
        self._verdict = QLabel(self)
        self._verdict.setWordWrap(True)
        self._counter = QLabel(self)
        self._counter.setProperty("part", "counter")
        label = QLabel(text.slot.label, self)
        label.setProperty("part", "label")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._verdict, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._counter, 0, Qt.AlignmentFlag.AlignTop)
        self.renew()

    def renew(self) -> None:
        """Say what is so now."""
        text = self._text
        over = text.fit.overrun is not None
        kind = "over" if over else "fits" if text.said.text else "missing"
        sign, ink = {
            "over": ("warning", Ink.DANGER),
            "fits": ("check", Ink.SUCCESS),
            "missing": ("info", Ink.MUTED),
        }[kind]
        self._sign.show_sign(sign, ink)
        self._verdict.setText(text.verdict)
        self._counter.setText(text.counter)
        if self._verdict.property("part") != kind:
            self._verdict.setProperty("part", kind)
            self._verdict.style().unpolish(self._verdict)
            self._verdict.style().polish(self._verdict)


class Board(QWidget):
    """One outlet: caption, drawing, findings."""

    def __init__(self, outlet: Outlet, parent: QWidget) -> None:
        super().__init__(parent)
        name, measure = OUTLETS[outlet]
        self.setAccessibleName(name)
        caption = QLabel(f"{name} · {measure}", self)
        caption.setProperty("part", "caption")
        self.mockup = Mockup(outlet, self)
        self._findings = [Finding(text, self) for text in self.mockup.texts]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(caption)
        # Qt: otherwise the drawing of a story that is read from the right moves to the other side.
        column.addWidget(self.mockup, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        for finding in self._findings:
            column.addWidget(finding)
        column.addStretch(1)

    def take(self, told: Telling, backdrop: Backdrop | None) -> bool:
        """Show the story; whether anything is new."""
        new = [text.take(said(text.slot, told.fields, told.opening)) for text in self.mockup.texts]
        if backdrop is not None:
            self.mockup.show_backdrop(backdrop)
        if any(new):
            for finding in self._findings:
                finding.renew()
        return any(new) or backdrop is not None

    def fit_into(self, width: int) -> None:
        """Take this much room at most."""
        self.mockup.fit_into(min(width, self.mockup.natural_width))
        self.setFixedWidth(min(width, max(self.mockup.natural_width, LEAST)))

    @property
    def height_needed(self) -> int:
        """How high it is at its width."""
        column = self.layout()
        assert column is not None
        column.invalidate()
        return max(column.heightForWidth(self.width()), column.sizeHint().height())


class SlotsView(QScrollArea):
    """All outlets, below each other, and beside each other where there is room.

    `place_requested` carries the Place where a writer mends the text that was pressed.
    """

    place_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slots")
        self.setAccessibleName("Slots")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._told: Telling | None = None
        self._backdrop: Backdrop | None = None
        self._picture: Shown | None = None
        self._image: QImage | None = None
        self._sheet = QWidget(self)
        self._sheet.setObjectName("slotsSheet")
        self.boards = tuple(Board(outlet, self._sheet) for outlet in Outlet)
        self.setWidget(self._sheet)
        for board in self.boards:
            for text in board.mockup.texts:
                text.clicked.connect(lambda _=False, text=text: self._on_pressed(text))
        self._wear(look.current())
        look.notice().changed.connect(self._wear)

    @Slot(object)
    def take(self, told: Telling) -> None:
        """Show a story, or what has changed in it."""
        backdrop = self._backdrop_of(told)
        fresh = backdrop if backdrop != self._backdrop else None
        self._told, self._backdrop = told, backdrop
        new = [board.take(told, fresh) for board in self.boards]
        if any(new):
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A pane of another width shows the drawings smaller or beside each other."""
        super().resizeEvent(event)
        self._arrange()

    def _backdrop_of(self, told: Telling) -> Backdrop:
        if told.picture != self._picture or self._backdrop is None:
            self._picture, self._image = told.picture, _image(told.picture)
        lead = told.fields.lead_picture
        why = "The lead picture cannot be shown" if lead else "No lead picture"
        return Backdrop(told.facts, told.opening, self._image, lead.focus if lead else None, why)

    def _arrange(self) -> None:
        """Put the outlets in rows, as many into each as there is room for."""
        room = self.viewport().width() - 2 * EDGE
        if self._told is None or room <= 0:
            return
        x = y = below = 0
        for board in self.boards:
            board.fit_into(room)
            height = board.height_needed
            if x and x + board.width() > room:
                x, y = 0, below + BETWEEN
            board.setGeometry(EDGE + x, EDGE + y, board.width(), height)
            x += board.width() + BETWEEN
            below = max(below, y + height)
        self._sheet.setMinimumHeight(below + 2 * EDGE)

    def _on_pressed(self, text: SlotText) -> None:
        if self._told is not None:
            self.place_requested.emit(place_of(text.said, text.fit.overrun, self._told.fields))

    @Slot(object)
    def _wear(self, tokens: look.Tokens) -> None:
        t = tokens
        self.setStyleSheet(
            f"#slots, #slotsSheet {{ background: {t.window}; }}"
            f"QLabel {{ font-size: {t.small}px; color: {t.muted}; }}"
            f"QLabel[part=caption] {{ font-weight: 600; color: {t.text}; font-size: {t.body}px; }}"
            f"QLabel[part=label] {{ font-weight: 600; color: {t.text}; }}"
            f"QLabel[part=over] {{ font-weight: 600; color: {t.danger}; }}"
        )
        for board in self.boards:
            board.mockup.wear()


def _image(shown: Shown | None) -> QImage | None:
    if shown is None:
        return None
    image = QImage(shown.pixels, shown.width, shown.height, 3 * shown.width, QImage.Format.Format_RGB888)
    return image.copy()  # Qt: the image would go on reading the bytes of whoever made it
