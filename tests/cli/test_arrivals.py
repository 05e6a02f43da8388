"""import: files come in, with their pictures and their links."""

import json
import os
from pathlib import Path

import pytest
from tests.cli.conftest import Desk

from deskeditor.library.errors import Unavailable

STORY = """Rain falls on Hamm

Hamm – It began to rain at six.

Read also: Sun over Hamm

It went on until nine, and nobody minded.
"""
WAITING = """---
headline: {headline}
related:
  - headline: {other}
---

The first sentence of this story.

::: read-also
{other}
:::
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A story as a page shows it."""
    (tmp_path / "rain.txt").write_text(STORY, "utf-8")
    return tmp_path / "rain.txt"


def body(desk: Desk, path: Path, slug: str) -> str:
    """The stored body."""
    return str(json.loads(desk("show", path, slug, "--json").out)["body"])


def waiting(folder: Path, headline: str, other: str) -> Path:
    """A file with a card that waits for another headline."""
    file = folder / f"{headline.split(maxsplit=1)[0]}.md"
    file.write_text(WAITING.format(headline=headline, other=other), "utf-8")
    return file


def test_import_makes_the_library_and_prints_the_promised_names(
    desk: Desk, tmp_path: Path, story: Path
) -> None:
    rows = json.loads(desk("import", tmp_path / "new.desk", story, "--json").out)
    assert [list(row) for row in rows] == [["id", "slug", "headline", "source", "notes"]]


def test_import_prints_id_and_headline(desk: Desk, tmp_path: Path, story: Path) -> None:
    outcome = desk("import", tmp_path / "new.desk", story)
    found = json.loads(desk("list", tmp_path / "new.desk", "--json").out)[0]
    assert outcome.out == f"{found['id']}  Rain falls on Hamm\n"


def test_a_card_is_linked_to_what_the_library_holds(desk: Desk, path: Path, story: Path) -> None:
    row = json.loads(desk("import", path, story, "--json").out)[0]
    sun = json.loads(desk("show", path, "sun-over-hamm", "--json").out)["id"]
    assert f"[Sun over Hamm](article:{sun})" in body(desk, path, row["slug"])


def test_cards_of_one_batch_find_each_other_both_ways(desk: Desk, path: Path, tmp_path: Path) -> None:
    files = waiting(tmp_path, "Moon rises", "Dawn breaks"), waiting(tmp_path, "Dawn breaks", "Moon rises")
    moon, dawn = json.loads(desk("import", path, *files, "--json").out)
    assert f"[Dawn breaks](article:{dawn['id']})" in body(desk, path, moon["slug"])
    assert f"[Moon rises](article:{moon['id']})" in body(desk, path, dawn["slug"])


def test_related_entries_of_one_batch_find_each_other(desk: Desk, path: Path, tmp_path: Path) -> None:
    files = waiting(tmp_path, "Moon rises", "Dawn breaks"), waiting(tmp_path, "Dawn breaks", "Moon rises")
    moon, dawn = json.loads(desk("import", path, *files, "--json").out)
    related = json.loads(desk("show", path, moon["slug"], "--json").out)["fields"]["related"]
    assert related[0]["article"] == dawn["id"]


def test_a_card_waits_for_a_headline_that_nobody_has(desk: Desk, path: Path, tmp_path: Path) -> None:
    row = json.loads(desk("import", path, waiting(tmp_path, "Moon rises", "No such day"), "--json").out)[0]
    assert "::: read-also\nNo such day\n:::" in body(desk, path, row["slug"])


def test_an_article_does_not_link_to_itself(desk: Desk, path: Path, tmp_path: Path) -> None:
    row = json.loads(desk("import", path, waiting(tmp_path, "Moon rises", "Moon rises"), "--json").out)[0]
    assert "article:" not in body(desk, path, row["slug"])


def test_a_refused_file_stops_none_of_the_others(desk: Desk, path: Path, story: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    outcome = desk("import", path, tmp_path / "empty.txt", story, "--json")
    assert outcome.code == 1 and len(json.loads(outcome.out)) == 1 and outcome.err.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders")
def test_what_is_no_file_is_named_and_the_others_come_in(
    desk: Desk, path: Path, tmp_path: Path, story: Path
) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    outcome = desk("import", path, tmp_path / "pipe.md", tmp_path / "zero.md", tmp_path, story)
    assert (outcome.code, outcome.out.count("\n")) == (1, 1)
    assert [line.split("”")[1][:12] for line in outcome.err.splitlines()[:3]] == [
        " is a pipe, ",
        " is a device",
        " is a folder",
    ]


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders")
@pytest.mark.parametrize("change", ["body=@{}", 'lead_picture={{"media": "@{}"}}'])
@pytest.mark.parametrize("kind", ["a pipe", "a device"])
def test_a_field_is_never_read_from_a_pipe(
    desk: Desk, path: Path, tmp_path: Path, change: str, kind: str
) -> None:
    odd = tmp_path / "odd.md"
    os.mkfifo(odd) if kind == "a pipe" else odd.symlink_to("/dev/zero")
    outcome = desk("set", path, "sun-over-hamm", change.format(odd))
    assert (outcome.code, f"“odd.md” is {kind}, not a file" in outcome.err) == (1, True)


@pytest.mark.skipif(os.name != "posix", reason="there every name is Unicode")
def test_a_name_that_is_not_utf_8_is_no_hindrance(
    desk: Desk, path: Path, tmp_path: Path, story: Path
) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    story.rename(odd)
    row = json.loads(desk("import", path, odd, "--json").out)[0]
    assert (row["source"], row["headline"]) == ("caf\ufffd.txt", "Rain falls on Hamm")


def test_an_import_that_fails_leaves_no_empty_library(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Unavailable("The library could not be written: the disk is full.")

    (tmp_path / "story.md").write_text("# Rain\n\nIt rained.\n")
    monkeypatch.setattr("deskeditor.library.store.Library.new", full)
    assert "disk is full" in desk("import", tmp_path / "new.desk", tmp_path / "story.md").err
    assert [each.name for each in tmp_path.iterdir()] == ["story.md"]
