"""ninjs as IPTC's own schemas and Superdesk's parser want it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from tests.publish.newsroom import BASE, SOUND, Newsroom, story
from tests.publish.ninjs_schemas import faults

from deskeditor.document.model import ArticleId, Author, Correction, Status
from deskeditor.publish import ninjs
from deskeditor.publish.bundle import Options


def files(desk: Newsroom) -> Iterator[tuple[str, str]]:
    for path in sorted((desk.out / "articles").iterdir()):
        yield path.read_text("utf-8"), "3.1" if path.name.endswith("ninjs3.json") else "1.6"


@pytest.mark.parametrize("base", [BASE, None])
def test_every_file_is_valid_by_its_schema(newsroom: Newsroom, base: str | None) -> None:
    newsroom.export(Options(base_url=base))
    found = [faults(content, version) for content, version in files(newsroom)]
    assert found == [[]] * 4


def test_the_schemas_tell_the_versions_apart(newsroom: Newsroom) -> None:
    newsroom.export(Options(base_url=BASE))
    for content, version in files(newsroom):
        assert faults(content, "3.1" if version == "1.6" else "1.6")


def test_a_story_with_nothing_but_a_headline_is_valid(desk: Newsroom) -> None:
    desk.library.new(story(replace(SOUND, standfirst="", dateline="", section="", byline=())))
    desk.export(Options(base_url=BASE))
    assert [faults(content, version) for content, version in files(desk)] == [[]] * 2


def test_superdesk_can_read_every_time(newsroom: Newsroom) -> None:
    newsroom.export(Options(base_url=BASE))
    for content, version in files(newsroom):
        if version == "1.6":
            times = re.findall(r'"(?:firstcreated|versioncreated)":"([^"]*)"', content)
            assert len(times) >= 2
            assert all(datetime.strptime(each, "%Y-%m-%dT%H:%M:%SZ") for each in times)


def test_a_story_says_all_that_a_desk_takes_over(newsroom: Newsroom) -> None:
    newsroom.export(Options(base_url=BASE))
    item = json.loads(newsroom.text("articles/kansas-city-opens-a-water-lab.ninjs.json"))
    assert item["headline"] == "Kansas City opens a water lab"
    assert item["byline"] == "Jane Doe"
    assert item["located"] == "St. Louis"
    assert item["body_html"].startswith("<p>The council met on Monday.</p>")
    assert item["subject"] == [{"name": "Local", "rel": "section", "code": "local"}]
    picture = item["associations"]["featuremedia"]
    assert (picture["body_text"], picture["byline"]) == ("A hall of glass", "Ann Lens")
    assert picture["renditions"]["original"]["width"] == 300


def test_every_rendition_is_a_file_of_the_bundle(newsroom: Newsroom) -> None:
    newsroom.export(Options(base_url=BASE))
    item = json.loads(newsroom.text("articles/kansas-city-opens-a-water-lab.ninjs3.json"))
    [picture] = item["associations"]
    for each in picture["renditions"]:
        assert (newsroom.out / each["href"].removeprefix(BASE)).is_file()


def test_both_versions_and_the_feeds_name_a_story_alike(newsroom: Newsroom) -> None:
    newsroom.export()
    names = {json.loads(content)["uri"] for content, _ in files(newsroom)}
    feed = json.loads(newsroom.text("feed.json"))
    assert names == {each["id"] for each in feed["items"]}


def test_without_an_address_the_body_leads_from_the_file_to_files(newsroom: Newsroom) -> None:
    newsroom.export()
    body = json.loads(newsroom.text("articles/guard-troops-asked-for.ninjs.json"))["body_html"]
    found = re.findall(r'(?:href|src)="([^"#]+)"', body)
    assert found
    assert all((newsroom.out / "articles" / each).is_file() for each in found)


def test_a_correction_is_told_to_the_desk_that_takes_it_over(desk: Newsroom) -> None:
    correction = Correction("2025-08-19T09:00:00-05:00", "The vote was 7 to 5.")
    desk.library.new(story(replace(SOUND, status=Status.CORRECTED, corrections=(correction,))))
    desk.export()
    item = json.loads(desk.text("articles/council-keeps-the-bridge.ninjs.json"))
    assert item["ednote"] == "The vote was 7 to 5."
    assert item["versioncreated"] == "2025-08-19T14:00:00Z"


def test_an_address_of_a_writer_stays_inside(desk: Newsroom) -> None:
    desk.library.new(story(replace(SOUND, byline=(Author("Ann", "Reporter", "ann@canary.example"),))))
    desk.export(Options(base_url=BASE))
    assert all("canary" not in content for content, _ in files(desk))


def test_stories_of_one_name_in_two_months_have_files_of_their_own() -> None:
    pages = [(ArticleId(f"id{month}"), f"local/2025/{month}/x.html") for month in ("08", "07")]
    assert ninjs.paths(pages) == {
        "id07": ("articles/x.ninjs.json", "articles/x.ninjs3.json"),
        "id08": ("articles/x-id08.ninjs.json", "articles/x-id08.ninjs3.json"),
    }
