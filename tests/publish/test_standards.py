"""What the house has promised stands on a page of its own, and machines are led there."""

import re
from dataclasses import replace

from tests.publish.newsroom import BASE, SOUND, Newsroom, story

from deskeditor.document.model import Author, Correction, Status
from deskeditor.publish.bundle import Options

SITE = {
    "principles": "We ask twice.\n\nWe name sources.",
    "policy": "We say what was wrong.",
    "ethics": "No gifts.",
}


def test_the_policies_stand_on_one_page_with_an_anchor_each(newsroom: Newsroom) -> None:
    newsroom.export(Options(site=SITE))
    page = newsroom.text("standards.html")
    assert re.findall('<section id="([a-z]+)">', page) == ["principles", "policy", "ethics"]
    assert "<p>We ask twice.</p>\n<p>We name sources.</p>" in page


def test_machines_are_led_to_each_policy(newsroom: Newsroom) -> None:
    newsroom.export(Options(site=SITE, base_url=BASE))
    front = newsroom.text("index.html")
    assert f'"publishingPrinciples":"{BASE}standards.html"' in front
    assert f'"correctionsPolicy":"{BASE}standards.html#policy"' in front
    assert f'"ethicsPolicy":"{BASE}standards.html#ethics"' in front


def test_a_house_without_policies_has_no_page_for_them(newsroom: Newsroom) -> None:
    newsroom.export()
    assert not (newsroom.out / "standards.html").exists()
    assert "standards" not in newsroom.text("index.html")


def test_a_correction_leads_to_how_the_house_corrects(desk: Newsroom) -> None:
    noted = (Correction("2025-08-19T09:00:00-05:00", "It was 7 to 5."),)
    desk.library.new(story(replace(SOUND, status=Status.CORRECTED, corrections=noted)))
    desk.export(Options(site=SITE))
    page = desk.text("local/2025/08/council-keeps-the-bridge.html")
    assert (
        '<p class="policy"><a href="../../../standards.html#policy">How we correct mistakes</a></p>' in page
    )


def test_an_author_s_page_says_what_is_known(desk: Newsroom) -> None:
    author = Author("Jane Doe", "Chief reporter", url="https://jane.example/")
    desk.library.new(story(replace(SOUND, byline=(author,))))
    desk.export(Options(base_url=BASE))
    page = desk.text("authors/jane-doe.html")
    assert '"jobTitle":"Chief reporter","sameAs":"https://jane.example/"' in page
    assert '<p class="standfirst">Chief reporter</p>' in page


def test_every_feed_is_named_in_the_head(newsroom: Newsroom) -> None:
    newsroom.export()
    found = re.findall('<link rel="alternate" type="application/([a-z+]+)"', newsroom.text("index.html"))
    assert found == ["atom+xml", "rss+xml", "feed+json"]
