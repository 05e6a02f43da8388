"""What a menu, key or button sets off: each gesture is one call down to the session or a pane."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from deskeditor.document import commands
from deskeditor.document.model import ArticleId, Document, Picture, Selection
from deskeditor.document.state import EditorState
from deskeditor.document.transaction import Transaction
from deskeditor.session.desk import Desk
from deskeditor.session.draft import Command, Draft, Mark
from deskeditor.session.intaking import Intaking
from deskeditor.session.outside import Outside
from deskeditor.session.pasting import Pasting
from deskeditor.session.preview_protocol import Sought
from deskeditor.session.previewing import Previewing
from deskeditor.session.reviewing import Reviewing, Version
from deskeditor.ui import look
from deskeditor.ui.arrivals import Arrivals
from deskeditor.ui.asking import Asking
from deskeditor.ui.findings import Findings
from deskeditor.ui.hands import Hands, hands
from deskeditor.ui.preview.pane import SLOTS, WIDTHS
from deskeditor.ui.window import Window

if TYPE_CHECKING:
    from deskeditor.publish.slots import Place
    from deskeditor.ui.exports import Exports

SCHEME_SAYINGS = {
    look.Scheme.LIGHT: "The desk is light.",
    look.Scheme.DARK: "The desk is dark.",
    look.Scheme.SYSTEM: "The desk is light or dark as the rest of the system is.",
}
SCHEMES = tuple(SCHEME_SAYINGS)
PICTURES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"))
LEFT = (
    "The picture was not put in: its story left the desk. The library has it; open the story and ask again."
)
COPY = "Copy (*.txt *.md *.markdown *.html *.htm *.docx *.odt *.zip);;All files (*)"


class Gestures(QObject):
    """The hands of the window; it asks and shows, the session does.

    `late`: something has come for the story and waits until an input method has put in what is composed.
    """

    late = Signal()

    def __init__(self, desk: Desk, window: Window, previewing: Previewing) -> None:
        super().__init__(window)
        self._desk = desk
        self._panes = window.panes
        self._window = window
        self._previewing = previewing
        self.outside = Outside(self)
        self.pasting = Pasting(self.outside, lambda: desk.draft)
        self.asking = Asking(desk, window, self.outside)
        self._exports: Exports | None = None
        self.findings = Findings(desk, window)
        self.intaking = Intaking(desk)
        self.arrivals = Arrivals(desk, window.notice)
        self.intaking.taken.connect(self.arrivals.take)
        self._awaited: tuple[Hands, Callable[[], None]] | None = None
        self.reviewing = Reviewing(desk.reader)

    @property
    def draft(self) -> Draft | None:
        """The article on the desk."""
        return self._desk.draft

    def expect_keyboard(self) -> None:
        """Give what was just asked for the keyboard when it comes, unless somebody goes on typing here."""
        self._awaited = hands(self._window), self._panes.editor.take_keyboard

    def awaited(self) -> Callable[[], None]:
        """What was to be done when an article comes; nothing, where somebody went on typing since."""
        awaited, self._awaited = self._awaited, None
        if awaited is None or awaited[0] != hands(self._window):
            return _nothing
        return awaited[1]

    def new(self) -> None:
        """Begin an article with the caret in its headline."""
        self._awaited = None
        self._panes.show_writing()
        self._panes.editor.begin_new()
        self._desk.new(Document())

    def open(self, article: ArticleId) -> None:
        """Put an article on the desk and go there with the keyboard."""
        self.expect_keyboard()
        self._desk.open(article)

    def open_from_list(self, article: str) -> None:
        """Put an article on the desk; the keyboard stays in the list."""
        self._awaited = None
        self._desk.open(ArticleId(article))

    def open_then(self, article: str, then: Callable[[], None]) -> None:
        """Put an article on the desk and do something with it there."""
        self._awaited = hands(self._window), then
        self._desk.open(ArticleId(article))

    def open_arrival(self) -> None:
        """Put an article on the desk that came in."""
        self.expect_keyboard()
        self.arrivals.open_next()

    def import_files(self) -> None:
        """Ask for files and take them in."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Import copy", "", COPY)
        if names:
            self.intaking.take(tuple(Path(name) for name in names))

    def import_site(self) -> None:
        """Ask for the files of a whole site, whose published stories are to stay published."""
        from deskeditor.ui.dialogs.whole_site import WholeSiteDialog

        def agreed() -> None:
            names, _ = QFileDialog.getOpenFileNames(self._window, "Import a whole site", "", COPY)
            if names:
                self.intaking.take(tuple(Path(name) for name in names), keep_status=True)

        dialog = WholeSiteDialog(self._window)
        dialog.agreed.connect(agreed)
        dialog.open()

    def duplicate(self) -> None:
        """Copy the selected article."""
        for article in self._selected()[:1]:
            self.expect_keyboard()
            self._desk.duplicate(article)

    def trash(self) -> None:
        """Put the selected articles in the trash, with a way back."""
        selected, here = self._selected(), self.draft
        if not selected:
            return

        def back() -> None:
            self._desk.untrash(selected)
            if here is not None and here.id in selected:
                self.open(here.id)

        self._desk.trash(selected)
        what = "1 article" if len(selected) == 1 else f"{len(selected)} articles"
        self._window.notice.tell(f"{what} moved to the trash.", "Undo", back)

    def untrash(self) -> None:
        """Take the selected articles out of the trash."""
        self._desk.untrash(self._selected())

    def save(self) -> None:
        """Save a revision now."""
        self._desk.save()

    def export(self) -> None:
        """Ask what shall leave, and where to."""
        self._leaving().ask(tuple(ArticleId(each) for each in self._panes.articles.selected_ids()))

    def export_again(self) -> None:
        """Export as last time, without a question."""
        self._leaving().again()

    def proof(self) -> None:
        """Print the article on the desk for an editor, as a PDF."""
        self._leaving().proof()

    def _leaving(self) -> "Exports":
        from deskeditor.ui.exports import Exports

        if self._exports is None:
            self._exports = Exports(self._desk, self._window)
            self._exports.site_changed.connect(self._previewing.set_site)
            self._exports.theme_chosen.connect(self._previewing.set_theme)
            self._exports.opening_requested.connect(self.open_then)
        return self._exports

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def undo(self) -> None:
        """Take back the last gesture, in whichever field it was made."""
        if self.draft is not None:
            self.draft.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.draft is not None:
            self.draft.redo()

    def find(self) -> None:
        """Go to the search field."""
        if self._panes.articles.isHidden():
            self._window.room.toggle_list()
        self._panes.articles.focus_search()

    def palette(self) -> None:
        """Open the command palette."""
        self.asking.palette()

    def format(self, command: Callable[[EditorState], Transaction | None]) -> None:
        """Do a command of the document."""
        if self.draft is not None:
            self.draft.do(command)
            self._panes.editor.body.setFocus()

    def link(self) -> None:
        """Ask for an address and put it on the selection."""
        if self.draft is not None:
            self.asking.link(self.draft.state, self._set_link, self._unset_link)

    def _set_link(self, address: str, words: str) -> None:
        self.format(lambda state: commands.link(state, address, words))

    def _unset_link(self) -> None:
        self.format(lambda state: commands.link(state, ""))

    def read_also(self) -> None:
        """Ask for an article, or a headline that is still waiting for one, and set a card."""
        self.asking.read_also(self._set_read_also)

    def _set_read_also(self, headline: str, article: ArticleId | None) -> None:
        self.format(lambda state: commands.read_also(state, headline, article))

    def picture(self) -> None:
        """Ask for a picture and what it shows."""
        self._ask_picture(lambda put: self.asking.picture(None, put))

    def _ask_picture(self, ask: Callable[[Callable[[Picture], None]], None]) -> None:
        """Ask for a picture; it goes to where the caret is now, in the story that is on the desk now."""
        draft = self.draft
        if draft is not None:
            mark = draft.mark()
            ask(lambda picture: self._put(draft, mark, lambda state: commands.insert_picture(state, picture)))

    def _put(self, draft: Draft, mark: Mark, command: Command) -> None:
        """Do to a story what has come for it, unless it left the desk; while letters are composed, later."""
        body = self._panes.editor.body
        if draft is not self.draft:
            self._window.notice.show_error(LEFT)
        elif body.composing:
            again = partial(self._put, draft, mark, command)
            body.composed.connect(again, Qt.ConnectionType.SingleShotConnection)
            self.late.emit()
        else:
            draft.do_at(mark, command)

    def lead_picture(self) -> None:
        """Ask for the picture that leads the story."""
        draft = self.draft
        if draft is not None:
            mark = draft.mark()
            self.asking.lead_picture(
                draft.document.fields.lead_picture,
                lambda lead: self._put(
                    draft, mark, lambda state: commands.set_field(state, "lead_picture", lead)
                ),
            )

    def paste(self, data: QMimeData) -> None:
        """Put in what was pasted or dropped: pictures here, other files as articles, words as Markdown."""
        paths = tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
        pictures = tuple(path for path in paths if path.suffix.lower() in PICTURES)
        if pictures:
            self._ask_picture(lambda put: self.asking.picture(None, put, pictures[0]))
        if others := tuple(path for path in paths if path not in pictures):
            self.intaking.take(others)
        if paths:
            return
        if data.hasImage() and not data.text().strip():
            self._ask_picture(lambda put: self.asking.pasted_picture(data, put))
            return
        self.pasting.paste(data.html() if data.hasHtml() else None, data.text())

    def history(self) -> None:
        """Show the article's revisions."""
        if self.draft is not None:
            self._desk.save()
            self._panes.review.begin(self.draft.document.fields.headline or "History")
            self._panes.show_review()
            self._desk.when_saved(self._list_history)

    def _list_history(self) -> None:
        if self.draft is not None:
            self.reviewing.list_history(self.draft.id)

    def compare(self) -> None:
        """Set the two selected articles side by side."""
        selected = self._selected()
        if len(selected) == 2:
            self._panes.review.begin("Two articles side by side")
            self._panes.show_review()
            self.reviewing.compare(Version(selected[0]), Version(selected[1]))

    def compare_revisions(self, pair: tuple[int, int]) -> None:
        """Set two revisions of the article side by side."""
        if self.draft is not None:
            self.reviewing.compare(Version(self.draft.id, pair[0]), Version(self.draft.id, pair[1]))

    def next_change(self) -> None:
        """Go to the next difference."""
        self._panes.review.next_change()

    def previous_change(self) -> None:
        """Go to the difference before."""
        self._panes.review.previous_change()

    def write(self) -> None:
        """Leave the review and go on writing."""
        self._panes.show_writing()
        self._panes.editor.take_keyboard()

    def toggle_list(self) -> None:
        """Show or hide the article list."""
        self._window.room.toggle_list()

    def toggle_preview(self) -> None:
        """Show or hide the preview."""
        self._window.room.toggle_preview()

    def slots(self) -> None:
        """Show the story in every slot, or the page again."""
        preview = self._panes.preview
        shown = not preview.isHidden() and preview.width_name == SLOTS
        if preview.isHidden():
            self._window.room.toggle_preview()
        preview.choose_width(WIDTHS[0].name if shown else SLOTS)

    def write_in(self, place: "Place") -> None:
        """Take the keyboard to the field of a slot, with the words selected that have no room in it."""
        self._panes.editor.fields.go_to(place.field, place.start)

    def next_pane(self) -> None:
        """Take the keyboard on: list, headline, story, and round again; in a review list and drafts."""
        self._panes.take_keyboard_on()

    def locate(self) -> None:
        """Show in the preview where the caret stands."""
        if self.draft is not None:
            self._previewing.locate(self.draft.state.selection.head, self._panes.preview.mark)

    def seek(self, sought: Sought) -> None:
        """Put the caret where a word of the preview was clicked, unless somebody went on typing."""
        asked, draft = hands(self._window), self.draft

        def found(position: int) -> None:
            if draft is not None and draft is self.draft and asked == hands(self._window):
                draft.select(Selection(position, position))
                self._panes.editor.body.place_caret(position)

        self._previewing.find(sought, found)

    def next_scheme(self) -> None:
        """Change from light to dark to what the desktop says."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            now = look.notice().scheme
            chosen = SCHEMES[(SCHEMES.index(now) + 1) % len(SCHEMES)]
            look.apply(app, chosen)
            self._window.notice.tell(SCHEME_SAYINGS[chosen])

    def shortcuts(self) -> None:
        """Show every key."""
        self.asking.shortcuts()

    def about(self) -> None:
        """Show what this program is."""
        self.asking.about()

    def close(self) -> None:
        """End what is still under way."""
        self.pasting.close()
        self.intaking.close()
        self.outside.close()
        if self._exports is not None:
            self._exports.close()

    def _selected(self) -> tuple[ArticleId, ...]:
        selected = tuple(ArticleId(each) for each in self._panes.articles.selected_ids())
        if not selected and self.draft is not None:
            return (self.draft.id,)
        return selected


def _nothing() -> None:
    return
