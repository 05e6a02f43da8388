"""The slots in the window: brought by a key, kept in step with the fields, and a way to them."""

from tests.e2e.newsroom import Newsroom

from deskeditor.document.commands import set_field
from deskeditor.ui.preview.slots_text import SlotText
from deskeditor.ui.preview.slots_view import SlotsView

LONG = "The council meets again to hear what it has heard before and will hear once more next week"


def slots(newsroom: Newsroom) -> SlotsView:
    if newsroom.panes.preview.width_name != "slots":
        newsroom.do("slots")
    view = newsroom.panes.preview.slots
    assert view is not None
    return view


def text(newsroom: Newsroom, name: str) -> SlotText:
    return next(each for each in slots(newsroom).findChildren(SlotText) if each.slot.name == name)


def test_one_key_brings_the_slots_and_takes_them_away(newsroom: Newsroom) -> None:
    view = slots(newsroom)
    assert view.isVisible() and newsroom.panes.preview.width_name == "slots"
    newsroom.do("slots")
    assert not view.isVisible() and newsroom.panes.preview.width_name == "fit"


def test_the_key_brings_a_hidden_preview_too(newsroom: Newsroom) -> None:
    newsroom.do("show-preview")
    newsroom.do("slots")
    assert slots(newsroom).isVisible()


def test_a_headline_is_fitted_as_it_is_typed(newsroom: Newsroom) -> None:
    assert text(newsroom, "search-title").said.text == newsroom.draft.document.fields.headline
    newsroom.draft.do(lambda state: set_field(state, "headline", LONG))
    assert text(newsroom, "search-title").fit.overrun is not None


def test_an_overrun_is_selected_in_its_field(newsroom: Newsroom) -> None:
    newsroom.draft.do(lambda state: set_field(state, "headline", LONG))
    title = text(newsroom, "search-title")
    title.click()
    assert newsroom.focused == "Headline"
    assert newsroom.panes.editor.fields.headline.textCursor().selectedText() == LONG[title.fit.overrun :]


def test_an_overrun_in_the_details_is_selected_there(newsroom: Newsroom) -> None:
    newsroom.draft.do(lambda state: set_field(state, "seo_title", "👩‍🚀 " + LONG))
    title = text(newsroom, "search-title")
    title.click()
    field = newsroom.window.focusWidget()
    assert newsroom.focused == "Search title"
    assert field is not None and field.property("selectedText") == ("👩‍🚀 " + LONG)[title.fit.overrun :]


def test_another_article_fills_the_slots(newsroom: Newsroom) -> None:
    shown = slots(newsroom)
    other = next(row.id for row in newsroom.rows() if row.id != newsroom.draft.id)
    newsroom.desk.open(other)
    newsroom.until(lambda: newsroom.desk.draft is not None and newsroom.draft.id == other)
    assert shown.isVisible()
    assert text(newsroom, "push-title").said.text == newsroom.draft.document.fields.headline
