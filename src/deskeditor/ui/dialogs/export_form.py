"""The questions of an export: what, as what, where to, in which dress, for which site."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateTimeEdit,
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

from deskeditor.publish.theme_shelf import ThemeCard, card
from deskeditor.publish.times import parse_time
from deskeditor.ui.dialogs.dialog import plain_label, show_role
from deskeditor.ui.dialogs.export_place import judged
from deskeditor.ui.dialogs.export_values import FORMS, ExportChoices, ExportRequest, Form, Scope, suggested
from deskeditor.ui.dialogs.site_values import NO_ADDRESS, site_line
from deskeditor.ui.widgets.keys import TextLine

_SIGN = 32
_LINE = 32
_DAY = 86_400
_OTHER_THEME = "Another folder…"
_NO_THEME = "This folder has no theme.toml, so that it is no theme. Choose another one."
_CHANGES = "These stories alone: put them over the site that stands online, not in its place."


class _Radio(QRadioButton):
    """A radio button whose words end in … where they do not fit."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._words = words
        plain = words.replace("&&", "\0").replace("&", "").replace("\0", "&")
        self.setAccessibleName(plain)
        self.setToolTip(plain)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        room = self.width() - _SIGN
        self.setText(
            self.fontMetrics().elidedText(
                self._words, Qt.TextElideMode.ElideRight, room, Qt.TextFlag.TextShowMnemonic
            )
        )
        super().resizeEvent(event)


class ExportForm(QWidget):
    """`request()` is what was chosen, or None while something is missing; `changed` says to look again."""

    changed = Signal()
    scope_changed = Signal(object)
    site_requested = Signal()

    def __init__(self, choices: ExportChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._own_out = False
        self._theme_at = 0
        self.scopes = {scope: _Radio(choices.label(scope), self) for scope in choices.scopes()}
        self.since = QDateTimeEdit(self)
        self.forms = QComboBox(self)
        self.out = TextLine(self)
        self.choose = QPushButton("Ch&oose…", self)
        self.theme = QComboBox(self)
        self.site = QPushButton("S&ite…", self)
        self._about_scope = plain_label("", "small")
        self._about_form = plain_label("", "small")
        self._about_out = plain_label("", "small")
        self._about_theme = plain_label("", "small")
        self._site_line = plain_label("", "")
        self._about_site = plain_label("", "small")
        self._group = QButtonGroup(self)
        self._fill()
        self._name()
        self._lay_out()
        self._connect()
        self._on_scope()
        self._on_theme(self.theme.currentIndex())
        self.show_site(choices.site)

    @property
    def scope(self) -> Scope | None:
        """What is to leave; None where nothing can."""
        return next((scope for scope, button in self.scopes.items() if button.isChecked()), None)

    @property
    def form(self) -> Form:
        """As what it is to leave."""
        return Form(self.forms.currentData())

    def request(self) -> ExportRequest | None:
        """What was chosen, or None while something is missing or wrong."""
        scope, out = self.scope, self.out.text().strip()
        if scope is None or not judged(out, self.form).sound:
            return None
        since = self._moment() if scope is Scope.CHANGED else ""
        return ExportRequest(
            scope,
            self._choices.articles(scope),
            self.form,
            Path(out).expanduser(),
            str(self.theme.currentData()),
            since,
        )

    def take_out(self, name: str) -> None:
        """Take a place that was chosen; it stays when other answers change."""
        self._own_out = True
        self.out.setText(name)

    def take_form(self, form: Form) -> None:
        """Choose as what it leaves."""
        self.forms.setCurrentIndex(self.forms.findData(form.value))

    def take_theme(self, folder: str) -> None:
        """Take a theme of the user's own; a folder without one is told of."""
        chosen = card(Path(folder))
        if chosen is None:
            self.theme.setCurrentIndex(self._theme_at)
            show_role(self._about_theme, "error", _NO_THEME)
            return
        self.theme.insertItem(self.theme.count() - 2, chosen.title, chosen.name)
        at = self.theme.findData(chosen.name)
        self.theme.setItemData(at, chosen.description, Qt.ItemDataRole.ToolTipRole)
        self.theme.setCurrentIndex(at)
        self._on_theme(at)

    def show_site(self, site: Mapping[str, str]) -> None:
        """Say for which site the pages are made."""
        self._choices = replace(self._choices, site=site)
        self._site_line.setText(site_line(site))
        self.site.setAccessibleDescription(site_line(site))
        self._suggest()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first question."""
        scope = self.scope
        (self.scopes[scope] if scope else self.site).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        for button in self.scopes.values():
            self._group.addButton(button)
        likeliest = self._choices.likeliest()
        if likeliest is not None:
            self.scopes[likeliest].setChecked(True)
        for form, row in FORMS.items():
            self.forms.addItem(row.label, form.value)
        for theme in self._choices.themes:
            self._add_theme(theme)
        self.theme.insertSeparator(self.theme.count())
        self.theme.addItem(_OTHER_THEME, "")
        before = self._choices.before
        self.take_form(before.form if before else Form.FOLDER)
        self.theme.setCurrentIndex(max(0, self.theme.findData(self._choices.theme)))
        self.since.setCalendarPopup(True)
        self.since.setDisplayFormat("d MMM yyyy, HH:mm")
        self.since.setDateTime(_local(self._choices.last))

    def _add_theme(self, theme: ThemeCard) -> None:
        self.theme.addItem(theme.title, theme.name)
        self.theme.setItemData(self.theme.count() - 1, theme.description, Qt.ItemDataRole.ToolTipRole)

    def _name(self) -> None:
        names = (
            (self.since, "Changed since"),
            (self.forms, "As"),
            (self.out, "Where to"),
            (self.choose, "Choose where to"),
            (self.theme, "Theme"),
            (self.site, "Site: name, address and policies"),
        )
        for field, name in names:
            field.setAccessibleName(name)
        self.forms.view().setAccessibleName("Forms")
        self.theme.view().setAccessibleName("Themes")
        self.since.findChildren(QLineEdit)[0].setAccessibleName("Changed since")
        self.choose.setAutoDefault(False)
        self.site.setAutoDefault(False)
        labels = (self._about_scope, self._about_form, self._about_out, self._about_theme, self._about_site)
        for label in (*labels, self._site_line):
            label.setWordWrap(True)

    def _lay_out(self) -> None:
        scopes = QVBoxLayout()
        scopes.setSpacing(0)
        for scope, button in self.scopes.items():
            row = _row(button, self.since) if scope is Scope.CHANGED else _row(button)
            row.addStrut(_LINE)
            scopes.addLayout(row)
        scopes.addWidget(self._about_scope)
        self.since.setVisible(Scope.CHANGED in self.scopes)
        table = QFormLayout(self)
        table.setContentsMargins(0, 0, 0, 0)
        table.setHorizontalSpacing(16)
        table.setVerticalSpacing(14)
        table.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        table.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        table.addRow(self._buddy("What", self), scopes)
        table.addRow(self._buddy("&As", self.forms), _column(self.forms, self._about_form))
        table.addRow(
            self._buddy("W&here to", self.out), _column(_row(self.out, self.choose), self._about_out)
        )
        table.addRow(self._buddy("&Theme", self.theme), _column(self.theme, self._about_theme))
        site = _column(_row(self._site_line, self.site), self._about_site)
        table.addRow(self._buddy("Site", self.site), site)

    def _buddy(self, text: str, field: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "muted")
        if "&" in text:
            label.setBuddy(field)
        label.setFixedHeight(_LINE)
        return label

    def _connect(self) -> None:
        for button in self.scopes.values():
            button.toggled.connect(lambda now: self._on_scope(told=True) if now else None)
        self.since.dateTimeChanged.connect(self._on_since)
        self.forms.currentIndexChanged.connect(lambda _: self._suggest())
        self.out.textEdited.connect(self.take_out)
        self.out.textChanged.connect(lambda _: self._judge())
        self.choose.clicked.connect(self._on_choose)
        self.theme.activated.connect(self._on_theme)
        self.site.clicked.connect(self.site_requested)

    def _on_scope(self, *, told: bool = False) -> None:
        scope = self.scope
        self.since.setEnabled(scope is Scope.CHANGED)
        show_role(self._about_scope, "small", _CHANGES if scope is Scope.CHANGED else "")
        model = self.forms.model()
        for form, row in FORMS.items():
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            allowed = not row.alone or scope is Scope.STORY
            index = model.index(self.forms.findData(form.value), 0)
            model.setData(index, int(flags.value) if allowed else 0, Qt.ItemDataRole.UserRole - 1)
        if FORMS[self.form].alone and scope is not Scope.STORY:
            self.take_form(Form.FOLDER)
        self._suggest()
        if told and scope is not None:
            self.scope_changed.emit(scope)

    def _on_since(self) -> None:
        if self.scope is Scope.CHANGED:
            self.scope_changed.emit(Scope.CHANGED)

    def _on_theme(self, at: int) -> None:
        if self.theme.itemData(at) == "":
            dialog = QFileDialog(self, "Choose the folder of a theme")
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.fileSelected.connect(self.take_theme)
            dialog.rejected.connect(lambda: self.theme.setCurrentIndex(self._theme_at))
            dialog.open()
            return
        self._theme_at = at
        show_role(self._about_theme, "small", str(self.theme.itemData(at, Qt.ItemDataRole.ToolTipRole) or ""))
        self.changed.emit()

    def _suggest(self) -> None:
        scope = self.scope
        show_role(self._about_form, "small", FORMS[self.form].says)
        self.theme.setEnabled(FORMS[self.form].page)
        needless = FORMS[self.form].inside or bool(self._choices.site.get("base_url"))
        show_role(self._about_site, "warning", "" if needless else NO_ADDRESS)
        if not self._own_out and scope is not None:
            self.out.setText(str(suggested(self._choices, scope, self.form)))
        self._judge()

    def _judge(self) -> None:
        verdict = judged(self.out.text(), self.form)
        show_role(self._about_out, "small" if verdict.sound else "error", verdict.text)
        self.out.setAccessibleDescription(verdict.text)
        self.out.setToolTip(self.out.text())
        self.changed.emit()

    def _moment(self) -> str:
        # Qt: the zone of a QDateTime is lost in Python's; the instant is not.
        when = QDateTime.fromSecsSinceEpoch(self.since.dateTime().toSecsSinceEpoch()).toUTC()
        return when.toString("yyyy-MM-ddTHH:mm:ssZ").replace("+00:00", "Z")

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, "Where to export", self.out.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self.take_out)
        dialog.open()


def _local(iso: str) -> QDateTime:
    """That moment in the time of this machine; a day ago where there is none."""
    when = parse_time(iso)
    if when is None:
        return QDateTime.currentDateTime().addSecs(-_DAY)
    return QDateTime.fromSecsSinceEpoch(int(when.timestamp()))


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(parts[0], 1)
    for part in parts[1:]:
        row.addWidget(part)
    return row


def _column(*parts: QWidget | QHBoxLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    for part in parts:
        if isinstance(part, QHBoxLayout):
            column.addLayout(part)
        else:
            column.addWidget(part)
    return column
