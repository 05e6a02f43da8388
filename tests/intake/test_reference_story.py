"""The reference story, to the letter."""

import pytest
from tests.intake.desk import WIRE, page, taken

from deskeditor.document.model import ArticleId
from deskeditor.intake import Intake

LINES = (WIRE / "missouri-guard.txt").read_text("utf-8").split("\n")
PARAGRAPHS = [LINES[at] for at in (4, 6, 8, 10, 12, 14, 18, 20, 22, 26)]
CARDS = [LINES[at].removeprefix("Read also: ") for at in (16, 24)]
TEASERS = [(LINES[at], LINES[at + 2]) for at in (37, 41, 45)]


@pytest.fixture(name="story", scope="module")
def _story() -> Intake:
    return page("missouri-guard.txt")


def test_the_headline_is_the_first_line(story: Intake) -> None:
    assert story.document.fields.headline == LINES[0]


def test_the_dateline_is_lifted_off_the_first_paragraph(story: Intake) -> None:
    assert story.document.fields.dateline == "Missouri"
    assert story.document.text.startswith("The Trump administration has asked")


def test_the_ten_paragraphs_and_two_cards_stand_in_order_to_the_letter(story: Intake) -> None:
    cards = [f"::: read-also\n{headline}\n:::" for headline in CARDS]
    first = PARAGRAPHS[0].removeprefix("Missouri – ")
    whole = [first, *PARAGRAPHS[1:6], cards[0], *PARAGRAPHS[6:9], cards[1], PARAGRAPHS[9]]
    assert story.document.text == "\n\n".join(whole)


def test_no_break_spaces_stay(story: Intake) -> None:
    assert story.document.text.count("\u00a0") == "".join(PARAGRAPHS).count("\u00a0") == 3


def test_the_related_stories_keep_headline_and_excerpt(story: Intake) -> None:
    assert [(one.headline, one.excerpt) for one in story.document.fields.related] == TEASERS


def test_an_empty_date_stays_empty_and_is_noted(story: Intake) -> None:
    assert story.document.fields.published is None
    assert "Missing: the date (its place on the page is empty)." in story.notes


@pytest.mark.parametrize("line", ["Share post:", "Subscribe", "Latest", "More like this", "Related"])
def test_furniture_is_taken_out_and_named(story: Intake, line: str) -> None:
    assert any(note.startswith("Taken out") and f"“{line}”" in note for note in story.notes)


def test_nothing_else_was_made_up(story: Intake) -> None:
    fields = story.document.fields
    assert (fields.byline, fields.tags, fields.section, fields.standfirst, fields.note_to_editor) == (
        (), (), "", "", "",
    )  # fmt: skip


def test_a_headline_of_the_library_is_linked() -> None:
    known = {CARDS[0]: ArticleId("abcdefghijkl")}
    story = taken((WIRE / "missouri-guard.txt").read_bytes(), "x.txt", known.get)
    assert f"::: read-also\n[{CARDS[0]}](article:abcdefghijkl)\n:::" in story.document.text
    assert f"::: read-also\n{CARDS[1]}\n:::" in story.document.text
    assert story.document.fields.related[2].article == "abcdefghijkl"
