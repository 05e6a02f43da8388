"""What stands above the story: kicker, headline, standfirst, and one line of who, where and how far."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from deskeditor.session.draft import Change, Draft
from deskeditor.ui import icons, look
from deskeditor.ui.editor.details import Details, Sheet
from deskeditor.ui.editor.dress import MARGIN, side
from deskeditor.ui.editor.field_text import statuses
from deskeditor.ui.editor.hold import HoldLine
from deskeditor.ui.editor.inputs import ChoiceField, GrowingField, LineField

NARROW_BELOW = 480


@dataclass(frozen=True, slots=True)
class Setting:
    """Sizes of type in pixels, and how the line of who and where runs."""

    headline: int
    standfirst: int
    meta: QBoxLayout.Direction


WIDE = Setting(30, 18, QBoxLayout.Direction.LeftToRight)
NARROW = Setting(23, 16, QBoxLayout.Direction.TopToBottom)


class FieldsHeader(QWidget):
    """The fields that a writer sees all the time, and those that she opens.

    `done` leads into the story; `keyboard_moved`: the keyboard came into the fields or left them.
    """

    done = Signal()
    picture_requested = Signal()
    keyboard_moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fields")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.kicker = LineField("kicker", "Kicker", self)
        self.kicker.setObjectName("kicker")
        self.headline = GrowingField("headline", "Headline", _headline_font(WIDE))
        self.headline.setObjectName("headline")
        self.standfirst = GrowingField("standfirst", "Standfirst", look.text_font(WIDE.standfirst))
        self.standfirst.setObjectName("standfirst")
        self.byline = LineField("byline", "Byline", self)
        self.dateline = LineField("dateline", "Dateline", self)
        self.section = LineField("section", "Section", self)
        self.status = ChoiceField("status", "Status", statuses())
        self.hold = HoldLine(self)
        self.hold.embargo_requested.connect(lambda: self.go_to("embargo"))
        self.details = Details()
        self._open = self._details_button()
        self._scroll = Sheet(self.details, self)
        self._scroll.hide()
        self._links = [
            *(field.link for field in (self.kicker, self.headline, self.standfirst)),
            *(field.link for field in (self.byline, self.dateline, self.section, self.status)),
            self.hold.link,
            *self.details.links,
        ]
        self.headline.left.connect(self.standfirst.setFocus)
        self.standfirst.left.connect(self.done)
        self.details.picture_requested.connect(self.picture_requested)
        self._lay_out()
        self._draft: Draft | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def show_draft(self, draft: Draft | None) -> None:
        """Show another draft's fields."""
        if self._draft is not None:
            self._draft.changed.disconnect(self._on_changed)
        self._draft = draft
        for link in self._links:
            link.attach(draft)
        if draft is not None:
            self._hear(draft)

    def _hear(self, draft: Draft) -> None:
        self._draft = draft
        self.details.show_fields(draft.document.fields)
        draft.changed.connect(self._on_changed)

    def go_on_with(self, draft: Draft) -> None:
        """Let a new draft have what was typed here before it was there."""
        for link in self._links:
            link.go_on_with(draft)
        self._hear(draft)

    def make_read_only(self) -> None:
        """Let the fields be read and copied."""
        for line in self.findChildren(QLineEdit):
            line.setReadOnly(True)
        for growing in (self.headline, self.standfirst):
            growing.setReadOnly(True)
        self.status.setEnabled(False)
        self.hold.make_read_only()
        self.details.make_read_only()

    def go_to(self, name: str, start: int | None = None) -> bool:
        """Take the keyboard to a field by its name, opening the details where it is one of them.

        With a `start` all words from there on are selected, where the field holds words. Whether there is
        such a field.
        """
        fields: list[LineField | GrowingField | ChoiceField] = [self.headline, self.standfirst, self.status]
        typed: dict[str, QWidget] = {
            each.link.name: each for each in (*fields, *self.findChildren(LineField))
        }
        field = typed.get(name) or self.details.places.get(name)
        if field is None:
            return False
        self._open.setChecked(self._open.isChecked() or self.details.isAncestorOf(field))
        field.setFocus()
        if start is not None and isinstance(field, LineField | GrowingField):
            field.select_from(start)
        # Qt: details that were just opened are laid out later, and only then have a place to scroll to.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(field.focusProxy() or field))
        return True

    def has_keyboard(self) -> bool:
        """Whether one of the fields is being written."""
        return self._holds(QApplication.focusWidget())

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and self.isAncestorOf(widget)

    @Slot(QWidget, QWidget)
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._holds(before) != self._holds(now):
            self.keyboard_moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow pane sets smaller type, and puts who and where above how far."""
        super().resizeEvent(event)
        free = side(self.width())
        self._row.setContentsMargins(free, 0, free, 0)
        size = WIDE if self.width() >= NARROW_BELOW else NARROW
        self.headline.set_type(_headline_font(size))
        self.standfirst.set_type(look.text_font(size.standfirst))
        self._meta.setDirection(size.meta)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        fields = change.after.document.fields
        if fields is not change.before.document.fields:
            for link in self._links:
                link.follow(fields)
            self.details.show_fields(fields)

    def _details_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("Details")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(icons.icon("settings"))
        button.setCheckable(True)
        button.setToolTip("Slug, tags, times, lead picture and more")
        button.setAccessibleName("Details")
        button.toggled.connect(self._show_details)
        return button

    @Slot(bool)
    def _show_details(self, on: bool) -> None:
        self._scroll.setVisible(on)

    def _lay_out(self) -> None:
        line = QWidget(self)
        line.setObjectName("meta")
        self._meta = QBoxLayout(QBoxLayout.Direction.LeftToRight, line)
        self._meta.setContentsMargins(0, 0, 0, 0)
        self._meta.setSpacing(8)
        who, how_far = QHBoxLayout(), QHBoxLayout()
        for row in (who, how_far):
            row.setSpacing(12)
        for field, stretch in ((self.byline, 3), (self.dateline, 3), (self.section, 2)):
            who.addWidget(field, stretch)
        how_far.addWidget(self.status, 1)
        how_far.addWidget(self._open)
        self._meta.addLayout(who, 7)
        self._meta.addLayout(how_far, 3)
        inner = QWidget(self)
        inner.setObjectName("sheet")
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 16, MARGIN, 8)
        column.setSpacing(4)
        for widget in (self.kicker, self.headline, self.standfirst):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(line)
        column.addWidget(self.hold)
        column.addWidget(self._scroll)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(inner)


def _headline_font(size: Setting) -> QFont:
    font = look.text_font(size.headline)
    font.setWeight(QFont.Weight.DemiBold)
    return font
