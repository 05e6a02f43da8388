"""A button that shows what is chosen and opens a menu of what else could be."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget


@dataclass(frozen=True)
class Option:
    """One line of the menu; `note` stands at its right end, `group` begins a new part of the menu."""

    key: str
    label: str
    note: str = ""
    group: str = ""


class Choice(QToolButton):
    """Exactly one option is chosen; `chosen` carries its key, and only a person makes it speak."""

    chosen = Signal(str)

    def __init__(self, name: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._options: tuple[Option, ...] = ()
        self._key = ""
        self.setProperty("role", role)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._fill)
        self.menu().triggered.connect(self._on_triggered)

    @property
    def key(self) -> str:
        """The key of the chosen option."""
        return self._key

    def offer(self, options: Sequence[Option]) -> None:
        """Take the options; the menu is built when it opens."""
        self._options = tuple(options)
        self.show_key(self._key)

    def show_key(self, key: str) -> None:
        """Show what is chosen elsewhere; an unknown key shows itself."""
        self._key = key
        label = next((option.label for option in self._options if option.key == key), key)
        self.setText(label.replace("&", "&&"))
        self.setAccessibleDescription(label)
        self.setToolTip(f"{self._name}: {label}")

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        before = self._options[0].group if self._options else ""
        for option in self._options:
            if option.group != before:
                menu.addSeparator()
            before = option.group
            label = option.label.replace("&", "&&")
            action = menu.addAction(f"{label}\t{option.note}" if option.note else label)
            action.setCheckable(True)
            action.setChecked(option.key == self._key)
            action.setData(option.key)
            group.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        key = action.data()
        if isinstance(key, str) and key != self._key:
            self.show_key(key)
            self.chosen.emit(key)
