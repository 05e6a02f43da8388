"""Invented pages of every look, each with what must become of it."""

import pytest
from tests.intake.desk import page

from deskeditor.document.model import Author
from deskeditor.intake import Intake


def cards(story: Intake) -> list[str]:
    """The headlines of the read-also cards in their order."""
    blocks = story.document.text.split("\n\n")
    return [block.split("\n")[1] for block in blocks if block.startswith("::: read-also")]


def test_an_agency_story_between_tickers_and_buttons() -> None:
    story = page("ap-tornado.txt")
    fields = story.document.fields
    assert fields.headline == "Tornado levels feed mill outside Joplin; no one hurt"
    assert (fields.dateline, fields.section, fields.tags) == (
        "JOPLIN, Mo.",
        "WEATHER",
        ("tornado", "weather", "Joplin"),
    )
    assert fields.published == "2025-05-21T11:40:00-05:00"
    assert fields.updated == "2025-05-21T16:05:00-05:00"
    assert fields.byline == (
        Author("Dana Whitfield", "Associated Press"),
        Author("Theo O'Brien", "Associated Press"),
    )
    assert "(Photo: Lena Ortiz/Courier)" in fields.note_to_editor
    assert cards(story) == ["How eleven workers ended up in a cooler"]


def test_sentences_that_begin_like_furniture_stay() -> None:
    text = page("ap-tornado.txt").document.text
    assert "Latest figures from the weather service" in text
    assert "Related to this is an older question" in text
    assert "Subscribe to the theory that sirens" in text
    assert text.endswith("Whitfield reported from Joplin, O'Brien from Springfield.")


def test_a_station_page_without_blank_lines() -> None:
    story = page("kansas-station.txt")
    fields = story.document.fields
    assert fields.headline == "City to plant 4,000 trees after heat report"
    assert (fields.dateline, fields.section) == ("KANSAS CITY, Mo.", "Local News")
    assert fields.byline == (Author("Jane Marlow"),)
    assert (fields.published, fields.updated) == (None, None)
    assert "10:30 AM, Jul 25, 2025" in fields.note_to_editor
    assert len(story.document.text.split("\n\n")) == 4


def test_labels_in_lines_of_their_own() -> None:
    story = page("blog-theme.txt")
    fields = story.document.fields
    assert (fields.byline, fields.tags) == ((Author("Priya Raman"),), ("ferry", "Mississippi"))
    assert [one.headline for one in fields.related] == [
        "Barge operators brace for low water",
        "County fair counts its goats",
    ]
    assert cards(story) == ["Barge operators brace for low water", "Why the bridge toll went up"]
    assert story.document.text.endswith("is paid whether it runs or not.")
    assert any("Council votes to keep library open" in note for note in story.notes)


def test_a_column_with_section_standfirst_and_zone() -> None:
    story = page("paper-column.txt")
    fields = story.document.fields
    assert (fields.section, fields.published) == ("OPINION", "2025-07-25T10:30:00-04:00")
    assert fields.standfirst.startswith("Watching is not attending")
    assert fields.byline == (Author("Harriet Quill", "Columnist", "hquill@example.org"),)
    assert len(story.document.text.split("\n\n")) == 5


def test_a_page_in_german() -> None:
    story = page("german.txt")
    fields = story.document.fields
    assert (fields.headline, fields.dateline) == ("Fähre bleibt bis April am Ufer", "HERMANN")
    assert (fields.section, fields.byline) == ("Verkehr", (Author("Anna Schmidt"),))
    assert "25. Juli 2025, 10:30 Uhr" in fields.note_to_editor
    assert cards(story) == ["Warum die Brücke teurer wird"]


def test_a_relative_time_is_never_turned_into_a_date() -> None:
    story = page("relative-time.txt")
    assert story.document.fields.published is None
    assert any("2 hours ago" in note for note in story.notes)
    assert story.document.fields.byline == (Author("Jane Doe", "Staff reporter"),)
    assert cards(story) == ["City counts 4,000 miles of old pipe"]
    assert story.document.text.endswith("“by the sound of a river where there is none.”")


def test_wire_copy_broken_at_a_fixed_width_becomes_paragraphs_again() -> None:
    story = page("wrapped-wire.txt")
    fields = story.document.fields
    assert fields.headline == "Prison choir sings at the statehouse for the first time in its forty years"
    assert fields.byline == (Author("Mara Linden", "Associated Press"),)
    assert story.document.text.split("\n\n")[0].endswith("the House could not hear itself vote.")
    assert story.document.text.endswith("1\\. Of the 22 men, nine will be free within a year.")


def test_a_text_without_a_headline_keeps_all_its_paragraphs() -> None:
    story = page("no-headline.txt")
    assert story.document.fields.headline == ""
    assert story.document.text.startswith("The council of Nevada, Missouri, voted")
    assert "Missing: the headline." in story.notes


def test_a_markdown_page_with_front_matter() -> None:
    story = page("markdown-page.md")
    fields = story.document.fields
    assert fields.headline == "Library to open on Sundays: a trial"
    assert fields.standfirst == "The council wants to know whether anybody comes."
    assert fields.byline == (Author("Jane Marlow"), Author("Theo Lindqvist", email="theo@example.org"))
    assert (fields.dateline, fields.section, fields.tags) == (
        "COLUMBIA, Mo.",
        "Local",
        ("library", "Sundays"),
    )
    assert (fields.published, fields.updated) == ("2025-09-01T07:00:00-05:00", None)
    assert "- **$31,000** for staff\n- nothing for the books" in story.document.text
    assert story.document.text.endswith("> “Sunday is when people read,” said the director.")


def test_an_author_and_a_paper_in_lines_of_their_own() -> None:
    story = page("lone-author.txt")
    fields = story.document.fields
    assert fields.headline == "Gov. Ortiz signs bill on property taxes – here’s what changes"
    assert (fields.section, fields.byline) == ("News", (Author("Odile Tran", "Ozark Independent"),))
    assert "(Odile Tran/Ozark Independent)" in fields.note_to_editor
    assert story.document.text.startswith("Gov. Lena Ortiz on Thursday signed a bill")
    assert "MAKE OUR WORK" not in story.document.text


def test_a_byline_behind_its_time_and_cards_behind_arrows() -> None:
    story = page("timed-byline.txt")
    fields = story.document.fields
    assert (fields.byline, fields.dateline) == ((Author("Mia Torres"),), "Springfield")
    assert fields.tags == ("education", "Springfield", "schools")
    assert cards(story) == [
        "Teachers' pay in Missouri is the lowest in the nation",
        "What a four-day week did to Independence",
    ]
    assert "Facebook" not in story.document.text


def test_a_dateline_in_a_line_of_its_own() -> None:
    story = page("lone-dateline.txt")
    assert story.document.fields.dateline == "INDEPENDENCE, Mo."
    assert story.document.fields.updated == "2025-07-25T15:15:00-05:00"
    assert story.document.text.startswith("A man barricaded himself")


def test_a_section_line_below_the_headline() -> None:
    fields = page("section-line.txt").document.fields
    assert (fields.section, fields.byline) == ("POLITICS", (Author("Jane Doe", "Ozark Courier"),))
    assert fields.published == "2025-07-25T07:00:00-05:00"


def test_a_page_from_right_to_left_stays_to_the_letter() -> None:
    story = page("arabic.txt")
    assert story.document.fields.headline == "مكتبة على عجلات تجوب أحياء المدينة"
    assert len(story.document.text.split("\n\n")) == 2
    assert "\u200f" in story.document.text


def test_a_page_in_chinese_stays_to_the_letter() -> None:
    story = page("chinese.txt")
    assert story.document.fields.headline == "密苏里州渡轮停航至明年四月"
    assert story.document.text.startswith("渡轮公司周三表示，")
    assert len(story.document.text.split("\n\n")) == 2


def test_an_embargoed_release() -> None:
    fields = page("release.txt").document.fields
    assert fields.embargo == "2025-09-10T06:00:00-05:00"
    assert fields.headline == "County opens its archive of flood photographs"
    assert fields.standfirst == "Nine thousand pictures, two floods, one broom"


def test_a_round_up_is_one_article() -> None:
    story = page("round-up.txt")
    assert story.document.fields.headline == "Around the state: three towns, three floods"
    assert "ROLLA – The library" in story.document.text


@pytest.mark.parametrize(
    "name",
    [
        "ap-tornado.txt",
        "kansas-station.txt",
        "blog-theme.txt",
        "paper-column.txt",
        "relative-time.txt",
        "release.txt",
    ],
)
def test_taking_in_is_the_same_every_time(name: str) -> None:
    assert page(name) == page(name)
