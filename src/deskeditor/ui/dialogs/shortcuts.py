"""Every key that does something, by the menu it belongs to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from deskeditor.ui.dialogs.dialog import Dialog
from deskeditor.ui.dialogs.palette import command
from deskeditor.ui.widgets.keys import TextLine


class ShortcutsDialog(Dialog):
    """A list to look things up in; typing leaves only what fits."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__("Keyboard Shortcuts", parent)
        self.query = TextLine(self)
        self.query.setPlaceholderText("Search")
        self.query.setAccessibleName("Search shortcuts")
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName("Shortcuts")
        self.tree.setColumnCount(2)
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(12)
        self.tree.setProperty("role", "framed")
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._items: list[QTreeWidgetItem] = []
        self._fill(actions)
        self.body.addWidget(self.query)
        self.body.addWidget(self.tree, 1)
        self.add_close()
        self.query.setFocus()
        self.query.textChanged.connect(self._filter)
        self.resize(480, 620)

    def shown(self) -> tuple[str, ...]:
        """The names that can be seen now."""
        return tuple(item.text(0) for item in self._items if not item.isHidden())

    def _fill(self, actions: Sequence[QAction]) -> None:
        for action in actions:
            shown = command(action)
            if not shown.keys:
                continue
            if shown.menu not in self._groups:
                self._groups[shown.menu] = self._group(shown.menu)
            item = QTreeWidgetItem(self._groups[shown.menu], [shown.title.rstrip("…"), shown.keys])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._items.append(item)
        self.tree.expandAll()

    def _group(self, menu: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [menu or "Everywhere"])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return group

    def _filter(self, text: str) -> None:
        wanted = text.strip().casefold()
        for item in self._items:
            item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".casefold())
        for group in self._groups.values():
            group.setHidden(not any(one.parent() is group and not one.isHidden() for one in self._items))
