"""A story's page: whole or in parts the same, true to readers and machines."""

import json
import re
from dataclasses import replace

import pytest
from tests.publish.newsroom import BASE, SOUND, Newsroom

from deskeditor.document.model import ArticleId, Author, Correction
from deskeditor.publish.bundle import Options
from deskeditor.publish.page import article_page, parts
from deskeditor.publish.place import Place
from deskeditor.publish.site import Site, direction
from deskeditor.publish.story import Story, opening
from deskeditor.publish.theme import Theme

THEME = Theme.load("broadsheet")
SITE = Site(name="The Courier", base_url=BASE)
STORY = Story(
    ArticleId("k3v9x2m7q1ab"), SOUND, "local/2025/08/bridge.html", "<p>The council met.</p>", words=500
)


def graph(page: str) -> list[dict[str, object]]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    nodes: list[dict[str, object]] = json.loads(found[1])["@graph"]
    return nodes


def test_the_parts_make_the_page() -> None:
    pieces = parts(STORY, SITE, THEME)
    assert pieces.page(STORY.body) == article_page(STORY, SITE, THEME)


def test_the_parts_stand_where_the_preview_patches_them() -> None:
    pieces = parts(STORY, SITE, THEME)
    assert pieces.before.endswith('<header id="story-header">')
    assert pieces.middle == '</header>\n<div id="story-body">'
    assert pieces.end == '</div>\n<footer id="story-footer">'
    assert "<h1>Council keeps the bridge</h1>" in pieces.header
    assert "<title>" in pieces.head


def test_the_policy_stands_before_everything_that_it_governs() -> None:
    head = parts(STORY, SITE, THEME).head
    assert head.index("Content-Security-Policy") < min(
        head.index(tag) for tag in ("<style", "<link", "<script")
    )


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Picture:"), ("de-AT", "Bild:"), ("no tag", "Picture:")]
)
def test_a_credit_in_the_text_has_the_word_that_the_lead_picture_has(language: str, word: str) -> None:
    credit = '<span class="credit">Jane Doe</span>'
    told = replace(STORY, fields=replace(SOUND, language=language), body=f"<figure>{credit}</figure>")
    assert f'<figure><span class="credit">{word} Jane Doe</span>' in article_page(told, SITE, THEME)


def test_a_page_has_no_script() -> None:
    page = article_page(STORY, SITE, THEME)
    assert set(re.findall("<script[^>]*>", page)) == {'<script type="application/ld+json">'}


def test_the_visible_time_is_the_one_that_machines_get() -> None:
    page = article_page(STORY, SITE, THEME)
    article = graph(page)[0]
    assert (
        f'<time datetime="{article["datePublished"]}">August 18, 2025, 8:00\u00a0a.m.\u00a0UTC−5</time>'
        in page
    )


def test_the_last_change_counts_as_modified() -> None:
    late = Correction("2025-08-20T01:00:00Z", "It was July.")
    fields = replace(SOUND, updated="2025-08-19T20:00:00-05:00", corrections=(late,))
    assert graph(article_page(replace(STORY, fields=fields), SITE, THEME))[0]["dateModified"] == late.at


def test_what_is_not_known_is_not_said() -> None:
    bare = replace(SOUND, byline=(), dateline="", section="", standfirst="")
    page = article_page(replace(STORY, fields=bare), Site(), THEME)
    article = graph(page)[0]
    assert {"dateline", "articleSection", "image", "keywords", "url"}.isdisjoint(article)
    assert '"byline"' not in page
    assert "canonical" not in page


def test_an_author_has_a_page_of_the_bundle_or_a_plain_web_address() -> None:
    byline = (
        Author("Jane Doe"),
        Author("Ann", url="https://ann.example/"),
        Author("Bob", url="javascript:x()"),
    )
    place = Place(authors={"Jane Doe": "authors/jane-doe.html"})
    page = article_page(replace(STORY, fields=replace(SOUND, byline=byline)), SITE, THEME, place)
    assert re.findall('rel="author" href="([^"]*)"', page) == [
        "../../../authors/jane-doe.html",
        "https://ann.example/",
    ]


@pytest.mark.parametrize(
    ("language", "way"), [("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("en", "ltr"), ("de", "ltr")]
)
def test_the_direction_follows_the_language(language: str, way: str) -> None:
    assert direction(language) == way
    page = article_page(replace(STORY, fields=replace(SOUND, language=language)), SITE, THEME)
    assert f'<html lang="{language}" dir="{way}">' in page


def test_a_page_speaks_the_story_s_language() -> None:
    page = article_page(replace(STORY, fields=replace(SOUND, language="de-AT")), SITE, THEME)
    assert "Veröffentlicht <time" in page
    assert "18. August 2025, 08:00 Uhr\u00a0UTC−5" in page


def test_an_arabic_byline_is_joined_as_arabic_is_written() -> None:
    byline = (Author("ليلى", "مراسلة"), Author("سامر"))
    page = article_page(replace(STORY, fields=replace(SOUND, language="ar", byline=byline)), SITE, THEME)
    address = re.search(r"<address.*?</address>", page)
    assert address and re.sub(r"<[^>]*>", "", address[0]) == "بقلم ليلى، مراسلة، وسامر"


def test_the_summary_is_cut_at_a_word() -> None:
    text = opening(f"<p>{'It was <b>said</b> &amp; done, ' * 20}</p>")
    assert len(text) <= 220
    assert text.endswith(("said…", "done…", "was…", "&…", "It…"))


def test_a_header_without_a_headline_keeps_its_place() -> None:
    assert "<h1></h1>" in parts(replace(STORY, fields=replace(SOUND, headline="")), SITE, THEME).header


def test_the_page_for_what_is_not_there_needs_no_file_beside_it(newsroom: Newsroom) -> None:
    newsroom.export(Options(base_url=BASE))
    page = newsroom.text("404.html")
    assert 'rel="icon" href="data:image/png;base64,' in page
    assert re.search(r"img-src [^ ]*self[^ ]* data:", page)
