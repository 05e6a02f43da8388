"""list, show, set and history."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from tests.cli.conftest import Desk


def test_list_prints_exactly_the_promised_names(desk: Desk, path: Path) -> None:
    rows = json.loads(desk("list", path, "--json").out)
    assert [list(row) for row in rows] == [
        ["id", "slug", "headline", "status", "section", "updated", "words"]
    ] * 2


def test_list_begins_with_what_changed_last(desk: Desk, path: Path) -> None:
    lines = desk("list", path).out.splitlines()
    assert lines[0].endswith("Sun over Hamm") and lines[1].endswith("Rain falls on Hamm")


def test_list_keeps_to_a_status(desk: Desk, path: Path) -> None:
    rows = json.loads(desk("list", path, "--status", "draft", "--json").out)
    assert [row["headline"] for row in rows] == ["Sun over Hamm"]


def test_search_and_status_hold_together(desk: Desk, path: Path) -> None:
    rows = json.loads(desk("list", path, "--search", "hamm", "--status", "published", "--json").out)
    assert [row["headline"] for row in rows] == ["Rain falls on Hamm"]


@pytest.mark.parametrize("query", ["", '"', "AND", "rain*", "(((", "a:b", "NEAR(", "\0"])
def test_no_search_is_an_error(desk: Desk, path: Path, query: str) -> None:
    assert desk("list", path, "--search", query).code == 0


def test_an_unknown_status_is_wrong_usage(desk: Desk, path: Path) -> None:
    assert desk("list", path, "--status", "nearly").code == 2


def test_show_prints_exactly_the_promised_names(desk: Desk, path: Path) -> None:
    shown = json.loads(desk("show", path, "rain-falls-on-hamm", "--json").out)
    assert list(shown) == ["id", "slug", "revision", "words", "fields", "body"]


FIELDS = """
headline kicker standfirst dateline section language status priority embargo hold published updated slug
seo_title seo_description social_text note_to_editor byline tags lead_picture related corrections
"""


def test_show_has_every_field_under_its_name(desk: Desk, path: Path) -> None:
    shown = json.loads(desk("show", path, "rain-falls-on-hamm", "--json").out)
    assert set(shown["fields"]) == set(FIELDS.split())


def test_an_article_answers_to_id_and_slug(desk: Desk, path: Path) -> None:
    by_slug = desk("show", path, "rain-falls-on-hamm", "--json")
    assert desk("show", path, json.loads(by_slug.out)["id"], "--json") == by_slug


def test_show_ends_with_the_body_to_the_letter(desk: Desk, path: Path) -> None:
    assert desk("show", path, "sun-over-hamm").out.endswith("\n\nThe sun shone.\n")


def test_set_changes_fields_and_leaves_the_rest(desk: Desk, path: Path) -> None:
    desk("set", path, "sun-over-hamm", "status=ready", "tags=sun, Hamm", "kicker=1 = 1")
    fields = json.loads(desk("show", path, "sun-over-hamm", "--json").out)["fields"]
    assert (fields["status"], fields["tags"], fields["kicker"]) == ("ready", ["sun", "Hamm"], "1 = 1")


def test_set_takes_a_body_from_a_file_as_it_is(desk: Desk, path: Path, tmp_path: Path) -> None:
    body = "## Größe\n\n- a\u00a0b\n\n\n  :::\n"
    (tmp_path / "body.md").write_text(body, "utf-8")
    desk("set", path, "sun-over-hamm", f"body=@{tmp_path / 'body.md'}")
    assert json.loads(desk("show", path, "sun-over-hamm", "--json").out)["body"] == body


def test_set_takes_a_picture_in(desk: Desk, path: Path, tmp_path: Path) -> None:
    picture = BytesIO()
    Image.new("RGB", (4, 3)).save(picture, "PNG")
    (tmp_path / "a.png").write_bytes(picture.getvalue())
    desk("set", path, "sun-over-hamm", f'lead_picture={{"media": "@{tmp_path}/a.png", "alt": "Black."}}')
    lead = json.loads(desk("show", path, "sun-over-hamm", "--json").out)["fields"]["lead_picture"]
    assert (path.with_suffix(".media") / lead["media"][:2] / f"{lead['media']}.png").is_file()


@pytest.mark.parametrize(
    "change",
    [
        "headline",
        "weather=fine",
        "status=nearly",
        "published=yesterday",
        "published=2026-01-05",
        "byline=[1]",
    ],
)
def test_a_change_that_is_none_is_wrong_usage_and_changes_nothing(
    desk: Desk, path: Path, change: str
) -> None:
    before = desk("show", path, "sun-over-hamm", "--json")
    assert desk("set", path, "sun-over-hamm", "headline=Other", change).code == 2
    assert desk("show", path, "sun-over-hamm", "--json") == before


def test_history_prints_exactly_the_promised_names(desk: Desk, path: Path) -> None:
    desk("set", path, "sun-over-hamm", "body=Clouds.")
    revisions = json.loads(desk("history", path, "sun-over-hamm", "--json").out)
    assert [list(each) for each in revisions] == [["revision", "at", "origin", "name", "words", "sha256"]] * 2


def test_history_begins_with_the_newest(desk: Desk, path: Path) -> None:
    desk("set", path, "sun-over-hamm", "body=Clouds.")
    assert [line.split()[0] for line in desk("history", path, "sun-over-hamm").out.splitlines()] == ["2", "1"]
