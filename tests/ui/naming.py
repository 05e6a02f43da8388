"""Which controls a screen reader could not name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit, QTabBar, QWidget


def nameless(window: QWidget) -> list[str]:
    """Every control that takes the keyboard and has no name to be read out."""
    found = []
    for part in window.findChildren(QWidget):
        inner = isinstance(part.parent(), QComboBox | QAbstractItemView | QTabBar | QLineEdit)
        if inner or part.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        face = QAccessible.queryAccessibleInterface(part)
        if not face.text(QAccessible.Text.Name).strip():
            found.append(f"{type(part).__name__} {part.objectName()}")
    return found
