"""The editor pane: a bar of tools, the fields, the story."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStackedLayout, QToolBar, QToolButton, QVBoxLayout, QWidget

from deskeditor.publish.site import direction
from deskeditor.session.draft import Change, Draft
from deskeditor.ui import icons, look
from deskeditor.ui.editor.body import BodyEditor
from deskeditor.ui.editor.dress import MORE, QT_MORE, editor_style
from deskeditor.ui.editor.header import FieldsHeader


class EditorPane(QWidget):
    """Shows one draft to be written on, or says why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self.body = BodyEditor(self)
        self.fields = FieldsHeader(self)
        self.fields.done.connect(self.body.setFocus)
        self.bar = QToolBar("Format", self)
        self.bar.setIconSize(QSize(18, 18))
        self.bar.setMovable(False)
        self.bar.setFixedHeight(56)
        self.bar.setContentsMargins(0, 0, MORE - QT_MORE, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._wear(look.current())
        look.notice().changed.connect(self._wear)
        self._typed_before = False
        self._draft: Draft | None = None
        self._nothing = QLabel("Choose an article from the list, or begin a new one with Ctrl+N.", self)
        self._nothing.setObjectName("emptyNote")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._writing = QWidget(self)
        column = QVBoxLayout(self._writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.fields)
        column.addWidget(self.body, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._writing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(self._stack, 1)

    def fill_bar(self, actions: Mapping[str, QAction], groups: Sequence[Sequence[str]]) -> None:
        """Put tools on the bar, the groups apart from each other."""
        for number, group in enumerate(groups):
            if number:
                self.bar.addSeparator()
            for name in group:
                self.bar.addAction(actions[name])

    def begin_new(self) -> None:
        """Take the keyboard to a new article's headline; what is typed until it is there goes into it."""
        self.show_draft(None)
        self._stack.setCurrentWidget(self._writing)
        self.fields.headline.setFocus()
        self._typed_before = True

    @Slot(object)
    def _wear(self, tokens: look.Tokens) -> None:
        self.setStyleSheet(editor_style(tokens))
        # Qt: the button for what does not fit takes the style's sign with each new style.
        for more in self.bar.findChildren(QToolButton, "qt_toolbar_ext_button"):
            more.setIcon(icons.icon("more", icons.Ink.TEXT))
            more.setAccessibleName("More tools")
            more.setToolTip("More tools")

    @Slot(object)
    def show_draft(self, draft: Draft | None) -> None:
        """Show another draft, or none."""
        if self._draft is not None:
            self._draft.changed.disconnect(self._on_changed)
        self._draft = draft
        self._stack.setCurrentWidget(self._writing if draft else self._nothing)
        waited, self._typed_before = self._typed_before, False
        if waited and draft is not None:
            self.fields.go_on_with(draft)
            self.body.go_on_with(draft)
        else:
            self.fields.show_draft(draft)
            self.body.show_draft(draft)
        if draft is None:
            return
        draft.changed.connect(self._on_changed)
        self._turn(draft.document.fields.language)

    def take_keyboard(self) -> None:
        """Put the caret where it was left in the story."""
        self.body.setFocus()

    def make_read_only(self) -> None:
        """Let everything be read and copied, and nothing be changed."""
        self.body.make_read_only()
        self.fields.make_read_only()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        before, after = change.before.document.fields.language, change.after.document.fields.language
        if before != after:
            self._turn(after)

    def _turn(self, language: str) -> None:
        right = direction(language) == "rtl"
        way = Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
        for part in (self.fields.headline, self.fields.standfirst, self.body):
            part.set_direction(way)
