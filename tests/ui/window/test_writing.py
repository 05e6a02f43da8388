"""What is typed reaches the page, the journal and the library, and is undone in the order it was done."""

import pytest
from PySide6.QtCore import Qt
from tests.e2e.newsroom import CONTROL, SHIFT, Newsroom

from deskeditor.library.journal import read_records
from deskeditor.library.store import Library


@pytest.fixture(autouse=True)
def back_to_the_loaded_text(newsroom: Newsroom) -> None:
    """Every test begins with the article as it was opened."""
    while newsroom.draft.state.undo() is not None:
        newsroom.draft.undo()
    newsroom.body.place_caret(0)


def test_the_window_opens_on_the_article_that_was_open_last(newsroom: Newsroom) -> None:
    assert newsroom.draft.document.fields.headline == "Council meets"
    assert newsroom.body.hasFocus()


def test_typing_reaches_the_page(newsroom: Newsroom) -> None:
    newsroom.type(newsroom.body, "Yesterday ")
    newsroom.page_shows("Yesterday The council met")


def test_every_key_is_in_the_journal_before_it_is_saved(newsroom: Newsroom) -> None:
    newsroom.type(newsroom.body, "Noted ")

    def noted() -> int:
        return max((len(read_records(path.read_bytes()).first) for path in newsroom.journals()), default=0)

    newsroom.until(lambda: noted() > len("Noted "))


def test_typing_is_saved_and_called_so_only_then(newsroom: Newsroom) -> None:
    newsroom.type(newsroom.body, "Kept ")
    newsroom.until(lambda: newsroom.kept == "✓ Saved")
    with Library.open(newsroom.library) as library:
        assert library.load(newsroom.draft.id).document == newsroom.draft.document


def test_headline_and_story_undo_in_one_order(newsroom: Newsroom) -> None:
    before = [newsroom.draft.document]
    for widget in (newsroom.body, newsroom.panes.editor.fields.headline, newsroom.body):
        newsroom.type(widget, "x")
        before.append(newsroom.draft.document)
    undone = [before.pop()]
    for widget in (newsroom.body, newsroom.body, newsroom.panes.editor.fields.headline):
        newsroom.press(widget, Qt.Key.Key_Z, CONTROL)
        undone.append(newsroom.draft.document)
    assert undone[1:] == before[::-1]


def test_what_was_undone_comes_back(newsroom: Newsroom) -> None:
    newsroom.type(newsroom.body, "x")
    typed = newsroom.draft.document
    newsroom.press(newsroom.body, Qt.Key.Key_Z, CONTROL)
    assert newsroom.draft.document != typed
    newsroom.press(newsroom.body, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert newsroom.draft.document == typed


def test_a_list_begins_by_a_key_and_goes_on_by_enter(newsroom: Newsroom) -> None:
    newsroom.body.place_caret(len(newsroom.draft.document.text))
    newsroom.press(newsroom.body, Qt.Key.Key_Return)
    newsroom.do("bulleted-list")
    newsroom.type(newsroom.body, "one")
    newsroom.press(newsroom.body, Qt.Key.Key_Return)
    newsroom.type(newsroom.body, "two")
    newsroom.page_shows("<li>two</li>")


def test_form_is_not_offered_in_the_headline(newsroom: Newsroom) -> None:
    before = newsroom.draft.document
    newsroom.panes.editor.fields.headline.setFocus()
    newsroom.do("bold")
    newsroom.do("heading2")
    assert newsroom.draft.document == before


def test_enter_leads_from_headline_to_standfirst_to_story(newsroom: Newsroom) -> None:
    fields = newsroom.panes.editor.fields
    fields.headline.setFocus()
    newsroom.press(fields.headline, Qt.Key.Key_Return)
    assert fields.standfirst.hasFocus()
    newsroom.press(fields.standfirst, Qt.Key.Key_Return)
    assert newsroom.body.hasFocus()


def test_a_new_article_begins_in_its_headline_and_is_selected(newsroom: Newsroom) -> None:
    old = newsroom.draft.id
    newsroom.do("new")
    newsroom.until(lambda: newsroom.desk.draft is not None and newsroom.draft.id != old)
    assert newsroom.panes.editor.fields.headline.hasFocus()
    newsroom.until(lambda: newsroom.panes.articles.selected_ids() == (newsroom.draft.id,))
    newsroom.open(old)
