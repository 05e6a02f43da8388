"""The style sheet of the whole program, filled in from tokens.

Widgets ask for a variant by the property `role`: a push button may be `primary`, `quiet` or `danger`; a label
`title`, `muted`, `small`, `error` or `section`; a frame `card` or `line`.
"""

from dataclasses import asdict
from pathlib import Path
from string import Template

from deskeditor.ui.tokens import Tokens

_BASE = """
* { outline: none; }
QWidget { color: $text; selection-background-color: $selection; selection-color: $text; }
QMainWindow, QDialog { background: $window; }
QDialog { background: $raised; }
QAbstractScrollArea { background: $surface; border: none; }
QScrollArea[role="bare"], QWidget[role="bare"] { background: transparent; }
QToolTip { background: $text; color: $surface; border: none; padding: 5px 8px; font-size: ${small}px; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="heading"] { font-size: ${large}px; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}px; }
QLabel[role="section"] { color: $muted; font-size: ${small}px; font-weight: 600; }
QLabel[role="error"] { color: $danger; font-size: ${small}px; }
QLabel[role="success"] { color: $success; font-size: ${small}px; }
QLabel[role="warning"] { color: $warning; font-size: ${small}px; }
QLabel[role="well"] {
    background: $window; color: $muted; border: 1px solid $border; border-radius: ${radius}px;
}
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: ${radius}px; }
QFrame[role="palette"] { background: $raised; border: 1px solid $edge; }
QFrame[role="notice"] { background: $raised; border: none; border-top: 1px solid $border; }
QFrame[role="error-notice"] { background: $danger_soft; border: none; border-top: 1px solid $danger; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }

QMenuBar { background: $window; color: $text; padding: 2px 8px; border: none; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: ${radius_s}px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; }
QMenu { background: $raised; border: 1px solid $border; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: ${radius_s}px; min-height: 18px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $edge; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $border; margin: 6px 8px; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 6px; }
QMenu::indicator:checked { image: url("$icons/tick-$mode.svg"); }
QMenu::right-arrow {
    image: url("$icons/chevron-right-$mode.svg"); width: 12px; height: 12px; margin-right: 8px;
}

QToolBar {
    background: $window; border: none; border-bottom: 1px solid $border; padding: 4px 8px; spacing: 2px;
}
QToolBar::handle { image: none; width: 0; }
QSizeGrip { image: none; width: 0; }
QToolBar::separator { background: $border; width: 1px; margin: 6px 6px; }
QToolButton {
    background: transparent; border: 1px solid transparent; border-radius: ${radius}px; padding: 5px;
}
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $border; }
QToolButton:checked { background: $accent_soft; color: $accent; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $edge; }
QToolButton::menu-indicator { image: none; }
QToolButton[role="heading"] { font-size: ${large}px; font-weight: 600; padding: 3px 22px 3px 4px; }
QToolButton[role="small"] { font-size: ${small}px; color: $muted; padding: 2px 20px 2px 4px; }
QToolButton[role="small"]:hover { color: $text; }
QToolButton[role="heading"]::menu-indicator, QToolButton[role="small"]::menu-indicator {
    image: url("$icons/chevron-down-$mode.svg"); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 5px;
}
QToolButton[popupMode="1"] { padding-right: 16px; }
QToolButton::menu-button { border: none; width: 14px; }
QToolButton::menu-arrow { image: url("$icons/chevron-down-$mode.svg"); width: 12px; height: 12px; }

QStatusBar { background: $window; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QToolButton[role="status"] { color: $muted; font-size: ${small}px; padding: 1px 6px; }
QToolButton[role="status"]:hover { color: $text; }
QStatusBar QLabel { color: $muted; font-size: ${small}px; padding: 0 6px; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
"""

_FIELDS = """
QLineEdit, QSpinBox, QDateTimeEdit, QComboBox {
    background: $surface; border: 1px solid $edge; border-radius: ${radius}px;
    padding: 0 9px; min-height: 30px; placeholder-text-color: $faint;
}
QPlainTextEdit, QTextEdit {
    background: $surface; border: 1px solid $edge; border-radius: ${radius}px; padding: 5px;
}
QLineEdit:focus, QSpinBox:focus, QDateTimeEdit:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 0 8px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 4px; }
QLineEdit:read-only { background: $window; }
QLineEdit:disabled, QComboBox:disabled, QDateTimeEdit:disabled, QPlainTextEdit:disabled {
    color: $edge; background: $window;
}
QLineEdit[invalid="true"] { border: 2px solid $danger; padding: 0 8px; }
QLineEdit[role="search"] { background: $surface; border: 1px solid $border; padding: 0 8px 0 4px; }
QLineEdit[role="search"]:focus { border: 2px solid $accent; padding: 0 7px 0 3px; }
QLineEdit[role="palette"], QLineEdit[role="palette"]:focus {
    background: $raised; border: none; padding: 0 20px; min-height: 48px; font-size: 16px;
}
QFrame[role="palette"] QListView { background: $raised; border: none; }
QAbstractItemView[role="framed"] { border: 1px solid $edge; border-radius: ${radius}px; padding: 4px; }
QAbstractItemView[role="framed"]:focus { border: 2px solid $accent; padding: 3px; }
QLineEdit > QToolButton { padding: 0; border: none; background: transparent; }

QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$icons/chevron-down-$mode.svg"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { padding: 4px 8px; min-height: 22px; border-radius: ${radius_s}px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QSpinBox::up-button, QDateTimeEdit::up-button { border: none; width: 20px; }
QSpinBox::down-button, QDateTimeEdit::down-button { border: none; width: 20px; }
QSpinBox::up-arrow, QDateTimeEdit::up-arrow {
    image: url("$icons/chevron-up-$mode.svg"); width: 12px; height: 12px;
}
QSpinBox::down-arrow, QDateTimeEdit::down-arrow {
    image: url("$icons/chevron-down-$mode.svg"); width: 12px; height: 12px;
}

QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $edge; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $edge; background: $surface;
}
QCheckBox::indicator { border-radius: ${radius_s}px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:checked { image: url("$icons/check-$mode.svg"); }
QCheckBox::indicator:indeterminate {
    background: $accent; border-color: $accent; image: url("$icons/dash-$mode.svg");
}
QRadioButton::indicator:checked { image: url("$icons/dot-$mode.svg"); }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
    border: 2px solid $accent; width: 14px; height: 14px;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
    background: $window; border-color: $border;
}
"""

_BUTTONS = """
QPushButton {
    background: $surface; border: 1px solid $edge; border-radius: ${radius}px;
    padding: 0 15px; min-height: 30px; font-weight: 500;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $border; }
QPushButton:focus { border: 2px solid $accent; padding: 0 14px; min-height: 28px; }
QPushButton:disabled { color: $edge; border-color: $border; background: transparent; }
QPushButton:default, QPushButton[role="primary"] {
    background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600;
}
QPushButton:default:hover, QPushButton[role="primary"]:hover {
    background: $accent_hover; border-color: $accent_hover;
}
QPushButton:default:focus, QPushButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton:default:disabled, QPushButton[role="primary"]:disabled {
    background: $border; color: $faint; border-color: $border;
}
QPushButton[role="quiet"] {
    background: transparent; border: 1px solid transparent; color: $accent; padding: 0 9px;
}
QPushButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; padding: 0 8px; }
QPushButton[role="quiet"]:disabled { color: $edge; }
QPushButton[role="danger"] { color: $danger; }
QPushButton::menu-indicator { image: none; width: 0; }
"""

_VIEWS = """
QListView::item, QTreeView::item, QTableView::item { padding: 4px 8px; border-radius: ${radius_s}px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {
    background: $accent_soft; color: $text;
}
QListView[role="sidebar"] { background: $window; }
QStackedWidget[drop="true"] { border: 2px solid $accent; border-radius: ${radius}px; }
QHeaderView::section {
    background: $window; color: $muted; border: none; border-bottom: 1px solid $border;
    padding: 6px 8px; font-size: ${small}px; font-weight: 600;
}
QTableView { gridline-color: $border; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $border; border: 3px solid transparent; border-radius: 6px; }
QScrollBar::handle:vertical {
    min-height: 40px; background: $thumb; margin: 2px 3px; border: none; border-radius: 3px;
}
QScrollBar::handle:horizontal {
    min-width: 40px; background: $thumb; margin: 3px 2px; border: none; border-radius: 3px;
}
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QTabWidget::pane { border: none; border-top: 1px solid $border; top: -1px; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $muted; padding: 8px 4px; margin: 0 8px;
    border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QProgressBar {
    background: $border; border: none; border-radius: 2px;
    min-height: 4px; max-height: 4px; color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QGroupBox { border: none; margin-top: 20px; padding: 0; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $muted; }
"""


def stylesheet(tokens: Tokens, icons: Path) -> str:
    """The whole sheet for one look; `icons` is the folder of the small drawings that a sheet can name."""
    values = {name: str(value) for name, value in asdict(tokens).items()}
    mode = "dark" if tokens.dark else "light"
    thumb = "#4a4b50" if tokens.dark else "#cbc9c3"
    sheet = "".join((_BASE, _FIELDS, _BUTTONS, _VIEWS))
    return Template(sheet).substitute(values, mode=mode, icons=icons.as_posix(), thumb=thumb)
