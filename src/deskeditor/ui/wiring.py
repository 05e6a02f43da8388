"""Who hears whom: the session's news go to the panes, the panes' wishes to the session."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from deskeditor.document.model import ArticleId, Document
from deskeditor.library.errors import DamagedText
from deskeditor.library.records import Article, ListView
from deskeditor.library.store import Library
from deskeditor.publish.goal import Options, theme_of
from deskeditor.publish.site import SETTINGS
from deskeditor.session.autosave import Keeping
from deskeditor.session.desk import Desk
from deskeditor.session.draft import Draft
from deskeditor.session.intaking import Underway
from deskeditor.session.previewing import Previewing
from deskeditor.session.reviewing import Compared, Version
from deskeditor.session.settings import Settings, SettingsFile
from deskeditor.session.shelf import Overview, Shelf, Shown
from deskeditor.session.slotting import Slotting
from deskeditor.ui import icons
from deskeditor.ui.actions import FORMAT_BAR, Scene
from deskeditor.ui.articles.pane import Append
from deskeditor.ui.gestures import Gestures
from deskeditor.ui.menus import Menus
from deskeditor.ui.preview.pane import SLOTS
from deskeditor.ui.window import Window

ASKED_FOR = "Another start of the program asks for an article."
PAINT_MS = 30
"""What the article is given to be painted before the browser is brought in."""


READER_MS = 4_000
"""When all that is seen has come, what reads a paste is made ready."""


class Wiring(QObject):
    """Connects one desk with one window, for as long as both live."""

    def __init__(self, desk: Desk, window: Window, settings: SettingsFile) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._file = settings
        self._settings: Settings = settings.load()
        self._panes = window.panes
        self._reading = ""
        self._greeted = False
        self.shelf = Shelf(desk.reader, ListView())
        self.previewing = Previewing(desk.media)
        self.slotting = Slotting(desk.media)
        self.gestures = Gestures(desk, window, self.previewing)
        self.menus = Menus(self.gestures, self._scene, window)
        self._wire_desk()
        self._wire_list()
        self._wire_editor()
        self._wire_preview()
        self._wire_review()
        self._wire_window()

    def come_forward(self, article: str) -> None:
        """Somebody started the program again: this window answers."""
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()
        if article:
            self._come_with(ArticleId(article))

    def _come_with(self, article: ArticleId) -> None:
        if self._desk.is_empty:
            self._desk.open(article)
        else:
            self._window.notice.tell(ASKED_FOR, "Open", lambda: self.gestures.open(article))

    def read_only(self, reason: str) -> None:
        """Everything can be read and nothing changed, for this reason."""
        self._reading = reason
        self._panes.make_read_only()
        self._window.status.make_read_only()
        self._window.notice.tell(f"This library can only be read: {reason}.")

    def _wire_desk(self) -> None:
        desk = self._desk
        desk.ready.connect(lambda _: self._on_ready())
        desk.unready.connect(self._panes.articles.show_error)
        desk.unready.connect(self._window.notice.show_error)
        desk.opened.connect(self._on_opened)
        desk.keeping.connect(self._window.status.show_keeping)
        desk.keeping.connect(self._on_keeping)
        desk.changed.connect(self._on_changed)
        desk.failed.connect(self._window.notice.show_error)
        desk.noted.connect(self._window.notice.show_error)
        desk.damaged.connect(self._on_damaged)
        desk.closing.connect(self.gestures.findings.close)
        self.gestures.intaking.progressed.connect(self._on_reading)
        self.gestures.pasting.failed.connect(self._window.notice.show_error)
        self.gestures.pasting.left_out.connect(self._window.notice.tell)
        desk.overtaken.connect(self._on_overtaken)
        self.gestures.arrivals.changed.connect(self.menus.look_again)

    def _wire_list(self) -> None:
        articles, shelf = self._panes.articles, self.shelf
        articles.open_requested.connect(self.gestures.open_from_list)
        articles.view_changed.connect(shelf.view)
        articles.view_changed.connect(lambda _: self.menus.look_again())
        articles.search_changed.connect(shelf.search)
        articles.more_requested.connect(shelf.more)
        articles.new_requested.connect(lambda: self.menus.do("new"))
        articles.import_requested.connect(lambda: self.menus.do("import"))
        articles.trash_requested.connect(lambda _: self.menus.do("trash"))
        articles.duplicate_requested.connect(lambda _: self.menus.do("duplicate"))
        articles.dropped.connect(self.gestures.intaking.take)
        articles.selection_changed.connect(lambda _: self.menus.look_again())
        shelf.shown.connect(self._on_shown)
        shelf.ranked.connect(self._on_ranked)
        shelf.overview.connect(self._on_overview)
        shelf.row_changed.connect(articles.update_row)
        shelf.failed.connect(articles.show_error)

    def _wire_editor(self) -> None:
        editor = self._panes.editor
        editor.body.pasted.connect(self.gestures.paste)
        editor.fields.picture_requested.connect(self.gestures.lead_picture)
        editor.fields.keyboard_moved.connect(self.menus.look_again)

    def _wire_preview(self) -> None:
        pane, previewing = self._panes.preview, self.previewing
        previewing.replied.connect(pane.take)
        previewing.stalled.connect(pane.show_note)
        pane.width_changed.connect(self._on_width)
        pane.place_requested.connect(self.gestures.write_in)
        self.slotting.told.connect(pane.show_slots)
        pane.refresh_requested.connect(previewing.refresh)
        pane.sought.connect(self.gestures.seek)

    def _on_width(self, name: str) -> None:
        if name == SLOTS:
            self.slotting.watch()
        else:
            self.slotting.unwatch()

    def _wire_review(self) -> None:
        review, reviewing = self._panes.review, self.gestures.reviewing
        reviewing.history.connect(review.show_history)
        reviewing.history.connect(lambda _: self._panes.keep_keyboard_in_review())
        reviewing.compared.connect(self._on_compared)
        reviewing.failed.connect(review.show_error)
        review.compare_requested.connect(self.gestures.compare_revisions)
        review.restore_requested.connect(self._on_restore)
        review.add_tool(self.menus.actions["end-review"])

    def _on_compared(self, compared: Compared) -> None:
        sides = (_named(compared.a, compared.document_a), _named(compared.b, compared.document_b))
        self._panes.review.show_comparison(compared.comparison, *sides)
        self._panes.keep_keyboard_in_review()
        self.menus.look_again()

    def _on_restore(self, revision: int) -> None:
        self._desk.restore(revision)
        self.gestures.write()
        self._window.notice.tell("The version is back; undo takes it away again.", "Undo", self.gestures.undo)

    def _wire_window(self) -> None:
        window = self._window
        self.menus.fill(window.menuBar())
        self._panes.editor.fill_bar(self.menus.actions, FORMAT_BAR)
        self._panes.preview.add_tool(self.menus.actions["export"])
        self._panes.checks.add_tools([self.menus.actions[f"{way}-finding"] for way in ("previous", "next")])
        window.restore(self._settings)
        # Qt: otherwise a window that becomes active gives the keyboard to whatever comes first.
        self._panes.columns.setFocus()
        window.closing.connect(self._on_closing)
        window.first_shown.connect(lambda: QTimer.singleShot(0, self, self._on_first_paint))
        names = ("new", "duplicate", "trash", "untrash", "compare")
        self._panes.articles.set_row_actions([self.menus.actions[name] for name in names])
        self.menus.look_again()

    def _scene(self) -> Scene:
        draft = self._desk.draft
        return Scene(
            draft.state if draft else None,
            writable=not self._reading,
            reviewing=self._panes.reviewing,
            selected=len(self._panes.articles.selected_ids()),
            in_fields=self._panes.editor.fields.has_keyboard(),
            in_trash=self._panes.articles.header.view.trashed,
            arrivals=self.gestures.arrivals.waiting,
        )

    @Slot()
    def _on_first_paint(self) -> None:
        """What is slow to load comes in the order in which it is missed: the browser last."""
        self.gestures.expect_keyboard()
        self._desk.start()
        QTimer.singleShot(0, self, icons.load)

    def _bring_browser(self) -> None:
        """Once there is something to write on; a second call does nothing."""
        self._desk.job(lambda library: library.warm(), lambda _: None)
        QTimer.singleShot(PAINT_MS, self, lambda: self._panes.preview.attach(self._desk.media))
        QTimer.singleShot(READER_MS, self, self.gestures.outside.warm)

    def _on_ready(self) -> None:
        self.shelf.refresh()
        name = self._desk.path.name
        self._window.status.show_place(f"{name} · read only: {self._reading}" if self._reading else name)
        self._desk.job(_site, self._on_site)
        self._desk.job(_theme, self.previewing.set_theme)
        if self._settings.article and Path(self._settings.library) == self._desk.path.resolve():
            self._desk.open(ArticleId(self._settings.article))

    def _on_site(self, settings: dict[str, str]) -> None:
        self.previewing.set_site(settings)
        self.slotting.set_site(settings)

    def _on_opened(self, draft: Draft | None) -> None:
        then = self.gestures.awaited()
        self._panes.editor.show_draft(draft)
        self._window.status.show_draft(draft)
        self.gestures.findings.show_draft(draft)
        self.menus.look_again()
        self._panes.show_writing()
        if draft is None:
            self._panes.preview.clear()
            return
        self.previewing.show(draft)
        self.slotting.show(draft)
        self._bring_browser()
        self._panes.articles.set_current(draft.id)
        then()
        self._greeted = True
        draft.changed.connect(lambda _: self.menus.look_again())
        draft.selected.connect(lambda _: self.menus.look_again())

    def _on_damaged(self, damage: DamagedText) -> None:
        if damage.older is None or self._reading:
            self._window.notice.show_error(str(damage))
            return
        label, article = f"Bring back version {damage.older}", damage.article
        self._window.notice.show_error(damage.happened, label, lambda: self._desk.revert(article))

    def _on_keeping(self, keeping: Keeping) -> None:
        if keeping.message:
            self._window.notice.show_error(keeping.message)

    def _on_changed(self, articles: tuple[ArticleId, ...]) -> None:
        if not articles:
            self.shelf.refresh()
        for article in articles:
            self.shelf.update(article)

    def _on_reading(self, underway: Underway | None) -> None:
        if underway is None:
            self._window.notice.close_progress()
            return
        which = f" ({underway.done + 1} of {underway.of})" if underway.of > 1 else ""
        self._window.notice.tell_progress(
            f"Reading “{underway.name}”{which}…", "Cancel", self.gestures.intaking.cancel
        )

    def _on_overtaken(self, article: Article) -> None:
        headline = article.document.fields.headline or "The article"
        self._panes.articles.set_current(self._desk.wanted)
        self._window.notice.tell(
            f"{headline} was not opened, since you went on writing.",
            "Open",
            lambda: self.gestures.open(article.id),
        )

    def _on_shown(self, shown: Shown) -> None:
        articles = self._panes.articles
        articles.show_page(shown.page, Append.FRESH if shown.first else Append.MORE)
        if self._desk.draft is not None and not articles.selected_ids():
            articles.set_current(self._desk.draft.id)
        if not self._greeted and not self._desk.wanted and shown.page.rows:
            self._desk.open(shown.page.rows[0].id)

    def _on_ranked(self, shown: Shown) -> None:
        """Nothing moves under the fingers of somebody who is already among the hits."""
        if not self._panes.articles.list.hasFocus():
            self._panes.articles.show_page(shown.page)

    def _on_overview(self, overview: Overview) -> None:
        self._panes.articles.show_counts(overview.counts)
        self._panes.articles.show_sections(overview.sections)

    def _on_closing(self) -> None:
        draft = self._desk.draft
        if draft is not None:
            draft.scroll = float(self._panes.editor.body.verticalScrollBar().value())
        settings = replace(
            self._window.remembered(self._settings),
            library=str(Path(self._desk.path).resolve()),
            article=draft.id if draft else "",
        )
        self._file.save(settings)
        self._panes.preview.close_browser()
        self.gestures.close()
        self._desk.closed.connect(self._on_closed)
        self._desk.close()

    def _on_closed(self) -> None:
        self.previewing.close()
        self.slotting.close()
        self._window.close_for_good()


def _site(library: Library) -> dict[str, str]:
    return {key: library.setting(f"site.{key}") or "" for key in SETTINGS}


def _theme(library: Library) -> str:
    """What the next export from this window would be drawn with."""
    from deskeditor.ui.dialogs.export_values import KEPT, request_from

    before = request_from(library.setting(KEPT) or "")
    return (before.theme if before else "") or theme_of(library, Options())


def _named(version: Version, document: Document) -> tuple[str, str]:
    headline = document.fields.headline or "Without headline"
    return headline if version.revision is None else f"Version {version.revision}", headline
