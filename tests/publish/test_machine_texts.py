"""Whatever a field holds, every file for machines is well formed and says it as it is."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.newsroom import BASE, SOUND, Newsroom, story
from tests.publish.ninjs_schemas import faults
from tests.publish.reading import NEWS, atom_rows, json_rows, rss_rows
from tests.publish.test_hostile_fields import MARKUP, everywhere, site

from deskeditor.document.model import ArticleId, Author, Correction
from deskeditor.publish import ninjs
from deskeditor.publish.atom import atom
from deskeditor.publish.bundle import Options
from deskeditor.publish.feeds import Entry
from deskeditor.publish.json_feed import json_feed
from deskeditor.publish.listing import House
from deskeditor.publish.news_sitemap import news_sitemap
from deskeditor.publish.place import Place
from deskeditor.publish.rss import rss
from deskeditor.publish.site import Site
from deskeditor.publish.story import Story, one_line
from deskeditor.publish.theme import Theme

THEME = Theme.load("broadsheet")
CANNOT = "[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"

texts = st.text(max_size=40) | st.text(
    st.sampled_from("ab<>&\"' ]]>\x00\x0b\x1f\x7f\x85\ud800\udfff\ufffe\u2028\u202e\u05d0\u0627é😀\r\n\t"),
    max_size=30,
)


def told(text: str) -> tuple[Story, House]:
    """A story and a house that hold the text wherever feeds look."""
    fields = replace(
        SOUND,
        headline=text,
        standfirst=text,
        dateline=text,
        section=text,
        kicker=text,
        tags=(text,),
        byline=(Author(text, url=text),),
        corrections=(Correction("2025-08-19T09:00:00Z", text),),
    )
    said = Site(name=text or "News", publisher=text, description=text, tagline=text, base_url=BASE)
    place = Place(sections={text: "a/index.html"}, tags={text: "tags/a.html"})
    return Story(ArticleId("a"), fields, "a/2025/08/a.html"), House(said, THEME, place)


def in_xml(text: str) -> str:
    """The text as an XML parser hands it out."""
    return re.sub(CANNOT, "\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")


@given(texts)
def test_any_text_comes_out_of_xml_as_it_went_in(text: str) -> None:
    told_of, house = told(text)
    entries = [Entry(told_of, text)]
    for rows in (atom_rows(atom(entries, house, "lib")), rss_rows(rss(entries, house, "lib"))):
        assert (rows[0].title, rows[0].content) == (in_xml(text), in_xml(text))
    [title] = ET.fromstring(news_sitemap([told_of], house)).iter(f"{NEWS}title")
    assert (title.text or "") == in_xml(one_line(text))


@given(texts)
def test_any_text_comes_out_of_json_as_it_went_in(text: str) -> None:
    told_of, house = told(text)
    whole = re.sub("[\ud800-\udfff]", "\ufffd", text)
    [row] = json_rows(json_feed([Entry(told_of, text)], house, "lib"))
    assert (row.title, row.content) == (whole, whole)
    item = ninjs.item(told_of, text, house, "lib")
    assert json.loads(ninjs.ninjs_1(item)).get("body_html", "") == whole
    assert json.loads(ninjs.ninjs_3(item))["bodies"][0]["value"] == whole


@given(texts)
def test_any_text_leaves_ninjs_valid(text: str) -> None:
    told_of, house = told(text)
    item = ninjs.item(told_of, text, house, "lib")
    assert faults(ninjs.ninjs_1(item).decode(), "1.6") == []
    assert faults(ninjs.ninjs_3(item).decode(), "3.1") == []


@given(texts)
def test_the_same_story_gives_the_same_bytes(text: str) -> None:
    told_of, house = told(text)
    makers = (atom, rss, json_feed)
    once, again = ([make([Entry(told_of, text)], house, "lib") for make in makers] for _ in range(2))
    assert once == again


@pytest.mark.parametrize("text", MARKUP)
def test_no_markup_of_a_field_stands_where_a_reader_takes_html(desk: Newsroom, text: str) -> None:
    desk.library.new(story(everywhere(desk, text)))
    desk.export(Options(base_url=BASE, site=site(text)))
    rows = rss_rows(desk.text("rss.xml"))
    assert [row.title for row in rows] == [text]
    descriptions = [each.text or "" for each in ET.fromstring(desk.text("rss.xml")).iter("description")]
    assert not any("<" in each for each in descriptions)
    for name in ("feed.json", *(f"articles/{path.name}" for path in (desk.out / "articles").iterdir())):
        assert json.loads(desk.text(name))
