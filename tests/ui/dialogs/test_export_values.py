"""What an export dialog proposes, remembers and reports, decided without a widget."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskeditor.document.model import ArticleId
from deskeditor.publish.manifest import NAME
from deskeditor.ui.dialogs.export_outcome import Outcome, as_text, measure, parts
from deskeditor.ui.dialogs.export_place import judged
from deskeditor.ui.dialogs.export_values import (
    ExportChoices,
    ExportRequest,
    Form,
    Scope,
    Story,
    request_from,
    request_json,
    size_in_words,
    suggested,
)

STORY = Story(ArticleId("a" * 12), "Rents fall")
CHOICES = ExportChoices(STORY, (), 24, Path("/exports"), (), "broadsheet", {"name": "The Ledger"})
requests = st.builds(
    ExportRequest,
    st.sampled_from(Scope),
    st.none() | st.lists(st.text().map(ArticleId)).map(tuple),
    st.sampled_from(Form),
    st.text(st.characters(exclude_characters="\0", codec="utf-8")).map(Path),
    st.text(),
    st.text(),
)


@given(requests)
def test_a_request_that_is_kept_comes_back(request: ExportRequest) -> None:
    assert request_from(request_json(request)) == request


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"scope": "moon"}', "null"])
def test_what_is_no_request_counts_as_none(kept: str) -> None:
    assert request_from(kept) is None


def test_a_story_that_may_not_leave_is_not_proposed() -> None:
    assert replace(CHOICES, story_may_leave=False).likeliest() is Scope.EVERYTHING


def test_a_draft_is_proposed_where_nothing_else_is_there() -> None:
    assert replace(CHOICES, story_may_leave=False, publishable=0).likeliest() is Scope.STORY


def test_the_same_goes_where_it_went_last_time() -> None:
    before = ExportRequest(Scope.EVERYTHING, None, Form.FOLDER, Path("/srv/www/news"), "wire")
    again = replace(CHOICES, before=before)
    places = [suggested(again, Scope.EVERYTHING, Form.FOLDER), suggested(again, Scope.STORY, Form.SINGLE)]
    assert places == [Path("/srv/www/news"), Path("/srv/www/rents-fall.html")]


def test_what_changed_never_lands_on_the_whole_site() -> None:
    assert suggested(CHOICES, Scope.CHANGED, Form.FOLDER) != suggested(CHOICES, Scope.EVERYTHING, Form.FOLDER)


@pytest.mark.parametrize(("size", "said"), [(0, "1 kB"), (999_000, "999 kB"), (12_340_000, "12.3 MB")])
def test_a_size_is_said_in_words(size: int, said: str) -> None:
    assert size_in_words(size) == said


OUTCOME = Outcome(Path("/exports/site"), 24, 41, 412, 18_400_000)


def test_a_long_list_is_cut_with_the_number_of_the_rest() -> None:
    made = parts(replace(OUTCOME, added=tuple(f"{n}.html" for n in range(331))))
    assert (made[0].heading, len(made[0].lines), made[0].left_out) == ("Added (331)", 100, 231)


def test_pages_are_named_before_feeds() -> None:
    assert parts(replace(OUTCOME, changed=("feed.xml", "z.html")))[0].lines == ("z.html", "feed.xml")


def test_no_change_is_said_too() -> None:
    assert measure(OUTCOME) == "412 files, 18.4 MB · nothing has changed since the last export"


def test_the_copied_report_names_the_place() -> None:
    assert as_text(OUTCOME).splitlines()[0:3:2] == ["24 stories on 41 pages", str(Path("/exports/site"))]


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert judged(str(tmp_path), Form.FOLDER).sound


def test_an_older_bundle_will_be_replaced(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("{}")
    assert judged(str(tmp_path), Form.FOLDER).text == "The bundle that stands there will be replaced."


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("mine")
    assert not judged(str(tmp_path), Form.FOLDER).sound


@pytest.mark.parametrize("text", ["", "  ", "relative/place", f"{__file__}/site"])
def test_a_place_that_cannot_be_is_told_of(text: str) -> None:
    verdict = judged(text, Form.FOLDER)
    assert verdict.text and not verdict.sound


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(tmp_path)
    assert not judged(str(tmp_path / "way"), Form.FOLDER).sound


def test_a_foreign_zip_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK")
    assert not judged(str(tmp_path / "a.zip"), Form.ZIP).sound
