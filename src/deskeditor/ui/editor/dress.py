"""The editor's own look: one sheet of paper, on which the fields are lines of type and not boxes."""

from deskeditor.ui.look import Tokens

MEASURE = 680
MARGIN = 28
MORE = 28
"""Pixels of the button for what does not fit; Qt gives it the 12 of `QT_MORE`."""
QT_MORE = 12


def side(width: int) -> int:
    """What stays free on each side, so that fields and story stand on one readable measure."""
    return max(0, (width - MEASURE - 2 * MARGIN) // 2)


def editor_style(tokens: Tokens) -> str:
    """The style sheet of the editor pane for one look."""
    t = tokens
    return f"""
    #editor, #fields, #details {{ background: {t.surface}; }}
    #fields QWidget#sheet, #fields QWidget#meta {{ background: transparent; border: none; }}
    #editor QTextEdit#body {{ border: none; border-radius: 0; background: {t.surface}; padding: 0; }}
    #editor QToolBar {{ background: {t.surface}; border: none; border-bottom: 1px solid {t.border};
        padding: 0 12px; spacing: 0; }}
    #editor QToolBar QToolButton {{ padding: 5px; margin: 0 1px; }}
    #editor QToolBar QToolButton#qt_toolbar_ext_button {{ padding: 0; margin: 0; border-radius: 4px;
        min-width: {MORE}px; background: {t.hover}; }}
    #fields QLineEdit, #fields QPlainTextEdit, #fields QComboBox {{
        border: none; border-radius: 0; background: transparent; padding: 2px 0; }}
    #fields QPlainTextEdit {{ padding: 0; }}
    #fields QLineEdit#kicker {{ color: {t.accent}; font-weight: 600; letter-spacing: 0.5px;
        margin-left: -2px; }}
    #fields QPlainTextEdit#headline {{ color: {t.text}; }}
    #fields QPlainTextEdit#standfirst {{ color: {t.muted}; }}
    #meta QLineEdit, #meta QComboBox, #details QLineEdit {{
        border-bottom: 1px solid {t.border}; padding: 4px 0; min-height: 22px; }}
    #meta QLineEdit:focus, #meta QComboBox:focus, #details QLineEdit:focus,
    #fields QLineEdit#kicker:focus,
    #fields QPlainTextEdit#headline:focus, #fields QPlainTextEdit#standfirst:focus {{
        border: none; border-bottom: 2px solid {t.accent}; }}
    #fields QLineEdit[wrong="true"] {{ border-bottom: 2px solid {t.danger}; color: {t.danger}; }}
    #fields {{ border-bottom: 1px solid {t.border}; }}
    #fields QScrollArea {{ background: transparent; border: none; }}
    #details QLabel {{ color: {t.muted}; }}
    QLabel#emptyNote {{ color: {t.muted}; background: {t.surface}; padding: 32px; }}
    """
