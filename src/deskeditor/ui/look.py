"""How the desk looks: one palette, one style sheet and three fonts, changed together while it runs."""

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from deskeditor.document.model import Status
from deskeditor.resources import resource
from deskeditor.ui.stylesheet import stylesheet
from deskeditor.ui.tokens import DARK, LIGHT, Scheme, Tokens

__all__ = [
    "Scheme",
    "Tokens",
    "apply",
    "current",
    "mono_font",
    "notice",
    "status_colour",
    "text_font",
    "tokens",
    "ui_font",
]

_UI = ("Inter", "Inter Variable", "SF Pro Text", "Segoe UI", "Cantarell", "Noto Sans", "Liberation Sans")
_TEXT = ("Source Serif 4", "Source Serif Pro", "Charter", "Iowan Old Style", "Georgia", "Noto Serif", "P052")
_MONO = ("JetBrains Mono", "SF Mono", "Cascadia Mono", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono")

_HINTS = {
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
}


class Notice(QObject):
    """Says `changed` after a change of look: style sheets follow by themselves, own painting listens."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.scheme = Scheme.LIGHT
        self._listens = False

    def follow_system(self, app: QApplication) -> None:
        """Change with the desktop for as long as the chosen scheme is SYSTEM."""
        if not self._listens:
            app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
            self._listens = True

    def _on_system_changed(self) -> None:
        app = QApplication.instance()
        if (
            self.scheme is Scheme.SYSTEM
            and isinstance(app, QApplication)
            and tokens(self.scheme) != self.tokens
        ):
            _put_on(app, self.scheme)


@cache
def notice() -> Notice:
    """The one who tells of a changed look; the look belongs to the process as the QApplication does."""
    return Notice()


def current() -> Tokens:
    """The tokens of the look that is on."""
    return notice().tokens


def tokens(scheme: Scheme) -> Tokens:
    """The tokens of a scheme; for SYSTEM those that fit the desktop at this moment."""
    if scheme is Scheme.SYSTEM:
        return DARK if QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def apply(app: QApplication, scheme: Scheme) -> Tokens:
    """Dress the whole program; windows that are open change at once."""
    notice().follow_system(app)
    notice().scheme = scheme
    app.styleHints().setColorScheme(_HINTS[scheme])
    return _put_on(app, scheme)


def _put_on(app: QApplication, scheme: Scheme) -> Tokens:
    worn = tokens(scheme)
    notice().tokens = worn
    # Each of these makes every open list lay itself out anew, so that none is set twice.
    # Qt: under a style sheet the style no longer answers to its own name.
    if not app.styleSheet():
        app.setStyle("Fusion")
    if app.font() != ui_font(worn.body):
        app.setFont(ui_font(worn.body))
    app.setPalette(_palette(worn))
    app.setStyleSheet(stylesheet(worn, resource("icons")))
    notice().changed.emit(worn)
    return worn


def status_colour(status: Status, worn: Tokens) -> str:
    """The colour of a status's dot; never the only sign of it, the word stands beside."""
    return {
        Status.IDEA: worn.faint,
        Status.DRAFT: worn.warning,
        Status.IN_REVIEW: worn.accent,
        Status.READY: worn.success,
        Status.PUBLISHED: worn.text,
        Status.CORRECTED: worn.move,
        Status.KILLED: worn.danger,
    }[status]


def ui_font(size: int) -> QFont:
    """The letter of controls, in device-independent pixels."""
    font = QFont(
        list(_families(_UI)) or QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).families()
    )
    font.setPixelSize(size)
    return font


def text_font(size: int) -> QFont:
    """The serif that a story is written and read in, in device-independent pixels."""
    font = QFont([*_families(_TEXT), "Serif"])
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(size)
    return font


def mono_font(size: int) -> QFont:
    """The letter of code and addresses, in device-independent pixels."""
    font = QFont(
        list(_families(_MONO)) or QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).families()
    )
    font.setStyleHint(QFont.StyleHint.Monospace)
    font.setPixelSize(size)
    return font


@cache
def _families(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `wanted` that this machine has, our own fonts first."""
    _load_fonts()
    return tuple(family for family in wanted if QFontDatabase.hasFamily(family))


@cache
def _load_fonts() -> None:
    for path in sorted(resource("fonts").rglob("*.[to]tf")):
        QFontDatabase.addApplicationFont(str(path))


def _palette(worn: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colours = {
        role.Window: worn.window,
        role.WindowText: worn.text,
        role.Base: worn.surface,
        role.AlternateBase: worn.window,
        role.Text: worn.text,
        role.Button: worn.raised,
        role.ButtonText: worn.text,
        role.BrightText: worn.danger,
        role.PlaceholderText: worn.faint,
        role.ToolTipBase: worn.text,
        role.ToolTipText: worn.surface,
        role.Highlight: worn.selection,
        role.HighlightedText: worn.text,
        role.Link: worn.accent,
        role.LinkVisited: worn.move,
        role.Accent: worn.accent,
        role.Light: worn.raised,
        role.Midlight: worn.border,
        role.Mid: worn.border,
        role.Dark: worn.edge,
        role.Shadow: worn.shade,
    }
    palette = QPalette()
    for part, colour in colours.items():
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(worn.edge))
    return palette
