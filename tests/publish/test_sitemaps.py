"""What search engines are told: which pages there are, and which of them are news."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.newsroom import BASE, GUARD_PAGE, SOUND, Newsroom, story
from tests.publish.reading import MAP, NEWS

from deskeditor.publish import sitemap
from deskeditor.publish.bundle import Options
from deskeditor.publish.hosting import headers
from deskeditor.publish.listing import House
from deskeditor.publish.news_sitemap import news_language, recent
from deskeditor.publish.place import Place
from deskeditor.publish.site import Site
from deskeditor.publish.theme import Theme


@pytest.fixture(scope="module")
def house() -> House:
    return House(Site(base_url=BASE + "news/"), Theme.load("broadsheet"), Place())


def addresses(content: bytes) -> list[str]:
    return [each.text or "" for each in ET.fromstring(content).iter(f"{MAP}loc")]


def test_the_sitemap_names_every_page_that_may_be_found(newsroom: Newsroom) -> None:
    newsroom.export(Options(base_url=BASE))
    named = set(addresses((newsroom.out / "sitemap.xml").read_bytes()))
    pages = {path.relative_to(newsroom.out).as_posix() for path in newsroom.out.rglob("*.html")}
    assert named == {BASE + page for page in pages - {"404.html", "index.html"}} | {BASE}


def test_robots_name_the_sitemap_once_there_is_an_address(newsroom: Newsroom) -> None:
    newsroom.export(Options(base_url=BASE))
    assert f"Sitemap: {BASE}sitemap.xml" in newsroom.text("robots.txt")
    newsroom.export()
    assert "Sitemap" not in newsroom.text("robots.txt")
    assert GUARD_PAGE in newsroom.text("sitemap.xml")


def test_many_pages_are_parted_under_an_index(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "ADDRESSES", 3)
    pages = {f"local/{number}.html": f"2025-08-1{number}T08:00:00Z" for number in range(8)}
    files = sitemap.sitemap(pages, house)
    parts = [f"sitemap-{number}.xml" for number in (1, 2, 3)]
    assert sorted(files) == [*parts, "sitemap.xml"]
    assert addresses(files["sitemap.xml"]) == [house.site.base_url + part for part in parts]
    assert [each for part in parts for each in addresses(files[part])] == [
        house.site.base_url + page for page in sorted(pages)
    ]
    assert b"<lastmod>2025-08-17T08:00:00Z</lastmod></sitemap>" in files["sitemap.xml"]


def test_no_part_is_longer_than_a_sitemap_may_be(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "BYTES", 1000)
    files = sitemap.sitemap({f"local/{number}.html": "" for number in range(40)}, house)
    assert all(len(content) <= 1000 for name, content in files.items() if name != "sitemap.xml")
    assert sum(len(addresses(files[name])) for name in files if name != "sitemap.xml") == 40


def test_exactly_as_many_as_may_be_stay_one_file(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "ADDRESSES", 3)
    assert list(sitemap.sitemap(dict.fromkeys("abc", ""), house)) == ["sitemap.xml"]
    assert len(sitemap.sitemap(dict.fromkeys("abcd", ""), house)) == 3


def test_the_news_sitemap_holds_the_last_two_days_before_the_newest_story(desk: Newsroom) -> None:
    for day in (17, 18, 20):
        fields = replace(SOUND, headline=f"Day {day}", published=f"2025-08-{day}T08:00:00-05:00")
        desk.library.new(story(fields))
    desk.export()
    titles = ET.fromstring(desk.text("news-sitemap.xml")).iter(f"{NEWS}title")
    assert [title.text for title in titles] == ["Day 20", "Day 18"]


def test_a_news_sitemap_is_read_no_further_than_its_last_story() -> None:
    asked = iter(
        ["2025-08-20T00:00:00Z", "2025-08-18T00:00:00Z", "2025-08-17T00:00:00Z", "2025-08-01T00:00:00Z"]
    )
    assert (recent(asked), next(asked)) == (2, "2025-08-01T00:00:00Z")


def test_a_news_sitemap_holds_a_thousand_at_most() -> None:
    assert recent(["2025-08-20T00:00:00Z"] * 1100) == 1000


@pytest.mark.parametrize(
    ("tag", "named"),
    [("en-US", "en"), ("ast", "ast"), ("zh", "zh-cn"), ("zh-Hant-HK", "zh-tw"), ("zh-TW", "zh-tw")],
)
def test_a_language_is_named_as_google_names_it(tag: str, named: str) -> None:
    assert news_language(tag) == named


def test_headers_say_what_a_page_cannot_below_the_path_of_the_site(house: House) -> None:
    text = headers(house).decode()
    assert text.startswith("/news/*\n  Content-Security-Policy: frame-ancestors 'none'\n")
    assert "\n/news/feed.json\n  Content-Type: application/feed+json" in text


def test_headers_start_at_the_root_without_an_address(newsroom: Newsroom) -> None:
    newsroom.export()
    assert newsroom.text("_headers").startswith("/*\n")
    assert Path(newsroom.out / "_headers").stat().st_size
