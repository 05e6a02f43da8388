"""Turns the table of actions into Qt's: made once, looked over again after each change of scene."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from deskeditor.document.commands import is_active
from deskeditor.ui import icons
from deskeditor.ui.actions import ACTIONS, MENUS, Action, Scene
from deskeditor.ui.gestures import Gestures

LOOK_AGAIN_MS = 60
# Undo comes at once after a key, and asks nothing of the text.
AT_ONCE = tuple(row for row in ACTIONS if row.name in ("undo", "redo"))


class Menus(QObject):
    """All QActions by name, greyed where they do not apply to the scene."""

    def __init__(self, gestures: Gestures, scene: Callable[[], Scene], window: QWidget) -> None:
        super().__init__(window)
        self._scene = scene
        self.actions: Mapping[str, QAction] = {row.name: QAction(row.text, window) for row in ACTIONS}
        for row in ACTIONS:
            action = self.actions[row.name]
            action.setObjectName(row.name)
            action.setShortcuts([QKeySequence(keys) for keys in row.keys.split()])
            action.setCheckable(bool(row.mark))
            if row.icon:
                action.setIcon(icons.icon(row.icon))
            plain = row.text.rstrip("…")
            action.setToolTip(f"{plain} ({action.shortcut().toString()})" if row.keys else plain)
            action.triggered.connect(lambda _=False, do=row.do: do(gestures))
            window.addAction(action)
        # Greying waits for a pause in typing: dozens of commands are asked whether they apply.
        self._later = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._later.timeout.connect(self._look)

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for name in MENUS:
            menu = bar.addMenu(f"&{name}")
            for row in ACTIONS:
                if row.menu == name:
                    menu.addAction(self.actions[row.name])
            menu.aboutToShow.connect(self._look)

    def do(self, name: str) -> None:
        """Do what was wished for elsewhere, unless it does not apply now."""
        self._look()
        self.actions[name].trigger()

    def look_again(self) -> None:
        """Something changed: look over the actions a little later, those of the next key at once."""
        self._look_over(AT_ONCE)
        self._later.start()

    @Slot()
    def _look(self) -> None:
        self._look_over(ACTIONS)

    def _look_over(self, rows: Sequence[Action]) -> None:
        scene = self._scene()
        for row in rows:
            action = self.actions[row.name]
            action.setEnabled(row.when(scene))
            if row.mark:
                action.setChecked(scene.state is not None and is_active(scene.state, row.mark))
