"""What every shipped theme keeps: small, whole, and true in every direction."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publish.newsroom import SOUND, Newsroom, story

from deskeditor.document.model import Correction, Status
from deskeditor.publish.bundle import Options
from deskeditor.publish.theme import Theme
from deskeditor.resources import resource

NAMES = sorted(path.name for path in resource("themes").iterdir() if path.is_dir())
SITE = {"principles": "We ask twice.", "policy": "We say what was wrong.", "ethics": "No gifts."}


def test_two_themes_are_shipped() -> None:
    assert NAMES == ["broadsheet", "wire"]


def test_the_plain_theme_is_small() -> None:
    assert len(Theme.load("wire").style.encode()) < 3072


@pytest.mark.parametrize("name", NAMES)
def test_a_theme_draws_every_page_of_a_bundle(newsroom: Newsroom, name: str) -> None:
    noted = (Correction("2025-08-19T09:00:00-05:00", "It was 7 to 5."),)
    newsroom.library.new(story(replace(SOUND, status=Status.CORRECTED, corrections=noted)))
    newsroom.export(Options(theme=name, site=SITE))
    for page in newsroom.out.rglob("*.html"):
        text = page.read_text("utf-8")
        assert text.count("<h1") == text.count("<main") == 1, page
        assert "<root>" not in text
    assert "It was 7 to 5." in newsroom.text("corrections.html")


@pytest.mark.parametrize("name", NAMES)
def test_every_link_of_a_theme_leads_to_a_file(newsroom: Newsroom, name: str) -> None:
    newsroom.export(Options(theme=name, site=SITE))
    for page in newsroom.out.rglob("*.html"):
        for href in re.findall(r'(?:href|src)="(?!data:)([^"#]+)', page.read_text("utf-8")):
            assert (page.parent / href).is_file(), f"{page.name}: {href}"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("needed", ["prefers-color-scheme:dark", "@media print", ":focus-visible"])
def test_a_style_knows_dark_rooms_paper_and_keys(name: str, needed: str) -> None:
    assert needed in Theme.load(name).style


@pytest.mark.parametrize("name", NAMES)
def test_a_wide_table_on_a_telephone_shows_at_which_side_it_goes_on(name: str) -> None:
    # From right to left, browsers lay what scrolls from the wrong end: no shadow, rather than a false one.
    fading = r"table(.*?)\{[^}]*background:linear-gradient\([^}]*\) local,linear-gradient\("
    assert re.findall(fading, Theme.load(name).style.rpartition("display:block;overflow-x:auto")[2]) == [
        ":dir(ltr)"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_template_has_no_script_and_no_handler(name: str) -> None:
    for template in Path(resource(f"themes/{name}")).glob("*.html"):
        assert not re.search(r"<script|\son\w+=|javascript:", template.read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_paper_shows_the_story_and_where_its_links_lead(name: str) -> None:
    paper = Theme.load(name).style.partition("@media print")[2]
    assert "attr(href)" in paper
    # A link that waits outside the page makes paper that is read from the right shrink and lose its edge.
    assert all(re.search(rf"\.{gone}\b[^{{}}]*{{display:none}}", paper) for gone in ("skip", "foot"))


@pytest.mark.parametrize("name", NAMES)
def test_the_headline_of_a_list_is_printed_though_nobody_sees_it(name: str) -> None:
    style = Theme.load(name).style
    assert not re.search(r"\.unseen[^{}]*{display:none}", style)
    assert re.search(r"\.unseen[^{}]*{[^}]*clip-path:inset\(50%\)", style)
