"""compare."""

import json
import re
from html import unescape
from pathlib import Path

import html5lib
import pytest
from tests.cli.conftest import Desk


@pytest.fixture
def rewritten(desk: Desk, path: Path) -> Path:
    """The library with a second draft of one story."""
    desk("set", path, "sun-over-hamm", "body=The sun <shone> for 9 hours.\n\nNobody saw it & nobody cared.\n")
    return path


def test_compare_prints_exactly_the_promised_names(desk: Desk, rewritten: Path) -> None:
    found = json.loads(desk("compare", rewritten, "sun-over-hamm@1", "sun-over-hamm", "--json").out)
    assert {"a", "b", "changes", "moved_blocks", "similarity"} <= set(found)


def test_a_change_has_exactly_the_promised_names(desk: Desk, rewritten: Path) -> None:
    found = json.loads(desk("compare", rewritten, "sun-over-hamm@1", "sun-over-hamm@2", "--json").out)
    assert list(found["changes"][0]) == ["kind", "risk", "a", "b", "text_a", "text_b"]


def test_the_drafts_are_named_by_article_and_revision(desk: Desk, rewritten: Path) -> None:
    found = json.loads(desk("compare", rewritten, "sun-over-hamm@1", "sun-over-hamm", "--json").out)
    assert (found["a"], found["b"]) == ("sun-over-hamm@1", "sun-over-hamm@2")


def test_a_draft_does_not_differ_from_itself(desk: Desk, path: Path) -> None:
    found = json.loads(desk("compare", path, "sun-over-hamm", "sun-over-hamm@1", "--json").out)
    assert (found["changes"], found["similarity"]) == ([], 1.0)


def test_a_changed_figure_is_said(desk: Desk, rewritten: Path) -> None:
    assert "9 hours" in desk("compare", rewritten, "sun-over-hamm@1", "sun-over-hamm@2").out


def test_the_page_shows_both_drafts_to_the_letter(desk: Desk, rewritten: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    desk("compare", rewritten, "sun-over-hamm@1", "sun-over-hamm@2", "--html", page)
    text = unescape(re.sub(r"</?(ins|del)>", "", page.read_text("utf-8")))
    assert "The sun shone." in text and "The sun <shone> for 9 hours." in text and "it & nobody" in text


def test_a_moved_paragraph_stands_once_on_either_side(desk: Desk, path: Path, tmp_path: Path) -> None:
    parts = [
        "It rained on 12 roofs in Hamm all day.",
        "Nobody went out.",
        "The river rose by a foot at noon.",
    ]
    desk("set", path, "sun-over-hamm", "body=" + "\n\n".join(parts))
    desk("set", path, "rain-falls-on-hamm", "body=" + "\n\n".join(parts[1:] + parts[:1]).replace("12", "14"))
    desk("compare", path, "sun-over-hamm", "rain-falls-on-hamm", "--html", tmp_path / "page.html")
    text = re.sub(r"</?(ins|del)>", "", (tmp_path / "page.html").read_text("utf-8"))
    assert [text.count(f"It rained on {n} roofs in Hamm all day.") for n in (12, 14)] == [1, 1]


def test_the_page_is_valid_and_asks_no_network(desk: Desk, rewritten: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    desk("compare", rewritten, "rain-falls-on-hamm", "sun-over-hamm", "--html", page)
    html5lib.HTMLParser(strict=True).parse(page.read_text("utf-8"))
    assert "default-src 'none'" in page.read_text("utf-8") and "http:" not in page.read_text("utf-8")
