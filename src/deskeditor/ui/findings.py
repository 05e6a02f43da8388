"""Ties what is found of the open story to the pane that lists it, the status line, and the places meant."""

from PySide6.QtCore import QObject, Slot

from deskeditor.publish.findings import Finding
from deskeditor.session.checking import Checking, Looked
from deskeditor.session.desk import Desk
from deskeditor.session.draft import Draft
from deskeditor.ui.checks.rows import counted
from deskeditor.ui.window import Window

CHANGED = "These words have changed since they were looked at. They are looked at again."


class Findings(QObject):
    """Shows findings as they come, and leads to them."""

    def __init__(self, desk: Desk, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._panes = window.panes
        self.checking = Checking(desk.path)
        self.checking.told.connect(self._on_told)
        desk.changed.connect(lambda _: self.checking.look_again())
        pane = window.panes.checks
        pane.jump_requested.connect(self.go_to)
        pane.left.connect(self._panes.editor.body.setFocus)
        pane.close_requested.connect(self._put_away)
        window.status.checks_requested.connect(self.show)

    def show_draft(self, draft: Draft | None) -> None:
        """Look at another article from now on, or at none."""
        self.checking.show(draft)

    def toggle(self) -> None:
        """Open the pane with the keyboard in it, or put it away."""
        if self._panes.checks.isVisible():
            self._put_away()
        else:
            self.show()

    def show(self) -> None:
        """Open the pane and give it the keyboard."""
        self._open()
        self._panes.checks.list.setFocus()

    def step(self, by: int) -> None:
        """Go to the next finding, or one before."""
        self._open()
        finding = self._panes.checks.step(by)
        if finding is not None:
            self.go_to(finding)

    @Slot(object)
    def go_to(self, finding: Finding) -> None:
        """Take the keyboard to what a finding is about; nowhere, if its words have changed since."""
        editor = self._panes.editor
        if finding.start is None:
            if not editor.fields.go_to(finding.field):
                editor.body.setFocus()
            return
        place = self.checking.place(finding)
        if place is None:
            self._window.notice.tell(CHANGED)
            self.checking.look_again()
        else:
            editor.body.select(*place)

    def close(self) -> None:
        """End what is still under way."""
        self.checking.close()

    def _open(self) -> None:
        self._panes.show_writing()
        self._window.room.show_checks()

    def _put_away(self) -> None:
        had_keyboard = self._panes.checks.isAncestorOf(self._window.focusWidget())
        self._window.room.hide_checks()
        if had_keyboard:
            self._panes.editor.body.setFocus()

    @Slot(object)
    def _on_told(self, looked: Looked | None) -> None:
        self._panes.checks.show_looked(looked)
        blocks = looked is not None and looked.answer.blocks > 0
        self._window.status.show_checks(counted(looked), blocks=blocks)
