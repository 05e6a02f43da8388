"""What feed readers get: the same stories three times, well formed whatever the texts hold."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from tests.publish.newsroom import BASE, GUARD_PAGE, SOUND, Newsroom, story
from tests.publish.reading import ATOM, DC, MEDIA, atom_rows, json_rows, rss_rows

from deskeditor.document.model import Author, Correction
from deskeditor.publish.bundle import Options
from deskeditor.publish.feeds import xml_text

RFC_822 = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000"


@pytest.fixture
def exported(newsroom: Newsroom) -> Newsroom:
    newsroom.export(Options(base_url=BASE))
    return newsroom


@pytest.mark.parametrize("base", [BASE, None])
def test_the_three_feeds_say_the_same_in_the_same_order(newsroom: Newsroom, base: str | None) -> None:
    newsroom.export(Options(base_url=base))
    rows = atom_rows(newsroom.text("feed.xml"))
    assert [row.title for row in rows] == ["Guard troops asked for", "Kansas City opens a water lab"]
    assert rss_rows(newsroom.text("rss.xml")) == json_rows(newsroom.text("feed.json")) == rows


def test_a_feed_holds_the_newest_fifty(desk: Newsroom) -> None:
    for number in range(52):
        fields = replace(SOUND, headline=f"Story {number}", published=f"2025-08-18T08:00:{number:02}-05:00")
        desk.library.new(story(fields))
    desk.export()
    titles = [row.title for row in rss_rows(desk.text("rss.xml"))]
    assert titles == [f"Story {number}" for number in range(51, 1, -1)]


def test_times_are_in_utc(exported: Newsroom) -> None:
    times = [each.text or "" for each in ET.fromstring(exported.text("rss.xml")).iter("pubDate")]
    assert times[0] == "Wed, 20 Aug 2025 19:30:00 +0000"
    assert all(re.fullmatch(RFC_822, each) for each in times)
    assert "<published>2025-08-20T19:30:00Z</published>" in exported.text("feed.xml")
    assert json.loads(exported.text("feed.json"))["items"][0]["date_published"] == "2025-08-20T19:30:00Z"


def test_the_text_names_the_host_in_every_address(exported: Newsroom) -> None:
    for row in rss_rows(exported.text("rss.xml")):
        addresses = re.findall(r'(?:href|src)="([^"]*)"', row.content)
        assert all(each.startswith(BASE) for each in addresses)
    assert (
        f'href="{BASE}local/2025/08/kansas-city-opens-a-water-lab.html"'
        in atom_rows(exported.text("feed.xml"))[0].content
    )


def test_jumps_of_the_text_lead_to_its_page_and_its_places_have_no_names(desk: Newsroom) -> None:
    desk.library.new(story(SOUND, 'Counted.[^1]\n\nSay `href="#x"`.\n\n[^1]: By hand.\n'))
    desk.export(Options(base_url=BASE))
    content = atom_rows(desk.text("feed.xml"))[0].content
    page = f"{BASE}local/2025/08/council-keeps-the-bridge.html"
    assert re.findall(r'<a [^>]*href="([^"]*)"', content) == [f"{page}#fn-1", f"{page}#fnref-1"]
    assert (' id="' in content, 'href="#x"' in content) == (False, True)


@pytest.mark.parametrize("feed", ["feed.xml", "rss.xml", "feed.json"])
def test_a_correction_is_in_every_feed_with_its_date(desk: Newsroom, feed: str) -> None:
    note = Correction("2025-08-20T09:00:00-05:00", "The vote was 7 to 5, not < 5.")
    desk.library.new(story(replace(SOUND, corrections=(note,))))
    desk.export(Options(base_url=BASE))
    rows = {"feed.xml": atom_rows, "rss.xml": rss_rows, "feed.json": json_rows}[feed](desk.text(feed))
    assert rows[0].content.endswith(
        '<h2>Corrections</h2>\n<p>Corrected <time datetime="2025-08-20T09:00:00-05:00">'
        "August 20, 2025, 9:00\N{NO-BREAK SPACE}a.m.\N{NO-BREAK SPACE}UTC\N{MINUS SIGN}5</time>: "
        "The vote was 7 to 5, not &lt; 5.</p>"
    )


def test_without_an_address_the_text_leads_from_the_feed_to_files(newsroom: Newsroom) -> None:
    newsroom.export()
    for row in json_rows(newsroom.text("feed.json")):
        for address in (row.link, *re.findall(r'(?:href|src)="([^"#]+)"', row.content)):
            assert (newsroom.out / address).is_file()


def test_ids_do_not_change_with_the_address(newsroom: Newsroom) -> None:
    found = []
    for base in ("https://one.example/", "https://two.example/", None):
        newsroom.export(Options(base_url=base))
        root = ET.fromstring(newsroom.text("feed.xml"))
        found.append([each.text for each in root.iter(f"{ATOM}id")])
    assert found[0] == found[1] == found[2]
    assert len(set(found[0])) == 3


def test_each_feed_names_itself(exported: Newsroom) -> None:
    for name in ("feed.xml", "rss.xml"):
        links = ET.fromstring(exported.text(name)).iter(f"{ATOM}link")
        assert [each.get("href") for each in links if each.get("rel") == "self"] == [BASE + name]
    assert json.loads(exported.text("feed.json"))["feed_url"] == f"{BASE}feed.json"


def test_an_enclosure_has_the_length_of_its_file(exported: Newsroom) -> None:
    [enclosure] = ET.fromstring(exported.text("rss.xml")).iter("enclosure")
    file = exported.out / enclosure.attrib["url"].removeprefix(BASE)
    assert int(enclosure.attrib["length"]) == file.stat().st_size
    assert (enclosure.get("type"), file.suffix) == ("image/jpeg", ".jpg")


def test_a_picture_is_credited_and_described(exported: Newsroom) -> None:
    [picture] = ET.fromstring(exported.text("rss.xml")).iter(f"{MEDIA}content")
    assert picture.findtext(f"{MEDIA}credit") == "Ann Lens"
    assert picture.findtext(f"{MEDIA}description") == "The lab on Tuesday"
    assert (picture.get("width"), picture.get("height")) == ("300", "200")


def test_a_story_without_a_name_is_by_the_house(desk: Newsroom) -> None:
    desk.library.new(story(replace(SOUND, byline=(Author("Ann", url="javascript:pwn(1)"),))))
    desk.library.new(story(replace(SOUND, byline=())))
    desk.export(Options(site={"name": "The Desk", "publisher": "Desk Ltd"}))
    names = {each.text for each in ET.fromstring(desk.text("rss.xml")).iter(f"{DC}creator")}
    assert names == {"Ann", "Desk Ltd"}
    assert "javascript" not in desk.text("feed.json")


def test_a_channel_has_what_readers_ask_for(exported: Newsroom) -> None:
    channel = ET.fromstring(exported.text("rss.xml")).find("channel")
    assert channel is not None
    assert all(
        channel.findtext(name) for name in ("title", "link", "description", "language", "lastBuildDate")
    )


def test_a_feed_leads_to_the_page(exported: Newsroom) -> None:
    assert rss_rows(exported.text("rss.xml"))[0].link == BASE + GUARD_PAGE


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "\ufffe", "\ud800", "]]>", "&xxe;", "<!--"])
def test_no_sign_breaks_the_xml(text: str) -> None:
    assert ET.fromstring(f"<x>{xml_text(text)}</x>").text
