"""An old link leads to where the story is now, and never to a story that stays inside."""

import re
from dataclasses import replace

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publish.newsroom import BASE, SOUND, Newsroom, story
from tests.publish.test_bundle import files_of
from tests.publish.test_hostile_fields import MARKUP, NAMES, judge, site

from deskeditor.document.model import ArticleId, Fields, Status
from deskeditor.library.records import FormerAddress
from deskeditor.publish.bundle import Options
from deskeditor.publish.redirects import moves

OLD = "local/2025/08/bridge.html"
FIRST = replace(SOUND, slug="bridge")


def moved(desk: Newsroom, *steps: Fields) -> ArticleId:
    """An article that went through these fields."""
    id = desk.library.new(story(steps[0])).id
    for number, fields in enumerate(steps[1:], 1):
        desk.library.save(id, story(fields), number, "command")
    return id


def leads(desk: Newsroom) -> dict[str, str]:
    """Old path to new path, as `_redirects` has them."""
    rows = (line.split() for line in desk.text("_redirects").splitlines() if not line.startswith("#"))
    return {old.lstrip("/"): new.lstrip("/") for old, new, code in rows if code == "301"}


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (replace(FIRST, slug="span"), "local/2025/08/span.html"),
        (replace(FIRST, section="Roads & Rail"), "roads-and-rail/2025/08/bridge.html"),
        (replace(FIRST, section=""), "news/2025/08/bridge.html"),
        (replace(FIRST, published="2025-07-31T23:30:00-05:00"), "local/2025/07/bridge.html"),
    ],
)
def test_what_moves_a_page_leaves_a_page_that_leads_on(desk: Newsroom, then: Fields, now: str) -> None:
    moved(desk, FIRST, then)
    desk.export()
    assert leads(desk) == {OLD: now}
    assert (desk.out / now).is_file()
    assert f'<meta http-equiv="refresh" content="0; url=../../../{now}">' in desk.text(OLD)


def test_a_page_of_the_last_export_becomes_one_that_leads_on_and_back(desk: Newsroom) -> None:
    id = moved(desk, FIRST)
    seen = []
    for number, fields in enumerate((FIRST, replace(FIRST, slug="span"), FIRST)):
        desk.library.save(id, story(fields), number, "command")
        desk.export()
        desk.export(Options(full=True), name="full")
        assert files_of(desk.out) == files_of(desk.folder / "full")
        seen.append(leads(desk).get(OLD, ""))
    assert seen == ["", "local/2025/08/span.html", ""]


def test_an_old_page_says_to_machines_where_the_story_is(desk: Newsroom) -> None:
    moved(desk, FIRST, replace(FIRST, slug="span"))
    desk.export(Options(base_url=BASE + "news/"))
    page = desk.text(OLD)
    assert f'<link rel="canonical" href="{BASE}news/local/2025/08/span.html">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "/news/local/2025/08/bridge.html /news/local/2025/08/span.html 301\n" in desk.text("_redirects")
    html5lib.HTMLParser(strict=True).parse(page)


def test_an_old_page_is_in_no_sitemap(desk: Newsroom) -> None:
    moved(desk, FIRST, replace(FIRST, slug="span"))
    desk.export(Options(base_url=BASE))
    assert "bridge.html" not in desk.text("sitemap.xml") + desk.text("news-sitemap.xml")


def test_every_old_page_leads_to_the_newest(desk: Newsroom) -> None:
    moved(desk, *(replace(FIRST, slug=slug) for slug in ("bridge", "span", "bridge", "arch")))
    desk.export()
    assert leads(desk) == {
        OLD: "local/2025/08/arch.html",
        "local/2025/08/span.html": "local/2025/08/arch.html",
    }


def test_a_story_that_came_back_is_not_led_away_from(desk: Newsroom) -> None:
    moved(desk, FIRST, replace(FIRST, slug="span"), FIRST)
    desk.export()
    assert leads(desk) == {"local/2025/08/span.html": OLD}


def test_an_address_that_another_story_has_now_is_its_own(desk: Newsroom) -> None:
    moved(desk, FIRST, replace(FIRST, slug="span"))
    desk.library.new(story(replace(FIRST, headline="Another bridge")))
    desk.export()
    assert leads(desk) == {}
    assert "Another bridge" in desk.text(OLD)


SECRET = replace(FIRST, slug="canary-span")


@pytest.mark.parametrize(
    "hidden",
    [
        replace(SECRET, status=Status.DRAFT),
        replace(SECRET, status=Status.KILLED),
        replace(SECRET, embargo="2030-01-01T00:00:00Z"),
        replace(SECRET, published="2025-08-30T00:00:00Z"),
    ],
)
def test_a_story_that_stays_inside_leaves_no_trace(desk: Newsroom, hidden: Fields) -> None:
    desk.library.new(story())
    moved(desk, replace(SECRET, slug="canary-bridge"), SECRET, hidden)
    desk.library.trash([moved(desk, replace(SECRET, slug="canary-one"), replace(SECRET, slug="canary-two"))])
    desk.export(Options(base_url=BASE))
    found = b"".join(path.name.encode() + path.read_bytes() for path in desk.out.rglob("*") if path.is_file())
    assert b"canary" not in found


def test_a_chosen_story_takes_its_own_old_addresses_along(desk: Newsroom) -> None:
    one = moved(desk, FIRST, replace(FIRST, slug="span"))
    moved(desk, replace(FIRST, slug="road"), replace(FIRST, slug="street"))
    desk.export(Options(articles=(one,)))
    assert leads(desk) == {OLD: "local/2025/08/span.html"}


@pytest.mark.parametrize("name", NAMES)
def test_no_old_name_becomes_a_path(desk: Newsroom, name: str) -> None:
    moved(desk, replace(SOUND, slug=name, section=name), replace(SOUND, slug="span"))
    desk.export()
    for old, new in leads(desk).items():
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]*/2025/08/[a-z0-9][a-z0-9-]*\.html", old)
        assert (desk.out / old).is_file()
        assert (desk.out / new).is_file()


@pytest.mark.parametrize("text", MARKUP)
def test_an_old_page_holds_the_name_of_the_site_as_text(desk: Newsroom, text: str) -> None:
    moved(desk, FIRST, replace(FIRST, slug="span"))
    desk.export(Options(base_url=BASE, site=site(text)))
    judge(desk.out / OLD, "This story has moved")


IDS = st.sampled_from([ArticleId("a"), ArticleId("b"), ArticleId("c")])
SLUGS = st.sampled_from(["one", "two", "three"])


@given(
    st.lists(
        st.builds(FormerAddress, IDS, SLUGS, st.just("Local"), st.just("2025-08-18T08:00:00Z"), st.just(""))
    ),
    st.dictionaries(IDS, SLUGS.map("local/2025/08/{}.html".format)),
    st.sets(IDS),
)
def test_a_move_leads_from_where_nothing_is_to_a_story_that_leaves(
    former: list[FormerAddress], paths: dict[ArticleId, str], chosen: set[ArticleId]
) -> None:
    leaving = chosen & set(paths)
    found = moves(former, paths, {"Local": "local"}, leaving)
    assert not set(found) & set(paths.values())
    assert set(found.values()) <= {paths[id] for id in leaving}
    assert all(re.fullmatch(r"[a-z0-9/.-]+", old) for old in found)
