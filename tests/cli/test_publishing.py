"""check, export and verify."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from tests.cli.conftest import Desk

NOW = ("--now", "2026-02-01T12:00:00+01:00")


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_finding_has_exactly_the_promised_names(desk: Desk, path: Path) -> None:
    found = json.loads(desk("check", path, "sun-over-hamm", "--json").out)
    assert found and all(
        list(one) == ["article", "level", "rule", "message", "start", "end"] for one in found
    )


def test_check_ends_with_one_where_something_blocks(desk: Desk, path: Path) -> None:
    desk("set", path, "rain-falls-on-hamm", "headline=")
    assert desk("check", path, "rain-falls-on-hamm").code == 1


def test_check_ends_with_nought_where_nothing_blocks(desk: Desk, path: Path) -> None:
    assert desk("check", path, "rain-falls-on-hamm").code == 0


def test_a_finding_of_the_body_is_told_with_its_line_and_column(desk: Desk, path: Path) -> None:
    desk("set", path, "rain-falls-on-hamm", "body=One.\n\nHe paid TK dollars.")
    assert "block  3:9  “TK” stands in the text" in desk("check", path, "rain-falls-on-hamm").out


def test_the_last_line_counts_what_was_found(desk: Desk, path: Path) -> None:
    desk("set", path, "rain-falls-on-hamm", "headline=")
    said = desk("check", path, "rain-falls-on-hamm").err
    assert said.splitlines()[-1].startswith("1 article with findings: 1 block, ")


def test_an_export_verifies(desk: Desk, path: Path, tmp_path: Path) -> None:
    assert desk("export", path, tmp_path / "out", *NOW).code == 0
    assert desk("verify", tmp_path / "out").code == 0


def test_two_exports_are_the_same_to_the_byte(desk: Desk, path: Path, tmp_path: Path) -> None:
    desk("export", path, tmp_path / "a", *NOW)
    desk("export", path, tmp_path / "b", *NOW)
    assert files(tmp_path / "a") == files(tmp_path / "b") != {}


def test_a_changed_bundle_does_not_verify(desk: Desk, path: Path, tmp_path: Path) -> None:
    desk("export", path, tmp_path / "out", *NOW)
    (tmp_path / "out" / "index.html").write_text("other")
    outcome = desk("verify", tmp_path / "out")
    assert (outcome.code, outcome.out) == (1, "index.html was changed\n")


def test_a_draft_does_not_leave(desk: Desk, path: Path, tmp_path: Path) -> None:
    desk("export", path, tmp_path / "out", "--all", *NOW)
    assert not [name for name, content in files(tmp_path / "out").items() if b"Sun over Hamm" in content]


@pytest.mark.parametrize("article", ["sun-over-hamm", "nobody"])
def test_an_article_that_may_not_leave_is_refused(
    desk: Desk, path: Path, tmp_path: Path, article: str
) -> None:
    outcome = desk("export", path, tmp_path / "out", "--article", article, *NOW)
    assert outcome.code == 1 and not (tmp_path / "out").exists()


def test_an_export_counts_what_it_made_as_one_says_it(desk: Desk, path: Path, tmp_path: Path) -> None:
    made = desk("export", path, tmp_path / "rain.epub", *NOW)
    assert re.fullmatch(r"1 article, 1 page, 1 file, \d+ kB\.", made.err.strip())
    bundle = desk("export", path, tmp_path / "bundle", *NOW)
    assert re.search(r" files, \d+ kB: \d+ added, 0 changed, 0 removed\.$", bundle.err.strip())


def test_export_says_on_stdout_what_it_wrote(desk: Desk, path: Path, tmp_path: Path) -> None:
    outcome = desk("export", path, tmp_path / "out", "--zip", *NOW)
    assert outcome.out.splitlines() == [str(tmp_path / "out"), str(tmp_path / "out.zip")]


def test_the_zip_holds_the_same_as_the_folder(desk: Desk, path: Path, tmp_path: Path) -> None:
    desk("export", path, tmp_path / "out", "--zip", *NOW)
    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == files(tmp_path / "out")


def test_a_time_without_zone_is_refused_in_one_line(desk: Desk, path: Path, tmp_path: Path) -> None:
    outcome = desk("export", path, tmp_path / "out", "--now", "tomorrow")
    assert outcome.code in (1, 2) and outcome.err.count("\n") == 1
