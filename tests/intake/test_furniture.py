"""Furniture goes, and no sentence of a story goes with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.desk import body, taken

from deskeditor.intake.furniture import ROWS, furniture
from deskeditor.intake.records import Block
from deskeditor.intake.signs import Captioned, Card, sign_of

HEAD = "Ferry to stay tied up through the winter\n\nThe ferry will not run before April, its operator said."
FOOT = "The subsidy is paid whether it runs or not, a clerk said."

SENTENCES = [
    "Subscribe to the theory that ferries are cheap, and the bill looks small.",
    "Latest figures show that 19,400 cars crossed in a year.",
    "Share prices fell on Monday after the news from the yard.",
    "Related to this is the plan to build a bridge in 2031.",
    "More like this will follow, the captain said.",
    "Advertisements for the ferry were pulled in June.",
    "Comments from the gallery were brief and not kind.",
    "Print is dead, the editor of the ferry’s newsletter said.",
    "Follow the money, and you end up at the quarry.",
    "Read more closely, the contract says nothing of the sort.",
    "By Monday, the river had risen by a foot.",
    "By Land and Sea was the name of the second boat.",
    "Published in 1934, the timetable was never changed.",
    "Updated rules take effect in May.",
    "Date palms do not grow on the Missouri.",
    "Photo by photo, the archive went up the stairs.",
    "Tags on the crates read like a list of prayers.",
    "Copyright law is no help here, the judge said.",
    "Live music returned to the upper deck.",
    "Home > away was the crew’s shorthand for the trip south, he said.",
    "Sign up for our side, the poster said, and row.",
    "Register for the free alerts on Friday, the sheriff asked.",
    "Get the boat delivered to your dock, he joked, and mind the step.",
    "We use cookies to bribe the children, the sitter said.",
    "Join protesters on Facebook, the group urged its members.",
    "Written by hand, the log covers forty years.",
    "Source: a man in a hat. That is all the note said.",
    "Title: none. Author: none. The log begins at once.",
    "No comment.",
    "He sent the letter to the yard in June (photo attached).",
    "See also the bridge at Hermann, which nobody does.",
    "Recommended speed is four knots, and the river does six.",
    "Trending downward since 1998, the trade is nearly gone.",
    "Category: lost. That is how the yard files it now, he said.",
    "END OF THE LINE, the sign says, and means it.",
    "“Subscribe,” she said.",
    "Menu prices rose as well, to nine dollars for a fish.",
    "July 25, 2025, was the last day on which it ran.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_of_the_story_stays(sentence: str) -> None:
    assert sentence in body(f"{HEAD}\n\n{sentence}\n\n{FOOT}")[1].replace("\\", "")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_at_the_end_of_the_story_stays(sentence: str) -> None:
    assert sentence in body(f"{HEAD}\n\n{FOOT}\n\n{sentence}")[-1].replace("\\", "")


FURNITURE = (
    """
Share post:|Share this:|SHARE|Subscribe|Subscribe now|Sign up for our newsletter|ADVERTISEMENT|Advertisement:
Advertisement - scroll to continue|Facebook Twitter WhatsApp|Click to share on X (Opens in new window)
Click to print (Opens in new window)|12 Comments|Leave a comment|0 comments|Comments (3)|Skip to content
Continue reading|Story continues below advertisement|Follow us on Facebook|Follow KSHB 41 on Facebook
Get the latest news delivered to your inbox|Download our app|Join our WhatsApp channel for more|Read more
Your email address will not be published. Required fields are marked *|Name *|Accept all|Cookie settings
Sign up for our daily newsletter and never miss a story|Support local journalism|3 min read|Log in to comment
Manage preferences|Powered by|More from this author|Share on Facebook|Copy link|Already a subscriber? Log in
""".replace("\n", "|")
    .strip("|")
    .replace("|Powered by", "")
    .split("|")
)


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_between_paragraphs_goes_and_is_named(line: str) -> None:
    story = taken(f"{HEAD}\n\n{line}\n\n{FOOT}")
    assert len(story.document.text.split("\n\n")) == 2
    assert any(line in note for note in story.notes)


EDGES = (
    """
Latest|Trending now|Popular|Menu|Search|Live|Watch Live|Weather|Comments|© 2025 The Courier|Email|X|-30-|###
Copyright 2025 Courier Media. All rights reserved.|We use cookies to improve your experience.|Premium
This site uses cookies. By continuing to use this site, you agree.|Home News Sports Opinion Weather
1 weather alerts|Breaking News|I agree|Next article|spot_img|1,204 views|47
""".replace("\n", "|")
    .strip("|")
    .replace("Home | News | Sports | Opinion | Weather", "Home News Sports Opinion Weather")
    .split("|")
)


@pytest.mark.parametrize("line", EDGES)
def test_doubtful_furniture_goes_at_the_foot_of_the_page(line: str) -> None:
    story = taken(f"{HEAD}\n\n{FOOT}\n\n{line}")
    assert story.document.text.endswith(FOOT)
    assert any(line in note for note in story.notes)


@pytest.mark.parametrize(
    "line", ["Latest", "Weather", "Comments", "Live", "END", "47", "Watch", "Opinion", "Recommended"]
)
def test_doubtful_furniture_stays_within_the_story(line: str) -> None:
    assert body(f"{HEAD}\n\n{line}\n\n{FOOT}")[1] == line


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Why the toll went up", "Also read: Why the toll went up",
        "READ ALSO: Why the toll went up", "Also read:\n\nWhy the toll went up",
        "Read more: Why the toll went up", "See also – Why the toll went up", "Related: Why the toll went up",
        "MORE: Why the toll went up", "Also Read | Why the toll went up", "READ MORE Why the toll went up",
        "(Read also: Why the toll went up)", "[RELATED: Why the toll went up]",
        "Read next » Why the toll went up", "Don’t miss: Why the toll went up",
        "Lire aussi : Why the toll went up", "Related story: Why the toll went up",
    ],
)  # fmt: skip
def test_a_pointer_to_another_story_becomes_a_card_where_it_stood(line: str) -> None:
    assert body(f"{HEAD}\n\n{line}\n\n{FOOT}")[1] == "::: read-also\nWhy the toll went up\n:::"


@pytest.mark.parametrize(
    "line",
    [
        "Photo by Jane Doe", "Photo: Jane Doe/Courier", "Image: The ferry at its pier",
        "Credit: Getty Images",
        "(AP Photo/Jane Doe)", "(Photo: Lena Ortiz)", "Photo courtesy of the county", "Getty Images",
        "The ferry in May. (Photo by Jane Doe)", "File photo", "Courtesy of the Ortiz family",
        "Caption: The ferry at its pier in May",
    ],
)  # fmt: skip
def test_captions_and_credits_are_kept_for_the_editor(line: str) -> None:
    story = taken(f"{HEAD}\n\n{line}\n\n{FOOT}")
    assert line in story.document.fields.note_to_editor
    assert line not in story.document.text


def test_every_row_has_a_name_and_refuses_prose() -> None:
    assert all(row.name and not row.pattern.fullmatch(FOOT) for row in ROWS)


@given(st.text(max_size=300))
def test_no_line_upsets_the_rows(line: str) -> None:
    assert furniture(line) is None or furniture(line) in (*ROWS, furniture("▶"))


@pytest.mark.parametrize(
    "line", ["Read also", "Latest news from the front of the ferry", "More: it rained.", "Related: "]
)
def test_labels_without_a_headline_are_no_cards(line: str) -> None:
    sign = sign_of(Block(line, line))
    assert not isinstance(sign, Captioned) and (not isinstance(sign, Card) or not sign.headline)
