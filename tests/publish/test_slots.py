"""What stands in a slot is what the page says there."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.newsroom import BASE, SOUND

from deskeditor.document.fields import FIELD_NAMES
from deskeditor.document.model import ArticleId, Fields
from deskeditor.publish.page import parts
from deskeditor.publish.site import Site
from deskeditor.publish.slots import OPENING, OUTLETS, SLOTS, Outlet, Slot, place_in, said
from deskeditor.publish.story import Story, one_line
from deskeditor.publish.theme import Theme

THEME = Theme.load("broadsheet")
SITE = Site(name="The Courier", base_url=BASE)
VARIANTS = [
    SOUND,
    replace(SOUND, seo_title="Bridge stays  open", seo_description="What the council said."),
    replace(SOUND, seo_title=" ", seo_description=" ", standfirst="A vote\u00a0of nine."),
]


def slot(name: str) -> Slot:
    return next(each for each in SLOTS if each.name == name)


def head(fields: Fields) -> str:
    return parts(Story(ArticleId("k3v9x2m7q1ab"), fields, "local/bridge.html"), SITE, THEME).head


@pytest.mark.parametrize("fields", VARIANTS)
def test_the_search_result_says_what_the_page_says(fields: Fields) -> None:
    title = re.search("<title>(.*) – The Courier</title>", head(fields))
    text = re.search('<meta name="description" content="(.*?)"', head(fields))
    assert title and title[1] == said(slot("search-title"), fields, "").text
    assert text and text[1] == said(slot("search-description"), fields, "").text


@pytest.mark.parametrize("fields", VARIANTS)
def test_the_social_card_says_what_the_page_says(fields: Fields) -> None:
    found = dict(re.findall('<meta property="(og:[a-z]*)" content="(.*?)"', head(fields)))
    assert found["og:title"] == said(slot("social-title"), fields, "").text
    assert found["og:description"] == said(slot("social-description"), fields, "").text


def test_where_nothing_is_written_the_opening_stands_in_and_the_standfirst_would_spare_it() -> None:
    told = said(slot("search-description"), Fields(), "The river rose two feet.")
    assert (told.text, told.field) == ("The river rose two feet.", "standfirst")


def test_a_slot_without_any_text_still_knows_where_to_write() -> None:
    fields = {said(each, Fields(), "").field for each in SLOTS}
    assert fields == {"headline", "standfirst", "social_text"}


def test_every_outlet_has_a_slot_and_every_slot_a_name_of_its_own() -> None:
    assert {each.outlet for each in SLOTS} == set(OUTLETS) == set(Outlet)
    assert len({each.name for each in SLOTS}) == len(SLOTS)


def test_every_source_is_a_field() -> None:
    assert {source for each in SLOTS for source in each.sources} <= {*FIELD_NAMES, OPENING}


@given(st.text(alphabet="ab é\t\n\u00a0", max_size=40), st.data())
def test_a_place_of_the_line_is_found_in_the_field(raw: str, data: st.DataObject) -> None:
    line = one_line(raw)
    place = data.draw(st.integers(0, len(line)))
    assert one_line(raw[place_in(raw, place) :]) == line[place:].lstrip()
