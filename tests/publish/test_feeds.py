"""What machines read: well-formed whatever the texts hold, true to the pages."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from tests.publish.newsroom import BASE, GUARD_PAGE, SOUND, Newsroom, story

from deskeditor.publish.bundle import Options
from deskeditor.publish.feeds import xml_text

ATOM = "{http://www.w3.org/2005/Atom}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def entries(newsroom: Newsroom) -> list[ET.Element]:
    newsroom.export(Options(base_url=BASE))
    return ET.fromstring(newsroom.text("feed.xml")).findall(f"{ATOM}entry")


def test_the_feed_holds_the_stories_newest_first(entries: list[ET.Element]) -> None:
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "Guard troops asked for",
        "Kansas City opens a water lab",
    ]


def test_times_are_in_utc(entries: list[ET.Element]) -> None:
    assert entries[0].findtext(f"{ATOM}published") == "2025-08-20T19:30:00Z"


def test_the_text_names_the_host_in_every_address(entries: list[ET.Element]) -> None:
    content = entries[0].findtext(f"{ATOM}content") or ""
    assert f'href="{BASE}local/2025/08/kansas-city-opens-a-water-lab.html"' in content
    assert f'src="{BASE}media/' in content
    assert "article:" not in content


def test_ids_do_not_change_with_the_address(newsroom: Newsroom) -> None:
    found = []
    for base in ("https://one.example/", "https://two.example/", None):
        newsroom.export(Options(base_url=base))
        root = ET.fromstring(newsroom.text("feed.xml"))
        found.append([each.text for each in root.iter(f"{ATOM}id")])
    assert found[0] == found[1] == found[2]
    assert len(set(found[0])) == 3


def test_the_sitemap_names_every_page_that_may_be_found(newsroom: Newsroom) -> None:
    newsroom.export(Options(base_url=BASE))
    named = {each.text for each in ET.fromstring(newsroom.text("sitemap.xml")).iter(f"{MAP}loc")}
    pages = {path.relative_to(newsroom.out).as_posix() for path in newsroom.out.rglob("*.html")}
    assert named == {BASE + page for page in pages - {"404.html", "index.html"}} | {BASE}


def test_robots_name_the_sitemap_once_there_is_an_address(newsroom: Newsroom) -> None:
    newsroom.export(Options(base_url=BASE))
    assert f"Sitemap: {BASE}sitemap.xml" in newsroom.text("robots.txt")
    newsroom.export()
    assert "Sitemap" not in newsroom.text("robots.txt")
    assert GUARD_PAGE in newsroom.text("sitemap.xml")


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "\ufffe", "\ud800", "]]>", "&xxe;", "<!--"])
def test_no_sign_breaks_the_xml(text: str) -> None:
    assert ET.fromstring(f"<x>{xml_text(text)}</x>").text


def test_the_news_sitemap_holds_the_last_two_days_before_the_newest_story(desk: Newsroom) -> None:
    for day in (17, 18, 20):
        fields = replace(SOUND, headline=f"Day {day}", published=f"2025-08-{day}T08:00:00-05:00")
        desk.library.new(story(fields))
    desk.export()
    titles = ET.fromstring(desk.text("news-sitemap.xml")).iter(f"{NEWS}title")
    assert [title.text for title in titles] == ["Day 20", "Day 18"]
