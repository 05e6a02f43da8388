"""Two drafts side by side: what they are, how to step through their differences, and the sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from deskeditor.review import Comparison, Risk, turned
from deskeditor.ui import icons
from deskeditor.ui.review.brush import WORDS
from deskeditor.ui.review.heads import Heads, Side
from deskeditor.ui.review.sheet import Sheet
from deskeditor.ui.review.spread import Spread, spread
from deskeditor.ui.widgets.choice import Choice, Option
from deskeditor.ui.widgets.message import Message, Offer, Saying

__all__ = ["ReviewPane", "Side"]

_ALL = "all"
_TELLING = 540
_PLURALS = {risk: f"{word}s" for risk, word in WORDS.items()} | {Risk.WORDING: "Wording"}
NOTHING = Saying("compare", "Nothing to compare yet", "Choose a version, or two articles in the list.")
LOADING = Saying("compare", "Comparing…")
EQUAL = Saying("check", "No differences", "Both drafts are the same to the letter.")
AGAIN = "again"


class ReviewPane(QWidget):
    """Shows a comparison; what is stepped to, filtered and exchanged is its own affair, nothing else is."""

    stepped = Signal(int)
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet(self)
        self.heads = Heads(self)
        self.counter = QLabel(self)
        self.summary = QLabel(self)
        self.filter = Choice("Changes shown", "small", self)
        self.previous = _button("previous", "Previous change", self)
        self.next = _button("next", "Next change", self)
        self.swap = QToolButton(self)
        self._message = Message(self)
        self._stack = QStackedWidget(self)
        self._comparison: Comparison | None = None
        self._sides = (Side(""), Side(""))
        self._spread = Spread()
        self._stops: Sequence[int] = ()
        self._lay_out()
        self._connect()
        self.show_nothing()

    def show_comparison(self, comparison: Comparison, a: Side, b: Side) -> None:
        """Show how `b` differs from `a`, from the first difference on."""
        self._comparison = comparison
        self._sides = (a, b)
        self._spread = spread(comparison)
        self.heads.show_sides(a, b)
        self.sheet.show_spread(self._spread)
        self._offer_filters()
        self._show_filter(_ALL)
        self._tell_summary()
        self._show_part(self._sheet_part if self._spread.stops else EQUAL)
        if self._stops:
            self._go(self._stops[0])

    def show_nothing(self) -> None:
        """Say that nothing was chosen."""
        self._empty(NOTHING)

    def show_loading(self) -> None:
        """Say that a comparison is on its way; what is shown stays until then."""
        if self._comparison is None:
            self._empty(LOADING)

    def show_error(self, text: str) -> None:
        """Say why the drafts could not be compared."""
        self._empty(Saying("warning", "The drafts could not be compared", text, (Offer(AGAIN, "Try again"),)))

    def next_change(self) -> None:
        """Go to the next difference, at the end to the first."""
        self._step(1)

    def previous_change(self) -> None:
        """Go to the difference before, at the beginning to the last."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._stops:
            return
        current = self.sheet.current
        if current in self._stops:
            place = (self._stops.index(current) + by) % len(self._stops)
        else:
            place = 0 if by > 0 else len(self._stops) - 1
        self._go(self._stops[place])

    def _go(self, stop: int) -> None:
        self.sheet.go_to(stop)
        self._show_counter()
        self.stepped.emit(stop)

    def _show_counter(self) -> None:
        current, count = self.sheet.current, len(self._stops)
        place = self._stops.index(current) + 1 if current in self._stops else 0
        self.counter.setText(f"{place} of {count}" if count else "None")
        for button in (self.previous, self.next):
            button.setEnabled(bool(count))

    def _offer_filters(self) -> None:
        options = [Option(_ALL, "All changes", str(len(self._spread.stops)))]
        for risk, count in self._spread.counts().items():
            options.append(Option(risk.word, _PLURALS[risk], str(count), "risks"))
        self.filter.offer(options)

    def _show_filter(self, key: str) -> None:
        self.filter.show_key(key)
        stops = enumerate(self._spread.stops)
        self._stops = [
            number
            for number, stop in stops
            if key == _ALL or (stop.risk is not None and stop.risk.word == key)
        ]
        self.sheet.mark(frozenset(self._stops))
        self._show_counter()

    def _on_filter(self, key: str) -> None:
        self._show_filter(key)
        if self._stops and self.sheet.current not in self._stops:
            self._go(self._stops[0])

    def _on_swap(self) -> None:
        if self._comparison is not None:
            first, second = self._sides
            self.show_comparison(turned(self._comparison), second, first)

    def _on_widened(self) -> None:
        self.heads.stand_above(self.sheet.columns, self.sheet.viewport().x())

    def _empty(self, saying: Saying) -> None:
        self._comparison = None
        self._spread = Spread()
        self._stops = ()
        self._show_part(saying)

    def _show_part(self, part: Saying | QWidget) -> None:
        """Show the sheet, or a message in its place; the bar only where there is something to step to."""
        if isinstance(part, Saying):
            self._message.say(part)
        self._stack.setCurrentWidget(self._message if isinstance(part, Saying) else part)
        self._bar.setVisible(part is self._sheet_part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow pane keeps what can be pressed, and goes without what is only told."""
        super().resizeEvent(event)
        self._tell_summary()

    def _tell_summary(self) -> None:
        room = self._comparison is not None and self.width() >= _TELLING
        self.summary.setText(_summary(self._comparison) if self._comparison and room else "")

    def _connect(self) -> None:
        self.next.clicked.connect(self.next_change)
        self.previous.clicked.connect(self.previous_change)
        self.swap.clicked.connect(self._on_swap)
        self.filter.chosen.connect(self._on_filter)
        self.sheet.stop_chosen.connect(self._go)
        self.sheet.step_requested.connect(self._step)
        self.sheet.widened.connect(self._on_widened)
        self._message.chosen.connect(self.again_requested)

    def _lay_out(self) -> None:
        self.swap.setText("Swap sides")
        self.swap.setProperty("role", "plain")
        self.counter.setProperty("role", "muted")
        self.counter.setMinimumWidth(64)
        self.summary.setProperty("role", "small")
        self._bar = QWidget(self)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        for part in (self.previous, self.next, self.counter):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.filter)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.summary, 1)
        row.addSpacing(8)
        row.addWidget(self.swap)
        self._sheet_part = QWidget(self)
        column = _column(self._sheet_part)
        column.addWidget(_line(self))
        column.addWidget(self.heads)
        column.addWidget(_line(self))
        column.addWidget(self.sheet, 1)
        self._stack.addWidget(self._sheet_part)
        self._stack.addWidget(self._message)
        whole = _column(self)
        whole.addWidget(self._bar)
        whole.addWidget(self._stack, 1)


def _summary(comparison: Comparison) -> str:
    """How much is the same, rounded down so that 100 % means equal."""
    moved = comparison.moved_blocks
    parts = [f"{int(comparison.similarity * 100)}% the same"]
    if moved:
        parts.append(f"{moved} moved")
    return " · ".join(parts)


def _button(sign: str, name: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setIcon(icons.icon(sign))
    button.setIconSize(QSize(18, 18))
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "line")
    return line


def _column(parent: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(parent)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
