"""The questions of an export: what, as what, where to, in which dress."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from deskeditor.ui.dialogs.addresses import link_address
from deskeditor.ui.dialogs.dialog import plain_label, show_role
from deskeditor.ui.dialogs.export_values import ExportChoices, ExportRequest, Form, Scope, suggested

_FORMS = {Form.FOLDER: "&Folder", Form.ZIP: "&Zip file", Form.SINGLE: "Single &page"}
_BASE = "Left empty, the pages open from a disk and work below any address."
_BASE_WRONG = "This is no web address. It should look like https://example.org/news/."
_SIGN = 32
_OUT_WRONG = "Choose where it shall go."


class _Scope(QRadioButton):
    """A radio button whose words end in … where they do not fit."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.width() - _SIGN
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        super().resizeEvent(event)


class ExportForm(QWidget):
    """`request()` is what was chosen, or None while something is missing; `changed` says to look again."""

    changed = Signal()
    scope_changed = Signal(object)

    def __init__(self, choices: ExportChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._own_out = False
        self.scopes = {scope: _Scope(choices.label(scope), self) for scope in choices.scopes()}
        self.forms = {form: QRadioButton(label, self) for form, label in _FORMS.items()}
        self.out = QLineEdit(self)
        self.choose = QPushButton("&Choose…", self)
        self.theme = QComboBox(self)
        self.base_url = QLineEdit(choices.base_url, self)
        self._hint = plain_label(_BASE, "small")
        self._groups = [self._group(list(part.values())) for part in (self.scopes, self.forms)]
        self._fill()
        self._lay_out()
        self._connect()
        self._suggest()

    @property
    def scope(self) -> Scope:
        """What is to leave."""
        return next((scope for scope, button in self.scopes.items() if button.isChecked()), Scope.STORY)

    @property
    def form(self) -> Form:
        """As what it is to leave."""
        return next(form for form, button in self.forms.items() if button.isChecked())

    def request(self) -> ExportRequest | None:
        """What was chosen, or None while something is missing or wrong."""
        out, base = self.out.text().strip(), self.base_url.text().strip()
        if not self.scopes or not out or (base and not _is_base(base)):
            return None
        articles = self._choices.articles(self.scope)
        address = link_address(base) if base else ""
        return ExportRequest(
            articles, self.form, Path(out).expanduser(), self.theme.currentText(), address or ""
        )

    def take_out(self, name: str) -> None:
        """Take a place that was chosen; it stays when other answers change."""
        self._own_out = True
        self.out.setText(name)

    def _fill(self) -> None:
        self.theme.addItems(list(self._choices.themes))
        self.theme.setCurrentText(self._choices.theme)
        self.forms[Form.FOLDER].setChecked(True)
        for button in list(self.scopes.values())[:1]:
            button.setChecked(True)
        self.base_url.setPlaceholderText("https://example.org/news/")
        self.choose.setAutoDefault(False)
        names = ((self.out, "Where to"), (self.choose, "Choose where to"), (self.theme, "Theme"))
        for field, name in (*names, (self.base_url, "Address of the site")):
            field.setAccessibleName(name)
        self.theme.view().setAccessibleName("Themes")
        self.base_url.setAccessibleDescription(_BASE)

    def _lay_out(self) -> None:
        where, forms, scopes = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for button in self.scopes.values():
            scopes.addWidget(button)
        if not self.scopes:
            scopes.addWidget(plain_label("There is nothing that may leave yet.", "warning"))
        for form in self.forms.values():
            forms.addWidget(form)
            forms.addSpacing(16)
        forms.addStretch()
        where.setSpacing(8)
        where.addWidget(self.out, 1)
        where.addWidget(self.choose)
        table = QFormLayout(self)
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(16)
        table.setVerticalSpacing(12)
        table.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        table.addRow(plain_label("What", "muted"), scopes)
        table.addRow(plain_label("As", "muted"), forms)
        table.addRow(self._buddy("W&here to", self.out), where)
        table.addRow(self._buddy("&Theme", self.theme), self.theme)
        table.addRow(self._buddy("&Address", self.base_url), self.base_url)
        table.addRow("", self._hint)

    def _buddy(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "muted")
        label.setBuddy(field)
        return label

    def _group(self, buttons: Sequence[QRadioButton]) -> QButtonGroup:
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
        return group

    def _connect(self) -> None:
        for button in self.scopes.values():
            button.toggled.connect(lambda now: self._on_scope() if now else None)
        for form in self.forms.values():
            form.toggled.connect(self._suggest)
        self.out.textEdited.connect(self.take_out)
        self.choose.clicked.connect(self._on_choose)
        for field in (self.out, self.base_url):
            field.textChanged.connect(self._judge)

    def _on_scope(self) -> None:
        self._suggest()
        self.scope_changed.emit(self.scope)

    def _suggest(self) -> None:
        if not self._own_out:
            story = self._choices.story
            headline = story.headline if story and self.scope is Scope.STORY else ""
            self.out.setText(str(suggested(self._choices.folder, self.form, headline)))

    def _judge(self) -> None:
        base = self.base_url.text().strip()
        wrong = _BASE_WRONG if base and not _is_base(base) else ""
        wrong = wrong or ("" if self.out.text().strip() else _OUT_WRONG)
        show_role(self._hint, "error" if wrong else "small", wrong or _BASE)
        self.changed.emit()

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, "Where to export", self.out.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.fileSelected.connect(self.take_out)
        dialog.open()


def _is_base(text: str) -> bool:
    return (link_address(text) or "").startswith(("http://", "https://"))
